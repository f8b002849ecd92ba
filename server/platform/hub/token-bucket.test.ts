// How many frames at once, and how many over time.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createTokenBucket } from './token-bucket.ts'

test('a bucket gives its burst at once, then its rate, and never more than its burst', () => {
  let now = 0
  const take = createTokenBucket({ perSecond: 20, burst: 40, clock: () => now })
  const drain = (): number => {
    let taken = 0
    while (taken < 1000 && take()) taken += 1
    return taken
  }
  assert.equal(drain(), 40)
  now += 500
  assert.equal(drain(), 10)
  now += 3_600_000
  assert.equal(drain(), 40)
})

test('a clock that is set back gives nothing and takes nothing', () => {
  let now = 10_000
  const take = createTokenBucket({ perSecond: 1, burst: 2, clock: () => now })
  assert.equal(take(), true)
  now = 0
  assert.equal(take(), true)
  assert.equal(take(), false)
})
