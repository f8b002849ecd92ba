// One message to a thousand sockets: how many frames a second leave the server, and when the last of a thousand has it.

import { uuidv7 } from '../../server/platform/uuid.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { cidsIn, DIALECTS, type Dialect } from './dialect.ts'
import { BODY } from './load.ts'
import { startServer } from './measured-server.ts'
import { percentile } from './percentile.ts'
import { leaveSeats, type SeatedSocket, takeSeats } from './seated-socket.ts'

/** Messages a second while latency is measured: a load all carry. */
const STEADY = 20
/** Messages under way while the ceiling is measured. */
const UNDER_WAY = 3

export interface FanOutFigures {
  name: Dialect['name']
  framesPerSecond: number
  /** From the send until the last receiver has it. */
  lastP50: number
  lastP99: number
}

async function measure(
  postgres: BenchPostgres,
  dialect: Dialect,
  { receivers, seconds }: { receivers: number; seconds: number },
): Promise<FanOutFigures> {
  const url = await postgres.database()
  const server = await startServer(dialect.file, url)
  try {
    const [seat] = await dialect.seats(postgres, url, server, 1)
    const waiting = new Map<string, { left: number; done: () => void }>()
    const onEvent = (text: string): void => {
      for (const cid of cidsIn(text)) {
        const one = waiting.get(cid)
        if (!one) continue
        one.left -= 1
        if (one.left > 0) continue
        waiting.delete(cid)
        one.done()
      }
    }
    const many = Array.from({ length: receivers }, () => seat!)
    const seated = await takeSeats(dialect, server.port, many, { listener: { onEvent } })
    // A socket's commands are taken one by one, so each that is under way has a socket of its own.
    const senders = await takeSeats(
      dialect,
      server.port,
      Array.from({ length: UNDER_WAY }, () => seat!),
      {
        follow: false,
      },
    )
    const toAll = async (sender: SeatedSocket): Promise<number> => {
      const cid = uuidv7()
      const sent = performance.now()
      const heard = new Promise<void>((done) => waiting.set(cid, { left: receivers, done }))
      sender.ws.send(dialect.send(seat!, cid, BODY))
      await heard
      return performance.now() - sent
    }
    for (let warm = 0; warm < 20; warm++) await toAll(senders[0]!)

    const times: Promise<number>[] = []
    for (let sent = 0; sent < STEADY * seconds; sent++) {
      times.push(toAll(senders[sent % UNDER_WAY]!))
      await new Promise((resolve) => setTimeout(resolve, 1000 / STEADY))
    }
    const sorted = (await Promise.all(times)).sort((a, b) => a - b)

    const began = performance.now()
    let count = 0
    const loop = async (sender: SeatedSocket): Promise<void> => {
      for (; performance.now() - began < seconds * 1000; count++) await toAll(sender)
    }
    await Promise.all(senders.map(loop))
    const framesPerSecond = (count * receivers) / ((performance.now() - began) / 1000)
    await leaveSeats([...seated, ...senders])
    return {
      name: dialect.name,
      framesPerSecond,
      lastP50: percentile(sorted, 0.5),
      lastP99: percentile(sorted, 0.99),
    }
  } finally {
    await server.stop()
  }
}

export async function benchFanOut(
  postgres: BenchPostgres,
  options: { receivers: number; seconds: number },
  say: (line: string) => void,
): Promise<FanOutFigures[]> {
  const figures: FanOutFigures[] = []
  for (const dialect of DIALECTS) {
    say(`fan-out: one to ${options.receivers}, ${dialect.name}`)
    figures.push(await measure(postgres, dialect, options))
  }
  return figures
}
