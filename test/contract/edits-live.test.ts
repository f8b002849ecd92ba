// Edits and deletions as they travel: to both sides at once, by frame and by REST, and to who was away meanwhile.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { LogEvent } from '../../sdk/protocol/event.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, startDesk } from '../helpers/desk.ts'
import type { TestSocket } from '../helpers/socket-client.ts'

/** Nora and Mika, both following one chat on sockets. */
async function live(t: TestContext) {
  const desk = await startDesk(t)
  const visitor = await desk.visitor()
  const person = await desk.person('Mika')
  const nora = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  const start = { conversation_id: id, message: 'It came bent', want: 'person' }
  const started = await command(nora, 'conversation.start', start)
  assert.ok(started.ok)
  const mika = await desk.join(person, 'agent')
  const cursors = { nora: 0, mika: 0 }
  for (const [name, socket] of [
    ['nora', nora],
    ['mika', mika],
  ] as const) {
    const followed = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
    assert.ok(followed.ok)
    cursors[name] = followed.data.head
  }
  return { desk, id, visitor, person, nora, mika, first: started.data.id as string, cursors }
}

async function nextEvent(socket: TestSocket, type: string): Promise<LogEvent> {
  for (;;) {
    const { data } = await socket.nextOf((frame) => frame.type === 'events')
    const found = data.events.find((event: { type: string }) => event.type === type)
    if (found) return LogEvent.parse(found)
  }
}

test('edits live: both sides hear of an edit and a deletion, each in their own numbers', async (t) => {
  const { id, nora, mika, first } = await live(t)
  await command(mika, 'note.add', { conversation_id: id, body: 'Private' })
  const edited = await command(nora, 'message.edit', {
    conversation_id: id,
    message_id: first,
    body: 'Bent!',
  })
  assert.ok(edited.ok)
  const own = await nextEvent(nora, 'message.edited')
  const theirs = await nextEvent(mika, 'message.edited')
  assert.equal(own.seq, edited.data.seq)
  assert.equal(theirs.seq, own.seq + 1)
  assert.deepEqual(theirs.data, own.data)
  const deleted = await command(nora, 'message.delete', { conversation_id: id, message_id: first })
  assert.ok(deleted.ok)
  for (const socket of [nora, mika])
    assert.deepEqual((await nextEvent(socket, 'message.deleted')).data, { message_id: first })
})

test('edits live: the two ways are one: what a frame did, REST repeats by its cid', async (t) => {
  const { desk, id, visitor, nora, mika, person, first } = await live(t)
  const cid = uuidv7()
  const input = { message_id: first, body: 'Bent!' }
  const framed = await command(nora, 'message.edit', { conversation_id: id, ...input }, cid)
  assert.ok(framed.ok)
  const rest = await desk.call('POST', `/support/widget/chat/${id}/messages/edit`, {
    body: { ...input, cid },
    token: visitor.token,
  })
  assert.deepEqual(rest.body, framed.data)
  const said = await command(mika, 'message.send', { conversation_id: id, body: 'A new one comes' })
  const gone = { message_id: said.data.id, cid: uuidv7() }
  const path = `/api/v1/conversations/${id}/messages/delete`
  const byRest = await desk.call('POST', path, { body: gone, token: person.token })
  const byFrame = await command(
    mika,
    'message.delete',
    { conversation_id: id, message_id: said.data.id },
    gone.cid,
  )
  assert.deepEqual(byFrame.data, byRest.body)
})

test('edits live: who resumes from before an edit gets it, and no text that was deleted meanwhile', async (t) => {
  const { desk, id, visitor, person, nora, mika, first, cursors } = await live(t)
  await nora.close()
  const sent = await command(mika, 'message.send', { conversation_id: id, body: 'WRONG WINDOW' })
  const kept = await command(mika, 'message.send', { conversation_id: id, body: 'A new one come' })
  await command(mika, 'message.edit', {
    conversation_id: id,
    message_id: kept.data.id,
    body: 'A new one comes today',
  })
  await command(mika, 'message.delete', { conversation_id: id, message_id: sent.data.id })
  const back = await desk.join(visitor, 'visitor', { [id]: cursors.nora })
  const { data } = await back.next('events')
  const types = data.events
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => /^m/.test(type))
  assert.deepEqual(types, ['message.created', 'message.created', 'message.edited', 'message.deleted'])
  assert.equal(data.head, data.events.at(-1).seq)
  assert.doesNotMatch(JSON.stringify(data), /WRONG WINDOW/)
  await command(back, 'message.edit', { conversation_id: id, message_id: first, body: 'Bent!' })
  const late = await desk.join(person, 'agent', { [id]: cursors.mika })
  const missed = (await late.next('events')).data
  assert.equal(missed.events.at(-1).data.body, 'Bent!')
  assert.doesNotMatch(JSON.stringify(missed), /WRONG WINDOW/)
})

test('edits live: nothing of a note’s edit or deletion is on a customer’s wire, not even a number', async (t) => {
  const { id, nora, mika } = await live(t)
  const note = await command(mika, 'note.add', { conversation_id: id, body: 'SECRET one' })
  const about = { conversation_id: id, message_id: note.data.id }
  await command(mika, 'message.edit', { ...about, body: 'SECRET two' })
  await command(mika, 'message.delete', about)
  assert.equal((await nextEvent(mika, 'message.deleted')).type, 'message.deleted')
  const before = await command(nora, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const said = await command(mika, 'message.send', { conversation_id: id, body: 'Hello' })
  assert.ok(said.ok)
  const heard = await nora.nextOf((frame) => JSON.stringify(frame.data ?? '').includes('"Hello"'))
  assert.ok(heard)
  const after = await command(nora, 'conversation.subscribe', {
    conversation_id: id,
    after: before.data.head,
  })
  const public_ = after.data.events.map(({ seq }: { seq: number }) => seq)
  assert.equal(public_[0], before.data.head + 1)
  assert.doesNotMatch(JSON.stringify([nora.frames, before, after]), new RegExp(`SECRET|${note.data.id}`))
})
