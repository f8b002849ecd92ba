// Rows of drafts, and the draft a decision is about. Reads and marks; decides nothing.

import type { DraftData, DraftDecision } from '../../../sdk/protocol/assistant-event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'

export interface DraftRow {
  id: string
  epoch: number
  question: string
  outcome: DraftDecision['outcome'] | null
  decided_by: string | null
  decided_by_name: string | null
  data: DraftData
}

const DONE = {
  approved: 'sent it',
  edited: 'sent it, changed',
  discarded: 'discarded it',
  superseded: '',
} as const

/** What was decided before, told to who comes second. */
function decided({ outcome, decided_by, decided_by_name }: DraftRow): Problem {
  const by = decided_by && { id: decided_by, name: decided_by_name ?? '' }
  const detail =
    outcome === 'superseded' || !by
      ? 'The conversation went on without it.'
      : `${by.name} ${DONE[outcome ?? 'superseded']} a moment ago.`
  return new Problem('draft-decided', detail, { context: { outcome, by } })
}

export function createDraftRows({ db }: { db: Database }) {
  /** @throws Problem `draft-not-found` */
  async function find(row: ConversationRow, id: string, transaction?: Transaction): Promise<DraftRow> {
    const [draft] = await db.query<DraftRow>(
      `select d.id, d.epoch, d.question, d.outcome, d.decided_by, d.decided_by_name, e.data
         from assistant_drafts d join conversation_events e on e.conversation_id = d.conversation_id and e.id = d.id
        where d.id = $1 and d.conversation_id = $2 and d.workspace_id = $3`,
      [id, row.id, row.workspace_id],
      transaction,
    )
    if (!draft) throw new Problem('draft-not-found')
    return draft
  }

  return {
    find,

    /** The draft that waits. @throws Problem `draft-not-found`; `draft-decided`, which names who was first */
    async pending(row: ConversationRow, id: string, transaction?: Transaction): Promise<DraftRow> {
      const draft = await find(row, id, transaction)
      if (draft.outcome !== null || row.draft_id !== id) throw decided(draft)
      return draft
    },

    async add(
      row: ConversationRow,
      draft: Pick<DraftRow, 'id' | 'question'> & {
        preview: string
        topic: string | null
        data: DraftData
      },
      transaction: Transaction,
    ): Promise<void> {
      const { id, question, preview, topic, data } = draft
      await db.query(
        `insert into assistant_drafts (id, workspace_id, site_id, conversation_id, epoch, question, preview,
                                       answer, confidence, topic)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [
          id,
          row.workspace_id,
          row.site_id,
          row.id,
          row.assignment_epoch,
          question,
          preview,
          data.answer,
          data.confidence,
          topic,
        ],
        transaction,
      )
    },

    async close(
      id: string,
      decision: Omit<DraftDecision, 'draft_id'> & { comment?: string; wordsChanged?: number },
      by: AgentPrincipal | null,
      transaction: Transaction,
    ): Promise<void> {
      const { outcome, reason, comment = '', edit_distance, wordsChanged = null, message_id } = decision
      await db.query(
        `update assistant_drafts set outcome = $2, reason = $3, comment = $4, edit_distance = $5, words_changed = $6,
                message_id = $7, decided_by = $8, decided_by_name = $9, decided_at = now()
          where id = $1 and outcome is null returning id`,
        [
          id,
          outcome,
          reason,
          comment,
          edit_distance,
          wordsChanged,
          message_id,
          by?.id ?? null,
          by?.name ?? null,
        ],
        transaction,
      )
    },

    /** Whether the customer was told lately that a person looks first. */
    async told(row: ConversationRow, transaction: Transaction): Promise<boolean> {
      const [found] = await db.query(
        `select 1 from assistant_drafts
          where conversation_id = $1 and created_at > now() - interval '1 day' limit 1`,
        [row.id],
        transaction,
      )
      return found !== undefined
    },
  }
}

export type DraftRows = ReturnType<typeof createDraftRows>
