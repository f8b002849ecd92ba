// Which views of the inbox a conversation belongs to, and in what order. Pure; the server's own rules, told again.

import type { AgentConversation, InboxView } from '../protocol/conversation.ts'

export const INBOX_VIEWS: readonly InboxView[] = [
  'mine',
  'waiting',
  'unassigned',
  'assistant',
  'drafts',
  'mentions',
  'following',
  'open',
  'snoozed',
  'resolved',
  'spam',
]

/** What membership depends on. */
export type Membership = Pick<
  AgentConversation,
  | 'status'
  | 'assignee'
  | 'waiting_since'
  | 'draft'
  | 'mentioned_ids'
  | 'follower_ids'
  | 'snoozed_until'
  | 'spam'
>

const isDone = ({ status }: Membership): boolean => status === 'resolved' || status === 'closed'

const RULES: Record<InboxView, (conversation: Membership, meId: string) => boolean> = {
  mine: (c, meId) => !isDone(c) && c.assignee?.id === meId,
  waiting: (c) => !isDone(c) && c.waiting_since !== null,
  unassigned: (c) => !isDone(c) && c.assignee === null,
  assistant: (c) => !isDone(c) && (c.assignee?.kind === 'ai' || c.assignee?.kind === 'bot'),
  drafts: (c) => !isDone(c) && c.draft !== undefined,
  mentions: (c, meId) => !isDone(c) && c.mentioned_ids.includes(meId),
  following: (c, meId) => !isDone(c) && c.follower_ids.includes(meId),
  open: (c) => !isDone(c),
  snoozed: (c) => !isDone(c) && c.snoozed_until !== null,
  resolved: isDone,
  spam: (c) => c.spam,
}

export const belongs = (view: InboxView, conversation: Membership, meId: string): boolean =>
  RULES[view](conversation, meId)

/** Longest waiting first in `waiting` and `drafts`, latest first elsewhere. */
export function inboxOrder(view: InboxView): (a: AgentConversation, b: AgentConversation) => number {
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const since = ({ waiting_since, draft }: AgentConversation): string =>
    (view === 'drafts' ? draft?.since : waiting_since) ?? ''
  return view === 'waiting' || view === 'drafts'
    ? (a, b) => by(since(a), since(b)) || by(a.id, b.id)
    : (a, b) => by(b.updated_at, a.updated_at) || by(b.id, a.id)
}
