// What a waiting draft does not survive: whenever the conversation goes on, the draft is closed in the same transaction.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { Amendment, NewEvent } from '../../conversations/conversation-log.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { DraftRows } from './draft-row.ts'

const isChange = ({ type, actor }: NewEvent): boolean =>
  (type === 'message.edited' || type === 'message.deleted') && actor.kind === 'contact'

/** Somebody writes, takes it or ends it; or the customer changes what they asked. */
const overtakes = (event: NewEvent): boolean =>
  event.type === 'message.created' ||
  event.type === 'conversation.assigned' ||
  event.type === 'conversation.handed_over' ||
  event.type === 'conversation.status_changed' ||
  isChange(event)

export const superseded = (draftId: string, actor: Actor): NewEvent => ({
  type: 'draft.decided',
  actor,
  public: false,
  data: { draft_id: draftId, outcome: 'superseded', reason: null, edit_distance: null, message_id: null },
})

export function overtakenDrafts({ rows, jobs }: { rows: DraftRows; jobs: Pick<Jobs, 'add'> }): Amendment {
  return async (row, decision, transaction) => {
    // Whoever sets it decides about the draft.
    if (!row.draft_id || (decision.patch && 'draft_id' in decision.patch)) return decision
    const by = decision.events.find(overtakes)
    if (!by) return decision
    const nothing = { reason: null, edit_distance: null, message_id: null }
    await rows.close(row.draft_id, { outcome: 'superseded', ...nothing }, null, transaction)
    // A message wakes the AI agent by itself; that another text stands where one stood, nobody else tells it.
    const changed = decision.events.some(isChange)
    if (changed)
      await jobs.add(
        'assistant.answer',
        { workspace_id: row.workspace_id, conversation_id: row.id },
        { queue: `conversation:${row.id}`, key: `answer:${row.id}` },
        transaction,
      )
    return {
      events: [...decision.events, superseded(row.draft_id, by.actor)],
      patch: {
        ...decision.patch,
        draft_id: null,
        draft_at: null,
        // Under the old epoch what is written next would be taken for a repeat of the draft.
        ...(changed && { assignment_epoch: row.assignment_epoch + 1 }),
      },
    }
  }
}
