// The table of states: what follows what, and who may say so.

import assert from 'node:assert/strict'
import test from 'node:test'
import { checkTransition, isOpen } from './lifecycle.ts'

test('lifecycle: a transition outside the table is refused and names both states', () => {
  assert.throws(() => checkTransition('new', 'closed', 'agent'), {
    code: 'transition-refused',
    extras: { context: { from: 'new', to: 'closed', by: 'agent' } },
  })
})

test('lifecycle: the same step is allowed to one and refused to another', () => {
  checkTransition('assigned', 'waiting_on_customer', 'agent')
  assert.throws(() => checkTransition('assigned', 'waiting_on_customer', 'contact'), {
    code: 'transition-refused',
  })
})

test('lifecycle: out of closed leads nothing', () => {
  for (const to of ['assigned', 'escalated', 'resolved'] as const)
    assert.throws(() => checkTransition('closed', to, 'contact'), { code: 'conversation-closed' })
})

test('lifecycle: staying where one is always holds', () => {
  checkTransition('escalated', 'escalated', 'contact')
  assert.deepEqual([isOpen('escalated'), isOpen('resolved'), isOpen('closed')], [true, false, false])
})
