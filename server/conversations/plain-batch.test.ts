// How messages are gathered: what one that fails costs the others, and where waiting ends.

import assert from 'node:assert/strict'
import test from 'node:test'
import { Problem } from '../platform/problem.ts'
import type { AppendedPlain, PlainMessage } from './plain-append.ts'
import { createPlainBatch } from './plain-batch.ts'

const message = (name: string) => ({ conversationId: name }) as PlainMessage
const appended = ({ conversationId }: PlainMessage) => ({ contactId: conversationId }) as AppendedPlain
const nameOf = (outcome: AppendedPlain | null): string | undefined => outcome?.contactId

test('plain batch: a message that fails is found by halves; the others come through, each with its own row', async () => {
  const sizes: number[] = []
  const append = createPlainBatch<PlainMessage, AppendedPlain>({
    async append(messages) {
      sizes.push(messages.length)
      if (messages.some(({ conversationId }) => conversationId === 'm5')) throw new Error('poison')
      return messages.map(appended)
    },
  })
  const names = Array.from({ length: 64 }, (_, index) => `m${index}`)
  const outcomes = await Promise.allSettled(names.map((name) => append(message(name))))
  for (const [index, outcome] of outcomes.entries())
    if (index === 5) assert.equal(outcome.status, 'rejected')
    else assert.equal(outcome.status === 'fulfilled' && nameOf(outcome.value), names[index])
  assert.ok(sizes.length <= 13, `${sizes.length} statements for one bad message of 64`)
})

test('plain batch: a cid taken meanwhile is the long way’s to judge', async () => {
  const append = createPlainBatch<PlainMessage, AppendedPlain>({
    append: async () => {
      throw Object.assign(new Error('duplicate key'), { code: '23505' })
    },
  })
  assert.equal(await append(message('a')), null)
})

test('plain batch: a database that is away is asked once for all of them, not once more for each', async () => {
  let asked = 0
  const append = createPlainBatch<PlainMessage, AppendedPlain>({
    append: async () => {
      asked += 1
      throw new Problem('unavailable', undefined, { retryAfter: 1 })
    },
  })
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => append(message(name))))
  assert.equal(asked, 1)
  for (const outcome of outcomes)
    assert.ok(outcome.status === 'rejected' && outcome.reason.code === 'unavailable')
})

test('plain batch: more than may wait are refused at once, to be tried again, and the others go on', async () => {
  const database = Promise.withResolvers<void>()
  const append = createPlainBatch<PlainMessage, AppendedPlain>({
    lanes: 1,
    waiting: 3,
    async append(messages) {
      await database.promise
      return messages.map(appended)
    },
  })
  const first = append(message('a'))
  // The first is under way, no longer waiting.
  await new Promise(setImmediate)
  const waiting = ['b', 'c', 'd'].map((name) => append(message(name)))
  await assert.rejects(append(message('e')), (error: Problem) => error.code === 'busy' && error.retryable)
  database.resolve()
  assert.deepEqual((await Promise.all([first, ...waiting])).map(nameOf), ['a', 'b', 'c', 'd'])
})
