// What one customer and one address may ask for: the same by socket and by REST, and for every command.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

const start = () => ({ conversation_id: uuidv7(), message: 'hello', want: 'person' })

async function burst(times: number, once: () => Promise<boolean>): Promise<number> {
  let passed = 0
  for (let i = 0; i < times; i++) if (await once()) passed += 1
  return passed
}

test('quota: a customer starts five chats in ten minutes, by socket and by REST together', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const nora = await desk.visitor()
  const socket = await desk.join(nora, 'visitor')
  const bySocket = () => command(socket, 'conversation.start', start()).then(({ ok }) => ok)
  const byRest = async () =>
    (await desk.call('POST', '/support/widget/chat/start', { body: start(), token: nora.token })).status ===
    201
  assert.equal(await burst(3, bySocket), 3)
  assert.equal(await burst(4, byRest), 2)
  assert.equal(await bySocket(), false)
})

test('quota: an address with many sessions starts thirty chats a minute on a site, whichever way', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  let passed = 0
  for (let session = 0; session < 7; session++) {
    const socket = await desk.join(await desk.visitor(), 'visitor')
    passed += await burst(5, () => command(socket, 'conversation.start', start()).then(({ ok }) => ok))
    await socket.close()
  }
  assert.equal(passed, 30)
})

const openChat = async (desk: Desk) => {
  const nora = await desk.visitor()
  const body = start()
  await desk.call('POST', '/support/widget/chat/start', { body, token: nora.token })
  return { nora, id: body.conversation_id }
}

test('quota: whatever a customer appends to the log is counted, ratings too', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { nora, id } = await openChat(desk)
  await desk.call('POST', `/support/widget/chat/${id}/end`, { body: {}, token: nora.token })
  const rated = await Promise.all(
    Array.from({ length: 20 }, () =>
      desk.call('POST', `/support/widget/chat/${id}/rate`, { body: { rating: 5 }, token: nora.token }),
    ),
  )
  const refused = rated.filter(({ status }) => status === 429)
  assert.ok(refused.length >= 8, `${refused.length} refused`)
  assert.equal(refused[0]!.body.code, 'quota-exceeded')
})

test('quota: reading over REST has an end, and says so before it', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { nora, id } = await openChat(desk)
  const read = () => desk.call('GET', `/support/widget/chat/${id}/events`, { token: nora.token })
  const first = await read()
  assert.equal(first.headers.get('ratelimit-policy'), '"poll";q=240;w=60')
  const answers = await Promise.all(Array.from({ length: 245 }, read))
  assert.ok(answers.some(({ status }) => status === 429))
})

test('quota: the ticket form is sent five times in ten minutes from one address', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const body = { name: 'Nora', email: 'nora@example.com', subject: 'Rotor', description: 'It came bent.' }
  const send = async () =>
    (await desk.call('POST', `/support/widget/tickets?site=${desk.site.key}`, { body })).status === 201
  assert.equal(await burst(7, send), 5)
})
