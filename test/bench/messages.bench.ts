// Persisted messages a second in 50 rooms of two sockets: the ceiling, and by the clock at rising rates. The three
// servers take turns at each rate, on one PostgreSQL, so that a slow moment of the machine meets them alike.

import type { BenchPostgres } from './bench-postgres.ts'
import { DIALECTS, type Dialect } from './dialect.ts'
import { createLoad, type Load, type LoadFigures } from './load.ts'
import { type MeasuredServer, startServer } from './measured-server.ts'
import { median } from './percentile.ts'
import { leaveSeats, type SeatedSocket, takeSeats } from './seated-socket.ts'

const ROOMS = 50
const EACH = 2
const UNDER_WAY = 100
/** Within this the slowest of a hundred sends must be acked. */
export const ACK_GOAL_MS = 100
export const STEADY_RATE = 500

export interface MessageOptions {
  rates: readonly number[]
  seconds: number
  repeats: number
}

/** Medians over the repeats. */
export interface RateFigures {
  rate: number
  p50: number
  p99: number
  missing: number
}

export interface MessageFigures {
  name: Dialect['name']
  ceiling: number
  byRate: RateFigures[]
  /** The highest rate within the goal that all lower ones kept too. */
  knee: number
}

interface Stand {
  dialect: Dialect
  server: MeasuredServer
  load: Load
  all: SeatedSocket[]
  senders: SeatedSocket[]
  figures: MessageFigures
  /** Rates in a row that were too much. */
  beyond: number
}

async function setUp(postgres: BenchPostgres, dialect: Dialect): Promise<Stand> {
  const url = await postgres.database()
  const server = await startServer(dialect.file, url)
  const load = createLoad(dialect)
  const seats = await dialect.seats(postgres, url, server, ROOMS)
  const all = await takeSeats(dialect, server.port, seats, { each: EACH, listener: load.listener })
  const senders = all.filter((_, index) => index % EACH === 0)
  await load.open(senders, STEADY_RATE, 2)
  const figures = { name: dialect.name, ceiling: 0, byRate: [], knee: 0 }
  return { dialect, server, load, all, senders, figures, beyond: 0 }
}

export async function benchMessages(
  postgres: BenchPostgres,
  { rates, seconds, repeats }: MessageOptions,
  say: (line: string) => void,
): Promise<MessageFigures[]> {
  const stands: Stand[] = []
  try {
    for (const dialect of DIALECTS) stands.push(await setUp(postgres, dialect))
    for (const rate of rates) {
      const runs = new Map<Stand, LoadFigures[]>()
      for (let repeat = 0; repeat < repeats; repeat++)
        for (const stand of stands.filter(({ beyond }) => beyond < 2)) {
          say(`messages: ${stand.dialect.name} at ${rate}/s, ${repeat + 1} of ${repeats}`)
          const run = await stand.load.open(stand.senders, rate, seconds)
          runs.set(stand, [...(runs.get(stand) ?? []), run])
        }
      for (const [stand, figures] of runs) {
        const p99 = median(figures.map((run) => run.p99))
        const missing = figures.reduce((sum, run) => sum + run.missing, 0)
        stand.figures.byRate.push({ rate, p50: median(figures.map((run) => run.p50)), p99, missing })
        if (p99 > ACK_GOAL_MS) stand.beyond += 1
        else if (stand.beyond === 0) stand.figures.knee = rate
      }
    }
    const ceilings = new Map<Stand, number[]>()
    for (let repeat = 0; repeat < repeats; repeat++)
      for (const stand of stands) {
        say(`messages: ceiling of ${stand.dialect.name}, ${repeat + 1} of ${repeats}`)
        const { perSecond } = await stand.load.closed(stand.senders, UNDER_WAY, seconds)
        ceilings.set(stand, [...(ceilings.get(stand) ?? []), perSecond])
      }
    for (const [stand, all] of ceilings) stand.figures.ceiling = median(all)
    return stands.map(({ figures }) => figures)
  } finally {
    for (const { server, all } of stands) {
      await leaveSeats(all)
      await server.stop()
    }
  }
}
