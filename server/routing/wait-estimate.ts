// How long a person takes to answer: the median of the last accepted waits. Nothing measured, nothing claimed.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'

const SAMPLE = 20

export function createWaitEstimate({ db, bus }: { db: Database; bus: Bus }) {
  const known = new Map<string, number | null>()

  async function refresh(workspaceId: string): Promise<void> {
    const [row] = await db.query<{ median: number | null }>(
      `select percentile_cont(0.5) within group (order by waited_seconds) as median
         from (select waited_seconds from conversations
                where workspace_id = $1 and waited_seconds is not null and accepted_at > now() - interval '7 days'
                order by accepted_at desc limit ${SAMPLE}) recent`,
      [workspaceId],
    )
    known.set(workspaceId, row?.median ?? null)
  }

  // Only an accept moves it, and only those workspaces are kept that somebody asked about.
  const stop = bus.on('conversation.appended', ({ workspace_id, queue_moved }) => {
    if (queue_moved && known.has(workspace_id)) refresh(workspace_id).catch(() => {})
  })

  return {
    /** Seconds, or null while nothing was measured. */
    estimatedWait: (workspaceId: string): number | null => known.get(workspaceId) ?? null,
    /** Reads it once, so that later calls know. */
    prepare: (workspaceId: string): Promise<void> =>
      known.has(workspaceId) ? Promise.resolve() : refresh(workspaceId),
    close: stop,
  }
}

export type WaitEstimate = ReturnType<typeof createWaitEstimate>
