// What callers meet while the shared counts are out of reach. Time is the test's.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { createRateInsurance } from './rate-insurance.ts'

function insured() {
  const { time, advance } = manualTime()
  const lines: string[] = []
  const note = (_fields: unknown, line?: string): void => void lines.push(line ?? String(_fields))
  const insure = createRateInsurance({ log: { info: note, warn: note } as never, what: 'the store', time })
  let asked = 0
  let store: () => Promise<string> = async () => 'store'
  return {
    advance,
    lines,
    asked: () => asked,
    answer(next: () => Promise<string>) {
      store = next
    },
    ask: () =>
      insure(
        () => {
          asked += 1
          return store()
        },
        async () => 'own',
      ),
  }
}

const away = async (): Promise<string> => {
  throw new Error('connection refused')
}
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('insurance: while the store is away a node counts by itself, and the log says so once', async () => {
  const { ask, answer, advance, lines, asked } = insured()
  assert.equal(await ask(), 'store')
  answer(away)
  for (let call = 0; call < 50; call++) assert.equal(await ask(), 'own')
  assert.equal(asked(), 2)
  advance(1000)
  assert.equal(await ask(), 'own')
  assert.equal(lines.length, 1)
  advance(1000)
  answer(async () => 'store')
  assert.deepEqual([await ask(), await ask()], ['store', 'store'])
  assert.deepEqual(lines, [
    'rate limits: the store is away, each node counts by itself',
    'rate limits: counted in the store again',
  ])
})

test('insurance: a store that does not answer keeps a caller half a second, and only one at a time', async () => {
  const { ask, answer, advance } = insured()
  answer(() => new Promise(() => {}))
  const first = ask()
  advance(500)
  assert.equal(await first, 'own')
  assert.equal(await ask(), 'own')
  advance(1000)
  let isDone = false
  const looking = ask().then(() => {
    isDone = true
  })
  assert.equal(await ask(), 'own')
  await turn()
  assert.equal(isDone, false)
  advance(500)
  await looking
})

test('insurance: a refusal is an answer of the store, not a fault', async () => {
  const { ask, answer, lines, asked } = insured()
  const refusal = { msBeforeNext: 1000 }
  answer(() => Promise.reject(refusal))
  await assert.rejects(ask(), (thrown) => thrown === refusal)
  await assert.rejects(ask(), (thrown) => thrown === refusal)
  assert.deepEqual([asked(), lines], [2, []])
})
