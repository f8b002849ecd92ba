// Consoles and servers come and go: who is in is true at once, and a message at work is not lost by a stop.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, startDesk } from '../helpers/desk.ts'

test('presence: a console whose line is cut is no longer in, and those who wait are told', async (t) => {
  const desk = await startDesk(t)
  const console = await desk.join(await desk.person('Mika'), 'agent')
  const socket = await desk.join(await desk.visitor(), 'visitor')
  const started = await command(socket, 'conversation.start', {
    conversation_id: uuidv7(),
    message: 'hello',
    want: 'person',
  })
  assert.equal(started.ok && started.data.conversation.queue.staffed, true)
  console.ws.terminate()
  await socket.nextOf(
    (frame) => frame.type === 'conversation.changed' && frame.data.conversation.queue?.staffed === false,
  )
  const { body } = await desk.call('GET', `/support/widget/chat/availability?site=${desk.site.key}`)
  assert.deepEqual([body.available, body.people], [false, []])
})

test('presence: of two consoles of one person, one may go', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const first = await desk.join(mika, 'agent')
  await desk.join(mika, 'agent')
  await first.close()
  const { body } = await desk.call('GET', `/support/widget/chat/availability?site=${desk.site.key}`)
  assert.equal(body.available, true)
})

test('stop: a message at work is committed and acked before its socket is told to come back', async (t) => {
  const desk = await startDesk(t)
  const socket = await desk.join(await desk.visitor(), 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'hello', want: 'person' })
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { send } = desk.rooms.messages
  t.mock.method(desk.rooms.messages, 'send', async (...args: Parameters<typeof send>) => {
    begin()
    await gate
    return send(...args)
  })
  const cid = uuidv7()
  const sent = command(socket, 'message.send', { conversation_id: id, body: 'just before' }, cid)
  await begun
  const closed = desk.app.close()
  open()
  assert.ok((await sent).ok)
  await socket.next('goodbye')
  assert.equal((await socket.closed).code, 1012)
  await closed
  const rows = await desk.db.query('select 1 from conversation_events where cid = $1', [cid])
  assert.equal(rows.length, 1)
})
