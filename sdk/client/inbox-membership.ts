// Which lists of the inbox hold a conversation, and in what order. Pure; the server's own rules, told again.

import type { AgentConversation, InboxView } from '../protocol/conversation.ts'
import type { InboxFilter, InboxSort } from '../protocol/triage.ts'

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

/** What membership of a view depends on. */
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
  | 'merged_into'
>

export const isDone = ({ status }: Pick<Membership, 'status'>): boolean =>
  status === 'resolved' || status === 'closed'

/** What was merged stands where it went; spam stands in its own view; a snooze is one of what is open. */
const isListed = (c: Membership): boolean => !c.merged_into && !c.spam
const isSnoozed = (c: Membership): boolean => c.snoozed_until !== null && !isDone(c)
export const isInSight = (c: Membership): boolean => isListed(c) && !isDone(c) && !isSnoozed(c)

const RULES: Record<InboxView, (conversation: Membership, meId: string) => boolean> = {
  mine: (c, meId) => isInSight(c) && c.assignee?.id === meId,
  waiting: (c) => isInSight(c) && c.waiting_since !== null,
  unassigned: (c) => isInSight(c) && c.assignee === null,
  assistant: (c) => isInSight(c) && (c.assignee?.kind === 'ai' || c.assignee?.kind === 'bot'),
  drafts: (c) => isInSight(c) && c.draft !== undefined,
  mentions: (c, meId) => isInSight(c) && c.mentioned_ids.includes(meId),
  following: (c, meId) => isInSight(c) && c.follower_ids.includes(meId),
  open: isInSight,
  snoozed: (c) => isListed(c) && isSnoozed(c),
  resolved: (c) => isListed(c) && isDone(c),
  spam: (c) => c.spam && !c.merged_into,
}

/** Whether a view counts it. */
export const belongs = (view: InboxView, conversation: Membership, meId: string): boolean =>
  RULES[view](conversation, meId)

/** Listed below one's own and not counted with it: what a machine has and I follow. */
const isFollowed = (c: Membership, meId: string): boolean =>
  isInSight(c) && c.assignee !== null && c.assignee.kind !== 'human' && c.follower_ids.includes(meId)

const DAY = 86_400_000

/** A date alone is the whole day, in UTC. */
function isWithin(
  { from, to, days }: NonNullable<InboxFilter['created']>,
  text: string,
  now: number,
): boolean {
  const at = Date.parse(text)
  return (
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || (to.length === 10 ? at < Date.parse(to) + DAY : at <= Date.parse(to))) &&
    (days === undefined || at >= now - days * DAY)
  )
}

function isWritten(text: string, { subject, reference, contact, last_message }: AgentConversation): boolean {
  const sought = text.trim().toLowerCase()
  return [subject, reference, contact.name, contact.email ?? '', last_message?.preview ?? ''].some((place) =>
    place.toLowerCase().includes(sought),
  )
}

/** Whether all that a filter asks for holds. `now` is the server's time. */
export function matches(filter: InboxFilter, c: AgentConversation, meId: string, now: number): boolean {
  const { status, channel, priority, department_ids, topic_ids, tag_ids, assignee_ids, site_ids } = filter
  const { locale, rating, created, updated, unanswered_minutes, custom, text } = filter
  return (
    (!status || status.includes(c.status)) &&
    (!channel || channel.includes(c.channel)) &&
    (!priority || priority.includes(c.priority)) &&
    (!department_ids || department_ids.includes(c.department?.id ?? null)) &&
    (!topic_ids || topic_ids.includes(c.topic?.id ?? null)) &&
    (!tag_ids || tag_ids.every((id) => c.tags.some((tag) => tag.id === id))) &&
    (!assignee_ids || assignee_ids.some((id) => (id === 'me' ? meId : id) === (c.assignee?.id ?? null))) &&
    (!site_ids || site_ids.includes(c.site.id)) &&
    (!locale || locale.some((wanted) => isLanguage(wanted, c.contact.locale))) &&
    (!rating ||
      (c.rating !== null && c.rating.score >= (rating.min ?? 1) && c.rating.score <= (rating.max ?? 5))) &&
    (!created || isWithin(created, c.created_at, now)) &&
    (!updated || isWithin(updated, c.updated_at, now)) &&
    (unanswered_minutes === undefined ||
      (c.unanswered_since !== null && Date.parse(c.unanswered_since) <= now - unanswered_minutes * 60_000)) &&
    (!custom || Object.entries(custom).every(([key, value]) => c.custom[key] === value)) &&
    (text === undefined || isWritten(text, c))
  )
}

