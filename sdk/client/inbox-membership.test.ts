// Which views hold a conversation, state by state.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { AgentConversation, InboxView } from '../protocol/conversation.ts'
import type { InboxSort } from '../protocol/triage.ts'
import { belongs, INBOX_VIEWS, inboxOrder, isIn, type Membership } from './inbox-membership.ts'

const me = { kind: 'human', id: 'me', name: 'Me' } as const
const other = { kind: 'human', id: 'other', name: 'Other' } as const
const ai = { kind: 'ai', id: 'ai', name: 'Bell' } as const
const views = (conversation: Membership): InboxView[] =>
  INBOX_VIEWS.filter((view) => belongs(view, conversation, 'me'))
const since = '2026-01-01T00:00:00.000Z'

const plain = { mentioned_ids: [], follower_ids: [], snoozed_until: null, spam: false }

test('a conversation lies in the views its state says, and in no other', () => {
  const cases: [Omit<Membership, keyof typeof plain> & Partial<Membership>, InboxView[]][] = [
    [{ status: 'new', assignee: null, waiting_since: null }, ['unassigned', 'open']],
    [{ status: 'triaging', assignee: ai, waiting_since: null }, ['assistant', 'open']],
    [
      { status: 'assigned', assignee: ai, waiting_since: null, draft: { id: 'd', since } },
      ['assistant', 'drafts', 'open'],
    ],
    [{ status: 'escalated', assignee: null, waiting_since: since }, ['waiting', 'unassigned', 'open']],
    [{ status: 'assigned', assignee: me, waiting_since: null }, ['mine', 'open']],
    [{ status: 'waiting_on_customer', assignee: other, waiting_since: null }, ['open']],
    [
      { status: 'assigned', assignee: other, waiting_since: null, mentioned_ids: ['me'] },
      ['mentions', 'open'],
    ],
    [{ status: 'resolved', assignee: me, waiting_since: null }, ['resolved']],
    [{ status: 'closed', assignee: ai, waiting_since: since }, ['resolved']],
  ]
  for (const [conversation, expected] of cases)
    assert.deepEqual(views({ ...plain, ...conversation }), expected)
})

test('who waits longest comes first in waiting, what changed last comes first elsewhere', () => {
  const row = (id: string, waiting_since: string, updated_at: string) =>
    ({ id, waiting_since, updated_at }) as AgentConversation
  const rows = [row('a', '2', '1'), row('b', '1', '2'), row('c', '1', '3')]
  assert.deepEqual(
    rows.toSorted(inboxOrder('waiting')).map(({ id }) => id),
    ['b', 'c', 'a'],
  )
  assert.deepEqual(
    rows.toSorted(inboxOrder('open')).map(({ id }) => id),
    ['c', 'b', 'a'],
  )
})

test('one’s own list begins with who has waited longest for an answer, and ends with what a machine has and I follow', () => {
  const row = (id: string, rest: Partial<AgentConversation>) =>
    ({
      ...plain,
      id,
      status: 'assigned',
      assignee: me,
      waiting_since: null,
      unanswered_since: null,
      updated_at: id,
      ...rest,
    }) as AgentConversation
  const rows = [
    row('1', { assignee: ai, follower_ids: ['me'] }),
    row('2', { status: 'waiting_on_customer' }),
    row('3', { unanswered_since: '2026-01-02' }),
    row('4', { status: 'waiting_on_customer' }),
    row('5', { unanswered_since: '2026-01-01' }),
    row('6', {}),
    row('7', { assignee: ai }),
    row('8', { assignee: other, follower_ids: ['me'] }),
  ]
  const listed = (sort?: InboxSort): string =>
    rows
      .filter((c) => isIn({ view: 'mine' }, c, 'me', 0))
      .sort(inboxOrder('mine', sort))
      .map(({ id }) => id)
      .join('')
  assert.equal(listed(), '536421')
  assert.equal(listed('newest'), '653421', 'another order is one within the groups')
  assert.equal(rows.filter((c) => belongs('mine', c, 'me')).length, 5, 'what is followed is not counted')
})
