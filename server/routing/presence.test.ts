import assert from 'node:assert/strict'
import test from 'node:test'
import { linkedBuses } from '../../test/helpers/linked-buses.ts'
import { manualTime } from '../../test/helpers/manual-time.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import { createPeers } from '../platform/bus/peers.ts'
import { createSharedMap } from '../platform/bus/shared-map.ts'
import { createPresence, type Seat } from './presence.ts'

const mika: AgentPrincipal = {
  side: 'agent',
  kind: 'human',
  id: 'mika',
  name: 'Mika',
  role: 'agent',
  workspaceId: 'w',
  sessionId: 's',
  sessionKind: 'browser',
}

function desk() {
  const { time, advance } = manualTime()
  const wire = linkedBuses({ time })
  function start() {
    const bus = wire.add()
    const told: string[] = []
    bus.on('staffing.changed', () => told.push(presence.isStaffed('w') ? 'in' : 'out'))
    const peers = createPeers({ bus, time })
    const seats = createSharedMap<Seat>({ name: 'presence', bus, peers, time })
    const presence = createPresence({ bus, seats, time })
    return { presence, peers, bus, told }
  }
  return { start, advance }
}

test('presence: a person is in until some seconds after their last socket is gone', () => {
  const { start, advance } = desk()
  const { presence, told } = start()
  presence.arrive(mika, 'one', 'online')
  presence.arrive(mika, 'two', 'online')
  presence.leave(mika, 'one')
  advance(60_000)
  assert.ok(presence.isStaffed('w'))
  presence.leave(mika, 'two')
  advance(4900)
  assert.equal(presence.effective('mika', 'online'), 'online')
  advance(200)
  assert.equal(presence.effective('mika', 'online'), 'offline')
  assert.deepEqual(told, ['in', 'out'])
})

test('presence: a reload is no absence, and nobody is told of one', () => {
  const { start, advance } = desk()
  const { presence, told } = start()
  presence.arrive(mika, 'one', 'online')
  for (const next of ['two', 'three', 'four']) {
    advance(1000)
    presence.leave(mika, next === 'two' ? 'one' : next === 'three' ? 'two' : 'three')
    advance(2000)
    presence.arrive(mika, next, 'online')
  }
  advance(60_000)
  assert.deepEqual([presence.isStaffed('w'), told], [true, ['in']])
})

test('presence: a socket that never arrived, or left before, takes nobody along', () => {
  const { start, advance } = desk()
  const { presence } = start()
  presence.arrive(mika, 'one', 'online')
  presence.leave(mika, 'failed its hello')
  presence.arrive(mika, 'two', 'online')
  presence.leave(mika, 'two')
  presence.leave(mika, 'two')
  advance(60_000)
  assert.ok(presence.isStaffed('w'))
})

test('presence: away is not in, and not for another workspace', () => {
  const { start } = desk()
  const { presence } = start()
  presence.arrive(mika, 'one', 'online')
  assert.ok(!presence.isStaffed('elsewhere'))
  presence.setAvailability(mika, 'away')
  assert.deepEqual(presence.people('w'), [])
})

test('presence: who is in on one node is in on every node, until gone from all', () => {
  const { start, advance } = desk()
  const [a, b, c] = [start(), start(), start()]
  advance(100)
  a.presence.arrive(mika, 'one', 'online')
  b.presence.arrive(mika, 'two', 'online')
  advance(100)
  const late = start()
  advance(200)
  const all = [a, b, c, late]
  assert.deepEqual(
    all.map(({ presence }) => presence.people('w').length),
    [1, 1, 1, 1],
  )
  a.presence.leave(mika, 'one')
  advance(30_000)
  assert.ok(all.every(({ presence }) => presence.isStaffed('w')))
  b.presence.leave(mika, 'two')
  advance(5200)
  assert.ok(all.every(({ presence }) => !presence.isStaffed('w')))
})

test('presence: a choice counts for all consoles, whichever node it is made by', () => {
  const { start, advance } = desk()
  const [a, b, c] = [start(), start(), start()]
  advance(100)
  a.presence.arrive(mika, 'one', 'online')
  b.presence.arrive(mika, 'two', 'online')
  advance(100)
  const isIn = () => [a, b, c].map(({ presence }) => presence.isStaffed('w'))
  for (const chooser of [a, b, c]) {
    chooser.presence.setAvailability(mika, 'away')
    advance(200)
    assert.deepEqual(isIn(), [false, false, false])
    chooser.presence.setAvailability(mika, 'online')
    advance(200)
    assert.deepEqual(isIn(), [true, true, true])
  }
  a.presence.setAvailability(mika, 'away')
  advance(100)
  a.presence.leave(mika, 'one')
  c.presence.arrive(mika, 'three', 'online')
  advance(10_000)
  assert.deepEqual(isIn(), [false, false, false])
})

test('presence: a killed node’s people are out within 60 s, a stopped one’s have time to come back elsewhere', () => {
  const { start, advance } = desk()
  const [a, killed, stopped] = [start(), start(), start()]
  const ana = { ...mika, id: 'ana', name: 'Ana' }
  advance(100)
  killed.presence.arrive(mika, 'one', 'online')
  advance(100)
  killed.bus.unplug()
  advance(31_000)
  assert.equal(a.presence.effective('mika', 'online'), 'offline')

  stopped.presence.arrive(ana, 'two', 'online')
  advance(100)
  a.told.length = 0
  stopped.presence.handOver()
  stopped.presence.leave(ana, 'two')
  advance(1000)
  stopped.peers.close()
  advance(15_000)
  a.presence.arrive(ana, 'three', 'online')
  advance(60_000)
  assert.deepEqual([a.presence.people('w').length, a.told], [1, []])
})
