// Finds logs that have grown without this node having heard of it, and tells this node as the lost news would have.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { systemTime, type Time } from '../platform/time.ts'

/**
 * A row shows only when its transaction commits, up to some seconds after the time it carries; that time itself is
 * true to a second.
 */
const OVERLAP_MS = 15_000
/** Conversations of one look, those changed last. */
const MOST = 20_000

const CHANGED = `
  select id, workspace_id, contact_id, last_seq, last_pub_seq from conversations
   where workspace_id = any($1::uuid[]) and is_open in (true, false)
     and updated_at > now() - make_interval(secs => $2::float8)
   order by updated_at desc limit ${MOST}`

interface ChangedRow {
  id: string
  workspace_id: string
  contact_id: string
  last_seq: string
  last_pub_seq: string
}

export interface LogSweepDeps {
  db: Pick<Database, 'prepared'>
  bus: Pick<Bus, 'on' | 'emitHere'>
  /** Workspaces somebody on this node may hear of. */
  workspaces: () => Iterable<string>
  time?: Time
}

export function createLogSweep({ db, bus, workspaces, time = systemTime }: LogSweepDeps) {
  /** How far this node has heard of a log; the older half is let go of when it is older than any look goes back. */
  let heard = new Map<string, number>()
  let heardBefore = new Map<string, number>()
  let turnedAt = time.now()
  let lookedAt = time.now()

  const heardOf = (id: string): number => Math.max(heard.get(id) ?? 0, heardBefore.get(id) ?? 0)

  const stop = bus.on('conversation.appended', ({ conversation_id, to_seq }) => {
    if (to_seq > heardOf(conversation_id)) heard.set(conversation_id, to_seq)
  })

  function turn(reach: number): void {
    if (time.now() - turnedAt <= reach) return
    heardBefore = heard
    heard = new Map()
    turnedAt = time.now()
  }

  return {
    async look(): Promise<void> {
      const at = time.now()
      const reach = at - lookedAt + OVERLAP_MS
      turn(reach)
      const present = [...new Set(workspaces())]
      const rows =
        present.length > 0 ? await db.prepared<ChangedRow>('log-sweep', CHANGED, [present, reach / 1000]) : []
      lookedAt = at
      for (const row of rows) {
        const to_seq = Number(row.last_seq)
        const known = heardOf(row.id)
        // Kept for as long as the row may be seen again.
        heard.set(row.id, Math.max(to_seq, known))
        if (to_seq <= known) continue
        bus.emitHere('conversation.appended', {
          workspace_id: row.workspace_id,
          conversation_id: row.id,
          contact_id: row.contact_id,
          from_seq: known > 0 ? known + 1 : to_seq,
          to_seq,
          to_pub_seq: Number(row.last_pub_seq),
          queue_moved: true,
        })
      }
    },
    close: stop,
  }
}

export type LogSweep = ReturnType<typeof createLogSweep>
