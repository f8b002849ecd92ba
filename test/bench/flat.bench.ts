// What a message costs, and that it stays so: with one, a hundred and ten thousand conversations, and with a hundred and
// a million rows in the log. Cost is time on a core, of the server and of PostgreSQL, at a rate all carry.

import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL, type Dialect, FLOOR } from './dialect.ts'
import { PRELOAD } from './flat-preload.ts'
import { createLoad } from './load.ts'
import { startServer } from './measured-server.ts'
import { hotPlans, type Plan } from './plans.ts'
import { leaveSeats, takeSeats } from './seated-socket.ts'

const RATE = 500
const UNDER_WAY = 100
/** At least so many sockets: one alone has its commands taken one by one. */
const SENDERS = 50

const ROW_BYTES = `select (pg_total_relation_size('conversation_events') / count(*))::int as bytes from conversation_events`

export interface FlatFigures {
  name: Dialect['name']
  conversations: number
  rows: number
  /** Microseconds on a core a message; PostgreSQL's only where /proc tells. */
  serverCost: number
  databaseCost: number | null
  p50: number
  ceiling: number
}

export interface FlatOptions {
  conversations: readonly number[]
  rows: readonly number[]
  seconds: number
}

export interface FlatResult {
  figures: FlatFigures[]
  /** Plans of the hot statements, run with the most rows. */
  plans: Plan[]
  /** What a row of the log takes on disk with its indexes; null before a long past was written. */
  rowBytes: number | null
}

async function measure(
  postgres: BenchPostgres,
  dialect: Dialect,
  { conversations, rows, seconds }: { conversations: number; rows: number; seconds: number },
): Promise<{ figures: FlatFigures; url: string }> {
  const url = await postgres.database()
  const server = await startServer(dialect.file, url)
  try {
    const seats = await dialect.seats(postgres, url, server, conversations)
    if (rows > 0) await PRELOAD[dialect.name as keyof typeof PRELOAD](postgres, url, rows)
    const load = createLoad(dialect)
    // Senders alone, so that the cost is the message's and not its audience's.
    const each = Math.ceil(SENDERS / conversations)
    const seated = await takeSeats(dialect, server.port, seats, {
      each,
      follow: false,
      listener: load.listener,
    })
    await load.open(seated, RATE, 1)
    const [server0, database0] = [await server.usage(), await postgres.cpu()]
    const { p50 } = await load.open(seated, RATE, seconds)
    const [server1, database1] = [await server.usage(), await postgres.cpu()]
    const { perSecond: ceiling } = await load.closed(seated, UNDER_WAY, seconds)
    await leaveSeats(seated)
    const cost = (ms: number): number => (ms * 1000) / (RATE * seconds)
    return {
      url,
      figures: {
        name: dialect.name,
        conversations,
        rows,
        serverCost: cost(server1.cpu - server0.cpu),
        databaseCost: database0 === null || database1 === null ? null : cost(database1 - database0),
        p50,
        ceiling,
      },
    }
  } finally {
    await server.stop()
  }
}

export async function benchFlat(
  postgres: BenchPostgres,
  { conversations, rows, seconds }: FlatOptions,
  say: (line: string) => void,
): Promise<FlatResult> {
  const figures: FlatFigures[] = []
  let plans: Plan[] = []
  let rowBytes: number | null = null
  const cells = [
    ...conversations.map((count) => ({ conversations: count, rows: 0 })),
    ...rows.map((count) => ({ conversations: 100, rows: count })),
  ]
  for (const cell of cells)
    for (const dialect of [FLOOR, DESKBELL]) {
      const what = cell.rows > 0 ? `${cell.rows} rows` : `${cell.conversations} conversations`
      say(`flat: ${what}, ${dialect.name}`)
      const run = await measure(postgres, dialect, { ...cell, seconds })
      figures.push(run.figures)
      if (cell.rows === 0 || dialect !== DESKBELL) continue
      plans = await hotPlans(postgres, run.url)
      const [size] = await postgres.query<{ bytes: number }>(run.url, ROW_BYTES)
      rowBytes = size!.bytes
    }
  return { figures, plans, rowBytes }
}
