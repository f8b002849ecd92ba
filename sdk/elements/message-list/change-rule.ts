// What a customer may still change, as far as can be told here: the server has the last word.

import type { FoldedMessage } from '../../client/folded-messages.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'

/** The protocol's; a copy, as its own file is for both sides and brings more along. A contract test compares. */
export const EDIT_MINUTES = 15

/** @param now the server's present, ms */
export function mayChange(
  { actor, at, deleted }: FoldedMessage,
  conversation: Pick<VisitorConversation, 'status'> | null,
  now: number,
): boolean {
  if (actor.kind !== 'contact' || deleted || !conversation) return false
  if (conversation.status === 'resolved' || conversation.status === 'closed') return false
  return now - Date.parse(at) < EDIT_MINUTES * 60_000
}
