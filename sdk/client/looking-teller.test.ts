// How often the server hears that a customer looks, on a clock the test moves.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { ConnectionState } from './connection-state.ts'
import { createLookingTeller } from './looking-teller.ts'

function setUp() {
  const told: string[] = []
  const at = { now: 0, line: 'online' as ConnectionState['state'] }
  const eyes = createLookingTeller({
    now: () => at.now,
    line: () => at.line,
    post: ({ looking }) => told.push(looking ? 'looks' : 'looks away'),
  })
  return {
    told,
    at,
    eyes,
    /** Draws for so many seconds. */
    draw(seconds: number, looking: boolean): void {
      for (let second = 0; second < seconds; second++) {
        eyes.tell(looking)
        at.now += 1000
      }
    },
  }
}

test('looking is told at once, and again before the server forgets; looking away once', () => {
  const { told, draw } = setUp()
  draw(45, true)
  assert.deepEqual(told, ['looks', 'looks', 'looks'])
  draw(45, false)
  assert.deepEqual(told.slice(3), ['looks away'])
})

test('nothing is told while nobody looks, and nothing more than once a second', () => {
  const { told, eyes, draw, at } = setUp()
  draw(10, false)
  eyes.end()
  assert.deepEqual(told, [])
  for (let times = 0; times < 40; times++) {
    eyes.tell(times % 2 === 0)
    at.now += 100
  }
  assert.ok(told.length <= 4, told.join())
})

test('a line that comes back is told anew, and a view that closes looks no more', () => {
  const { told, eyes, draw, at } = setUp()
  draw(2, true)
  at.line = 'reconnecting'
  draw(2, true)
  assert.equal(told.length, 1)
  at.line = 'online'
  draw(1, true)
  eyes.end()
  assert.deepEqual(told, ['looks', 'looks', 'looks away'])
})
