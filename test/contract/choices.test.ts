// Answers to choose from: offered by the team and the AI agent, stored with the message, never by a customer.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LogEvent } from '../../sdk/protocol/event.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

const choices = [
  { label: 'It rubs', value: 'The rotor rubs once per turn.' },
  { label: 'How to true a rotor', url: 'https://shop.example/true' },
]

async function openChat(desk: Desk) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const started = await command(socket, 'conversation.start', {
    conversation_id: uuidv7(),
    message: 'My rotor came bent',
    want: 'person',
  })
  assert.ok(started.ok)
  const id: string = started.data.conversation.id
  const mika = await desk.join(await desk.person('Mika'), 'agent')
  await command(mika, 'conversation.accept', { conversation_id: id })
  return { socket, mika, id }
}

async function lastMessage(socket: Awaited<ReturnType<Desk['join']>>, id: string) {
  const subscribed = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  assert.ok(subscribed.ok)
  const events = LogEvent.array().parse(subscribed.data.events)
  const last = events.findLast((event) => event.type === 'message.created')
  assert.ok(last)
  return last
}

test('message.send: what a person offers to choose from stands with the message in the customer’s log', async (t) => {
  const desk = await startDesk(t)
  const { socket, mika, id } = await openChat(desk)
  const sent = await command(mika, 'message.send', { conversation_id: id, body: 'What happens?', choices })
  assert.ok(sent.ok)
  const { data } = await lastMessage(socket, id)
  assert.deepEqual([data.body, data.choices], ['What happens?', choices])
})

test('message.send: without choices a message has no field for them', async (t) => {
  const desk = await startDesk(t)
  const { socket, mika, id } = await openChat(desk)
  await command(mika, 'message.send', { conversation_id: id, body: 'A moment.' })
  assert.ok(!('choices' in (await lastMessage(socket, id)).data))
})

test('message.send: a customer who offers choices is refused, and nothing is written', async (t) => {
  const desk = await startDesk(t)
  const { socket, id } = await openChat(desk)
  const before = await lastMessage(socket, id)
  const sent = await command(socket, 'message.send', { conversation_id: id, body: 'Pick one', choices })
  assert.ok(!sent.ok)
  assert.equal(sent.problem.code, 'forbidden')
  assert.equal((await lastMessage(socket, id)).id, before.id)
})

test('message.send: no choices, more than ten, or one that leads to a script are refused', async (t) => {
  const desk = await startDesk(t)
  const { mika, id } = await openChat(desk)
  const refused = [
    [],
    Array.from({ length: 11 }, (_, n) => ({ label: `Choice ${n}` })),
    [{ label: 'Look', url: 'javascript:alert(1)' }],
  ]
  for (const offered of refused) {
    const sent = await command(mika, 'message.send', { conversation_id: id, body: 'Pick', choices: offered })
    assert.ok(!sent.ok)
    assert.equal(sent.problem.code, 'invalid-request')
  }
})

test('message.edit keeps what there is to choose from, message.delete takes it away', async (t) => {
  const desk = await startDesk(t)
  const { socket, mika, id } = await openChat(desk)
  const sent = await command(mika, 'message.send', { conversation_id: id, body: 'What?', choices })
  assert.ok(sent.ok)
  const message = { conversation_id: id, message_id: sent.data.id }
  await command(mika, 'message.edit', { ...message, body: 'What happens?' })
  assert.deepEqual((await lastMessage(socket, id)).data.choices, choices)
  await command(mika, 'message.delete', message)
  const { data } = await lastMessage(socket, id)
  assert.deepEqual([data.body, data.choices], ['', undefined])
})

test('the AI agent offers who only says hello what others often ask', async (t) => {
  const desk = await startDesk(t)
  await desk.rooms.articles.upsert(desk.workspaceId, {
    slug: 'parcel',
    title: 'Where is my parcel?',
    category: null,
    summary: null,
    locale: 'en',
    updated: null,
    featured: true,
    questions: [],
    related: [],
    body: 'Look at the tracking page.',
  })
  const socket = await desk.join(await desk.visitor(), 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'Hello', want: 'assistant' })
  await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  let last = await lastMessage(socket, id)
  while (last.actor.kind !== 'ai') {
    await socket.next('events')
    last = await lastMessage(socket, id)
  }
  assert.deepEqual(last.data.choices, [{ label: 'Where is my parcel?', value: 'Where is my parcel?' }])
})
