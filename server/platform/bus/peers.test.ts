// Nodes that come, fall silent, stand still and go. Time is the test's.

import assert from 'node:assert/strict'
import test from 'node:test'
import { linkedBuses } from '../../../test/helpers/linked-buses.ts'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { createPeers } from './peers.ts'

function nodes(...ids: string[]) {
  const { time, advance, stall } = manualTime()
  const wire = linkedBuses({ time })
  const gone: string[] = []
  const start = (id: string) => {
    const bus = wire.add(id)
    const peers = createPeers({ bus, time })
    peers.onGone((node, departure) => gone.push(`${id}: ${node} ${departure}`))
    return { bus, peers }
  }
  return { time, wire, advance, stall, gone, start, started: ids.map(start) }
}

test('peers: a newcomer knows the others at once, and they know it', () => {
  const { advance, start, started } = nodes('a', 'b')
  advance(3000)
  const late = start('c')
  advance(100)
  assert.deepEqual(
    [...started, late].map(({ peers }) => peers.count()),
    [2, 2, 2],
  )
  assert.ok(late.peers.knows('a') && !late.peers.knows('c'))
})

test('peers: who says goodbye is gone at once, and what of it was still on its way brings it not back', () => {
  const { advance, gone, started } = nodes('a', 'b')
  advance(100)
  const [a, b] = started as [(typeof started)[0], (typeof started)[0]]
  b.peers.close()
  b.bus.emit('node.alive', { node: 'b', versions: {} })
  advance(1)
  assert.deepEqual(gone, ['a: b left'])
  advance(10_000)
  assert.equal(a.peers.count(), 0)
})

test('peers: who falls silent is gone within 22 s and not before 18, and known again at once when on the line again', () => {
  const { advance, gone, started } = nodes('a', 'b')
  const [a, b] = started as [(typeof started)[0], (typeof started)[0]]
  advance(100)
  b.bus.unplug()
  advance(18_000)
  assert.deepEqual(gone, [])
  advance(4000)
  assert.deepEqual(gone.sort(), ['a: b lost', 'b: a lost'])
  b.bus.plug()
  advance(200)
  assert.deepEqual([a.peers.count(), b.peers.count()], [1, 1])
})

test('peers: a node that stood still itself does not take the others for lost', () => {
  const { advance, stall, gone, started } = nodes('a', 'b')
  advance(100)
  stall(60_000)
  advance(30_000)
  assert.deepEqual(gone, [])
  assert.equal(started[0]!.peers.count(), 1)
})

test('peers: twenty nodes that start together answer in a handful of signs each', () => {
  const { advance, wire } = nodes(...Array.from({ length: 20 }, (_, n) => `node ${n}`))
  advance(1900)
  assert.ok(wire.told.length <= 60, `${wire.told.length} signs of life`)
})
