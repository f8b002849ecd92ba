// Replays all of a workspace's cases as one durable job: nothing is sent, each case keeps its result, and the run says
// how far it is. A process that dies in the middle leaves the rest to the next.

import type { CaseResult, CaseRun, CaseVerdict } from '../../../sdk/protocol/assistant-case.ts'
import type { Database } from '../../platform/database/database.ts'
import type { JobRun, Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { Outcome } from '../pipeline/outcome.ts'
import { CASES, type CaseRow } from './case.service.ts'
import { judge, seenOf } from './case-judge.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.cases': { workspace_id: string; run_id: string }
  }
}

/** What the AI agent would do; writes nothing. */
export type Rehearse = (scene: {
  workspaceId: string
  siteId: string
  turns: CaseRow['turns']
  locale: string | null
  pageUrl: string | null
  departmentId: string | null
}) => Promise<Outcome>

export interface CaseRunDeps {
  db: Database
  jobs: Pick<Jobs, 'add' | 'handle'>
  rehearse: Rehearse
  clock: () => Date
}

const TRIES = 3
/** Titles of lost cases that a run names. */
const MOST_LOST = 50

type RunRow = Omit<CaseRun, 'started_at' | 'ended_at'> & { started_at: Date; ended_at: Date | null }

const COLUMNS = 'id, state, total, done, passed, declined, failed, lost, failure, started_at, ended_at'

const asRun = (row: RunRow): CaseRun => ({
  ...row,
  started_at: row.started_at.toISOString(),
  ended_at: row.ended_at?.toISOString() ?? null,
})

export function createCaseRuns({ db, jobs, rehearse, clock }: CaseRunDeps) {
  async function latest(workspaceId: string): Promise<CaseRun | null> {
    const [row] = await db.query<RunRow>(
      `select ${COLUMNS} from assistant_case_runs where workspace_id = $1 order by started_at desc, id desc limit 1`,
      [workspaceId],
    )
    return row ? asRun(row) : null
  }

  async function replay(row: CaseRow): Promise<CaseResult> {
    const { workspace_id: workspaceId, site_id: siteId, turns, locale } = row
    const outcome = await rehearse({ workspaceId, siteId, turns, locale, pageUrl: null, departmentId: null })
    const seen = seenOf(outcome)
    return { ...judge(seen, row.expected, row.must_not), said: seen.body }
  }

  /** The case and the run's figures together: counted once, however often the job begins again. */
  async function keep(runId: string, row: CaseRow, result: CaseResult): Promise<void> {
    const before = row.result?.verdict
    const lost = before === 'passed' && result.verdict !== 'passed' ? [row.title] : []
    await db.transaction(async (transaction) => {
      const [kept] = await db.query<{ id: string }>(
        `update assistant_cases set result = $3::jsonb, verdict = $4, ran_at = $5, run_id = $6
          where workspace_id = $1 and id = $2 and run_id is distinct from $6 returning id`,
        [row.workspace_id, row.id, JSON.stringify(result), result.verdict, clock(), runId],
        transaction,
      )
      if (!kept) return
      const one = (verdict: CaseVerdict): number => (result.verdict === verdict ? 1 : 0)
      await db.query(
        `update assistant_case_runs set state = 'running', done = done + 1, passed = passed + $3, declined = declined + $4,
                failed = failed + $5, lost = (lost || $6::text[])[1:${MOST_LOST}]
          where workspace_id = $1 and id = $2 returning id`,
        [row.workspace_id, runId, one('passed'), one('declined'), one('failed'), lost],
        transaction,
      )
    })
  }

  async function end(workspaceId: string, runId: string, failure: string | null): Promise<void> {
    await db.query(
      `update assistant_case_runs set state = $3, failure = $4, ended_at = $5
        where workspace_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
      [workspaceId, runId, failure === null ? 'done' : 'failed', failure, clock()],
    )
  }

  async function work(workspaceId: string, runId: string): Promise<void> {
    for (;;) {
      const [row] = await db.query<CaseRow>(
        `${CASES} where c.workspace_id = $1 and c.run_id is distinct from $2
            and c.created_at <= (select started_at from assistant_case_runs where workspace_id = $1 and id = $2)
          order by c.created_at, c.id limit 1`,
        [workspaceId, runId],
      )
      if (!row) return
      await keep(runId, row, await replay(row))
    }
  }

  jobs.handle('assistant.cases', async ({ workspace_id, run_id }, { attempt }: JobRun) => {
    try {
      await work(workspace_id, run_id)
      await end(workspace_id, run_id, null)
    } catch (error) {
      if (attempt < TRIES) throw error
      await end(
        workspace_id,
        run_id,
        'The cases could not be replayed. Try again, or look into the server’s log.',
      )
      throw error
    }
  })

  return {
    latest,

    /** Starts one; the one that runs already, if there is one. @throws Problem `no-cases` */
    async start(workspaceId: string, agentId: string): Promise<CaseRun> {
      const id = uuidv7()
      await db.transaction(async (transaction) => {
        const [{ total } = { total: 0 }] = await db.query<{ total: number }>(
          'select count(*)::int as total from assistant_cases where workspace_id = $1',
          [workspaceId],
          transaction,
        )
        if (total === 0) throw new Problem('no-cases', 'Correct an answer, or add a case, first.')
        const [row] = await db.query<{ id: string }>(
          `insert into assistant_case_runs (id, workspace_id, state, total, started_by, started_at)
           values ($1, $2, 'waiting', $3, $4, $5)
           on conflict (workspace_id) where state in ('waiting', 'running') do nothing returning id`,
          [id, workspaceId, total, agentId, clock()],
          transaction,
        )
        if (!row) return
        const payload = { workspace_id: workspaceId, run_id: id }
        await jobs.add(
          'assistant.cases',
          payload,
          { queue: `cases:${workspaceId}`, maxAttempts: TRIES },
          transaction,
        )
      })
      return (await latest(workspaceId))!
    },
  }
}

export type CaseRuns = ReturnType<typeof createCaseRuns>
