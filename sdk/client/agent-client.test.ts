// The agent client: signing in and out, what it says on the socket, what one agent never does in another's name.

import assert from 'node:assert/strict'
import test from 'node:test'
import { type FakeSocket, manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { createAgentClient } from './agent-client.ts'
import { createMemoryStore, type KeyValueStore } from './key-value-store.ts'

const agent = (id: string, name: string) => ({
  id,
  name,
  kind: 'human',
  email: null,
  role: 'agent',
  availability: 'online',
  department_ids: [],
})
const conversation = (id: string, change = {}) => ({
  id,
  status: 'escalated',
  assignee: null,
  waiting_since: '2026-01-01T00:00:01.000Z',
  mentioned_ids: [],
  follower_ids: [],
  snoozed_until: null,
  spam: false,
  last_message: null,
  head: 1,
  read_seq: 0,
  other_read_seq: 0,
  created_at: '2026-01-01T00:00:01.000Z',
  updated_at: '2026-01-01T00:00:01.000Z',
  ...change,
})
const COUNTS = { mine: 0, waiting: 0, unassigned: 0, assistant: 0, open: 0, resolved: 0 }

function setUp() {
  const machine = manualEnvironment()
  const stores = new Map<string, KeyValueStore>()
  const requests: { call: string; body: unknown }[] = []
  /** Who the cookie says is there. */
  const server = { who: null as ReturnType<typeof agent> | null }

  async function answer(call: string, body: { password?: string }): Promise<Response> {
    const problem = (code: string, status: number) => Response.json({ code, title: code, status }, { status })
    if (call === 'POST /login') {
      if (body.password !== 'right') return problem('login-failed', 401)
      server.who ??= agent('mara', 'Mara')
    }
    if (!server.who) return problem('unauthenticated', 401)
    if (call.endsWith('/messages')) return problem('busy', 503)
    if (call === 'GET /views')
      return Response.json({
        views: [{ id: 'v', name: 'Urgent', filter: { priority: ['urgent'] }, sort: 'oldest', position: 0 }],
      })
    if (call === 'POST /logout') server.who = null
    if (call === 'GET /agents') return Response.json({ agents: [agent('mara', 'Mara'), agent('ada', 'Ada')] })
    if (call === 'GET /departments') return Response.json({ departments: [{ id: 'd', name: 'Returns' }] })
    if (call === 'GET /conversations')
      return Response.json({ conversations: [conversation('old')], next_cursor: null, counts: COUNTS })
    return Response.json({
      agent: server.who,
      workspace: { id: 'w', name: 'Fjordline' },
      needs_password: true,
    })
  }

  const client = createAgentClient(
    { server: 'http://x.test' },
    {
      ...machine.env,
      fetch(url, { method, body }) {
        const call = `${method} ${new URL(url).pathname.replace('/api/v1', '')}`
        const parsed = body ? JSON.parse(String(body)) : undefined
        requests.push({ call, body: parsed })
        return answer(call, parsed)
      },
      async storage(name) {
        const held = stores.get(name) ?? createMemoryStore()
        stores.set(name, held)
        return held
      },
    },
  )
  const line = (): FakeSocket => machine.sockets.at(-1)!
  const welcome = async (): Promise<void> => {
    await machine.advance(0)
    line().welcome({}, '2026-01-01T00:00:00.500Z')
    await machine.advance(0)
  }
  const last = (type: string) => line().sent.findLast((frame) => frame.type === type)!
  const ack = async (type: string, data: unknown = {}) => {
    line().say({ type: 'ack', cid: last(type).cid, data })
    await machine.advance(0)
  }
  return { ...machine, client, server, requests, stores, line, welcome, last, ack }
}

async function signedIn() {
  const all = setUp()
  await all.client.login('mara@x.test', 'right')
  await all.welcome()
  return all
}

test('without a session, resume says so and opens nothing', async () => {
  const { client, sockets } = setUp()
  assert.equal(await client.resume(), false)
  assert.equal(client.me.get(), null)
  assert.equal(sockets.length, 0)
})

test('a wrong password is refused with the server’s code', async () => {
  const { client } = setUp()
  await assert.rejects(client.login('mara@x.test', 'wrong'), { code: 'login-failed' })
  assert.equal(client.me.get(), null)
})

test('signed in, the client is live by the cookie alone and knows the team by name', async () => {
  const { client, line } = await signedIn()
  assert.equal(client.me.get()?.agent.name, 'Mara')
  assert.deepEqual(line().sent[0]?.data, { role: 'agent', protocol: 1, streams: {} })
  assert.equal(client.connection.get().state, 'online')
  assert.deepEqual(
    client.agents.get().map(({ name }) => name),
    ['Ada', 'Mara'],
  )
  assert.deepEqual(client.departments.get(), [{ id: 'd', name: 'Returns' }])
})

test('a colleague’s presence is followed, and so is one’s own', async () => {
  const { client, line } = await signedIn()
  line().say({ type: 'agent.changed', data: { agent: { ...agent('ada', 'Ada'), availability: 'away' } } })
  line().say({ type: 'agent.changed', data: { agent: { ...agent('mara', 'Mara'), availability: 'away' } } })
  assert.deepEqual(
    client.agents.get().map(({ availability }) => availability),
    ['away', 'away'],
  )
  assert.equal(client.me.get()?.agent.availability, 'away')
})

test('a conversation that begins to wait appears in the inbox by itself, and rings once', async () => {
  const { client, line, advance, ack } = await signedIn()
  const rang: string[] = []
  client.inbox.onWaiting(({ id }) => rang.push(id))
  const shown = client.inbox.show('waiting')
  await advance(0)
  await ack('inbox.list', { conversations: [], next_cursor: null, counts: COUNTS })
  await shown
  line().say({ type: 'conversation.changed', data: { conversation: conversation('new') } })
  line().say({ type: 'conversation.changed', data: { conversation: conversation('new') } })
  assert.deepEqual(
    client.inbox.state.get().conversations.map(({ id }) => id),
    ['new'],
  )
  assert.equal(client.inbox.state.get().counts.waiting, 1)
  assert.deepEqual(rang, ['new'])
})

test('taking what a colleague has taken rejects with who has it', async () => {
  const { client, line, last, advance } = await signedIn()
  const view = client.open('c')
  const problem = {
    code: 'conversation-taken',
    title: '',
    message: 'Taken',
    status: 409,
    context: { by: { name: 'Ada' } },
  }
  const taken = assert.rejects(view.accept(), (error: { code: string; problem: typeof problem }) => {
    assert.equal(error.code, 'conversation-taken')
    assert.deepEqual(error.problem.context, { by: { name: 'Ada' } })
    return true
  })
  await advance(0)
  line().say({ type: 'nack', cid: last('conversation.accept').cid, data: { problem, retryable: false } })
  await taken
})

test('accepting changes the conversation at once, in the view and in the inbox', async () => {
  const { client, advance, ack } = await signedIn()
  const shown = client.inbox.show('waiting')
  await advance(0)
  await ack('inbox.list', {
    conversations: [conversation('c')],
    next_cursor: null,
    counts: { ...COUNTS, waiting: 1 },
  })
  await shown
  const view = client.open('c')
  const accepted = view.accept()
  await advance(0)
  const mine = conversation('c', {
    head: 2,
    status: 'assigned',
    waiting_since: null,
    assignee: { id: 'mara', kind: 'human', name: 'Mara' },
  })
  await ack('conversation.accept', { conversation: mine, conversation_id: 'c', id: 'e', seq: 2, at: '' })
  await accepted
  assert.equal(view.state.get().conversation?.assignee?.name, 'Mara')
  assert.deepEqual(client.inbox.state.get().conversations, [])
  assert.equal(client.inbox.state.get().counts.mine, 1)
})

test('notes and answers wait in one line, notes stay notes', async () => {
  const { client, last, advance, line } = await signedIn()
  const view = client.open('c')
  await view.addNote('between us')
  await view.send('to the customer')
  await advance(0)
  assert.deepEqual(
    view.state.get().pending.map(({ kind, state }) => [kind, state]),
    [
      ['note', 'sending'],
      ['message', 'sending'],
    ],
  )
  assert.equal(last('note.add').data.body, 'between us')
  assert.equal(
    line().sent.some(({ type }) => type === 'message.send'),
    false,
  )
})

test('an agent’s typing never tells its text', async () => {
  const { client, last } = await signedIn()
  client.open('c').typing('I think you are')
  assert.deepEqual(last('typing.start').data, { conversation_id: 'c' })
})

test('what one agent left unsent is not sent by the next, and is still theirs when they return', async () => {
  const { client, server, advance, line, welcome, stores, sockets } = await signedIn()
  line().hangUp()
  await client.open('c').send('from Mara')
  await client.logout()
  assert.equal(client.me.get(), null)
  assert.equal(client.connection.get().state, 'idle')
  server.who = agent('ada', 'Ada')
  await client.login('ada@x.test', 'right')
  await welcome()
  await advance(60_000)
  assert.equal(
    sockets.some(({ sent }) => sent.some(({ type }) => type === 'message.send')),
    false,
  )
  assert.equal((await stores.get('deskbell-agent-mara')!.list('outbox:')).length, 1)
})

test('a session that ends elsewhere signs out here', async () => {
  const { client, line, advance } = await signedIn()
  line().hangUp(4401)
  await advance(0)
  assert.equal(client.me.get(), null)
})

test('a saved view that is shown by its id alone is fetched first', async () => {
  const { client, advance, ack, last, requests } = await signedIn()
  const shown = client.inbox.show({ saved: 'v' })
  await advance(0)
  await advance(0)
  assert.ok(requests.some(({ call }) => call === 'GET /views'))
  assert.deepEqual(last('inbox.list').data, {
    view: 'open',
    filter: '{"priority":["urgent"]}',
    sort: 'oldest',
    limit: 50,
  })
  await ack('inbox.list', { conversations: [], next_cursor: null, counts: COUNTS })
  await shown
  assert.equal(client.inbox.state.get().query.saved, 'v')
})

test('a list that a colleague has changed is read anew once it rests, and who holds one is told', async () => {
  const { client, line, requests, advance } = await signedIn()
  const told: string[] = []
  client.listen('desk.changed', ({ list }) => told.push(list))
  requests.length = 0
  for (const list of ['views', 'views', 'tags', 'views']) line().say({ type: 'desk.changed', data: { list } })
  await advance(199)
  assert.deepEqual([requests, told], [[], []])
  await advance(1)
  assert.deepEqual(told.sort(), ['tags', 'views'])
  assert.deepEqual(
    requests.map(({ call }) => call),
    ['GET /views'],
  )
  assert.deepEqual(
    client.views.state.get().map(({ name }) => name),
    ['Urgent'],
  )
  line().say({ type: 'desk.changed', data: { list: 'departments' } })
  client.close()
  await advance(1000)
  assert.equal(requests.length, 1)
})

test('once the line is back the saved views are read anew: nobody was told meanwhile; a new name of the desk is asked for', async () => {
  const { line, requests, advance } = await signedIn()
  const views = () => requests.filter(({ call }) => call === 'GET /views').length
  const welcome = {
    type: 'welcome',
    data: { protocol: 1, at: '2026-01-01T00:00:00.000Z', heads: {} },
  } as const
  const before = views()
  line().say(welcome)
  await advance(0)
  assert.equal(views(), before + 1)
  requests.length = 0
  line().say({ type: 'desk.changed', data: { list: 'workspace' } })
  await advance(200)
  assert.deepEqual(
    requests.map(({ call }) => call),
    ['GET /me'],
  )
})
