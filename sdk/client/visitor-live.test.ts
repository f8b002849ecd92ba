// When the visitor's live side speaks, on a clock the test moves: nothing here passes because a timer ran out.

import assert from 'node:assert/strict'
import test from 'node:test'
import { type FakeSocket, manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { createMemoryStore } from './key-value-store.ts'
import { createVisitorClient } from './visitor-client.ts'

async function online() {
  const storage = createMemoryStore()
  await storage.set('session', 'token')
  const machine = manualEnvironment({ storage })
  const client = createVisitorClient({ server: 'http://x.test', site: 'shop' }, machine.env)
  await client.conversations.resume().catch(() => {})
  await machine.advance(0)
  const line = (): FakeSocket => machine.sockets.at(-1)!
  line().welcome()
  const types = (): string[] => line().sent.map(({ type }) => type)
  const last = (type: string) => line().sent.findLast((frame) => frame.type === type)!
  const ack = async (type: string, data: unknown = {}) => {
    line().say({ type: 'ack', cid: last(type).cid, data })
    await machine.advance(0)
  }
  return { ...machine, client, line, types, last, ack }
}

const conversation = (id: string, head = 1) => ({ id, head, read_seq: 0, other_read_seq: 0, updated_at: '' })
const message = (seq: number) => ({
  seq,
  type: 'message.created',
  cid: null,
  actor: { kind: 'ai', id: 'ai' },
  data: {},
})

async function started() {
  const all = await online()
  const view = await all.client.conversations.start({ message: 'hello' })
  await all.advance(0)
  const { id } = view
  await all.ack('conversation.start', {
    conversation: conversation(id),
    conversation_id: id,
    id: 'e',
    seq: 1,
    at: '',
  })
  return { ...all, view, id }
}

test('hello names the visitor by the stored token, in the first frame and nowhere else', async () => {
  const { line } = await online()
  assert.equal(line().url, 'ws://x.test/support/live')
  assert.deepEqual(line().sent[0]?.data, {
    role: 'visitor',
    site: 'shop',
    token: 'token',
    protocol: 1,
    streams: {},
  })
})

test('a conversation is subscribed as soon as its start is acknowledged, and not before', async () => {
  const all = await online()
  const { id } = await all.client.conversations.start({ message: 'hello' })
  await all.advance(0)
  assert.equal(all.types().includes('conversation.subscribe'), false)
  await all.ack('conversation.start', {
    conversation: conversation(id),
    conversation_id: id,
    id: 'e',
    seq: 1,
    at: '',
  })
  assert.deepEqual(all.last('conversation.subscribe').data, { conversation_id: id, after: 0 })
})

test('after a reconnect hello carries the cursor and what waits is sent at once', async () => {
  const { view, id, ack, line, types, last, advance } = await started()
  await ack('conversation.subscribe', {
    mode: 'delta',
    conversation: conversation(id, 2),
    conversation_id: id,
    events: [message(1), message(2)],
    head: 2,
  })
  assert.equal(view.state.get().phase, 'ready')
  line().hangUp()
  await view.send('while away')
  await advance(400)
  assert.equal(line().sent.length, 0)
  line().welcome({ [id]: 2 })
  await advance(0)
  assert.deepEqual(line().sent[0]?.data.streams, { [id]: 2 })
  assert.equal(last('message.send').data.body, 'while away')
  await advance(1_000)
  assert.equal(types().includes('conversation.subscribe'), false, 'the server follows on by itself')
})

test('of what waits only the one that is sent is drawn anew, and three times at most, however many wait', async () => {
  const { line, last, view, ack, id } = await started()
  for (const body of ['a', 'b', 'c']) await view.send(body)
  const [, , b, c] = view.state.get().pending
  let redraws = 0
  view.state.subscribe(() => redraws++)
  const { cid } = last('message.send')
  await ack('message.send', { conversation_id: id, id: 'e2', seq: 2, at: '' })
  const events = [
    { ...message(1), cid: null },
    { ...message(2), cid },
  ]
  line().say({ type: 'events', data: { conversation_id: id, events, head: 2 } })
  const { pending } = view.state.get()
  assert.deepEqual(
    pending.map(({ body, tried }) => [body, tried]),
    [
      ['b', true],
      ['c', undefined],
    ],
  )
  assert.notEqual(pending[0], b)
  assert.equal(pending[1], c)
  assert.equal(redraws, 3)
})

test('what waits says that it waits for the network as soon as the line is lost, and no more once it is back', async () => {
  const { advance, line, view } = await started()
  for (const body of ['a', 'b']) await view.send(body)
  const waits = (): string => view.state.get().pending.at(-1)!.state
  assert.equal(waits(), 'sending')
  line().hangUp()
  assert.equal(waits(), 'waiting')
  await advance(375)
  line().welcome({})
  assert.equal(waits(), 'sending')
})

test('after a reconnect a conversation the server does not follow on with is subscribed again', async () => {
  const { id, ack, line, last, advance } = await started()
  await ack('conversation.subscribe', {
    mode: 'delta',
    conversation: conversation(id),
    conversation_id: id,
    events: [message(1)],
    head: 1,
  })
  line().hangUp()
  await advance(400)
  line().welcome()
  await advance(0)
  assert.deepEqual(last('conversation.subscribe').data, { conversation_id: id, after: 1 })
})

test('a gap in the events is given a moment, then asked for', async () => {
  const { view, id, ack, line, types, last, advance } = await started()
  await ack('conversation.subscribe', {
    mode: 'delta',
    conversation: conversation(id),
    conversation_id: id,
    events: [message(1)],
    head: 1,
  })
  const before = types().length
  line().say({ type: 'events', data: { conversation_id: id, events: [message(3)], head: 3 } })
  await advance(299)
  assert.equal(types().length, before)
  await advance(1)
  assert.deepEqual(last('conversation.subscribe').data, { conversation_id: id, after: 1 })
  line().say({ type: 'events', data: { conversation_id: id, events: [message(2)], head: 3 } })
  assert.deepEqual(
    view.state.get().events.map(({ seq }) => seq),
    [1, 2, 3],
  )
})

test('typing is told by frame, while reading is told once for many calls and never backwards', async () => {
  const { view, id, ack, types, last, advance } = await started()
  await ack('conversation.subscribe', {
    mode: 'delta',
    conversation: conversation(id),
    conversation_id: id,
    events: [message(1)],
    head: 1,
  })
  view.typing('hm')
  assert.deepEqual(last('typing.start').data, { conversation_id: id, text: 'hm' })
  view.read()
  view.read()
  await advance(300)
  assert.deepEqual(last('read.mark').data, { conversation_id: id, seq: 1 })
  await ack('read.mark', { ok: true })
  view.read()
  await advance(300)
  assert.equal(types().filter((type) => type === 'read.mark').length, 1)
})

test('what comes while a read mark is on its way was not before anybody’s eyes', async () => {
  const { view, id, ack, last, line, advance } = await started()
  await ack('conversation.subscribe', {
    mode: 'delta',
    conversation: conversation(id),
    conversation_id: id,
    events: [message(1)],
    head: 1,
  })
  view.read()
  line().say({ type: 'events', data: { conversation_id: id, events: [message(2)], head: 2 } })
  await advance(300)
  assert.deepEqual(last('read.mark').data, { conversation_id: id, seq: 1 })
})

test('a list that was read before the latest news does not take it back', async () => {
  const { client, line, id, ack } = await started()
  line().welcome()
  line().say({ type: 'conversation.changed', data: { conversation: conversation(id, 3) } })
  await ack('conversation.list', { conversations: [conversation(id, 2)] })
  assert.deepEqual(
    client.conversations.list.get().map(({ head }) => head),
    [3],
  )
})
