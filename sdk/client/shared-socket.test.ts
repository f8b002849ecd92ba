// One line for all tabs of a browser: who holds it, and what happens when that tab goes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { SETTLED, sending, state, texts, tabsWorld as world } from '../../test/helpers/tabs-world.ts'

test('tabs of one browser share one line: what one sends and what comes, all of them show', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const second = await joined(first.view.id)
  const third = await joined(first.view.id)
  assert.equal(server.lines.size, 1)
  assert.equal(server.counts.sockets, 1)
  assert.deepEqual([first, second, third].map(state), ['online', 'online', 'online'])
  await sending(second.view, 'from the second', advance)
  server.say(first.view.id, 'answer')
  await advance(SETTLED)
  for (const { view } of [first, second, third])
    assert.deepEqual(texts(view), ['hello', 'from the second', 'answer'])
  assert.equal(server.names.filter((name) => name === 'message.send').length, 1)
})

test('one tab’s closing of a conversation does not end another’s view of it, the last one’s does', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  first.view.close()
  await advance(SETTLED)
  server.say(id, 'still here?')
  await advance(SETTLED)
  assert.deepEqual(texts(second.view), ['hello', 'still here?'])
  second.view.close()
  await advance(SETTLED)
  assert.equal([...server.lines][0]?.follows.size, 0)
})

test('a follower that is closed lets the leader end what only it followed', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  first.view.close()
  second.client.close()
  await advance(SETTLED)
  assert.equal([...server.lines][0]?.follows.size, 0)
  assert.equal(state(first), 'online')
})

test('a leader out of sight, whose timers run once a minute, is reminded of its next try by the others', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const second = await joined(first.view.id)
  const { after } = first.env
  first.env.after = (ms, call) => after(Math.max(ms, 60_000), call)
  server.cut()
  await advance(4_000)
  assert.deepEqual([first, second].map(state), ['online', 'online'])
  assert.equal(server.counts.sockets, 2)
})

test('when the leader is closed, another tab takes the line over and misses nothing', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  const third = await joined(id)
  first.client.close()
  server.say(id, 'meanwhile')
  await advance(SETTLED)
  assert.equal(server.lines.size, 1)
  assert.deepEqual([second, third].map(state), ['online', 'online'])
  for (const { view } of [second, third]) assert.deepEqual(texts(view), ['hello', 'meanwhile'])
})

test('a leader that crashes with a follower’s message on the way: it is sent again under its cid, and is there once', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  const third = await joined(id)
  server.faults.loseAcks = 1
  const sent = second.view.send('on its way')
  await advance(50)
  await sent
  assert.deepEqual(server.bodies(id), ['hello', 'on its way'])
  first.crash()
  server.cut()
  await advance(10_000)
  assert.deepEqual(server.bodies(id), ['hello', 'on its way'])
  for (const { view } of [second, third]) {
    assert.deepEqual(texts(view), ['hello', 'on its way'])
    assert.deepEqual(view.state.get().pending, [])
  }
  assert.equal(server.lines.size, 1)
})

test('what a leader stored and died before sending is sent by the tab that follows it', async () => {
  const { server, browser, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  const before = (await browser.storage.list('outbox:')).length
  void first.view.send('stored')
  for (let waited = 0; (await browser.storage.list('outbox:')).length === before; waited++) {
    assert.ok(waited < 50)
    await advance(1)
  }
  // On the disk, but nobody was told of it yet.
  first.crash()
  server.cut()
  await advance(5_000)
  assert.deepEqual(server.bodies(id), ['hello', 'stored'])
  assert.deepEqual(texts(second.view), ['hello', 'stored'])
})

test('a frozen leader is noticed by a waking tab, loses the line within 3 s and follows once it thaws', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  first.freeze()
  server.say(id, 'unheard')
  await advance(SETTLED)
  assert.deepEqual(texts(second.view), ['hello'])
  second.wake()
  await advance(2_900)
  assert.deepEqual(texts(second.view), ['hello'])
  await advance(200)
  assert.deepEqual(texts(second.view), ['hello', 'unheard'])
  first.thaw()
  await advance(SETTLED)
  assert.equal(server.lines.size, 1)
  assert.deepEqual([first, second].map(state), ['online', 'online'])
  server.say(id, 'to both')
  await advance(SETTLED)
  for (const { view } of [first, second]) assert.deepEqual(texts(view), ['hello', 'unheard', 'to both'])
})

