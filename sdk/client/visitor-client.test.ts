// The visitor client against a small scripted server on real sockets: what a bad line does to a conversation.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { eventually } from '../../test/helpers/bounded-wait.ts'
import { quickEnvironment, scriptedServer, until } from '../../test/helpers/scripted-server.ts'
import { createMemoryStore, type KeyValueStore } from './key-value-store.ts'
import type { VisitorConversationView } from './visitor-client.api.ts'
import { createVisitorClient } from './visitor-client.ts'

function clientOf(t: TestContext, server: string, storage: KeyValueStore = createMemoryStore()) {
  const client = createVisitorClient({ server, site: 'shop', locale: 'en' }, quickEnvironment({ storage }))
  t.after(client.close)
  return client
}

const bodies = (view: VisitorConversationView): string[] => {
  const { events, pending } = view.state.get()
  return [...events.map(({ data }) => ('body' in data ? data.body : '')), ...pending.map(({ body }) => body)]
}

const allSent = (view: VisitorConversationView, count: number) =>
  until(view.state, ({ events, pending }) => events.length === count && pending.length === 0)

test('nothing is asked of the server, stored or opened before the first call that needs it', async (t) => {
  const server = await scriptedServer(t)
  const storage = createMemoryStore()
  const client = clientOf(t, server.url, storage)
  assert.equal(await client.conversations.known(), false)
  await client.conversations.resume()
  assert.deepEqual(server.commands, [])
  assert.deepEqual(await storage.list(''), [])
  assert.equal(client.connection.get().state, 'idle')
})

test('a chat begins with its first message, opens one session and is live', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'Where is my parcel?' })
  assert.deepEqual(bodies(view), ['Where is my parcel?'])
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  server.say(view.id, 'On its way.')
  await allSent(view, 2)
  assert.deepEqual(bodies(view), ['Where is my parcel?', 'On its way.'])
  assert.equal(view.state.get().phase, 'ready')
  assert.equal(server.named('session').length, 1)
  assert.deepEqual(
    client.conversations.list.get().map(({ id }) => id),
    [view.id],
  )
})

test('a lost ack makes the message be sent again, and it is there once', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  server.faults.loseAcks = 1
  await view.send('two')
  await view.send('three')
  await allSent(view, 3)
  await until(client.connection, ({ state }) => state === 'online')
  assert.deepEqual(server.bodies(view.id), ['one', 'two', 'three'])
  assert.deepEqual(bodies(view), ['one', 'two', 'three'])
  const twos = server.named('message.send').filter(({ input }) => input.body === 'two')
  assert.ok(twos.length >= 2, 'it was sent again')
  assert.equal(new Set(twos.map(({ cid }) => cid)).size, 1, 'under the same cid')
})

test('what was said while the line was down is there after it comes back', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'hello' })
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  server.faults.down = true
  server.cut()
  await until(client.connection, ({ state }) => state === 'reconnecting')
  server.say(view.id, 'first')
  server.say(view.id, 'second')
  await view.send('mine')
  assert.deepEqual(bodies(view), ['hello', 'mine'])
  server.faults.down = false
  await allSent(view, 4)
  assert.deepEqual(bodies(view), ['hello', 'first', 'second', 'mine'])
})

test('a lost last event is found by the head of the heartbeat', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'hello' })
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  server.faults.mute = true
  server.say(view.id, 'lost')
  await Promise.resolve()
  server.faults.mute = false
  server.tell({ type: 'heartbeat', data: { at: new Date().toISOString(), heads: { [view.id]: 2 } } })
  await allSent(view, 2)
  assert.deepEqual(bodies(view), ['hello', 'lost'])
})

test('a chat begun off line survives a reload and is sent in order when the line is there', async (t) => {
  const server = await scriptedServer(t)
  server.faults.down = true
  const storage = createMemoryStore()
  const before = createVisitorClient({ server: server.url, site: 'shop' }, quickEnvironment({ storage }))
  const written = await before.conversations.start({ message: 'one' })
  await written.send('two')
  await written.send('three')
  before.close()

  const client = clientOf(t, server.url, storage)
  assert.equal(await client.conversations.known(), true)
  await client.conversations.resume().catch(() => {})
  assert.deepEqual(
    client.conversations.list.get().map(({ id }) => id),
    [written.id],
  )
  const view = client.conversations.open(written.id)
  await until(view.state, ({ pending }) => pending.length === 3)
  assert.deepEqual(bodies(view), ['one', 'two', 'three'])
  server.faults.down = false
  await allSent(view, 3)
  assert.deepEqual(server.bodies(view.id), ['one', 'two', 'three'])
  await eventually(async () => (await storage.list('outbox:')).length === 0)
})

test('a message refused for good stays with its problem; sent again it goes, taken back it is gone', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  await allSent(view, 1)
  server.faults.refuse.set('message.send', 'conversation-closed')
  await view.send('two')
  await view.send('three')
  const failed = await until(
    view.state,
    ({ pending }) => pending.filter(({ state }) => state === 'failed').length === 2,
  )
  assert.equal(failed.pending[0]?.problem?.code, 'conversation-closed')
  server.faults.refuse.clear()
  assert.equal(await view.discard(failed.pending[0]!.cid), 'two')
  await view.retry(failed.pending[1]!.cid)
  await allSent(view, 2)
  assert.deepEqual(bodies(view), ['one', 'three'])
})

