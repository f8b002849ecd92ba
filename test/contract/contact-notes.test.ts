// What agents know of a customer besides their words: the team's own notes, and what their browser tells.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

test('notes about a customer are read newest first, by any agent, and taken away', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('mika')
  const ana = await desk.person('ana')
  const visitor = await desk.visitor()
  const [contact] = await desk.db.query<{ id: string }>('select id from contacts')
  const path = `/api/v1/contacts/${contact!.id}/notes`
  const note = { id: uuidv7(), body: '  Likes short answers ' }
  const written = await desk.call('POST', path, { token: mika.token, body: note })
  assert.equal(written.status, 201)
  assert.equal(written.body.body, 'Likes short answers')
  const again = await desk.call('POST', path, { token: mika.token, body: note })
  assert.deepEqual(again.body, written.body)
  await desk.call('POST', path, { token: ana.token, body: { id: uuidv7(), body: 'Rides in the wet' } })

  const { body } = await desk.call('GET', path, { token: ana.token })
  assert.deepEqual(
    body.notes.map((each: { body: string; author: { name: string } }) => [each.body, each.author.name]),
    [
      ['Rides in the wet', 'ana'],
      ['Likes short answers', 'mika'],
    ],
  )
  assert.equal((await desk.call('GET', path, { token: visitor.token })).status, 401)
  assert.equal((await desk.call('DELETE', `${path}/${note.id}`, { token: ana.token })).status, 200)
  assert.equal((await desk.call('GET', path, { token: ana.token })).body.notes.length, 1)
})

test('a customer nobody knows has no notes, and a full book takes no more', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('mika')
  await desk.visitor()
  const [contact] = await desk.db.query<{ id: string }>('select id from contacts')
  const unknown = await desk.call('GET', `/api/v1/contacts/${uuidv7()}/notes`, { token: mika.token })
  assert.equal(unknown.status, 404)
  const path = `/api/v1/contacts/${contact!.id}/notes`
  await desk.db.query(
    `insert into contact_notes (id, workspace_id, contact_id, author_id, body)
     select gen_random_uuid(), $1, $2, $3, 'x' from generate_series(1, 50) returning id`,
    [desk.workspaceId, contact!.id, mika.id],
  )
  const more = await desk.call('POST', path, { token: mika.token, body: { id: uuidv7(), body: 'One more' } })
  assert.equal(more.status, 422)
})

test('agents see a customer’s device, zone and latest pages, without what is secret in an address', async (t) => {
  const desk = await startDesk(t, { env: { PUBLIC_URL: 'https://desk.example' } })
  const mika = await desk.person('mika')
  const visitor = await desk.visitor()
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`, {
    headers: { 'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0' },
  })
  t.after(() => socket.ws.terminate())
  const hello = { role: 'visitor', protocol: 1, site: desk.site.key, token: visitor.token, streams: {} }
  socket.send({ type: 'hello', data: hello })
  await socket.next('welcome')
  const id = uuidv7()
  assert.ok((await command(socket, 'conversation.start', { conversation_id: id, message: 'Hello' })).ok)
  const visit = async (path: string, more = {}) =>
    command(socket, 'visit.tell', { ...more, page: { url: `https://shop.example${path}`, title: path } })
  const known = async () =>
    (await desk.call('GET', `/api/v1/conversations/${id}/contact`, { token: mika.token })).body

  assert.deepEqual((await known()).pages, [])
  assert.ok((await visit('/cart?step=2&token=abc', { time_zone: 'Fjord/Nowhere' })).ok)
  assert.equal((await known()).time_zone, null)
  await visit('/cart?step=2&token=def', { time_zone: 'Europe/Oslo' })
  const { device, time_zone, pages } = await known()
  assert.deepEqual(device, { browser: 'Firefox', system: 'Android', kind: 'phone' })
  assert.equal(time_zone, 'Europe/Oslo')
  assert.deepEqual(
    pages.map(({ url }: { url: string }) => url),
    ['https://shop.example/cart?step=2'],
  )
  for (let n = 0; n < 25; n++) await visit(`/${n}`)
  const latest = (await known()).pages.map(({ title }: { title: string }) => title)
  assert.deepEqual([latest.length, latest[0], latest.at(-1)], [20, '/24', '/5'])

  await desk.rooms.sites.update(desk.site, { settings: { page_history: false } })
  await visit('/secret')
  assert.equal((await known()).pages[0].title, '/24')
  await desk.rooms.sites.update(desk.site, {
    allowedOrigins: ['https://other.example'],
    settings: { page_history: true },
  })
  // Whoever writes requests by hand sends no agent to a page that is not the site's.
  await visit('/cart')
  assert.equal((await known()).pages[0].title, '/24')
  const help = { url: 'https://desk.example/help', title: 'Help' }
  await command(socket, 'visit.tell', { page: help })
  const own = { url: 'https://other.example/', title: 'Own' }
  await command(socket, 'visit.tell', { page: own })
  assert.deepEqual(
    (await known()).pages.slice(0, 2).map(({ title }: { title: string }) => title),
    ['Own', 'Help'],
  )
  const bad = await command(socket, 'visit.tell', { page: { url: 'no address', title: '' } })
  assert.equal(!bad.ok && bad.problem.code, 'invalid-request')
})

test('ratings of all a customer’s conversations are counted', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('mika')
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const ids = [uuidv7(), uuidv7()]
  for (const [index, id] of ids.entries()) {
    await command(socket, 'conversation.start', { conversation_id: id, message: 'Hello', want: 'person' })
    await command(socket, 'conversation.end', { conversation_id: id })
    assert.ok((await command(socket, 'conversation.rate', { conversation_id: id, rating: 4 + index })).ok)
  }
  const { body } = await desk.call('GET', `/api/v1/conversations/${ids[0]}/contact`, { token: mika.token })
  assert.deepEqual(body.ratings, { count: 2, average: 4.5 })
})
