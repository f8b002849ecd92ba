// Since when a customer waits for the team's next words, as every decision leaves it. Plain messages and new tickets say
// the same in their own statements: see plain-append.ts and ticket-append.ts.

import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Decision } from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'
import { isOpen } from './lifecycle.ts'

/**
 * It begins when a customer writes, or begins to wait for a person, and goes on until somebody of the team has answered,
 * man or machine, or it is resolved. The word that a person looks first is no answer; neither is that of being handed on.
 */
export function answerClock(row: ConversationRow, decision: Decision): Decision {
  const { events, patch = {} } = decision
  if ('unanswered_since' in patch) return decision
  let since = row.unanswered_since
  /** What they waited for when they were handed on, though a machine has said so meanwhile. */
  let asked = since
  for (const { type, actor, data, public: isPublic } of events) {
    if (type === 'message.created' && isPublic) {
      const { notice, copied_from } = data as MessageData
      if (actor.kind === 'contact')
        asked = since ??= new Date(copied_from?.at ?? patch.last_message?.at ?? Date.now())
      else if (actor.kind !== 'system' && !notice) since = null
    }
    // A customer who leaves the queue has taken back what they asked for, except what they wrote.
    const isTakenBack = type === 'conversation.assigned' && actor.kind === 'contact'
    if (isTakenBack && row.last_message?.actor.kind !== 'contact') since = null
  }
  if (patch.waiting_since && !row.waiting_since) since ??= asked ?? patch.waiting_since
  if (patch.status && !isOpen(patch.status)) since = null
  return since === row.unanswered_since ? decision : { events, patch: { ...patch, unanswered_since: since } }
}
