// Differences of texts in runs: every text comes back whole from either side, however large the change.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { diffText } from './article-diff.ts'

const side = (runs: ReturnType<typeof diffText>, gone: 'added' | 'removed'): string =>
  runs
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('')

test('diff: the words that changed, in their lines', () => {
  assert.deepEqual(diffText('One two three.\n\nFour.\n', 'One 2 three.\n\nFour.\nFive.\n'), [
    { kind: 'same', text: 'One ' },
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: '2' },
    { kind: 'same', text: ' three.\n\nFour.\n' },
    { kind: 'added', text: 'Five.\n' },
  ])
  assert.deepEqual(diffText('', ''), [])
  assert.deepEqual(diffText('same', 'same'), [{ kind: 'same', text: 'same' }])
})

test('diff: a language without spaces is cut into its words', () => {
  const runs = diffText('返品は三日以内です', '返品は五日以内です')
  assert.ok(
    runs.some(({ kind, text }) => kind === 'same' && text.includes('返品')),
    JSON.stringify(runs),
  )
})

test('diff: both texts come back whole from the runs, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', 'ü', '返', '.', '\r\n'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const runs = diffText(from, to)
      return side(runs, 'added') === from && side(runs, 'removed') === to
    }),
  )
})

test('diff: two long texts with nothing in common take no time to speak of', () => {
  const words = (seed: number): string =>
    Array.from({ length: 20_000 }, (_, n) => `w${(n * seed) % 7919}${n % 12 === 0 ? '\n' : ''}`).join(' ')
  const began = process.cpuUsage().user
  const runs = diffText(words(31), words(57))
  assert.ok(process.cpuUsage().user - began < 5_000_000)
  assert.equal(side(runs, 'added'), words(31))
})
