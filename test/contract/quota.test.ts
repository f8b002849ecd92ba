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

test('quota: whatever takes files or gives them is counted, and a logo is fetched so often and no oftener', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { nora, id } = await openChat(desk)
  const boss = await desk.person('boss')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [boss.id])
  const widget = '/support/widget'
  const logo = `${widget}/logos/${desk.site.key}/none.webp`
  const file = { conversation_id: id, name: 'a.txt', size: 3 }
  const routes: [label: string, method: string, path: string, options?: { body?: object; token?: string }][] =
    [
      ['help', 'GET', logo],
      ['files', 'GET', `/support/attachments/${uuidv7()}/a.txt`],
      ['files', 'PUT', `${widget}/attachments/${uuidv7()}`],
      ['upload', 'POST', `${widget}/attachments?site=${desk.site.key}`, { body: file, token: nora.token }],
      ['transcript-file', 'GET', `${widget}/chat/${id}/transcript`, { token: nora.token }],
      [
        'transcript',
        'POST',
        `${widget}/chat/${id}/transcript`,
        { body: { email: 'n@x.test' }, token: nora.token },
      ],
      ['api', 'POST', '/api/v1/attachments', { body: file, token: boss.token }],
      ['api', 'PATCH', `/api/v1/sites/${desk.site.id}`, { body: {}, token: boss.token }],
      ['api', 'POST', '/api/v1/knowledge/imports', { body: {}, token: boss.token }],
      ['api', 'PUT', `/api/v1/knowledge/imports/${uuidv7()}/files/a.md`, { token: boss.token }],
      ['export', 'GET', '/api/v1/knowledge/export', { token: boss.token }],
    ]
  for (const [label, method, path, options] of routes) {
    // Some of the answers are files.
    const answer = await fetch(new URL(path, desk.base), {
      method,
      headers: {
        'content-type': method === 'PUT' ? 'application/octet-stream' : 'application/json',
        ...(options?.token && { authorization: `Bearer ${options.token}` }),
      },
      body: options?.body && JSON.stringify(options.body),
    })
    await answer.arrayBuffer()
    const policies = answer.headers.get('ratelimit-policy') ?? ''
    assert.ok(policies.includes(`"${label}"`), `${method} ${path}: ${answer.status} ${policies}`)
  }
  const answers = await Promise.all(Array.from({ length: 605 }, () => desk.call('GET', logo)))
  const refused = answers.filter(({ status }) => status === 429)
  assert.ok(refused.length >= 6, `${refused.length} refused`)
  assert.ok(Number(refused[0]!.headers.get('retry-after')) > 0)
})
