// What an idle socket costs: resident memory of the server with so many of them, less what it had with none, a socket.

import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL, type Dialect, FLOOR, SOCKET_IO } from './dialect.ts'
import { startServer } from './measured-server.ts'
import { leaveSeats, takeSeats } from './seated-socket.ts'

export interface MemoryFigures {
  name: string
  /** Bytes a socket, beyond the server without any: right after they came, and once that has settled. */
  atOnce: number
  each: number
  /** Bytes of the whole server with all of them. */
  all: number
}

const CASES: { name: string; dialect: Dialect; follow: boolean }[] = [
  { name: 'ws + pg', dialect: FLOOR, follow: true },
  { name: 'Socket.IO', dialect: SOCKET_IO, follow: true },
  { name: 'Deskbell, hello only', dialect: DESKBELL, follow: false },
  { name: 'Deskbell, following a conversation', dialect: DESKBELL, follow: true },
]

/** Seats that come and go first, so that what the server makes once and keeps is there before counting begins. */
const WARM = 20

export async function benchMemory(
  postgres: BenchPostgres,
  { sockets }: { sockets: number },
  say: (line: string) => void,
): Promise<MemoryFigures[]> {
  const figures: MemoryFigures[] = []
  for (const { name, dialect, follow } of CASES) {
    say(`memory: ${sockets} sockets, ${name}`)
    const url = await postgres.database()
    const server = await startServer(dialect.file, url)
    try {
      const seats = await dialect.seats(postgres, url, server, sockets)
      await leaveSeats(await takeSeats(dialect, server.port, seats.slice(0, WARM), { follow }))
      // Twice: code that is no longer run is let go only after some rounds.
      await server.usage('thorough')
      const empty = await server.usage('thorough')
      const seated = await takeSeats(dialect, server.port, seats, { follow })
      const full = await server.usage('ordinary')
      const settled = await server.usage('thorough')
      figures.push({
        name,
        atOnce: (full.rss - empty.rss) / sockets,
        each: (settled.rss - empty.rss) / sockets,
        all: settled.rss,
      })
      await leaveSeats(seated)
    } finally {
      await server.stop('SIGKILL')
    }
  }
  return figures
}
