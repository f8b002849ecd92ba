// Cuts a view into the groups an agent thinks in. Keeps the order it is given.

import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'
import type { InboxSort } from '../../protocol/triage.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import type { Rows } from './held-order.ts'

/** Null where a view has only one group and needs no name. */
export type GroupLabel = 'list.needs_reply' | 'list.waiting_on_customer' | 'list.handled_followed' | null

export function inboxGroups(
  view: InboxView,
  conversations: readonly AgentConversation[],
): Rows<GroupLabel>[] {
  if (view !== 'mine') return conversations.length > 0 ? [{ group: null, rows: conversations }] : []
  const labelOf = ({ assignee, status }: AgentConversation): GroupLabel =>
    assignee && assignee.kind !== 'human'
      ? 'list.handled_followed'
      : status === 'waiting_on_customer'
        ? 'list.waiting_on_customer'
        : 'list.needs_reply'
  const groups = (['list.needs_reply', 'list.waiting_on_customer', 'list.handled_followed'] as const).map(
    (group) => ({ group, rows: conversations.filter((each) => labelOf(each) === group) }),
  )
  return groups.filter(({ rows }) => rows.length > 0)
}

const WORDS: Readonly<Record<InboxSort, ConsoleKey>> = {
  newest: 'list.newest_first',
  oldest: 'list.oldest_first',
  waiting: 'list.longest_first',
  priority: 'list.priority_first',
  deadline: 'list.due_first',
}

/** In what order the rows stand, in words. */
export function orderWords(view: InboxView, sort: InboxSort | undefined): ConsoleKey {
  if (sort) return WORDS[sort]
  return view === 'waiting' ? WORDS.waiting : view === 'drafts' ? WORDS.oldest : WORDS.newest
}
