// The inbox store told by hand what a server would tell it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment, settle } from '../../test/helpers/manual-environment.ts'
import type { AgentConversation, InboxCounts, InboxPage } from '../protocol/conversation.ts'
import type { SavedView } from '../protocol/triage.ts'
import { ApiError } from './api-error.ts'
import { createInbox, type InboxListInput } from './inbox-store.ts'

const me = { kind: 'human', id: 'me', name: 'Me' } as const
const customer = { kind: 'contact', id: 'customer', name: '' } as const
const time = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()

const conversation = (id: string, minute: number, change: Partial<AgentConversation> = {}) =>
  ({
    id,
    status: 'escalated',
    assignee: null,
    waiting_since: null,
    mentioned_ids: [],
    follower_ids: [],
    tags: [],
    topic: null,
    department: null,
    snoozed_until: null,
    spam: false,
    priority: 'normal',
    unanswered_since: null,
    due_at: null,
    last_message: null,
    head: minute,
    created_at: time(minute),
    updated_at: time(minute),
    ...change,
  }) as AgentConversation
const waiting = (id: string, minute: number): AgentConversation =>
  conversation(id, minute, { waiting_since: time(minute) })
const wrote = (minute: number) => ({ last_message: { preview: '', at: time(minute), actor: customer } })

const NONE = {
  mine: 0,
  waiting: 0,
  unassigned: 0,
  assistant: 0,
  drafts: 0,
  mentions: 0,
  following: 0,
  open: 0,
  snoozed: 0,
  resolved: 0,
  spam: 0,
}

function setUp() {
  const machine = manualEnvironment()
  const asked: InboxListInput[] = []
  const server = {
    page: page([]),
    fails: null as ApiError | null,
    counts: { views: NONE, teams: {}, saved: {} } as InboxCounts,
    counted: 0,
    saved: [] as SavedView[],
  }
  const inbox = createInbox({
    env: machine.env,
    meId: () => 'me',
    list: async (input) => {
      asked.push(input)
      if (server.fails) throw server.fails
      return server.page
    },
    counts: async () => {
      server.counted++
      return server.counts
    },
    saved: () => server.saved,
    now: machine.env.now,
  })
  const rang: string[] = []
  inbox.onWaiting(({ id }) => rang.push(`waiting ${id}`))
  inbox.onReply(({ id }) => rang.push(`reply ${id}`))
  const ids = (): string[] => inbox.state.get().conversations.map(({ id }) => id)
  return { ...machine, inbox, asked, server, rang, ids }
}

function page(conversations: AgentConversation[], counts = {}, next_cursor: string | null = null): InboxPage {
  return { conversations, counts: { ...NONE, ...counts }, next_cursor }
}

test('who begins to wait is shown at once, counted, and rung for once', async () => {
  const { inbox, ids, rang, server } = setUp()
  server.page = page([waiting('old', 1)], { waiting: 1, unassigned: 1, open: 1 })
  await inbox.show('waiting')
  inbox.welcome(time(10))
  await settle()
  inbox.changed(waiting('new', 11))
  inbox.changed({ ...waiting('new', 11), unread: 3 })
  assert.deepEqual(ids(), ['old', 'new'])
  assert.equal(inbox.state.get().counts.waiting, 2)
  assert.equal(inbox.state.get().counts.open, 2)
  assert.deepEqual(rang, ['waiting new'])
})

test('what waited before the console was opened rings for nobody', async () => {
  const { inbox, rang, server } = setUp()
  server.page = page([waiting('a', 1)])
  await inbox.show('waiting')
  inbox.welcome(time(10))
  await settle()
  inbox.changed({ ...waiting('b', 2), updated_at: time(12) })
  assert.deepEqual(rang, [])
})

test('who began to wait while the line was down is rung for once it is back', async () => {
  const { inbox, rang, server } = setUp()
  await inbox.show('waiting')
  inbox.welcome(time(10))
  await settle()
  server.page = page([waiting('a', 12)], { waiting: 1 })
  inbox.welcome(time(15))
  await settle()
  inbox.welcome(time(16))
  await settle()
  assert.deepEqual(rang, ['waiting a'])
})

