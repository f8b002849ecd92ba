// Whether a conversation holds news for the customer. What they wrote themselves is none, however far they have read.

import type { VisitorConversation } from '../../protocol/conversation.ts'

export const isUnread = ({
  head,
  read_seq,
  last_message,
}: Pick<VisitorConversation, 'head' | 'read_seq' | 'last_message'>): boolean =>
  head > read_seq && last_message?.actor.kind !== 'contact'
