// The visitor's client with a page that says who is there: before anybody acts, on other devices, for the next person at
// the same browser, in other tabs, and when tokens run out.

import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { SignJWT } from 'jose'
import type { VisitorClient, VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { startDesk } from '../helpers/desk.ts'
import { nodeBrowser } from '../helpers/node-browser.ts'
import { until } from '../helpers/scripted-server.ts'

async function shop(t: TestContext) {
  const desk = await startDesk(t)
  const { key, secret } = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  const sign = (sub: string, claims: Record<string, unknown> = {}, lifetime = '10m') =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setSubject(sub)
      .setAudience(desk.site.key)
      .setExpirationTime(lifetime)
      .sign(Buffer.from(secret!))
  const options = { server: desk.base, site: desk.site.key, locale: 'en' }
  return { desk, kid: key.id, sign, options }
}

const online = (client: VisitorClient) => until(client.connection, ({ state }) => state === 'online')
const listed = (client: VisitorClient, ids: readonly string[]) =>
  until(client.conversations.list, (list) => {
    const shown = list.map(({ id }) => id).sort()
    return JSON.stringify(shown) === JSON.stringify([...ids].sort())
  })
const bodies = (view: VisitorConversationView): string[] => {
  const { events, pending } = view.state.get()
  return [
    ...events.flatMap(({ data }) => ('body' in data ? [data.body] : [])),
    ...pending.map(({ body }) => body),
  ]
}
const said = (view: VisitorConversationView, text: string) =>
  until(view.state, () => bodies(view).includes(text))
const sent = (view: VisitorConversationView) =>
  until(view.state, ({ phase, pending }) => phase === 'ready' && pending.length === 0)

test('identity client: what the page says before the visitor acts is neither sent nor stored', async (t) => {
  const { sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const client = browser.openTab(options)
  let asked = 0
  await client.identify(async () => {
    asked++
    return sign('nora')
  })
  client.setAttributes({ plan: 'gold' })
  client.track('cart_filled', { items: 3 })
  assert.deepEqual([browser.calls, [...browser.stores], asked], [[], [], 0])
  assert.equal(client.identity.get().state, 'waiting')
  assert.equal(await client.conversations.known(), true)
})

test('identity client: a customer’s chats are on every device, live, with what the page told of them', async (t) => {
  const { desk, sign, options } = await shop(t)
  const [phone, laptop] = [nodeBrowser(t).openTab(options), nodeBrowser(t).openTab(options)]
  await phone.identify(await sign('nora', { name: 'Nora' }))
  phone.setAttributes({ plan: 'gold', seats: 2 })
  phone.setAttributes({ seats: 3 })
  phone.track('cart_filled', { items: 3 })
  const view = await phone.conversations.start({ message: 'From my phone', want: 'person' })
  await sent(view)
  await laptop.identify(() => sign('nora'))
  await laptop.conversations.resume()
  await listed(laptop, [view.id])
  await online(laptop)
  const there = laptop.conversations.open(view.id)
  await said(there, 'From my phone')
  await view.send('And more')
  await said(there, 'And more')
  await there.send('From my laptop')
  await said(view, 'From my laptop')
  assert.equal(phone.identity.get().state, 'known')
  const mika = await desk.person('Mika')
  const path = `/api/v1/conversations/${view.id}/contact`
  await eventually(async () => {
    const { body } = await desk.call('GET', path, { token: mika.token })
    return body.events.length === 1 && body.page_attributes.seats === 3
  })
  const { body } = await desk.call('GET', path, { token: mika.token })
  assert.deepEqual(
    [body.verified, body.customer_id, body.page_attributes, body.events[0].name, body.events[0].data],
    [true, 'nora', { plan: 'gold', seats: 3 }, 'cart_filled', { items: 3 }],
  )
})

for (const returning of [false, true])
  test(`identity client: a chat begun unknown goes on under the eyes of its visitor when the page names them${returning ? ', a customer we know' : ''}`, async (t) => {
    const { desk, sign, options } = await shop(t)
    if (returning) {
      const before = nodeBrowser(t).openTab(options)
      await before.identify(await sign('nora'))
      await sent(await before.conversations.start({ message: 'Long ago', want: 'person' }))
    }
    const client = nodeBrowser(t).openTab(options)
    const view = await client.conversations.start({ message: 'Unknown still', want: 'person' })
    await sent(view)
    await online(client)
    const shown: string[][] = []
    view.state.subscribe(() => shown.push(bodies(view)))
    // Written while the sessions change hands.
    const writing = view.send('At this very moment')
    await client.identify(await sign('nora', { name: 'Nora' }))
    await writing
    await view.send('Known now')
    await said(view, 'Known now')
    await sent(view)
    await online(client)
    const own = ['Unknown still', 'At this very moment', 'Known now']
    assert.deepEqual(
      bodies(view).filter((text) => !text.startsWith('Of course.')),
      own,
    )
    assert.ok(
      shown.every((texts) => texts.includes('Unknown still')),
      'nothing has vanished meanwhile',
    )
    assert.equal(client.conversations.list.get().length, returning ? 2 : 1)
    assert.equal(client.departures.get(), 0)
    const mika = await desk.person('Mika')
    const answer = await desk.call('POST', `/api/v1/conversations/${view.id}/messages`, {
      token: mika.token,
      body: { body: 'Hello Nora', cid: crypto.randomUUID() },
    })
    assert.equal(answer.status, 200)
    await said(view, 'Hello Nora')
  })

test('identity client: who logs out leaves nothing in any tab, and the next person finds nothing', async (t) => {
  const { desk, sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const [tab, other] = [browser.openTab(options), browser.openTab(options)]
  await tab.identify(await sign('nora'))
  const view = await tab.conversations.start({ message: 'private words', want: 'person' })
  await sent(view)
  await other.conversations.resume()
  await listed(other, [view.id])
  const there = other.conversations.open(view.id)
  await said(there, 'private words')
  view.draft.set('a private draft')
  tab.conversations.draft.set('another private draft')
  await tab.preferences.set({ muted: true })
  const [database] = [...browser.stores.values()]
  await eventually(async () => (await database!.list('draft:')).length === 2)
  const token = (await database!.get('session')) as string

  await other.logout()
  assert.deepEqual(await database!.list(''), [{ muted: true }], 'only what is nobody’s secret')
  await until(tab.departures, (count) => count > 0)
  for (const [client, open] of [
    [tab, view],
    [other, there],
  ] as const) {
    assert.deepEqual(client.conversations.list.get(), [])
    assert.deepEqual(bodies(open), [])
    assert.equal(client.identity.get().state, 'none')
    assert.equal(client.connection.get().state, 'idle')
  }
  assert.equal((await desk.call('GET', '/support/widget/chat', { token })).status, 401)

  await tab.identify(await sign('otto'))
  await tab.conversations.resume()
  await online(tab)
  assert.deepEqual(tab.conversations.list.get(), [])
  const peek = tab.conversations.open(view.id)
  await until(peek.state, ({ phase }) => phase === 'failed')
  assert.deepEqual([bodies(peek), peek.state.get().problem?.code], [[], 'conversation-not-found'])
})

test('identity client: another customer at the same browser finds nothing, though nobody logged out', async (t) => {
  const { desk, sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const before = browser.openTab(options)
  await before.identify(await sign('nora'))
  const view = await before.conversations.start({ message: 'private words', want: 'person' })
  await sent(view)
  before.conversations.draft.set('a private draft')
  before.close()
  const [database] = [...browser.stores.values()]
  const token = (await database!.get('session')) as string
  // What could not be sent is on the disk, too.
  await database!.set('outbox:0', {
    cid: '0',
    conversationId: crypto.randomUUID(),
    command: 'conversation.start',
    input: { message: 'unsent private words' },
    at: Date.now(),
    state: 'waiting',
    problem: null,
    attempts: 0,
  })

  const client = browser.openTab(options)
  const lists: string[] = []
  client.conversations.list.subscribe((list) => lists.push(JSON.stringify(list)))
  await client.identify(() => sign('otto'))
  await client.conversations.resume()
  await online(client)
  assert.doesNotMatch(lists.join(), /private/)
  assert.equal(await client.conversations.draft.get(), '')
  assert.deepEqual(await database!.list('outbox:'), [])
  await eventually(async () => (await desk.call('GET', '/support/widget/chat', { token })).status === 401)
  const own = await client.conversations.start({ message: 'I am Otto', want: 'person' })
  await sent(own)
  await listed(client, [own.id])
})

test('identity client: a page that names somebody else while a chat is open shows nothing of it any more', async (t) => {
  const { sign, options } = await shop(t)
  const client = nodeBrowser(t).openTab(options)
  await client.identify(await sign('nora'))
  const view = await client.conversations.start({ message: 'private words', want: 'person' })
  await sent(view)
  await online(client)
  await client.identify(await sign('otto'))
  assert.equal(client.departures.get(), 1)
  assert.deepEqual(bodies(view), [])
  await online(client)
  await listed(client, [])
})

test('identity client: the page is asked again when the session has ended, and nothing else is to be done', async (t) => {
  const { desk, sign, options } = await shop(t)
  const client = nodeBrowser(t).openTab(options)
  let asked = 0
  await client.identify(async () => {
    asked++
    return sign('nora')
  })
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await sent(view)
  await online(client)
  assert.equal(asked, 1)
  const [session] = await desk.db.query<{ id: string }>('select id from visitor_sessions')
  await desk.rooms.visitorSessions.revoke(session!.id)
  await until(client.connection, ({ state }) => state !== 'online')
  await online(client)
  await view.send('still me')
  await said(view, 'still me')
  await sent(view)
  assert.equal(asked, 2)
  assert.equal(client.departures.get(), 0)
  await listed(client, [view.id])
})

test('identity client: the same customer on the next page costs no request', async (t) => {
  const { sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const first = browser.openTab(options)
  await first.identify(await sign('nora'))
  await sent(await first.conversations.start({ message: 'hello', want: 'person' }))
  first.close()
  const asked = () => browser.calls.filter(({ path }) => path.endsWith('/identify')).length
  assert.equal(asked(), 1)
  const next = browser.openTab(options)
  // Another token with other times, the same customer; also one that has run out meanwhile.
  await next.identify(await sign('nora', {}, '1s'))
  await next.conversations.resume()
  assert.equal(next.conversations.list.get().length, 1)
  assert.equal(asked(), 1)
  assert.equal(next.identity.get().state, 'known')
  next.close()
  const renamed = browser.openTab(options)
  await renamed.identify(await sign('nora', { name: 'Nora Lie' }))
  await renamed.conversations.resume()
  assert.equal(asked(), 2)
})

test('identity client: a token that is not believed is told to the page, and the visitor can still write', async (t) => {
  const { sign, options } = await shop(t)
  const client = nodeBrowser(t).openTab(options)
  await client.identify(await sign('nora', {}, '2h'))
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await sent(view)
  const state = client.identity.get()
  assert.equal(state.state, 'refused')
  assert.deepEqual(state.state === 'refused' && state.problem?.context, { reason: 'too-long' })
  await assert.rejects(client.identify('nonsense'), { code: 'identity-rejected' })
  await view.send('still here')
  await sent(view)
  // A good one mends it, and the chat comes along.
  await client.identify(await sign('nora'))
  await listed(client, [view.id])
  assert.equal(client.identity.get().state, 'known')
})

test('identity client: while the page cannot say who is there, nothing is sent; once it can, everything is', async (t) => {
  const { sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const client = browser.openTab(options)
  let fails = true
  await client.identify(async () => {
    if (fails) throw new Error('the page’s own server is away')
    return sign('nora')
  })
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await until(client.connection, ({ state }) => state === 'reconnecting')
  assert.deepEqual(bodies(view), ['hello'])
  assert.deepEqual(browser.calls, [])
  fails = false
  await sent(view)
  assert.equal(client.identity.get().state, 'known')
})

test('identity client: a page that says nobody is signed in ends what the last customer left', async (t) => {
  const { sign, options } = await shop(t)
  const browser = nodeBrowser(t)
  const before = browser.openTab(options)
  await before.identify(await sign('nora'))
  await sent(await before.conversations.start({ message: 'private words', want: 'person' }))
  before.close()
  const client = browser.openTab(options)
  await client.identify(() => null)
  await client.conversations.resume()
  assert.deepEqual(client.conversations.list.get(), [])
})
