// A chat over real sockets and REST: order, acks, repeats, private notes, reads.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LogEvent } from '../../sdk/protocol/event.ts'
import { ServerFrame } from '../../sdk/protocol/frame.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

const start = (message = 'My rotor came bent', more: object = {}) => ({
  conversation_id: uuidv7(),
  message,
  want: 'person',
  ...more,
})

async function openChat(desk: Desk) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const started = await command(socket, 'conversation.start', start())
  assert.ok(started.ok)
  const id: string = started.data.conversation.id
  const subscribed = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  assert.ok(subscribed.ok)
  return { visitor, socket, id, conversation: started.data.conversation, events: subscribed.data.events }
}

test('chat: an ack means committed, and the log holds the message under its number', async (t) => {
  const desk = await startDesk(t)
  const { socket, id } = await openChat(desk)
  const sent = await command(socket, 'message.send', { conversation_id: id, body: 'It rubs once per turn.' })
  assert.ok(sent.ok)
  const [row] = await desk.db.query<{ pub_seq: string; data: { body: string } }>(
    'select pub_seq, data from conversation_events where id = $1',
    [sent.data.id],
  )
  assert.equal(Number(row!.pub_seq), sent.data.seq)
  assert.equal(row!.data.body, 'It rubs once per turn.')
})

test('chat: the same cid again returns the first ack, by frame and by REST; another body is refused', async (t) => {
  const desk = await startDesk(t)
  const { visitor, socket, id } = await openChat(desk)
  const cid = uuidv7()
  const body = 'Only once.'
  const path = `/support/widget/chat/${id}/messages`
  const first = await command(socket, 'message.send', { conversation_id: id, body }, cid)
  const again = await command(socket, 'message.send', { conversation_id: id, body }, cid)
  const byRest = await desk.call('POST', path, { body: { cid, body }, token: visitor.token })
  const byHeader = await desk.call('POST', path, {
    body: { body },
    token: visitor.token,
    headers: { 'idempotency-key': cid },
  })
  // The header is a quoted string in its draft.
  const byQuotedHeader = await desk.call('POST', path, {
    body: { body },
    token: visitor.token,
    headers: { 'idempotency-key': `"${cid}"` },
  })
  assert.deepEqual(byQuotedHeader.body, byHeader.body)
  assert.ok(first.ok && again.ok)
  assert.deepEqual([again.data, byRest.body, byHeader.body], [first.data, first.data, first.data])
  const other = await command(socket, 'message.send', { conversation_id: id, body: 'Something else.' }, cid)
  assert.ok(!other.ok)
  assert.equal(other.problem.code, 'cid-reused')
  const otherByRest = await desk.call('POST', path, {
    body: { cid, body: 'Something else.' },
    token: visitor.token,
  })
  assert.deepEqual([otherByRest.status, otherByRest.body.code], [422, 'cid-reused'])
  const rows = await desk.db.query('select 1 from conversation_events where cid = $1', [cid])
  assert.equal(rows.length, 1)
})

test('chat: a start repeated with its id and cid makes one conversation', async (t) => {
  const desk = await startDesk(t)
  const visitor = await desk.visitor()
  const input = { ...start(), cid: uuidv7() }
  const path = '/support/widget/chat/start'
  const answers = await Promise.all(
    [1, 2, 3].map(() => desk.call('POST', path, { body: input, token: visitor.token })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201],
  )
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
  const rows = await desk.db.query('select id from conversations')
  assert.equal(rows.length, 1)
  const stranger = await desk.visitor()
  const stolen = await desk.call('POST', path, { body: { ...input, cid: uuidv7() }, token: stranger.token })
  assert.deepEqual([stolen.status, stolen.body.code], [404, 'conversation-not-found'])
})

test('chat: both counters stay gap-free under concurrent writers, and notes never reach the customer', async (t) => {
  const desk = await startDesk(t)
  const { visitor, socket, id } = await openChat(desk)
  const mika = await desk.person('Mika')
  const send = (i: number) =>
    desk.call('POST', `/support/widget/chat/${id}/messages`, {
      body: { body: `from nora ${i}` },
      token: visitor.token,
    })
  const note = (i: number) =>
    desk.call('POST', `/api/v1/conversations/${id}/notes`, {
      body: { body: `SECRET ${i}` },
      token: mika.token,
    })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => [send(i), note(i)]).flat())
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
  const rows = await desk.db.query<{ seq: string; pub_seq: string | null }>(
    'select seq, pub_seq from conversation_events where conversation_id = $1 order by seq',
    [id],
  )
  assert.deepEqual(
    rows.map(({ seq }) => Number(seq)),
    rows.map((_, i) => i + 1),
  )
  const numbers = rows.flatMap(({ pub_seq }) => (pub_seq === null ? [] : [Number(pub_seq)]))
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  )
  const seen = await desk.call('GET', `/support/widget/chat/${id}/events?after=0`, { token: visitor.token })
  assert.equal(seen.body.events.length, numbers.length)
  const list = await desk.call('GET', '/support/widget/chat', { token: visitor.token })
  await command(socket, 'conversation.list', {})
  assert.doesNotMatch(JSON.stringify([seen.body, list.body, socket.frames]), /SECRET/)
})

