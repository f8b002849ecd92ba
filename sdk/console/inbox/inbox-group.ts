// Cuts a view into the groups an agent thinks in. Keeps the order it is given.

import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'
import type { en } from '../locales/console-en.ts'

export interface InboxGroup {
  /** Null where a view has only one group and needs no name. */
  label: keyof typeof en | null
  order: keyof typeof en
  conversations: readonly AgentConversation[]
}

export function inboxGroups(view: InboxView, conversations: readonly AgentConversation[]): InboxGroup[] {
  if (view !== 'mine')
    return [
      {
        label: null,
        order:
          view === 'waiting'
            ? 'list.longest_first'
            : view === 'drafts'
              ? 'list.oldest_first'
              : 'list.newest_first',
        conversations,
      },
    ]
  const waits = (each: AgentConversation): boolean => each.status === 'waiting_on_customer'
  const groups: InboxGroup[] = [
    {
      label: 'list.needs_reply',
      order: 'list.newest_first',
      conversations: conversations.filter((each) => !waits(each)),
    },
    {
      label: 'list.waiting_on_customer',
      order: 'list.newest_first',
      conversations: conversations.filter(waits),
    },
  ]
  return groups.filter((group) => group.conversations.length > 0)
}
