// Who is told that a customer looks, and how often: several tabs, several nodes, sockets that die. Time is the test's.

import assert from 'node:assert/strict'
import test from 'node:test'
import { linkedBuses } from '../../test/helpers/linked-buses.ts'
import { manualTime } from '../../test/helpers/manual-time.ts'
import { createPeers } from '../platform/bus/peers.ts'
import { createSharedMap } from '../platform/bus/shared-map.ts'
import { createCommandRegistry } from '../platform/commands/command-registry.ts'
import type { HubSocket } from '../platform/hub/hub-options.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Principal } from './access.ts'
import { createCustomerAttention } from './customer-attention.ts'
import { ROOM } from './live-room.ts'

const NORA = uuidv7()
const CHAT = uuidv7()

function world() {
  const { time, advance } = manualTime()
  const wire = linkedBuses({ time })
  let nodes = 0

  function node() {
    const bus = wire.add(`node ${nodes++}`)
    const peers = createPeers({ bus, time })
    const looking = createSharedMap<true>({ name: 'looking', bus, peers, time })
    const sockets = createSharedMap<number>({ name: 'sockets', bus, peers, time })
    const commands = createCommandRegistry()
    const told: string[] = []
    const rooms = new Map<string, Set<unknown>>()
    const roomOf = (room: string) => {
      const members = rooms.get(room) ?? new Set()
      rooms.set(room, members)
      return members
    }
    const attention = createCustomerAttention({
      hub: {
        publish: (_room, { type, data }: never) =>
          void (type === 'attention.changed' && told.push((data as { attention: string }).attention)),
        inRoom: (room) => roomOf(room) as never,
      },
      bus,
      commands,
      views: { load: async () => assert.fail('read the database') },
      looking,
      sockets,
      clock: () => new Date(time.now()),
      time,
    })
    return {
      told,
      attention,
      visit: (at: string) => bus.emit('contact.visited', { contact_id: NORA, at }),
      /** An agent opens the conversation; what they are told at once. */
      follow() {
        roomOf(ROOM.agents(CHAT)).add({})
        const { data } = attention.followed(CHAT, NORA) as {
          data: { attention: string; since: string | null }
        }
        return data
      },
      unfollow: () => roomOf(ROOM.agents(CHAT)).clear(),
      /** Nora's browser connects. */
      connect() {
        const id = uuidv7()
        const principal = {
          side: 'visitor',
          kind: 'contact',
          id: NORA,
          workspaceId: 'w',
        } as never as Principal
        const socket = { id, principal, rooms: [ROOM.visitors(CHAT)] } as never as HubSocket<Principal>
        roomOf(ROOM.contact(NORA)).add(socket)
        sockets.set(`visitor ${NORA}`, roomOf(ROOM.contact(NORA)).size)
        attention.arrived(NORA)
        return {
          tell: (tab: string, isLooking: boolean) =>
            commands.run(
              'looking.tell',
              principal,
              { conversation_id: CHAT, tab, looking: isLooking },
              { socket },
            ),
          leave() {
            roomOf(ROOM.contact(NORA)).delete(socket)
            const { size } = roomOf(ROOM.contact(NORA))
            if (size > 0) sockets.set(`visitor ${NORA}`, size)
            else sockets.delete(`visitor ${NORA}`)
            attention.left(socket)
          },
        }
      },
    }
  }
  return { node, advance }
}

const [ONE, TWO] = [uuidv7(), uuidv7()]

test('the most attentive tab counts, and all of them end with their socket', async () => {
  const { node, advance } = world()
  const { told, follow, connect } = node()
  const nora = connect()
  assert.deepEqual(follow(), { conversation_id: CHAT, attention: 'here', since: null, visited_at: null })
  await nora.tell(ONE, true)
  advance(1000)
  await nora.tell(TWO, true)
  await nora.tell(ONE, false)
  advance(1000)
  assert.deepEqual(told, ['reading'])
  await nora.tell(TWO, false)
  advance(1000)
  await nora.tell(TWO, true)
  advance(1000)
  nora.leave()
  advance(1000)
  assert.deepEqual(told, ['reading', 'here', 'reading', 'here'])
  advance(6000)
  assert.equal(told.at(-1), 'gone')
  assert.equal(follow().since, new Date(4000).toISOString())
})

