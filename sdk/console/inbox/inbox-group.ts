// Cuts a view into the groups an agent thinks in. Keeps the order it is given.

import { type MineGroup, mineGroup } from '../../client/inbox-membership.ts'
import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'
import type { InboxSort } from '../../protocol/triage.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import type { Rows } from './held-order.ts'

/** Null where a view has only one group and needs no name. */
export type GroupLabel = 'list.needs_reply' | 'list.waiting_on_customer' | 'list.handled_followed' | null

const LABELS = {
  reply: 'list.needs_reply',
  customer: 'list.waiting_on_customer',
  followed: 'list.handled_followed',
} as const satisfies Record<MineGroup, GroupLabel>

export function inboxGroups(
  view: InboxView,
  conversations: readonly AgentConversation[],
): Rows<GroupLabel>[] {
  if (view !== 'mine') return conversations.length > 0 ? [{ group: null, rows: conversations }] : []
  const groups = (Object.keys(LABELS) as MineGroup[]).map((group) => ({
    group: LABELS[group],
    rows: conversations.filter((each) => mineGroup(each) === group),
  }))
  return groups.filter(({ rows }) => rows.length > 0)
}

const WORDS: Readonly<Record<InboxSort, ConsoleKey>> = {
  newest: 'list.newest_first',
  oldest: 'list.oldest_first',
  waiting: 'list.longest_first',
  priority: 'list.priority_first',
  deadline: 'list.due_first',
}

/** In what order the rows of the first group stand, in words. */
export function orderWords(view: InboxView, group: GroupLabel, sort: InboxSort | undefined): ConsoleKey {
  if (sort) return WORDS[sort]
  if (group === 'list.needs_reply') return WORDS.waiting
  return view === 'waiting' ? WORDS.waiting : view === 'drafts' ? WORDS.oldest : WORDS.newest
}
