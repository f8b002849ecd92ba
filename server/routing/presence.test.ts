import assert from 'node:assert/strict'
import test from 'node:test'
import type { AgentPrincipal } from '../accounts/principal.ts'
import { createPresence } from './presence.ts'

const mika: AgentPrincipal = {
  side: 'agent',
  kind: 'human',
  id: 'mika',
  name: 'Mika',
  role: 'agent',
  workspaceId: 'w',
  sessionId: 's',
}

test('presence: a person is in until their last socket is gone', () => {
  const presence = createPresence({ bus: { emit: () => {} } })
  presence.arrive(mika, 'one', 'online')
  presence.arrive(mika, 'two', 'online')
  presence.leave(mika, 'one')
  assert.ok(presence.isStaffed('w'))
  presence.leave(mika, 'two')
  assert.ok(!presence.isStaffed('w'))
})

test('presence: a socket that never arrived, or left before, takes nobody along', () => {
  const presence = createPresence({ bus: { emit: () => {} } })
  presence.arrive(mika, 'one', 'online')
  presence.leave(mika, 'failed its hello')
  assert.ok(presence.isStaffed('w'))
  presence.arrive(mika, 'two', 'online')
  presence.leave(mika, 'two')
  presence.leave(mika, 'two')
  assert.ok(presence.isStaffed('w'))
})

test('presence: away is not in, and not for another workspace', () => {
  const presence = createPresence({ bus: { emit: () => {} } })
  presence.arrive(mika, 'one', 'online')
  assert.ok(!presence.isStaffed('elsewhere'))
  presence.setAvailability(mika, 'away')
  assert.deepEqual(presence.people('w'), [])
})