test('a chat whose start was refused sends nothing after it; taking the start back makes the next one start it', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  server.faults.refuse.set('conversation.start', 'forbidden')
  const view = await client.conversations.start({ message: 'one' })
  await view.send('two')
  const { pending } = await until(view.state, ({ phase }) => phase === 'failed')
  assert.deepEqual(
    pending.map(({ state }) => state),
    ['failed', 'waiting'],
  )
  assert.equal(server.named('message.send').length, 0)
  server.faults.refuse.clear()
  await view.discard(pending[0]!.cid)
  await allSent(view, 1)
  assert.deepEqual(server.bodies(view.id), ['two'])
})

test('a nack that may pass is tried again until it has', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  await allSent(view, 1)
  server.faults.refuse.set('message.send', 'busy')
  await view.send('two')
  await until(view.state, () => server.named('message.send').length >= 3)
  assert.equal(view.state.get().pending[0]?.state === 'failed', false)
  server.faults.refuse.clear()
  await allSent(view, 2)
})

test('where no socket can be had, the conversation is polled', async (t) => {
  const server = await scriptedServer(t)
  server.faults.noSockets = true
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  await allSent(view, 1)
  server.say(view.id, 'by post')
  await allSent(view, 2)
  assert.ok(server.commands.every(({ way }) => way === 'rest'))
})

test('a session the server has forgotten is replaced by a new one, once', async (t) => {
  const server = await scriptedServer(t)
  const storage = createMemoryStore()
  await storage.set('session', 'dead')
  const client = clientOf(t, server.url, storage)
  const view = await client.conversations.start({ message: 'still here?' })
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  assert.equal(server.named('session').length, 1)
  assert.equal(await storage.get('session'), 'token-1')
})

test('an action waits for the messages written before it, and resolves with the server’s answer', async (t) => {
  const server = await scriptedServer(t)
  server.faults.down = true
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  const asked = view.requestPerson()
  server.faults.down = false
  await asked
  assert.equal(view.state.get().conversation?.status, 'escalated')
  assert.deepEqual(server.bodies(view.id), ['one', '(person)'])
})

test('an action refused for good rejects with the server’s code', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  server.faults.refuse.set('conversation.rate', 'not-rateable')
  await until(client.connection, ({ state }) => state === 'online')
  await assert.rejects(view.rate(5), { code: 'not-rateable' })
})

test('typing, read marks and a running answer are shown and end by themselves', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = await client.conversations.start({ message: 'one' })
  await allSent(view, 1)
  await until(client.connection, ({ state }) => state === 'online')
  const conversation_id = view.id
  const actor = server.agent
  server.tell({ type: 'typing.started', data: { conversation_id, actor } })
  await until(view.state, ({ typing }) => typing[0]?.actor.name === 'Mara')
  await until(view.state, ({ typing }) => typing.length === 0)
  server.tell({ type: 'read.marked', data: { conversation_id, actor, seq: 1 } })
  await until(view.state, ({ conversation }) => conversation?.other_read_seq === 1)
  const gen = crypto.randomUUID()
  const chunk = (off: number, text: string) =>
    server.tell({ type: 'answer.chunk', data: { conversation_id, gen, off, text, actor } })
  chunk(0, 'It is ')
  chunk(12, 'lost in between')
  chunk(6, 'on its way.')
  await until(view.state, ({ answer }) => answer?.text === 'It is on its way.')
  server.tell({ type: 'answer.ended', data: { conversation_id, gen, outcome: 'sent' } })
  server.say(view.id, 'It is on its way.')
  const { answer } = await allSent(view, 2)
  assert.equal(answer, null)
  chunk(0, 'too late')
  view.read()
  await until(view.state, ({ conversation }) => conversation?.read_seq === 2)
  assert.equal(view.state.get().answer, null)
})

test('a draft is kept over a reload', async (t) => {
  const server = await scriptedServer(t)
  const storage = createMemoryStore()
  await storage.set('session', 'token-1')
  server.tokens.add('token-1')
  const id = '01900000-0000-7000-8000-000000000000'
  clientOf(t, server.url, storage).conversations.open(id).draft.set('half a sent')
  assert.equal(await clientOf(t, server.url, storage).conversations.open(id).draft.get(), 'half a sent')
})

test('a conversation that is not ours fails with the server’s problem', async (t) => {
  const server = await scriptedServer(t)
  const client = clientOf(t, server.url)
  const view = client.conversations.open('01900000-0000-7000-8000-00000000dead')
  const { problem } = await until(view.state, ({ phase }) => phase === 'failed')
  assert.equal(problem?.code, 'conversation-not-found')
})

test('a visitor who comes back is the same one: the session is kept', async (t) => {
  const server = await scriptedServer(t)
  const storage = createMemoryStore()
  const before = clientOf(t, server.url, storage)
  await allSent(await before.conversations.start({ message: 'one' }), 1)
  before.close()
  const client = clientOf(t, server.url, storage)
  assert.equal(await client.conversations.known(), true)
  await client.conversations.resume()
  assert.equal(client.conversations.list.get().length, 1)
  await allSent(await client.conversations.start({ message: 'two' }), 1)
  assert.equal(server.named('session').length, 1)
})
