// What is still on its way: lines down, outboxes with something in them, logs and lists that are behind the database.

import type { Status } from '../../sdk/protocol/conversation.ts'
import type { ChaosPostgres } from './chaos-postgres.ts'
import type { Owners, Seat } from './chaos-seat.ts'

export interface Head {
  id: string
  last_seq: number
  last_pub_seq: number
  status: Status
}

export const readHeads = async (postgres: ChaosPostgres): Promise<Head[]> =>
  (
    await postgres.query<{ id: string; last_seq: string; last_pub_seq: string; status: Status }>(
      'select id, last_seq, last_pub_seq, status from conversations',
    )
  ).map((row) => ({ ...row, last_seq: Number(row.last_seq), last_pub_seq: Number(row.last_pub_seq) }))

const isDone = ({ status }: { status: Status }): boolean => status === 'resolved' || status === 'closed'

function checkLogs(seat: Seat, own: readonly Head[], headOf: (head: Head) => number): string[] {
  const lines: string[] = []
  for (const head of own) {
    const view = seat.views.get(head.id)
    const shown = view?.state.get()
    const last = shown?.events.at(-1)?.seq ?? 0
    if (!view || last < headOf(head))
      lines.push(`${seat.name}: ${head.id} is ${shown?.phase ?? 'not open'} at ${last} of ${headOf(head)}`)
    for (const { body, state } of shown?.pending ?? [])
      if (state !== 'failed') lines.push(`${seat.name}: ${body.slice(0, 24)} is still pending`)
  }
  return lines
}

/** The visitor's list, or the team's inbox of what is open: each row as new as the conversation. */
function checkList(seat: Seat, own: readonly Head[], headOf: (head: Head) => number): string[] {
  const client = seat.client()!
  const isInbox = 'inbox' in client
  const listed = isInbox ? client.inbox.state.get().conversations : client.conversations.list.get()
  const rows = new Map(listed.map((row) => [row.id, row]))
  const lines: string[] = []
  for (const head of own) {
    const row = rows.get(head.id)
    if (isInbox && isDone(head)) {
      if (row) lines.push(`${seat.name}: ${head.id} is ${head.status} and listed as ${row.status}`)
    } else if (row?.head !== headOf(head) || row.status !== head.status)
      lines.push(
        `${seat.name}: ${head.id} is ${head.status} at ${headOf(head)}, and listed ${row ? `as ${row.status} at ${row.head}` : 'not at all'}`,
      )
  }
  return lines
}

/** A line for each; empty when all is at rest. */
export function unrest(seats: readonly Seat[], owners: Owners, heads: readonly Head[]): string[] {
  const lines: string[] = []
  for (const seat of seats) {
    const { name, party } = seat
    seat.forgetUnbegun()
    const line = seat.client()?.connection.get().state
    if (line !== 'online') lines.push(`${name}: the line is ${line ?? 'closed'}`)
    for (const { cid, state } of party.unsent())
      if (state !== 'failed') lines.push(`${party.name}: ${cid} is in the outbox`)
    const isVisitor = party.side === 'visitor'
    const own = isVisitor ? heads.filter(({ id }) => owners.get(id) === party.name) : heads
    const headOf = (head: Head): number => (isVisitor ? head.last_pub_seq : head.last_seq)
    lines.push(...checkLogs(seat, own, headOf))
    if (seat.client()) lines.push(...checkList(seat, own, headOf))
  }
  return [...new Set(lines)]
}