function isLanguage(wanted: string, locale: string | null): boolean {
  const [asked, has] = [wanted.toLowerCase(), locale?.toLowerCase()]
  return has === asked || Boolean(has?.startsWith(`${asked}-`))
}

/** Whether time alone can bring a conversation into a filter, or take it out. */
export const isTimely = ({ created, updated, unanswered_minutes }: InboxFilter): boolean =>
  unanswered_minutes !== undefined || created?.days !== undefined || updated?.days !== undefined

/** Whether a view narrowed by a filter holds a conversation. In `open` a filter's status stands for being open. */
export function isIn(
  { view, filter }: { view: InboxView; filter?: InboxFilter | undefined },
  c: AgentConversation,
  meId: string,
  now: number,
): boolean {
  const inView =
    view === 'open' && filter?.status
      ? isListed(c) && !isSnoozed(c)
      : belongs(view, c, meId) || (view === 'mine' && isFollowed(c, meId))
  return inView && (!filter || matches(filter, c, meId, now))
}

type Order = (a: AgentConversation, b: AgentConversation) => number

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const latest: Order = (a, b) => compare(b.updated_at, a.updated_at) || compare(b.id, a.id)

/** Those that have a time first, the earliest before all; then the others, the latest first. */
const byTime =
  (timeOf: (c: AgentConversation) => string | null | undefined): Order =>
  (a, b) => {
    const [at, bt] = [timeOf(a), timeOf(b)]
    if (!at || !bt) return at ? -1 : bt ? 1 : latest(a, b)
    return compare(at, bt) || compare(a.id, b.id)
  }

const RANK = { urgent: 0, high: 1, normal: 2, low: 3 } as const

const ORDERS: Record<InboxSort, Order> = {
  newest: latest,
  oldest: (a, b) => latest(b, a),
  waiting: byTime((c) => (isDone(c) ? null : c.unanswered_since)),
  priority: (a, b) => RANK[a.priority] - RANK[b.priority] || latest(a, b),
  deadline: byTime((c) => (isDone(c) ? null : c.due_at)),
}

/** The groups of one's own list, in their order: to answer, answered and now the customer's turn, followed. */
export type MineGroup = 'reply' | 'customer' | 'followed'

export function mineGroup({ assignee, status, unanswered_since }: AgentConversation): MineGroup {
  if (assignee && assignee.kind !== 'human') return 'followed'
  return status === 'waiting_on_customer' && unanswered_since === null ? 'customer' : 'reply'
}

const GROUP_RANK = { reply: 0, customer: 1, followed: 2 } as const

/** One's own list is grouped whatever its order; by itself who has waited longest for an answer comes first. */
function mineOrder(sort: InboxSort | undefined): Order {
  const orders = {
    reply: ORDERS[sort ?? 'waiting'],
    customer: ORDERS[sort ?? 'newest'],
    followed: ORDERS[sort ?? 'newest'],
  }
  return (a, b) => {
    const [at, bt] = [mineGroup(a), mineGroup(b)]
    return at === bt ? orders[at](a, b) : GROUP_RANK[at] - GROUP_RANK[bt]
  }
}

/** A view's own order, where none is asked for: longest waiting first in `waiting` and `drafts`, else latest first. */
export function inboxOrder(view: InboxView, sort?: InboxSort): Order {
  if (view === 'mine') return mineOrder(sort)
  if (sort) return ORDERS[sort]
  if (view === 'waiting') return byTime((c) => c.waiting_since)
  if (view === 'drafts') return byTime((c) => c.draft?.since)
  return latest
}
