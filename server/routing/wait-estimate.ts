// How long a person takes to answer: the median of the last accepted waits. Nothing measured, nothing claimed.

import { createCoalescer } from '../conversations/coalescer.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'

const SAMPLE = 20
/** Between two looks: a queue into which many come at once must not be measured for each of them. */
const REST_MS = 250

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

  const due = createCoalescer<string>({
    keyOf: (workspaceId) => workspaceId,
    run: refresh,
    // An estimate that is a little old does no harm.
    onError: () => {},
    restMs: REST_MS,
  })

  // Only an accept moves it, and only those workspaces are kept that somebody asked about.
  const stop = bus.on('conversation.appended', ({ workspace_id, queue_moved }) => {
    if (queue_moved && known.has(workspace_id)) due.ask(workspace_id)
  })

  return {
    /** Seconds, or null while nothing was measured. */
    estimatedWait: (workspaceId: string): number | null => known.get(workspaceId) ?? null,
    /** Reads it once, so that later calls know. */
    prepare: (workspaceId: string): Promise<void> =>
      known.has(workspaceId) ? Promise.resolve() : refresh(workspaceId),
    close(): void {
      stop()
      due.close()
    },
  }
}

export type WaitEstimate = ReturnType<typeof createWaitEstimate>
