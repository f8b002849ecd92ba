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
    /** What there is on the server, once it is asked. */
    savedThere: [] as SavedView[],
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
    async loadSaved() {
      if (server.fails) throw server.fails
      server.saved = server.savedThere
    },
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

test('what has the higher number is newer, also where its transaction began before the other’s', async () => {
  const { inbox, server } = setUp()
  server.page = page([conversation('a', 5, { updated_at: time(9) })])
  await inbox.show('open')
  inbox.changed(conversation('a', 6, { updated_at: time(8), priority: 'high' }))
  assert.equal(inbox.state.get().conversations[0]?.priority, 'high')
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
    loadSaved: async () => {},
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

test('two hundred changes of a list of ten thousand are a few changes of the store', async () => {
  const { inbox, advance, server } = setUp()
  server.page = page(Array.from({ length: 10_000 }, (_, n) => conversation(`c${n}`, 20_000 - n)))
  await inbox.show('open')
  let told = 0
  inbox.state.subscribe(() => {
    told += 1
  })
  const before = inbox.state.get().conversations
  for (let n = 0; n < 200; n += 1) inbox.changed(conversation(`c${n * 50}`, 30_000 + n))
  await advance(100)
  assert.ok(told <= 2, `${told} changes`)
  const { conversations } = inbox.state.get()
  assert.equal(conversations.length, 10_000)
  assert.equal(conversations[0]?.id, 'c9950')
  assert.notEqual(conversations, before)
  const inOrder = conversations.toSorted((a, b) => (a.updated_at < b.updated_at ? 1 : -1))
  assert.deepEqual(conversations, inOrder)
})

test('a saved view is shown by its id, counted as things change, and narrowed by its filter at once', async () => {
  const { inbox, ids, server, asked, advance } = setUp()
  const filter = { priority: ['urgent' as const] }
  server.saved = [
    { id: 'v', name: 'Urgent', shared: true, owner_id: 'me', filter, sort: 'oldest', position: 0 },
  ]
  const urgent = { priority: 'urgent' } as const
  server.page = page([conversation('a', 1, urgent)])
  server.counts = { views: { ...NONE, open: 2 }, teams: {}, saved: { v: 1 } }
  await inbox.show({ saved: 'v' })
  assert.deepEqual(asked.at(-1), { view: 'open', filter, sort: 'oldest', limit: 50 })
  inbox.welcome(time(2))
  await settle()
  inbox.changed(conversation('b', 3, urgent))
  inbox.changed(conversation('c', 4))
  await advance(100)
  assert.deepEqual(ids(), ['a', 'b'])
  assert.deepEqual(inbox.state.get().saved, { v: 2 })
  inbox.changed(conversation('a', 5))
  await advance(100)
  assert.deepEqual(ids(), ['b'])
  assert.deepEqual(inbox.state.get().saved, { v: 1 })
})

test('a saved view that is gone is no list of everything: it is asked for, and news adds nothing to it', async () => {
  const { inbox, ids, server, asked, advance } = setUp()
  const phase = () => inbox.state.get().phase
  server.page = page([conversation('a', 1)])
  server.counts = { views: { ...NONE, open: 2 }, teams: {}, saved: {} }
  await inbox.show('open')
  asked.length = 0
  await inbox.show({ saved: 'v' })
  assert.deepEqual([phase(), ids(), asked], ['gone', [], []])
  inbox.welcome(time(2))
  inbox.changed(conversation('b', 3))
  await advance(100)
  assert.deepEqual([phase(), ids(), asked], ['gone', [], []])

  // That the server does not answer means nothing; once the line is back it is found.
  server.fails = new ApiError('network')
  server.savedThere = [
    { id: 'v', name: 'All', shared: true, owner_id: 'me', filter: {}, sort: 'oldest', position: 0 },
  ]
  await inbox.show({ saved: 'v' })
  assert.equal(phase(), 'failed')
  server.fails = null
  inbox.welcome(time(4))
  await settle()
  assert.deepEqual([phase(), ids()], ['ready', ['a']])

  // A colleague deletes it while it is looked at.
  server.saved = []
  inbox.savedChanged()
  assert.deepEqual([phase(), ids()], ['gone', []])
})

test('a filter that finds little is read piece by piece until a page is full or nothing is left', async () => {
  const machine = manualEnvironment()
  const pieces = ['one', 'two', 'three']
  const inbox = createInbox({
    env: machine.env,
    meId: () => 'me',
    counts: () => new Promise(() => {}),
    saved: () => [],
    loadSaved: async () => {},
    now: machine.env.now,
    list: async ({ cursor }) => {
      const at = cursor ? pieces.indexOf(cursor) + 1 : 0
      return page([conversation(`c${at}`, 9 - at)], {}, pieces[at] ?? null)
    },
  })
  await inbox.show({ view: 'open', filter: { text: '' } })
  assert.deepEqual(
    inbox.state.get().conversations.map(({ id }) => id),
    ['c0', 'c1', 'c2', 'c3'],
  )
  assert.equal(inbox.state.get().hasMore, false)
})

test('where time alone brings a conversation in, the list is asked for again', async () => {
  const { inbox, ids, server, advance } = setUp()
  await inbox.show({ view: 'open', filter: { unanswered_minutes: 5 } })
  server.page = page([conversation('late', 1)])
  await advance(60_000)
  assert.deepEqual(ids(), ['late'])
})

test('the line is back: as many rows as were loaded are loaded again', async () => {
  const machine = manualEnvironment()
  const rows = Array.from({ length: 120 }, (_, n) => conversation(`c${n}`, 200 - n))
  const asked: (number | undefined)[] = []
  const inbox = createInbox({
    env: machine.env,
    meId: () => 'me',
    counts: () => new Promise(() => {}),
    saved: () => [],
    loadSaved: async () => {},
    now: machine.env.now,
    list: async ({ cursor, limit = 0 }) => {
      asked.push(limit)
      const end = Number(cursor ?? 0) + limit
      return page(rows.slice(Number(cursor ?? 0), end), {}, end < rows.length ? String(end) : null)
    },
  })
  await inbox.show('open')
  await inbox.loadMore()
  assert.equal(inbox.state.get().conversations.length, 100)
  asked.length = 0
  inbox.welcome(time(300))
  await settle()
  assert.deepEqual(asked, [100])
  await inbox.loadMore()
  assert.equal(inbox.state.get().conversations.length, 120)
  asked.length = 0
  inbox.welcome(time(301))
  await settle()
  assert.deepEqual(asked, [100, 20])
})

test('what begins while the list is under way is in it, though the answer knows nothing of it', async () => {
  const machine = manualEnvironment()
  const answers: ((page: InboxPage) => void)[] = []
  const inbox = createInbox({
    env: machine.env,
    meId: () => 'me',
    counts: () => new Promise(() => {}),
    saved: () => [],
    loadSaved: async () => {},
    now: machine.env.now,
    list: () => new Promise((resolve) => answers.push(resolve)),
  })
  const shown = inbox.show('open')
  inbox.changed(conversation('new', 9))
  inbox.changed(conversation('old', 3, { subject: 'newer' }))
  await machine.advance(100)
  answers[0]?.(page([conversation('old', 2)]))
  await shown
  assert.deepEqual(
    inbox.state.get().conversations.map(({ id, subject }) => [id, subject]),
    [
      ['new', undefined],
      ['old', 'newer'],
    ],
  )
})
