// What a crowd asks for, in few runs.

import assert from 'node:assert/strict'
import test from 'node:test'
import { eventually } from '../../test/helpers/bounded-wait.ts'
import { createBatcher } from './batcher.ts'
import { Problem } from './problem.ts'

/** Doubles numbers, and notes what was asked for at once. */
function doubling(options: Partial<Parameters<typeof createBatcher<number, number>>[0]> = {}) {
  const runs: number[][] = []
  const ask = createBatcher<number, number>({
    async run(keys) {
      runs.push([...keys])
      return keys.map((key) => key * 2)
    },
    size: 4,
    ...options,
  })
  return { ask, runs }
}

test('what is asked within one turn shares runs, each up to its size, and everybody gets their own answer', async () => {
  const { ask, runs } = doubling({ lanes: 1 })
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
  assert.deepEqual(answers, [2, 4, 6, 8, 10, 12])
  assert.deepEqual(runs, [
    [1, 2, 3, 4],
    [5, 6],
  ])
})

test('weights fill a run sooner, and a key too heavy for any run has one to itself', async () => {
  const { ask, runs } = doubling({ lanes: 1, weightOf: (key) => key })
  await Promise.all([1, 2, 9, 3, 1, 1].map(ask))
  assert.deepEqual(runs, [[1, 2], [9], [3, 1], [1]])
})

test('never more runs at once than lanes; what comes meanwhile is the next run', async () => {
  const gates: (() => void)[] = []
  const sizes: number[] = []
  const ask = createBatcher<number, number>({
    async run(keys) {
      sizes.push(keys.length)
      await new Promise<void>((resolve) => gates.push(resolve))
      return keys
    },
    size: 100,
    lanes: 1,
  })
  const first = ask(1)
  await eventually(() => gates.length === 1)
  const rest = [ask(2), ask(3)]
  await new Promise(setImmediate)
  assert.deepEqual(sizes, [1])
  gates[0]!()
  await first
  await eventually(() => gates.length === 2)
  gates[1]!()
  assert.deepEqual(await Promise.all(rest), [2, 3])
  assert.deepEqual(sizes, [1, 2])
})

test('a failed run fails those in it and nobody after', async () => {
  let broken = true
  const { ask } = doubling({
    async run(keys) {
      if (broken) throw new Error('away')
      return keys
    },
  })
  await assert.rejects(ask(1), /away/)
  broken = false
  assert.equal(await ask(2), 2)
})

test('more than may wait are refused as busy, to try again', async () => {
  const { ask } = doubling({ waiting: 2 })
  const answers = [ask(1), ask(2)]
  await assert.rejects(
    ask(3),
    (error) => error instanceof Problem && error.code === 'busy' && error.retryable,
  )
  assert.deepEqual(await Promise.all(answers), [2, 4])
})

test('keys of one name are never in two runs at once, and nobody of another name waits for them', async () => {
  const gates: (() => void)[] = []
  const runs: number[][] = []
  const ask = createBatcher<number, number>({
    async run(keys) {
      runs.push([...keys])
      await new Promise<void>((resolve) => gates.push(resolve))
      return keys
    },
    size: 100,
    lanes: 2,
    nameOf: (key) => (key % 2 === 0 ? 'even' : 'odd'),
  })
  const runsAre = (count: number) => eventually(() => gates.length >= count)
  const first = ask(2)
  await runsAre(1)
  const rest = [ask(4), ask(1), ask(6)]
  await runsAre(2)
  assert.deepEqual(runs, [[2], [1]])
  gates[0]!()
  await first
  await runsAre(3)
  assert.deepEqual(runs, [[2], [1], [4, 6]])
  gates[1]!()
  gates[2]!()
  assert.deepEqual(await Promise.all(rest), [4, 1, 6])
})
