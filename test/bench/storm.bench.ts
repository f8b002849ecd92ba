// Everybody comes back at once: the server is killed and started again, a message was written to each conversation
// meanwhile, and all clients, each with its session and its cursor, connect in the same instant. Resumed is who has been
// welcomed and has the message that was missed.

import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL, type Dialect, FLOOR, type Seat } from './dialect.ts'
import { startServer } from './measured-server.ts'
import { leaveSeats, type SeatedSocket, takeSeat, takeSeats } from './seated-socket.ts'

/** Who is turned away tries again after half to all of this, as the client does. */
const COME_BACK_MS = 1000
const PATIENCE_MS = 60_000

export interface StormFigures {
  name: Dialect['name']
  clients: number
  /** From the moment the server listens again. */
  seconds: number
  /** Tries that failed; each was repeated. */
  errors: number
  /** Never resumed. */
  missing: number
}

const MISSED: Record<'ws + pg' | 'Deskbell', string> = {
  'ws + pg': `
    with head as (update rooms set last_seq = last_seq + 1 returning id, last_seq)
    insert into messages (room_id, seq, id, cid, body)
    select id, last_seq, gen_random_uuid(), gen_random_uuid(), 'While you were away' from head`,
  Deskbell: `
    with head as (
      update conversations set last_seq = last_seq + 1, last_pub_seq = last_pub_seq + 1
      returning id, workspace_id, assignee_id, last_seq, last_pub_seq
    )
    insert into conversation_events
      (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id, actor_name, cid, data)
    select id, last_seq, last_pub_seq, workspace_id, gen_random_uuid(), 'message.created', 'human', assignee_id,
           'Mara', gen_random_uuid(), '{"body":"While you were away","content":[],"citations":[],"answer":null}'
      from head`,
}

async function comeBack(dialect: Dialect, port: number, seats: readonly Seat[]) {
  const seated: SeatedSocket[] = []
  let errors = 0
  let resumed = 0
  const deadline = performance.now() + PATIENCE_MS
  const one = async (seat: Seat, index: number): Promise<void> => {
    while (performance.now() < deadline) {
      let heard = (): void => {}
      const missed = new Promise<void>((resolve) => {
        heard = resolve
      })
      try {
        const mine = await takeSeat(dialect, port, seat, { after: 0, index, listener: { onEvent: heard } })
        seated.push(mine)
        const lost = once(mine.ws, 'close').then(() => Promise.reject(new Error('closed')))
        await Promise.race([missed, lost])
        resumed += 1
        return
      } catch {
        errors += 1
        await sleep(COME_BACK_MS * (0.5 + Math.random() / 2))
      }
    }
  }
  const began = performance.now()
  await Promise.all(seats.map(one))
  return { seated, errors, resumed, seconds: (performance.now() - began) / 1000 }
}

export async function benchStorm(
  postgres: BenchPostgres,
  { clients }: { clients: number },
  say: (line: string) => void,
): Promise<StormFigures[]> {
  const figures: StormFigures[] = []
  for (const dialect of [FLOOR, DESKBELL]) {
    say(`storm: ${clients} clients of ${dialect.name}`)
    const url = await postgres.database()
    let server = await startServer(dialect.file, url)
    try {
      const { port } = server
      const seats = await dialect.seats(postgres, url, server, clients)
      const before = await takeSeats(dialect, port, seats)
      const gone = before.map(({ ws }) => once(ws, 'close'))
      await server.stop('SIGKILL')
      await Promise.all(gone)
      await postgres.query(url, MISSED[dialect.name as keyof typeof MISSED])
      server = await startServer(dialect.file, url, { port })
      const { seated, errors, resumed, seconds } = await comeBack(dialect, port, seats)
      figures.push({ name: dialect.name, clients, seconds, errors, missing: clients - resumed })
      await leaveSeats(seated)
    } finally {
      await server.stop('SIGKILL')
    }
  }
  return figures
}
