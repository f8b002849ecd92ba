// What the server remembers for some moments, and must not: ended sessions, former names, former settings, deleted text.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { startDesk } from '../helpers/desk.ts'

type Desk = Awaited<ReturnType<typeof startDesk>>

async function startChat(desk: Desk) {
  const visitor = await desk.visitor()
  const id = uuidv7()
  const send = (method: string, path: string, body?: object) =>
    desk.call(method, `/support/widget/chat/${id}${path}?site=${desk.site.key}`, {
      token: visitor.token,
      ...(body && { body }),
    })
  await desk.call('POST', '/support/widget/chat/start', {
    token: visitor.token,
    body: { site: desk.site.key, conversation_id: id, message: 'Hello?', want: 'person', cid: uuidv7() },
  })
  return { visitor, id, send }
}

const message = (body: string) => ({ cid: uuidv7(), body })

test('remembered: a session that is ended is refused at once', async (t) => {
  const desk = await startDesk(t)
  const { visitor, send } = await startChat(desk)
  assert.equal((await send('POST', '/messages', message('Still there?'))).status, 200)
  const { sessionId } = (await desk.rooms.visitorSessions.verify(visitor.token))!
  await desk.rooms.visitorSessions.revoke(sessionId)
  const refused = await send('POST', '/messages', message('And now?'))
  assert.deepEqual([refused.status, refused.body.code], [401, 'unauthenticated'])
})

test('remembered: a session that is ended is refused by the other node, too', async (t) => {
  const desk = await startDesk(t, { shared: true })
  const other = await startDesk(t, { beside: desk })
  await eventually(() => desk.rooms.peers.count() === 1 && other.rooms.peers.count() === 1)
  const { visitor } = await startChat(desk)
  const { sessionId } = (await other.rooms.visitorSessions.verify(visitor.token))!
  const began = performance.now()
  await desk.rooms.visitorSessions.revoke(sessionId)
  await eventually(async () => (await other.rooms.visitorSessions.verify(visitor.token)) === null)
  assert.ok(performance.now() - began < 4000, 'by the news, not by forgetting')
})

test('remembered: a session is looked up once for many calls of a moment', async (t) => {
  const desk = await startDesk(t)
  const { visitor } = await startChat(desk)
  const first = await desk.rooms.visitorSessions.verify(visitor.token)
  assert.equal(await desk.rooms.visitorSessions.verify(visitor.token), first)
})

test('remembered: who gives another name writes under it from then on', async (t) => {
  const desk = await startDesk(t)
  const { send } = await startChat(desk)
  await send('POST', '/messages', message('By nobody.'))
  const named = await send('POST', '/contact', { cid: uuidv7(), name: 'Nora' })
  assert.equal(named.status, 200)
  await send('POST', '/messages', message('By Nora.'))
  const { body } = await send('GET', '/events')
  assert.equal(body.events.at(-1).actor.name, 'Nora')
})

test('remembered: a text that was read before it was deleted is not told again', async (t) => {
  const desk = await startDesk(t)
  const { send } = await startChat(desk)
  const secret = 'My card is 4111 1111.'
  const sent = await send('POST', '/messages', message(secret))
  const before = (await send('GET', '/events')).body
  assert.match(JSON.stringify(before), /4111/)
  assert.deepEqual((await send('GET', '/events')).body.events, before.events)
  const deleted = await send('POST', '/messages/delete', { cid: uuidv7(), message_id: sent.body.id })
  assert.equal(deleted.status, 200)
  const after = (await send('GET', '/events')).body
  assert.doesNotMatch(JSON.stringify(after), /4111/)
  assert.equal(after.events.length, before.events.length + 1)
})

test('remembered: a change of the site or of its articles is told with the next configuration', async (t) => {
  const desk = await startDesk(t)
  const config = async () => (await desk.call('GET', `/support/widget/config?site=${desk.site.key}`)).body
  assert.deepEqual([(await config()).greeting, (await config()).article_count], [desk.site.greeting, 0])
  await desk.rooms.sites.update(desk.site, { greeting: 'Welcome back' })
  assert.equal((await config()).greeting, 'Welcome back')
  await desk.rooms.articles.upsert(desk.workspaceId, {
    slug: 'rotors',
    title: 'Rotors',
    category: null,
    summary: null,
    updated: null,
    locale: 'en',
    questions: [],
    related: [],
    featured: false,
    body: 'Rotors rub when they are new.',
  })
  assert.equal((await config()).article_count, 1)
})
