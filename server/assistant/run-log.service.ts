// The AI agent's runs for who looks at them later: lists for administrators, one run with its trace, and the reasons
// of a conversation's runs for every agent. Traces are taken away once their days are over.

import * as z from 'zod'
import type {
  AssistantRun,
  AssistantRunDetail,
  AssistantRunPage,
  ConversationRun,
  RunState,
} from '../../sdk/protocol/assistant-run.ts'
import type { Database } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { Problem } from '../platform/problem.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.purge_traces': Record<string, never>
  }
}

const PAGE = 50
const DAY = 86_400_000
const AT_ONCE = 500
/** Of a conversation, the newest. */
const RUNS_SHOWN = 50
const USAGE_DAYS = 400

interface Row {
  id: string
  site_id: string
  conversation_id: string
  reference: string
  state: RunState
  kind: ConversationRun['kind']
  mode: ConversationRun['answer']
  reason: ConversationRun['reason']
  confidence: number | null
  topic: string | null
  language: string | null
  reply_mode: AssistantRun['mode']
  reasons: ConversationRun['reasons']
  passages: { slug: string; title?: string; score?: number }[]
  model: string | null
  tokens: number
  /** numeric: node-postgres gives text. */
  cost: string | null
  first_word_ms: number | null
  total_ms: number | null
  failure: string | null
  created_at: Date
  question: string | null
}

const RUN = `select r.id, c.site_id, r.conversation_id, c.reference, r.state, r.kind, r.mode, r.reason, r.confidence,
    r.topic, r.language, r.reply_mode, r.reasons, r.passages, r.model, r.tokens, r.cost, r.first_word_ms,
    r.total_ms, r.failure, r.created_at, t.question
  from assistant_runs r
  join conversations c on c.id = r.conversation_id
  left join assistant_traces t on t.run_id = r.id`

const toRun = (row: Row): ConversationRun => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  answer: row.mode,
  reason: row.reason,
  confidence: row.confidence,
  topic: row.topic,
  reasons: row.reasons,
  passages: row.passages.map(({ slug, title = '', score = 0 }) => ({ slug, title, score })),
  created_at: row.created_at.toISOString(),
})

const toFullRun = (row: Row): AssistantRun => ({
  ...toRun(row),
  site_id: row.site_id,
  conversation_id: row.conversation_id,
  reference: row.reference,
  question: row.question ?? '',
  language: row.language,
  mode: row.reply_mode,
  model: row.model,
  tokens: row.tokens,
  cost: row.cost === null ? null : Number(row.cost),
  first_word_ms: row.first_word_ms,
  total_ms: row.total_ms,
  failure: row.failure,
})

export interface RunLogDeps {
  db: Database
  jobs: Jobs
  clock: () => Date
}

export function createRunLog({ db, jobs, clock }: RunLogDeps) {
  async function purge(): Promise<number> {
    const gone = await db.query(
      `delete from assistant_traces where run_id in (
         select run_id from assistant_traces where expires_at < $1::timestamptz order by expires_at limit $2
       ) returning run_id`,
      [clock().toISOString(), AT_ONCE],
    )
    return gone.length
  }

  const schedule = (): Promise<void> =>
    jobs.add(
      'assistant.purge_traces',
      {},
      { key: 'assistant.purge_traces', runAt: new Date(clock().getTime() + DAY), maxAttempts: 20 },
    )

  jobs.handle('assistant.purge_traces', async () => {
    await schedule()
    while ((await purge()) === AT_ONCE);
    await db.query('delete from assistant_usage where day < current_date - $1::int returning day', [
      USAGE_DAYS,
    ])
  })

  return {
    schedule,
    purge,

    /** Newest first. @throws Problem `invalid-request` for a cursor that is not ours */
    async list(
      workspaceId: string,
      { siteId, state, cursor }: { siteId?: string; state?: RunState; cursor?: string },
    ): Promise<AssistantRunPage> {
      if (cursor !== undefined && !z.uuid().safeParse(cursor).success)
        throw new Problem('invalid-request', 'The cursor is not one of ours.', {
          errors: [{ pointer: '/cursor', detail: 'Pass next_cursor of the page before.' }],
        })
      const rows = await db.query<Row>(
        `${RUN} where r.workspace_id = $1 and r.kind is distinct from 'copilot'
            and ($2::uuid is null or c.site_id = $2) and ($3::text is null or r.state = $3)
            and ($4::uuid is null or r.id < $4)
          order by r.id desc limit $5`,
        [workspaceId, siteId ?? null, state ?? null, cursor ?? null, PAGE + 1],
      )
      const runs = rows.slice(0, PAGE).map(toFullRun)
      return { runs, next_cursor: rows.length > PAGE ? runs.at(-1)!.id : null }
    },

    /** @throws Problem `run-not-found` */
    async get(workspaceId: string, id: string): Promise<AssistantRunDetail> {
      const [row] = z.uuid().safeParse(id).success
        ? await db.query<
            Row & {
              body: string | null
              seen: AssistantRunDetail['run']['passages'] | null
              trace: AssistantRunDetail['trace']
            }
          >(
            `${RUN.replace('t.question', 't.question, t.body, t.passages as seen, t.trace')}
              where r.workspace_id = $1 and r.id = $2`,
            [workspaceId, id],
          )
        : []
      if (!row) throw new Problem('run-not-found')
      return { run: { ...toFullRun(row), passages: row.seen ?? [] }, body: row.body, trace: row.trace }
    },

    /** Of one conversation, newest first. @throws Problem `conversation-not-found` */
    async ofConversation(workspaceId: string, conversationId: string): Promise<ConversationRun[]> {
      const known =
        z.uuid().safeParse(conversationId).success &&
        (await db.query('select 1 from conversations where workspace_id = $1 and id = $2', [
          workspaceId,
          conversationId,
        ]))
      if (!known || known.length === 0) throw new Problem('conversation-not-found')
      const rows = await db.query<Row>(
        `${RUN} where r.workspace_id = $1 and r.conversation_id = $2 and r.kind is distinct from 'copilot'
          order by r.created_at desc, r.id desc limit $3`,
        [workspaceId, conversationId, RUNS_SHOWN],
      )
      return rows.map(toRun)
    },
  }
}

export type RunLog = ReturnType<typeof createRunLog>
