// What nodes share, over a wire that delays, loses and is cut. Time is the test's.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { linkedBuses } from '../../../test/helpers/linked-buses.ts'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import type { BusTopics } from './bus.ts'
import { createPeers } from './peers.ts'
import { createSharedMap } from './shared-map.ts'

function wireOf(fate?: (topic: keyof BusTopics) => number | null) {
  const { time, advance } = manualTime()
  const wire = linkedBuses({ time, ...(fate && { fate }) })
  let started = 0
  function start() {
    const bus = wire.add(`node ${started++}`)
    const peers = createPeers({ bus, time })
    const map = createSharedMap<number>({ name: 'counts', bus, peers, time })
    return { bus, peers, map }
  }
  return { start, advance, told: wire.told }
}

/** Long ones, so that a snapshot of a few comes in several pieces. */
const keyOf = (n: number): string => `key ${'.'.repeat(2500)} ${n}`
const sorted = (map: Map<string, number[]>) =>
  [...map].map(([key, values]): [string, number[]] => [key, values.sort()]).sort()

test('shared map: what a node sets the others see, and what it deletes they forget', () => {
  const { start, advance } = wireOf()
  const [a, b] = [start(), start()]
  advance(100)
  const heard: string[] = []
  b.map.onChange((key, cause) => heard.push(`${key} ${cause}`))
  a.map.set('ann', 1)
  b.map.set('ann', 2)
  advance(100)
  assert.deepEqual([[...a.map.others('ann')], [...b.map.others('ann')]], [[2], [1]])
  a.map.delete('ann')
  advance(100)
  assert.deepEqual([...b.map.others('ann')], [])
  assert.deepEqual(heard, ['ann told', 'ann told', 'ann told'])
})

test('shared map: who comes later is told everything, in pieces that fit a notification', () => {
  const { start, advance, told } = wireOf()
  const a = start()
  for (let count = 0; count < 1000; count++) a.map.set(`visitor ${'é'.repeat(20)} ${count}`, count)
  advance(100)
  const alone = told.filter(({ topic }) => topic === 'map.changed')
  assert.deepEqual(alone, [], 'a lone node tells nobody')
  const b = start()
  advance(200)
  assert.deepEqual(sorted(b.map.all()), sorted(a.map.all()))
  const pieces = told.filter(({ topic }) => topic === 'map.snapshot')
  assert.ok(pieces.length > 5, `${pieces.length} pieces`)
  assert.ok(pieces.every(({ bytes }) => bytes < 7000))
})

test('shared map: however many ask for all of a map, it is told once a second', () => {
  const { start, advance, told } = wireOf()
  const a = start()
  a.map.set('ann', 1)
  advance(100)
  const others = Array.from({ length: 10 }, start)
  advance(900)
  const snapshots = () => told.filter(({ topic }) => topic === 'map.snapshot').length
  assert.equal(snapshots(), 1)
  for (const { bus } of others) {
    bus.emit('map.wanted', { map: 'counts', node: 'node 0' })
    advance(100)
  }
  advance(2000)
  assert.ok(snapshots() <= 3, `told ${snapshots()} times`)
  assert.ok(others.every(({ map }) => [...map.others('ann')].join() === '1'))
})

test('shared map: many changes at once are told once each, by their last state', () => {
  const { start, advance, told } = wireOf()
  const [a, b] = [start(), start()]
  advance(100)
  for (let count = 0; count < 1000; count++) a.map.set('ann', count)
  for (let count = 0; count < 1000; count++) a.map.set(`key ${count}`, count)
  advance(100)
  const steps = told.filter(({ topic }) => topic === 'map.changed')
  assert.ok(steps.length < 5 && steps.every(({ bytes }) => bytes < 7000), JSON.stringify(steps))
  assert.deepEqual([...b.map.others('ann')], [999])
})

