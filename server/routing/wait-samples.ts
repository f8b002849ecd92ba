// How long the longest wait was, minute by minute: one row for everybody and one for each department where somebody waits.

import type { Database } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'board.sample': Record<string, never>
  }
}

const EVERY_MS = 60_000
const KEPT = '2 days'

export interface WaitSamplesDeps {
  db: Pick<Database, 'query'>
  jobs: Jobs
  clock: () => Date
}

export function createWaitSamples({ db, jobs, clock }: WaitSamplesDeps) {
  async function sample(): Promise<void> {
    await db.query(
      `insert into wait_samples (workspace_id, department_id, at, seconds)
       select w.id, g.department_id, now(), coalesce(g.seconds, 0)
         from workspaces w
        cross join lateral (
          select c.department_id, extract(epoch from now() - min(c.waiting_since))::int as seconds
            from conversations c
           where c.workspace_id = w.id and c.waiting_since is not null and c.spam_at is null
           group by grouping sets ((), (c.department_id))
          having grouping(c.department_id) = 1 or c.department_id is not null) g
       returning at`,
    )
    await db.query(
      `delete from wait_samples where at < now() - interval '${KEPT}' and workspace_id is not null returning at`,
    )
  }

  const schedule = (after = EVERY_MS): Promise<void> =>
    jobs.add(
      'board.sample',
      {},
      { key: 'board.sample', runAt: new Date(clock().getTime() + after), maxAttempts: 20 },
    )

  jobs.handle('board.sample', async () => {
    await schedule()
    await sample()
  })

  return { sample, schedule }
}

export type WaitSamples = ReturnType<typeof createWaitSamples>