test('a conversation that is taken leaves the view and moves between the counts', async () => {
  const { inbox, ids, server } = setUp()
  server.page = page([waiting('a', 1)], { waiting: 1, unassigned: 1, open: 1 })
  await inbox.show('waiting')
  inbox.changed(conversation('a', 2, { status: 'assigned', assignee: me }))
  assert.deepEqual(ids(), [])
  assert.deepEqual(inbox.state.get().counts, { ...NONE, mine: 1, open: 1 })
})

test('older news than what is held changes nothing', async () => {
  const { inbox, ids, server } = setUp()
  server.page = page([conversation('a', 5, { status: 'resolved' })])
  await inbox.show('open')
  server.page = page([])
  inbox.changed(conversation('a', 3))
  assert.deepEqual(ids(), ['a'])
  assert.equal(inbox.state.get().conversations[0]?.status, 'resolved')
})

test('a customer’s message in a conversation of mine is told once; others’ and old ones are not', async () => {
  const { inbox, rang, server } = setUp()
  const mine = { status: 'assigned', assignee: me } as const
  server.page = page([conversation('a', 1, { ...mine, ...wrote(1) })])
  await inbox.show('mine')
  inbox.welcome(time(10))
  await settle()
  inbox.changed(conversation('a', 11, { ...mine, ...wrote(11) }))
  inbox.changed(conversation('a', 12, { ...mine, ...wrote(11) }))
  inbox.changed(conversation('b', 12, { status: 'assigned', assignee: { ...me, id: 'x' }, ...wrote(12) }))
  inbox.changed(conversation('c', 12, { ...mine, ...wrote(3) }))
  inbox.changed(conversation('a', 13, { ...mine, ...wrote(13) }))
  assert.deepEqual(rang, ['reply a', 'reply a'])
})

test('counts that cannot be worked out are fetched, once for a burst', async () => {
  const { inbox, asked, server, advance } = setUp()
  await inbox.show('open')
  inbox.welcome(time(10))
  await settle()
  const [listed, counted] = [asked.length, server.counted]
  inbox.changed(conversation('unseen', 1))
  inbox.changed(conversation('unseen too', 1))
  server.counts = { views: { ...NONE, open: 42 }, teams: { d: 7 }, saved: {} }
  await advance(6000)
  assert.equal(server.counted, counted + 1)
  assert.equal(asked.length, listed)
  assert.equal(inbox.state.get().counts.open, 42)
  assert.deepEqual(inbox.state.get().teams, { d: 7 })
  assert.equal(inbox.state.get().conversations.length, 2)
})

test('a page more joins on, and what lies beyond the loaded pages is not put in before its time', async () => {
  const { inbox, ids, server } = setUp()
  server.page = page([conversation('c', 9), conversation('b', 8)], {}, 'next')
  await inbox.show('open')
  assert.equal(inbox.state.get().hasMore, true)
  inbox.changed(conversation('ancient', 1))
  assert.deepEqual(ids(), ['c', 'b'])
  server.page = page([conversation('b', 8), conversation('a', 7)])
  await inbox.loadMore()
  assert.deepEqual(ids(), ['c', 'b', 'a'])
  assert.equal(inbox.state.get().hasMore, false)
})

test('a late answer never overwrites a newer one', async () => {
  const machine = manualEnvironment()
  const answers: ((page: InboxPage) => void)[] = []
  const inbox = createInbox({
    env: machine.env,
    meId: () => 'me',
    list: () => new Promise((resolve) => answers.push(resolve)),
    counts: () => new Promise(() => {}),
    saved: () => [],
    now: machine.env.now,
  })
  const first = inbox.show('open')
  const second = inbox.show('mine')
  answers[1]?.(page([conversation('new', 2)]))
  answers[0]?.(page([conversation('old', 1)]))
  await Promise.all([first, second])
  assert.equal(inbox.state.get().view, 'mine')
  assert.deepEqual(
    inbox.state.get().conversations.map(({ id }) => id),
    ['new'],
  )
})

test('a list that cannot be had says so, and comes by itself when the line is back', async () => {
  const { inbox, ids, server } = setUp()
  server.fails = new ApiError('network')
  await inbox.show('open')
  assert.equal(inbox.state.get().phase, 'failed')
  server.fails = null
  server.page = page([conversation('a', 1)])
  inbox.welcome(time(10))
  await settle()
  assert.equal(inbox.state.get().phase, 'ready')
  assert.deepEqual(ids(), ['a'])
})
