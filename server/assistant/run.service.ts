// The trace of the AI agent's runs: what each saw and decided, and up to where the customer has been answered.

import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'

export type RunState = 'answered' | 'handed_over' | 'stopped' | 'stale' | 'failed'

export interface RunOutcome {
  state: RunState
  mode?: 'model' | 'quoted' | null
  confidence?: number
  passages?: { slug: string; passage: string }[]
  tokens?: number
  failure?: string
}

export function createRuns({ db }: { db: Database }) {
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

    async end(id: string, { state, mode, confidence, passages, tokens, failure }: RunOutcome): Promise<void> {
      await db.query(
        `update assistant_runs set state = $2, mode = $3, confidence = $4, passages = $5::jsonb,
                tokens = $6, failure = $7, ended_at = now() where id = $1 returning id`,
        [
          id,
          state,
          mode ?? null,
          confidence ?? null,
          JSON.stringify(passages ?? []),
          tokens ?? 0,
          failure ?? null,
        ],
      )
    },

    /** The last event a finished run has dealt with: what came later is still to be answered. */
    async answeredUpTo(conversationId: string): Promise<number> {
      const [row] = await db.query<{ seq: string }>(
        `select coalesce(max(seen_seq), 0) as seq from assistant_runs
          where conversation_id = $1 and state in ('answered', 'handed_over', 'stopped')`,
        [conversationId],
      )
      return Number(row!.seq)
    },

    /** Runs over a customer's conversations within the last hour. */
    async countRecent(contactId: string): Promise<number> {
      const [row] = await db.query<{ count: number }>(
        `select count(*)::int as count from assistant_runs r join conversations c on c.id = r.conversation_id
          where c.contact_id = $1 and r.created_at > now() - interval '1 hour' and r.state <> 'stale'`,
        [contactId],
      )
      return row!.count
    },
  }
}

export type Runs = ReturnType<typeof createRuns>
