// Work asked for while it runs is done once more, not once per asking.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createCoalescer } from './coalescer.ts'

test('coalescer: three askings during a run make one more run', async () => {
  let runs = 0
  let release = (): void => {}
  const finished = Promise.withResolvers<void>()
  const coalescer = createCoalescer<string>({
    keyOf: (key) => key,
    onError: (error) => finished.reject(error),
    async run() {
      runs += 1
      if (runs === 1) await new Promise<void>((resolve) => (release = resolve))
      else finished.resolve()
    },
  })
  coalescer.ask('a')
  for (let i = 0; i < 3; i++) coalescer.ask('a')
  release()
  await finished.promise
  await new Promise(setImmediate)
  assert.equal(runs, 2)
})

test('coalescer: a failed run is told and does not stop the next', async () => {
  const errors: unknown[] = []
  let runs = 0
  const again = Promise.withResolvers<void>()
  const coalescer = createCoalescer<string>({
    keyOf: (key) => key,
    onError: (error) => errors.push(error),
    async run() {
      runs += 1
      if (runs === 1) throw new Error('first')
      again.resolve()
    },
  })
  coalescer.ask('a')
  coalescer.ask('a')
  await again.promise
  assert.deepEqual([runs, errors.length], [2, 1])
})
