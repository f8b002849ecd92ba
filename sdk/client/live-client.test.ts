// What the live client promises of a page that dies, of resets and of very many open conversations.

import assert from 'node:assert/strict'
import test from 'node:test'
import { SETTLED, sending, tabsWorld, texts } from '../../test/helpers/tabs-world.ts'

test('a page killed between storing a message and sending it: the next page sends it, once', async () => {
  const { server, browser, advance, begun, joined } = tabsWorld()
  const first = await begun()
  const { id } = first.view
  void first.view.send('stored')
  for (let waited = 0; (await browser.storage.list('outbox:')).length === 0; waited++) {
    assert.ok(waited < 50)
    await advance(1)
  }
  first.crash()
  server.bury()
  assert.deepEqual(server.bodies(id), ['hello'])
  const next = await joined(id)
  assert.deepEqual(server.bodies(id), ['hello', 'stored'])
  assert.deepEqual(texts(next.view), ['hello', 'stored'])
  assert.deepEqual(await browser.storage.list('outbox:'), [])
})

test('a page killed between sending and its ack: the next page sends it again, and it is there once', async () => {
  const { server, advance, begun, joined } = tabsWorld()
  const first = await begun()
  const { id } = first.view
  void first.view.send('sent')
  for (let waited = 0; server.bodies(id).length === 1; waited++) {
    assert.ok(waited < 50)
    await advance(1)
  }
  first.crash()
  server.bury()
  const next = await joined(id)
  assert.deepEqual(server.bodies(id), ['hello', 'sent'])
  assert.deepEqual(texts(next.view), ['hello', 'sent'])
  assert.deepEqual(next.view.state.get().pending, [])
})

test('text leaves the draft only once it is stored in the outbox', async () => {
  const { browser, advance, begun } = tabsWorld()
  const { view } = await begun()
  view.draft.set('precious')
  await advance(SETTLED)
  const done: string[] = []
  for (const name of ['set', 'delete'] as const) {
    const act = browser.storage[name] as (key: string, value?: unknown) => Promise<void>
    browser.storage[name] = (key: string, value?: unknown) => {
      done.push(`${name} ${key.split(':')[0]}`)
      return act(key, value)
    }
  }
  void view.send('precious')
  view.draft.set('')
  await advance(SETTLED)
  assert.deepEqual(done.slice(0, 2), ['set outbox', 'delete draft'])
  assert.deepEqual(await browser.storage.list('draft:'), [])
})

test('a draft is kept for all tabs', async () => {
  const { advance, begun, joined } = tabsWorld()
  const { view } = await begun()
  view.draft.set('half a sent')
  await advance(SETTLED)
  const other = await joined(view.id)
  const read = other.view.draft.get()
  await advance(SETTLED)
  assert.equal(await read, 'half a sent')
})

test('the draft of a chat not begun yet is kept over a reload, for all tabs, without a request', async () => {
  const { server, advance, openTab } = tabsWorld()
  const first = openTab()
  first.client.conversations.draft.set('my ques')
  await advance(SETTLED)
  first.crash()
  const read = openTab().client.conversations.draft.get()
  await advance(SETTLED)
  assert.equal(await read, 'my ques')
  assert.deepEqual([server.names, server.counts.sockets], [[], 0])
})

test('a reset takes the place of what is held, in a view that was away for long', async () => {
  const { server, advance, begun } = tabsWorld()
  const { view } = await begun()
  server.faults.down = true
  server.cut()
  for (let n = 0; n < 5; n++) server.say(view.id, `missed ${n}`)
  server.faults.resets = 1
  server.faults.down = false
  await advance(5_000)
  assert.deepEqual(texts(view), ['missed 3', 'missed 4'])
  assert.equal(view.state.get().hasEarlier, true)
  server.say(view.id, 'now')
  await advance(100)
  assert.equal(texts(view).at(-1), 'now')
})

test('the server’s clock is the clock of every tab, whichever holds the line', async () => {
  const { browser, begun, joined } = tabsWorld()
  const first = await begun()
  const second = await joined(first.view.id)
  for (const { client } of [first, second]) {
    const off = Date.parse('2026-01-01T00:00:00.000Z') - (browser.now() + client.clockOffset())
    assert.ok(Math.abs(off) < 5_000, String(off))
  }
})

test('of very many open conversations hello brings a hundred, and each of the rest asks for itself', async () => {
  const { server, advance, openTab, begun } = tabsWorld()
  const first = await begun()
  first.client.close()
  const ids = Array.from({ length: 130 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  for (const id of ids) server.begin(id)
  const { client } = openTab()
  void client.conversations.resume().catch(() => {})
  await advance(SETTLED)
  const views = ids.map((id) => client.conversations.open(id))
  await advance(SETTLED)
  server.cut()
  await advance(SETTLED)
  assert.equal(server.hellos.at(-1), 100)
  assert.equal([...server.lines][0]?.follows.size, 130)
  for (const id of ids) server.say(id, 'to each')
  await advance(100)
  assert.ok(views.every((view) => texts(view).at(-1) === 'to each'))
})

test('nothing typed in a tab whose storage is blocked reaches a tab that may be somebody else', async () => {
  const { server, browser, advance, begun, openTab } = tabsWorld()
  const first = await begun()
  const blocked = openTab({ blocked: true })
  const starting = blocked.client.conversations.start({ message: 'alone' })
  await advance(SETTLED)
  const view = await starting
  assert.equal(blocked.client.durable.get(), false)
  assert.equal(server.lines.size, 2, 'each has a line of its own')
  assert.deepEqual(server.bodies(view.id), ['alone'])
  assert.ok(first.client.conversations.list.get().every(({ id }) => id !== view.id))
  assert.equal(browser.holder('deskbell-line'), first.state)
})

test('a view tells what may have left the device from what waits behind it', async () => {
  const { server, advance, begun } = tabsWorld()
  const { view } = await begun()
  server.faults.deafSockets = true
  await sending(view, 'tried', advance)
  await sending(view, 'waits', advance)
  assert.deepEqual(
    view.state.get().pending.map(({ body, tried }) => [body, tried === true]),
    [
      ['tried', true],
      ['waits', false],
    ],
  )
})
