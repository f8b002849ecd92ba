// Two nodes of Deskbell on one database: customers write on one, their other devices listen on the other. How long a
// message takes from its send to the far device.

import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL } from './dialect.ts'
import { createLoad, type LoadFigures } from './load.ts'
import { startServer } from './measured-server.ts'
import { STEADY_RATE } from './messages.bench.ts'
import { median } from './percentile.ts'
import { leaveSeats, takeSeats } from './seated-socket.ts'

const ROOMS = 50

export interface NodesFigures {
  rate: number
  ackP50: number
  ackP99: number
  /** Of 100 events, by when 99 were there. */
  deliveredP99: number
  /** Events sent and events heard on the other node. */
  sent: number
  heard: number
}

export async function benchNodes(
  postgres: BenchPostgres,
  { seconds, repeats }: { seconds: number; repeats: number },
  say: (line: string) => void,
): Promise<NodesFigures> {
  const url = await postgres.database()
  const near = await startServer(DESKBELL.file, url)
  const far = await startServer(DESKBELL.file, url)
  try {
    const load = createLoad(DESKBELL)
    const seats = await DESKBELL.seats(postgres, url, near, ROOMS)
    const hearers = await takeSeats(DESKBELL, far.port, seats, { listener: load.hearer })
    const senders = await takeSeats(DESKBELL, near.port, seats, { listener: load.listener })
    await load.open(senders, STEADY_RATE, 1)
    const runs: LoadFigures[] = []
    for (let repeat = 0; repeat < repeats; repeat++) {
      say(`nodes: from one to the other at ${STEADY_RATE}/s, ${repeat + 1} of ${repeats}`)
      runs.push(await load.open(senders, STEADY_RATE, seconds))
    }
    await leaveSeats([...hearers, ...senders])
    return {
      rate: STEADY_RATE,
      ackP50: median(runs.map((run) => run.p50)),
      ackP99: median(runs.map((run) => run.p99)),
      deliveredP99: median(runs.map((run) => run.deliveredP99)),
      sent: STEADY_RATE * seconds * repeats,
      heard: runs.reduce((sum, run) => sum + run.heard, 0),
    }
  } finally {
    await near.stop()
    await far.stop()
  }
}
