// The waits of the tests: they hand on what came, and say what did not.

import assert from 'node:assert/strict'
import test from 'node:test'
import { eventually, inTime } from './bounded-wait.ts'

test('eventually looks until there is something, and hands it on', async () => {
  const looks = [undefined, null, false, 0]
  assert.equal(await eventually(() => looks.shift()), 0)
  assert.deepEqual(looks, [])
})

test('eventually ends where nothing comes, and names what was looked for', async () => {
  const cups = 0
  await assert.rejects(
    eventually(() => cups > 1, { within: 20 }),
    /in vain for 20 ms: \(\) => cups > 1/,
  )
  await assert.rejects(
    eventually(() => null, { what: () => `two cups, not ${cups}`, within: 20 }),
    /two cups, not 0/,
  )
})

test('what fails while it is looked for is told at once', async () => {
  await assert.rejects(
    eventually(() => Promise.reject(new Error('refused'))),
    /refused/,
  )
})

test('a promise is waited for, but not for ever', async () => {
  assert.equal(await inTime('a cup', Promise.resolve('cup')), 'cup')
  await assert.rejects(inTime('a cup', new Promise(() => {}), 20), /in vain for 20 ms: a cup/)
})
