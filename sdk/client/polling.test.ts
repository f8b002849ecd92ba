// Where a proxy is in the way of sockets: the chat goes on by requests, and back to a socket by itself.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { SETTLED, sending, state, tabsWorld, texts } from '../../test/helpers/tabs-world.ts'
import type { ConnectionState } from './connection-state.ts'
import { startPolling } from './polling.ts'
import { createStore } from './store.ts'

for (const fault of ['noSockets', 'deafSockets'] as const)
  test(`behind a proxy that ${fault === 'noSockets' ? 'cuts' : 'swallows'} sockets the chat is sent and polled by requests, and a socket takes over once it can`, async () => {
    const { server, advance, openTab } = tabsWorld()
    server.faults[fault] = true
    const tab = openTab()
    const starting = tab.client.conversations.start({ message: 'hello' })
    await advance(SETTLED)
    const view = await starting
    assert.deepEqual(server.bodies(view.id), ['hello'], 'sent at once')
    server.say(view.id, 'answer')
    await advance(9_500)
    assert.deepEqual(texts(view), ['hello', 'answer'], 'seen within ten seconds')
    assert.equal(state(tab), 'polling', 'nobody is told to wait')
    server.say(view.id, 'another')
    await advance(4_100)
    assert.deepEqual(texts(view), ['hello', 'answer', 'another'])
    await sending(view, 'mine', advance)
    assert.equal(state(tab), 'polling')
    assert.deepEqual(server.bodies(view.id), ['hello', 'answer', 'another', 'mine'])
    server.faults.down = true
    await advance(20_000)
    assert.equal(state(tab), 'reconnecting', 'requests fail too')
    server.faults.down = false
    await advance(20_000)
    assert.equal(state(tab), 'polling')

    server.faults[fault] = false
    await advance(45_000)
    assert.equal(state(tab), 'online')
    const asked = server.names.length
    server.say(view.id, 'by the line')
    await advance(100)
    assert.equal(texts(view).at(-1), 'by the line')
    await advance(60_000)
    assert.equal(server.names.length, asked, 'nothing is polled any more')
  })

test('while there is no socket the list of conversations is polled too', async () => {
  const { server, advance, openTab } = tabsWorld()
  server.faults.noSockets = true
  const { client } = openTab()
  void client.conversations.start({ message: 'hello' })
  await advance(SETTLED)
  const other = '01900000-0000-7000-8000-000000000001'
  server.begin(other)
  await advance(20_000)
  assert.ok(client.conversations.list.get().some(({ id }) => id === other))
})

function watched(state: ConnectionState['state']) {
  const machine = manualEnvironment()
  const connection = createStore({ state } as ConnectionState)
  const rounds: number[] = []
  const stop = startPolling({
    env: machine.env,
    connection,
    poll: async (round) => void rounds.push(round),
  })
  return { ...machine, connection, rounds, stop }
}

test('polling begins when the line has been away for five seconds, and ends with its return', async () => {
  const { advance, connection, rounds, timers } = watched('connecting')
  await advance(4_999)
  assert.deepEqual(rounds, [])
  connection.set({ state: 'reconnecting', since: 0, retryAt: 0 })
  await advance(1)
  assert.deepEqual(rounds, [0])
  await advance(8_000)
  assert.deepEqual(rounds, [0, 1, 2])
  connection.set({ state: 'online' })
  assert.deepEqual(timers(), [])
  connection.set({ state: 'reconnecting', since: 0, retryAt: 0 })
  await advance(5_000)
  assert.deepEqual(rounds, [0, 1, 2, 0])
})

test('nothing is polled off line, while nobody asked for a line, or where it was refused', async () => {
  for (const state of ['offline', 'idle', 'refused'] as const) {
    const { advance, rounds } = watched(state)
    await advance(30_000)
    assert.deepEqual(rounds, [])
  }
})

test('stopped polling leaves no timer', async () => {
  const { timers, stop, connection } = watched('connecting')
  stop()
  assert.deepEqual(timers(), [])
  connection.set({ state: 'reconnecting', since: 0, retryAt: 0 })
  assert.deepEqual(timers(), [])
})
