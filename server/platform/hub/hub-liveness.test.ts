// Peers that are slow, silent or gone, and sessions that end: what the endpoint does by itself.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { hubServer } from '../../../test/helpers/hub-server.ts'
import { HUB_INTERVALS } from './hub-options.ts'

/** Long enough for a busy machine to answer a ping in. */
const BEAT = 200

test('every beat brings a heartbeat with the heads, and a peer that answers pings stays', async (t) => {
  const id = randomUUID()
  const { join } = await hubServer(t, { intervals: { beat: BEAT }, heads: () => ({ [id]: 7 }) })
  const socket = await join()
  for (let beat = 0; beat < 4; beat++) {
    const { data } = await socket.next('heartbeat')
    assert.deepEqual(data.heads, { [id]: 7 })
    assert.ok(!Number.isNaN(Date.parse(data.at)))
  }
})

test('a peer that answers no ping is cut off at the next beat', async (t) => {
  const { join, untilCount } = await hubServer(t, { intervals: { beat: BEAT } })
  const socket = await join('ann', { client: { autoPong: false } })
  assert.equal((await socket.closed).code, 1006)
  await untilCount(0)
})

test('a session that no longer holds closes with 4401', async (t) => {
  let holds = true
  const { join } = await hubServer(t, { intervals: { beat: BEAT, recheck: 0 }, recheck: async () => holds })
  const socket = await join()
  await socket.next('heartbeat')
  await socket.next('heartbeat')
  holds = false
  assert.equal((await socket.closed).code, 4401)
})

test('a session that could not be rechecked stays open', async (t) => {
  const { join, logged } = await hubServer(t, {
    intervals: { beat: BEAT, recheck: 0 },
    recheck: async () => {
      throw new Error('the database is away')
    },
  })
  const socket = await join()
  for (let beat = 0; beat < 3; beat++) await socket.next('heartbeat')
  assert.match(JSON.stringify(logged), /not rechecked/)
})

test('sessions are not rechecked before their time', async (t) => {
  let checks = 0
  const { join } = await hubServer(t, {
    intervals: { beat: BEAT },
    recheck: async () => {
      checks += 1
      return true
    },
  })
  const socket = await join()
  for (let beat = 0; beat < 3; beat++) await socket.next('heartbeat')
  assert.equal(checks, 0)
})

const big = (kib: number) => ({ type: 'pong' as const, data: { at: 'x'.repeat(kib * 1024) } })

test('a slow receiver loses droppable frames first, and gets all the others', async (t) => {
  let dropped = 0
  const metrics = { opened() {}, closed() {}, command() {}, dropped: () => void dropped++ }
  const { hub, join } = await hubServer(t, { metrics, limits: { bufferedHard: 1024 * 1024 * 1024 } })
  const slow = await join('slow')
  slow.ws.pause()
  // Until the kernel's buffers are full too, then one more round.
  let sent = 0
  for (let frame = 0; frame < 200 && dropped === 0; frame++) {
    hub.publish('everybody', big(256))
    sent += 1
    hub.publish('everybody', { type: 'heartbeat', data: { at: '', heads: {} } }, { ephemeral: true })
  }
  assert.ok(dropped > 0)
  slow.ws.resume()
  for (let frame = 0; frame < sent; frame++) await slow.next('pong')
})

test('a receiver with more than the hard limit waiting is cut off; the others notice nothing', async (t) => {
  const { hub, join } = await hubServer(t)
  const slow = await join('slow')
  const quick = await join('quick')
  slow.ws.pause()
  let sent = 0
  while (hub.count() === 2 && sent < 400) {
    hub.publish('everybody', big(256))
    sent += 1
    await quick.next('pong')
  }
  assert.equal(hub.count(), 1)
  slow.ws.resume()
  assert.equal((await slow.closed).code, 1006)
  hub.publish('everybody', { type: 'pong', data: { at: 'still here' } })
  assert.equal((await quick.next('pong')).data.at, 'still here')
})

test('a receiver that takes nothing for too long is cut off, however little waits', async (t) => {
  let now = 0
  let beats = 0
  const { hub, join, untilCount } = await hubServer(t, {
    clock: () => new Date(now),
    intervals: { beat: 25 * 25 },
    limits: { bufferedHard: 1024 * 1024 * 1024 },
    heads() {
      beats += 1
      return {}
    },
  })
  const slow = await join('slow')
  slow.ws.pause()
  // More than the kernel takes, so that something waits here.
  hub.publish('everybody', big(32 * 1024))
  now += 10_000
  await untilCount(0)
  assert.equal(beats, 0, 'not for want of a pong')
})

test('a peer that dies right after its pong is found out within 55 seconds', () => {
  const { beat } = HUB_INTERVALS
  // One beat until the next ping, one until it is missed, and the slot the visit falls into.
  assert.ok(2 * beat + beat / 25 <= 55_000)
})
