// The end of a run: waits until everybody is at rest, then takes down what the database holds and what everybody
// shows, the clients that lived through it and fresh ones that load from zero.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Party } from './chaos-party.ts'
import type { ChaosPostgres } from './chaos-postgres.ts'
import type { Owners, Seat, View } from './chaos-seat.ts'
import type { ConversationHeads, FinalView, Row } from './history-checker.ts'
import { readHeads, unrest } from './unrest.ts'
import { textOf } from './view-watch.ts'

const LOOK_EVERY = 200
/** A view that has not come to hold all of its log by then is told of as it is. */
const LOAD_WITHIN = 4000

/** Waits for rest; what is not at rest after `deadline` ms is returned. */
export async function settle(
  { seats, owners, postgres }: { seats: readonly Seat[]; owners: Owners; postgres: ChaosPostgres },
  deadline: number,
): Promise<string[]> {
  const until = performance.now() + deadline
  let wake = (): void => {}
  for (const seat of seats) seat.onChange(() => wake())
  let calm = 0
  for (;;) {
    const lines = unrest(seats, owners, await readHeads(postgres))
    // Twice in a row, as an AI agent may be about to write.
    calm = lines.length === 0 ? calm + 1 : 0
    if (calm >= 3) return []
    if (performance.now() > until) return lines
    const changed = new Promise<void>((resolve) => {
      wake = resolve
    })
    await (calm > 0 ? sleep(LOOK_EVERY) : Promise.race([changed, sleep(LOOK_EVERY)]))
  }
}

async function loadAll(view: View): Promise<boolean> {
  const until = performance.now() + LOAD_WITHIN
  while (performance.now() < until) {
    const { phase, hasEarlier } = view.state.get()
    if (phase === 'ready' && !hasEarlier) return true
    if (phase === 'ready') await view.loadEarlier().catch(() => {})
    if (phase !== 'ready' || view.state.get().hasEarlier) await sleep(20)
  }
  return false
}

async function takeView(seat: Seat, view: View): Promise<FinalView> {
  const complete = await loadAll(view)
  const { events, pending } = view.state.get()
  return {
    client: seat.name,
    side: seat.party.side,
    visitor: seat.party.side === 'visitor' ? seat.party.name : null,
    conversation: view.id,
    events: events.map((event) => ({
      seq: event.seq,
      id: event.id,
      type: event.type,
      cid: event.cid,
      body: textOf(event),
    })),
    complete,
    pending: pending.map(({ body, state, problem }) => ({ body, state, code: problem?.code ?? null })),
  }
}

/** Everything every seat shows. */
export const takeViews = async (seats: readonly Seat[]): Promise<FinalView[]> =>
  (
    await Promise.all(seats.flatMap((seat) => [...seat.views.values()].map((view) => takeView(seat, view))))
  ).flat()

/** Waits until the seats show all that the log has; for fresh ones, whose loading nothing disturbs. */
export async function readLog(
  postgres: ChaosPostgres,
  owners: Owners,
): Promise<{ rows: Row[]; conversations: ConversationHeads[] }> {
  const rows = await postgres.query<Row & { seq: string; pub_seq: string | null }>(
    `select conversation_id, seq, pub_seq, id, type, cid, actor_id, coalesce(data->>'body', '') as body,
            data->>'message_id' as target, actor_kind = 'ai' as quoting
       from conversation_events order by conversation_id, seq`,
  )
  return {
    rows: rows.map((row) => ({
      ...row,
      seq: Number(row.seq),
      pub_seq: row.pub_seq === null ? null : Number(row.pub_seq),
    })),
    conversations: (await readHeads(postgres)).map((head) => ({
      ...head,
      owner: owners.get(head.id) ?? 'nobody',
    })),
  }
}

/** What a visitor's device holds of its session. */
export function sessionOf(party: Party): [string, unknown][] {
  for (const entries of party.device.disk.values()) {
    const token = entries.get('session')
    if (token !== undefined) return [['session', token]]
  }
  return []
}