test('chat: every frame a visitor and an agent get is one the protocol knows', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await openChat(desk)
  await command(console, 'conversation.subscribe', { conversation_id: id })
  await command(console, 'conversation.accept', { conversation_id: id })
  await command(socket, 'typing.start', { conversation_id: id, text: 'It ru' })
  await command(socket, 'message.send', {
    conversation_id: id,
    body: 'It **rubs** [here](https://example.com)',
  })
  await command(console, 'message.send', { conversation_id: id, body: 'Which number is etched inside?' })
  const heard = await socket.nextOf(
    (frame) =>
      frame.type === 'events' && frame.data.events.some((event: LogEvent) => event.actor.name === 'Mika'),
  )
  LogEvent.parse(heard.data.events[0])
  for (const frame of [...socket.frames, ...console.frames, heard]) ServerFrame.parse(frame)
  assert.ok(console.frames.some((frame) => frame.type === 'typing.started' && frame.data.text === 'It ru'))
})

test('chat: a customer hears that somebody types, never what', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await openChat(desk)
  await command(console, 'typing.start', { conversation_id: id, text: 'not for your eyes' })
  const typing = await socket.next('typing.started')
  assert.equal(typing.data.actor.name, 'Mika')
  assert.equal(typing.data.text, undefined)
})

test('chat: read marks only grow, and both sides get them in their own numbers', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await openChat(desk)
  await command(console, 'note.add', { conversation_id: id, body: 'a row the customer does not have' })
  const sent = await command(socket, 'message.send', { conversation_id: id, body: 'Are you there?' })
  const seen = await command(console, 'conversation.subscribe', { conversation_id: id })
  assert.ok(sent.ok && seen.ok)
  await command(console, 'read.mark', { conversation_id: id, seq: seen.data.head })
  const mark = await socket.next('read.marked')
  assert.equal(mark.data.seq, sent.data.seq)
  await command(console, 'read.mark', { conversation_id: id, seq: 1 })
  const list = await command(socket, 'conversation.list', {})
  assert.ok(list.ok)
  assert.equal(list.data.conversations[0].other_read_seq, sent.data.seq)
  const beyond = await command(console, 'read.mark', { conversation_id: id, seq: 999 })
  assert.ok(!beyond.ok)
})

test('chat: a cursor brings what was missed; too far behind, a fresh start', async (t) => {
  const desk = await startDesk(t)
  const { visitor, socket, id } = await openChat(desk)
  const head = (await command(socket, 'conversation.subscribe', { conversation_id: id })).data.head
  await socket.close()
  for (const body of ['one', 'two'])
    await desk.call('POST', `/support/widget/chat/${id}/messages`, { body: { body }, token: visitor.token })
  const back = await desk.join(visitor, 'visitor', { [id]: head })
  const missed = await back.next('events')
  assert.deepEqual(
    missed.data.events.map((event: { data: { body: string } }) => event.data.body),
    ['one', 'two'],
  )
  await desk.db.query(
    `with added as (
       insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, data)
       select $1, $2 + n, $2 + n - 1, $3, gen_random_uuid(), 'contact.updated', 'system', '{"name":"","email":null}'
         from generate_series(1, 600) n)
     update conversations set last_seq = last_seq + 600, last_pub_seq = last_pub_seq + 600 where id = $1 returning id`,
    [id, missed.data.head + 1, desk.workspaceId],
  )
  const late = await desk.join(visitor, 'visitor', { [id]: head })
  const reset = await late.next('reset')
  assert.equal(reset.data.events.length, 50)
})

test('chat: of one send that arrives many times at once, by both ways, one row comes and every ack is the same', async (t) => {
  const desk = await startDesk(t)
  const { visitor, socket, id } = await openChat(desk)
  const second = await desk.join(visitor, 'visitor')
  const cid = uuidv7()
  const body = 'Sent once.'
  const path = `/support/widget/chat/${id}/messages`
  const acks = await Promise.all([
    ...[socket, second].map(async (one) => {
      const sent = await command(one, 'message.send', { conversation_id: id, body }, cid)
      return sent.ok && sent.data
    }),
    ...[1, 2, 3].map(
      async () => (await desk.call('POST', path, { body: { cid, body }, token: visitor.token })).body,
    ),
  ])
  for (const ack of acks) assert.deepEqual(ack, acks[0])
  const rows = await desk.db.query('select 1 from conversation_events where cid = $1', [cid])
  assert.equal(rows.length, 1)
})

test('chat: a cursor beyond the head, of another life of the database, begins anew', async (t) => {
  const desk = await startDesk(t)
  const { socket, id, events } = await openChat(desk)
  const anew = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 999 })
  assert.ok(anew.ok)
  assert.deepEqual([anew.data.mode, anew.data.events.length], ['reset', events.length])
})
