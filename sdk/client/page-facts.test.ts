// What a page tells of its visitor, and when: nothing before there is a session, nothing twice.

import assert from 'node:assert/strict'
import test from 'node:test'
import { settle } from '../../test/helpers/manual-environment.ts'
import { ApiError } from './api-error.ts'
import type { Call } from './command-call.ts'
import { createPageFacts } from './page-facts.ts'

function setUp() {
  const told: [string, unknown][] = []
  const fate = { error: null as Error | null }
  const call = async (name: string, input: unknown) => {
    if (fate.error) throw fate.error
    told.push([name, input])
  }
  return { told, fate, facts: createPageFacts(call as never as Call) }
}

const cart = { url: 'https://shop.example/cart', title: 'Cart' }
const till = { url: 'https://shop.example/till', title: 'Till' }

test('a visit is told with the session and once a page, however often the line comes back', async () => {
  const { told, facts } = setUp()
  facts.visit({ timeZone: 'Europe/Oslo', page: cart })
  await settle()
  assert.deepEqual(told, [])
  facts.opened()
  await settle()
  facts.opened()
  await settle()
  assert.deepEqual(told, [['visit.tell', { time_zone: 'Europe/Oslo', touch: undefined, page: cart }]])
  facts.visit({ page: till })
  facts.visit({ page: till })
  await settle()
  assert.equal(told.length, 2)
  // Somebody else sits here.
  facts.forget()
  facts.opened()
  await settle()
  assert.equal(told.length, 3)
})

test('a visit that did not get through is told by the next session; one that is refused is not', async () => {
  const { told, facts, fate } = setUp()
  fate.error = new ApiError('network')
  facts.visit({ page: cart })
  facts.opened()
  await settle()
  fate.error = null
  facts.opened()
  await settle()
  assert.equal(told.length, 1)
  fate.error = new ApiError('invalid-request')
  facts.visit({ page: till })
  await settle()
  fate.error = null
  facts.opened()
  await settle()
  assert.equal(told.length, 1)
})
