// A node's durable mark of how far it has rung the bell, and what becomes of the marks of nodes that have died: what they
// had committed and not told is read from the logs and told by who lives. Costs a message nothing.

import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { EVENT_COLUMNS, type EventRow } from '../conversation-row.ts'

const EVERY_MS = 5000
/** A node that has not been seen for so long is dead; one that only slept tells nothing twice. */
const DEAD_S = 15
/** A row shows only when its transaction commits, up to some seconds after the time it carries. */
const OVERLAP_S = 20
/** Logs read at a time, and of each so many of its latest rows. */
const LOGS = 100
const ROWS = 200

export interface LateEvent {
  workspaceId: string
  event: EventRow
}

export interface BellMarksDeps {
  db: Pick<Database, 'query'>
  log: Pick<Log, 'warn' | 'info'>
  /** When the oldest of what this node has still to ring was appended. */
  pendingSince: () => Date | null
  /** Events that may ring a bell. */
  types: ReadonlySet<string>
  /** Harmless to repeat. */
  ringLate: (events: readonly LateEvent[]) => Promise<void>
}

export function createBellMarks({ db, log, pendingSince, types, ringLate }: BellMarksDeps) {
  const node = uuidv7()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function mark(): Promise<void> {
    await db.query(
      `insert into bell_marks (node, rung_until, seen_at)
       values ($1, least($2::timestamptz, now() - interval '${OVERLAP_S} seconds'), now())
           on conflict (node) do update set rung_until = excluded.rung_until, seen_at = excluded.seen_at
       returning node`,
      [node, pendingSince()?.toISOString() ?? null],
    )
  }

  /** What has been appended since, on whatever node: those that live have told theirs. */
  async function ringOn(since: string): Promise<void> {
    const changed = await db.query<{ id: string; workspace_id: string }>(
      `select c.id, c.workspace_id from workspaces w
        cross join lateral (
          select id, workspace_id from conversations
           where workspace_id = w.id and is_open in (true, false)
             -- True to within a second.
             and updated_at > $1::timestamptz - interval '2 seconds') c`,
      [since],
    )
    const workspaceOf = new Map(changed.map(({ id, workspace_id }) => [id, workspace_id]))
    const ids = [...workspaceOf.keys()]
    for (let from = 0; from < ids.length; from += LOGS) {
      const rows = await db.query<EventRow>(
        `select e.* from unnest($1::uuid[]) as g (id)
          cross join lateral (
            select ${EVENT_COLUMNS} from conversation_events
             where conversation_id = g.id order by seq desc limit ${ROWS}) e
          where e.created_at > $2::timestamptz and e.type = any($3::text[])
          order by e.conversation_id, e.seq`,
        [ids.slice(from, from + LOGS), since, [...types]],
      )
      if (rows.length > 0)
        await ringLate(rows.map((event) => ({ workspaceId: workspaceOf.get(event.conversation_id)!, event })))
    }
  }

  /** Claimed by being seen again: whoever claims it and dies, too, leaves it to the next. */
  async function takeOver(): Promise<void> {
    for (;;) {
      const [dead] = await db.query<{ node: string; since: string; claimed: string }>(
        `update bell_marks set seen_at = now() where node = (
           select node from bell_marks where node <> $1 and seen_at < now() - interval '${DEAD_S} seconds'
            order by seen_at limit 1 for update skip locked)
         returning node, rung_until::text as since, seen_at::text as claimed`,
        [node],
      )
      if (!dead || isClosed) return
      await ringOn(dead.since)
      await db.query('delete from bell_marks where node = $1 and seen_at = $2::timestamptz returning node', [
        dead.node,
        dead.claimed,
      ])
      log.info({ node: dead.node }, 'bell: rung for a node that is gone')
    }
  }

  async function look(): Promise<void> {
    await mark()
    await takeOver()
  }

  function later(): void {
    if (isClosed) return
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.warn({ error: errorFields(error) }, 'bell: the mark could not be set'))
        .then(later)
    }, EVERY_MS).unref()
  }

  return {
    /** Before this node appends anything. */
    async start(): Promise<void> {
      await look()
      later()
    },
    look,
    /** The mark stays: what this node appends while it goes down, others tell. */
    close(): void {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