test('a frozen leader is noticed by a message it does not carry, which arrives all the same, once', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const second = await joined(first.view.id)
  first.freeze()
  const sent = second.view.send('anybody?')
  await advance(5_900)
  await sent
  assert.deepEqual(server.bodies(first.view.id), ['hello'])
  await advance(1_000)
  first.thaw()
  await advance(SETTLED)
  assert.deepEqual(server.bodies(first.view.id), ['hello', 'anybody?'])
  assert.deepEqual(texts(second.view), ['hello', 'anybody?'])
  assert.deepEqual(texts(first.view), ['hello', 'anybody?'])
})

test('a waking follower makes the leader prove its line: a half-open one is replaced within 4 s', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const second = await joined(first.view.id)
  server.halfOpen()
  server.say(first.view.id, 'into the void')
  await advance(100)
  second.wake()
  await advance(4_000)
  assert.deepEqual(texts(second.view), ['hello', 'into the void'])
  assert.equal(server.lines.size, 1)
})

test('a leader that is put away hands the line over, and follows when it comes back', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  first.hide()
  await advance(SETTLED)
  assert.equal(server.lines.size, 1)
  assert.equal(state(second), 'online')
  server.say(id, 'while away')
  first.wake()
  await advance(SETTLED)
  assert.equal(server.lines.size, 1)
  for (const { view } of [first, second]) assert.deepEqual(texts(view), ['hello', 'while away'])
})

test('a lone tab that is put away lets go of the line and takes it up again when it comes back', async () => {
  const { server, advance, begun } = world()
  const { view, hide, wake } = await begun()
  hide()
  await advance(SETTLED)
  assert.equal(server.lines.size, 0)
  server.say(view.id, 'while away')
  wake()
  await advance(SETTLED)
  assert.deepEqual(texts(view), ['hello', 'while away'])
})

test('without locks each tab keeps a line of its own', async () => {
  const { server, advance, begun, joined } = world({ locks: false })
  const first = await begun()
  const second = await joined(first.view.id)
  assert.equal(server.lines.size, 2)
  await sending(first.view, 'seen by both', advance)
  assert.deepEqual(texts(second.view), ['hello', 'seen by both'])
})

test('a loss of the line is shown in every tab, and so is its return', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const second = await joined(first.view.id)
  server.faults.down = true
  server.cut()
  await advance(100)
  assert.deepEqual([first, second].map(state), ['reconnecting', 'reconnecting'])
  const sent = second.view.send('kept')
  await advance(SETTLED)
  await sent
  server.faults.down = false
  await advance(10_000)
  assert.deepEqual([first, second].map(state), ['online', 'online'])
  for (const { view } of [first, second]) assert.deepEqual(texts(view), ['hello', 'kept'])
})

test('what only a follower looks at is followed again after the line was away', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  first.view.close()
  await advance(SETTLED)
  server.cut()
  server.say(id, 'missed')
  await advance(SETTLED)
  assert.deepEqual(texts(second.view), ['hello', 'missed'])
  server.say(id, 'heard')
  await advance(100)
  assert.deepEqual(texts(second.view), ['hello', 'missed', 'heard'])
})

test('a tab that joins a line already up gets its welcome, and follows what only it looks at', async () => {
  const { server, advance, begun, openTab } = world()
  const first = await begun()
  const { id } = first.view
  first.view.close()
  const second = openTab()
  void second.client.conversations.resume().catch(() => {})
  await advance(2)
  const view = second.client.conversations.open(id)
  await advance(SETTLED)
  server.say(id, 'heard')
  await advance(100)
  assert.deepEqual(texts(view), ['hello', 'heard'])
})

test('a follower’s message on its way when another tab takes the lead goes out again at once', async () => {
  const { server, advance, begun, joined } = world()
  const first = await begun()
  const { id } = first.view
  const second = await joined(id)
  const third = await joined(id)
  const before = server.names.length
  server.faults.loseAcks = 1
  const sent = third.view.send('twice sent')
  await advance(50)
  await sent
  first.crash()
  server.bury()
  await advance(500)
  assert.equal(server.names.slice(before).filter((name) => name === 'message.send').length, 2)
  assert.deepEqual(server.bodies(id), ['hello', 'twice sent'])
  assert.deepEqual([second, third].map(state), ['online', 'online'])
})

test('a tab that never connected takes no part: it opens no line and is nobody’s heir', async () => {
  const { server, browser, advance, begun, openTab } = world()
  const first = await begun()
  openTab()
  first.client.close()
  await advance(SETTLED)
  assert.equal(server.lines.size, 0)
  assert.equal(browser.holder('deskbell-line'), undefined)
})