test('who goes to the next page has not left', async () => {
  const { node, advance } = world()
  const { told, follow, connect } = node()
  const nora = connect()
  follow()
  nora.leave()
  advance(3000)
  connect()
  advance(60_000)
  assert.ok(!told.includes('gone'), told.join())
})

test('a tab that flaps costs a frame a second, and the last word counts', async () => {
  const { node, advance } = world()
  const { told, follow, connect } = node()
  const nora = connect()
  follow()
  for (let times = 0; times < 40; times++) {
    await nora.tell(ONE, times % 2 === 0)
    advance(100)
  }
  advance(1000)
  assert.ok(told.length <= 6, `${told.length} frames in 5 s`)
  assert.equal(told.at(-1), 'here')
})

test('a tab that falls silent looks no more', async () => {
  const { node, advance } = world()
  const { told, follow, connect } = node()
  const nora = connect()
  follow()
  await nora.tell(ONE, true)
  advance(30_000)
  await nora.tell(ONE, true)
  advance(44_000)
  assert.deepEqual(told, ['reading'])
  advance(2000)
  assert.deepEqual(told, ['reading', 'here'])
})

test('of one socket twenty tabs count, of whoever left the latest five thousand', async () => {
  const { node, advance } = world()
  const { attention, told, follow, connect } = node()
  follow()
  const nora = connect()
  const tabs = Array.from({ length: 21 }, () => uuidv7())
  for (const tab of tabs) await nora.tell(tab, true)
  advance(1000)
  assert.equal(told.at(-1), 'reading')
  for (const tab of tabs.slice(0, 20)) await nora.tell(tab, false)
  advance(1000)
  assert.equal(told.at(-1), 'here')
  nora.leave()
  advance(10_000)
  assert.notEqual(follow().since, null)
  for (let n = 0; n < 5000; n++) attention.arrived(`other ${n}`)
  assert.equal(follow().since, null)
})

test('nobody is told who does not follow, and nothing of them is held', async () => {
  const { node, advance } = world()
  const { told, follow, unfollow, connect } = node()
  follow()
  unfollow()
  const nora = connect()
  await nora.tell(ONE, true)
  advance(1000)
  assert.deepEqual(told, [])
})

test('agents of one node are told of customers of another, and of the end of that one', async () => {
  const { node, advance } = world()
  const [near, far] = [node(), node()]
  advance(100)
  assert.equal(near.follow().attention, 'gone')
  const nora = far.connect()
  advance(100)
  assert.equal(near.told.at(-1), 'here')
  await nora.tell(ONE, true)
  advance(1100)
  assert.equal(near.told.at(-1), 'reading')
  assert.equal(near.follow().attention, 'reading')
  nora.leave()
  advance(1100)
  assert.equal(near.told.at(-1), 'here')
  advance(6000)
  assert.equal(near.told.at(-1), 'gone')
})

test('another page is told to who follows, on whichever node', async () => {
  const { node, advance } = world()
  const [near, far] = [node(), node()]
  advance(100)
  far.connect()
  near.follow()
  advance(1100)
  const before = near.told.length
  far.visit('2026-11-21T12:00:00.000Z')
  advance(1100)
  assert.equal(near.told.length, before + 1)
})

test('a customer whose line is blocked is here as long as their page asks', () => {
  const { node, advance } = world()
  const [near, far] = [node(), node()]
  advance(100)
  near.follow()
  for (let polls = 0; polls < 10; polls++) {
    far.attention.polled(NORA)
    advance(4000)
  }
  assert.deepEqual(near.told, ['here'])
  advance(30_000)
  assert.deepEqual(near.told, ['here', 'gone'])
})
