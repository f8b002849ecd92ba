// A site that asks before anything is stored: what the client leaves in a browser before, after, and when it is taken back.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import { startDesk } from '../helpers/desk.ts'
import { nodeBrowser } from '../helpers/node-browser.ts'
import { until } from '../helpers/scripted-server.ts'

const sent = (view: VisitorConversationView) =>
  until(view.state, ({ phase, pending }) => phase === 'ready' && pending.length === 0)

const own = (view: VisitorConversationView): string[] =>
  view.state
    .get()
    .events.flatMap(({ actor, data }) => (actor.kind === 'contact' && 'body' in data ? [data.body] : []))

test('consent: before it, a visitor chats and nothing of it is in the browser', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t)
  const options = { server: desk.base, site: desk.site.key, consent: 'ask' } as const
  const client = browser.openTab(options)
  assert.equal(client.consent.get(), 'asked')
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  view.draft.set('half a sentence')
  await client.preferences.set({ muted: true })
  await sent(view)
  await until(client.connection, ({ state }) => state === 'online')
  assert.equal(client.durable.get(), false)
  assert.deepEqual([[...browser.stores], browser.channels()], [[], []])
  // A reload, or another tab, knows nothing of it.
  const other = browser.openTab(options)
  assert.equal(await other.conversations.known(), false)
  assert.deepEqual([...browser.stores], [])
})

test('consent: once granted, the chat stays over a reload; taken back, it stays in this tab alone', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t)
  const options = { server: desk.base, site: desk.site.key, consent: 'ask' } as const
  const client = browser.openTab(options)
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await sent(view)
  view.draft.set('half a sentence')
  await client.setConsent('granted')
  assert.deepEqual([client.consent.get(), client.durable.get(), browser.stores.size], ['granted', true, 1])
  await view.send('and more')
  await sent(view)
  client.close()

  const next = browser.openTab(options)
  await next.conversations.resume()
  assert.equal(next.consent.get(), 'granted')
  assert.deepEqual(
    next.conversations.list.get().map(({ id }) => id),
    [view.id],
  )
  const again = next.conversations.open(view.id)
  await until(again.state, ({ phase }) => phase === 'ready')
  assert.equal(await again.draft.get(), 'half a sentence')

  await next.setConsent('denied')
  assert.deepEqual([next.consent.get(), next.durable.get(), [...browser.stores]], ['denied', false, []])
  await again.send('still talking')
  await sent(again)
  assert.deepEqual(own(again), ['hello', 'and more', 'still talking'])
  assert.deepEqual([...browser.stores], [])
})

test('consent: a page that says no at once leaves nothing, and its visitor chats all the same', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t)
  const client = browser.openTab({ server: desk.base, site: desk.site.key, consent: 'ask' })
  await client.setConsent('denied')
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await sent(view)
  assert.deepEqual([[...browser.stores], client.consent.get()], [[], 'denied'])
})

test('consent: a page that says yes before anything happens is asked no more', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t)
  const client = browser.openTab({ server: desk.base, site: desk.site.key, consent: 'ask' })
  await client.setConsent('granted')
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await sent(view)
  const [database] = browser.stores.values()
  assert.ok(await database!.get('session'))
})

test('consent: where the site does not ask, an answer changes nothing', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t)
  const client = browser.openTab({ server: desk.base, site: desk.site.key })
  await client.setConsent('denied')
  assert.equal(client.consent.get(), 'implied')
  await sent(await client.conversations.start({ message: 'hello', want: 'person' }))
  assert.equal(browser.stores.size, 1)
})

test('consent: a browser that blocks storage goes on in memory though the visitor agreed', async (t) => {
  const desk = await startDesk(t)
  const browser = nodeBrowser(t, { blocked: true })
  const client = browser.openTab({ server: desk.base, site: desk.site.key, consent: 'ask' })
  const view = await client.conversations.start({ message: 'hello', want: 'person' })
  await client.setConsent('granted')
  await view.send('and more')
  await sent(view)
  assert.deepEqual([client.durable.get(), own(view)], [false, ['hello', 'and more']])
})
