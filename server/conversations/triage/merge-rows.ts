// The table of what went into what, and what the logs of both say of it.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { ConversationRef } from '../../../sdk/protocol/triage-event.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { NewEvent } from '../conversation-log.ts'
import type { ConversationRow } from '../conversation-row.ts'

/** What taking it back brings back. */
export interface BeforeMerge {
  status: ConversationRow['status']
  assignee_id: string | null
  waiting_since: string | null
  handoff_reason: ConversationRow['handoff_reason']
  snoozed_until: string | null
  resolved_at: string | null
}

type Row = Pick<ConversationRow, 'id' | 'workspace_id' | 'merged_into'>

export const joined = (actor: Actor, direction: 'into' | 'from', other: ConversationRef): NewEvent => ({
  type: 'conversation.merged',
  actor,
  public: false,
  data: { direction, other, merged: true, why: 'agent' },
})

export const takenApart = (
  actor: Actor,
  direction: 'into' | 'from',
  other: ConversationRef,
  why: 'agent' | 'reply',
): NewEvent => ({
  type: 'conversation.merged',
  actor,
  public: false,
  data: { direction, other, merged: false, why },
})

/** Takes the note away; where it had gone. Undefined where that is no more. */
export async function dropMerge(
  db: Pick<Database, 'query'>,
  row: Row,
  transaction: Transaction,
): Promise<(ConversationRef & { before: BeforeMerge }) | undefined> {
  const [dropped] = await db.query<ConversationRef & { before: BeforeMerge }>(
    `with gone as (delete from conversation_merges where conversation_id = $1 and workspace_id = $2 returning before)
     select c.id, c.reference, c.subject, gone.before from gone join conversations c on c.id = $3`,
    [row.id, row.workspace_id, row.merged_into],
    transaction,
  )
  return dropped
}
