// How many frames at once, and how many over time.

import assert from 'node:assert/strict'
import test from 'node:test'
import { TokenBucket } from './token-bucket.ts'

test('a bucket gives its burst at once, then its rate, and never more than its burst', () => {
  const rate = { perSecond: 20, burst: 40 }
  let now = 0
  const bucket = new TokenBucket(rate, now)
  const drain = (): number => {
    let taken = 0
    while (taken < 1000 && bucket.take(rate, now)) taken += 1
    return taken
  }
  assert.equal(drain(), 40)
  now += 500
  assert.equal(drain(), 10)
  now += 3_600_000
  assert.equal(drain(), 40)
})

test('a clock that is set back gives nothing and takes nothing', () => {
  const rate = { perSecond: 1, burst: 2 }
  const bucket = new TokenBucket(rate, 10_000)
  assert.equal(bucket.take(rate, 10_000), true)
  assert.equal(bucket.take(rate, 0), true)
  assert.equal(bucket.take(rate, 0), false)
})
