// The trace of the AI agent's runs: what each saw and decided, and up to where the customer has been answered.

import type { RunState } from '../../sdk/protocol/assistant-run.ts'
import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Outcome } from './pipeline/outcome.ts'

/** What a model costs, in the operator's currency a million tokens. */
export interface Prices {
  input: number
  output: number
}

/** A model has read for each run that another message overtook: so many of them weigh as much as a turn. */
const STALE_A_TURN = 3

export interface RunEnd {
  state: RunState
  outcome?: Outcome
  /** What went wrong. */
  failure?: string
  /** Days its trace is kept. */
  traceDays?: number
}

export function createRuns({ db, prices = null }: { db: Database; prices?: Prices | null }) {
  const costOf = ({ trace }: Outcome): number | null =>
    prices && trace.prompt_tokens + trace.completion_tokens > 0
      ? (trace.prompt_tokens * prices.input + trace.completion_tokens * prices.output) / 1_000_000
      : null

  /** The answer as it stood before it was sent; of a handoff nothing but its reasons. */
  async function keepTrace(
    runId: string,
    workspaceId: string,
    outcome: Outcome,
    days: number,
  ): Promise<void> {
    const { trace, passages } = outcome
    const body = 'draft' in outcome ? outcome.draft.body : null
    await db.query(
      `insert into assistant_traces (run_id, workspace_id, question, body, passages, trace, expires_at)
       values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, now() + make_interval(days => $7))
           on conflict (run_id) do nothing returning run_id`,
      [
        runId,
        workspaceId,
        trace.question,
        body,
        JSON.stringify(
          passages.map(({ slug, title, passage, heading, text, score }) => ({
            slug,
            title,
            passage,
            heading,
            text,
            score: score ?? 0,
          })),
        ),
        JSON.stringify(trace),
        days,
      ],
    )
  }

  return {
    async begin(run: {
      workspaceId: string
      conversationId: string
      epoch: number
      seenSeq: number
    }): Promise<string> {
      const id = uuidv7()
      await db.query(
        `insert into assistant_runs (id, workspace_id, conversation_id, epoch, seen_seq)
         values ($1, $2, $3, $4, $5) returning id`,
        [id, run.workspaceId, run.conversationId, run.epoch, run.seenSeq],
      )
      return id
    },

    async end(id: string, { state, outcome, failure, traceDays = 30 }: RunEnd): Promise<void> {
      const mode = outcome?.kind === 'answer' ? outcome.draft.answer : null
      const reason = outcome?.kind === 'hand_over' ? outcome.reason : null
      const [row] = await db.query<{ workspace_id: string }>(
        `update assistant_runs set state = $2, mode = $3, confidence = $4, passages = $5::jsonb, tokens = $6,
                failure = $7, kind = $8, reason = $9, language = $10, topic = $11, reply_mode = $12,
                reasons = $13::jsonb, model = $14, cost = $15, first_word_ms = $16, total_ms = $17,
                ended_at = now()
          where id = $1 returning workspace_id`,
        [
          id,
          state,
          mode,
          outcome?.confidence ?? null,
          JSON.stringify(
            (outcome?.passages ?? []).map(({ slug, title, passage, score }) => ({
              slug,
              title,
              passage,
              score: score ?? 0,
            })),
          ),
          outcome ? outcome.trace.prompt_tokens + outcome.trace.completion_tokens : 0,
          failure ?? reason,
          outcome?.kind ?? null,
          reason,
          outcome?.language ?? null,
          outcome?.topic ?? null,
          outcome?.mode ?? null,
          JSON.stringify(outcome?.reasons ?? []),
          outcome?.trace.model ?? null,
          outcome ? costOf(outcome) : null,
          outcome?.trace.first_word_ms ?? null,
          outcome?.trace.total_ms ?? null,
        ],
      )
      if (row && outcome && outcome.kind !== 'silent')
        await keepTrace(id, row.workspace_id, outcome, traceDays)
    },

    /** What a model did for an agent rather than for the customer: counted among the tokens, and nowhere else. */
    async recordUse(use: {
      workspaceId: string
      conversationId: string
      model: string
      tokensIn: number
      tokensOut: number
      milliseconds: number
    }): Promise<void> {
      const cost = prices && (use.tokensIn * prices.input + use.tokensOut * prices.output) / 1_000_000
      await db.query(
        `insert into assistant_runs (id, workspace_id, conversation_id, epoch, seen_seq, state, kind, tokens, model,
                                     cost, total_ms, ended_at)
         values ($1, $2, $3, 0, 0, 'silent', 'copilot', $4, $5, $6, $7, now()) returning id`,
        [
          uuidv7(),
          use.workspaceId,
          use.conversationId,
          use.tokensIn + use.tokensOut,
          use.model,
          cost,
          use.milliseconds,
        ],
      )
    },

    /** The last event a finished run has dealt with: what came later is still to be answered. */
    async answeredUpTo(conversationId: string): Promise<number> {
      const [row] = await db.query<{ seq: string }>(
        `select coalesce(max(seen_seq), 0) as seq from assistant_runs
          where conversation_id = $1 and state in ('answered', 'handed_over', 'stopped', 'silent')`,
        [conversationId],
      )
      return Number(row!.seq)
    },

    /** What caps are measured by. The run at work is among the customer's. */
    async spent({ contactId, conversationId }: { contactId: string; conversationId: string }) {
      const [row] = await db.query<{ turns: number; replies: number; tokens: number; verified: boolean }>(
        `select
           (select (count(*) filter (where r.state <> 'stale')
                  + count(*) filter (where r.state = 'stale') / ${STALE_A_TURN})::int
              from assistant_runs r join conversations c on c.id = r.conversation_id
             where c.contact_id = $1 and r.created_at > now() - interval '1 hour'
               and r.kind is distinct from 'copilot') as turns,
           (select count(*)::int from assistant_runs
             where conversation_id = $2 and state = 'answered' and ended_at > now() - interval '1 minute') as replies,
           (select coalesce(sum(tokens), 0)::int from assistant_runs where conversation_id = $2) as tokens,
           exists (select 1 from contacts where id = $1 and external_id is not null) as verified`,
        [contactId, conversationId],
      )
      return {
        turnsThisHour: row!.turns,
        repliesThisMinute: row!.replies,
        tokensOfConversation: row!.tokens,
        /** By a signed identity. */
        verified: row!.verified,
      }
    },
  }
}

export type Runs = ReturnType<typeof createRuns>