test('shared map: an entry ends with its node, and says how that went', () => {
  const { start, advance } = wireOf()
  const [a, b, c] = [start(), start(), start()]
  const heard: string[] = []
  a.map.onChange((key, cause) => heard.push(`${key} ${cause}`))
  b.map.set('by goodbye', 1)
  c.map.set('by silence', 1)
  advance(200)
  heard.length = 0
  b.peers.close()
  c.bus.unplug()
  advance(22_000)
  assert.deepEqual(heard, ['by goodbye left', 'by silence lost'])
  assert.equal(a.map.all().size, 0)
})

test('shared map: a node that has just died counts no longer for what asks who is surely alive', () => {
  const { start, advance } = wireOf()
  const [a, b] = [start(), start()]
  b.map.set('ann', 3)
  advance(100)
  assert.deepEqual([...a.map.lately('ann')], [3])
  b.bus.unplug()
  advance(3100)
  assert.deepEqual([[...a.map.lately('ann')], [...a.map.others('ann')]], [[], [3]])
})

test('shared map: news that was lost is asked for with the next sign of life', () => {
  let isLossy = false
  const { start, advance } = wireOf(() => (isLossy ? null : 0))
  const [a, b] = [start(), start()]
  advance(100)
  isLossy = true
  a.map.set('ann', 1)
  advance(100)
  isLossy = false
  assert.deepEqual([...b.map.others('ann')], [])
  advance(2200)
  assert.deepEqual([...b.map.others('ann')], [1])
})

test('shared map: a step that comes after a newer one undoes nothing', () => {
  let delay = 0
  const { start, advance } = wireOf(() => delay)
  const [a, b] = [start(), start()]
  advance(100)
  delay = 2000
  a.map.set('ann', 1)
  advance(60)
  delay = 0
  a.map.set('ann', 2)
  // The second shows the gap and is made good by a snapshot, long before the first arrives.
  advance(1000)
  assert.deepEqual([...b.map.others('ann')], [2])
  const heard: string[] = []
  b.map.onChange((key) => heard.push(key))
  advance(1500)
  assert.deepEqual([[...b.map.others('ann')], heard], [[2], []])
})

test('shared map: whatever happens on the way, all ends are equal once the wire is whole', () => {
  const node = fc.nat(9)
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('set'), node, key: fc.nat(6), value: fc.nat(3) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('delete'), node, key: fc.nat(6) }) },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(1, 60, 700, 5000, 30_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('start', 'close', 'kill', 'unplug', 'plug'), node }),
    },
  )
  /** Each piece of news takes the next fate: lost below 20 of 100, else so many times 10 ms on its way. */
  const fates = fc.infiniteStream(fc.nat(99))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), fates, (steps, stream) => {
      let isWhole = false
      const { start, advance } = wireOf(() => {
        if (isWhole) return 0
        const fate = stream.next().value
        return fate < 20 ? null : fate < 60 ? 0 : fate * 10
      })
      let living = [start(), start()]
      const perform = (action: { do: string; node?: number; key?: number; value?: number; ms?: number }) => {
        if (action.do === 'wait') return advance(action.ms!)
        if (action.do === 'start') return void living.push(start())
        const one = living[action.node! % living.length]
        if (!one) return
        if (action.do === 'set') one.map.set(keyOf(action.key!), action.value!)
        if (action.do === 'delete') one.map.delete(keyOf(action.key!))
        if (action.do === 'unplug') one.bus.unplug()
        if (action.do === 'plug') one.bus.plug()
        if (action.do === 'close') one.peers.close()
        if (action.do === 'kill') one.bus.unplug()
        if (action.do === 'close' || action.do === 'kill') living = living.filter((other) => other !== one)
      }
      for (const action of steps) perform(action)
      isWhole = true
      for (const { bus } of living) bus.plug()
      advance(60_000)
      const owned = new Map<string, number[]>()
      for (const { map } of living)
        for (let key = 0; key <= 6; key++) {
          const value = map.own(keyOf(key))
          if (value !== undefined) owned.set(keyOf(key), [...(owned.get(keyOf(key)) ?? []), value])
        }
      for (const { map } of living) assert.deepEqual(sorted(map.all()), sorted(owned))
    }),
    { numRuns: 300 },
  )
})
