// What a changed draft is measured by, and which of its sources it keeps.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Citation } from '../../../sdk/protocol/citation.ts'
import { keptCitations } from './draft-citations.ts'
import { editDistance } from './edit-distance.ts'

test('edit distance: counts words put in, taken out and replaced, against the longer text', () => {
  assert.deepEqual(editDistance('You have 60 days.', 'You have 60 days.'), { changed: 0, share: 0 })
  assert.deepEqual(editDistance('You have 60 days.', 'You have 30 days.'), { changed: 1, share: 0.2 })
  assert.deepEqual(editDistance('', 'Hi there'), { changed: 2, share: 1 })
  assert.deepEqual(editDistance('', ''), { changed: 0, share: 0 })
  assert.equal(editDistance('one two three', 'two three four').changed, 2)
  assert.deepEqual(editDistance('هل يصل الطلب', 'هل يصل'), { changed: 1, share: 1 / 3 })
})

test('edit distance: a long text has a bounded cost, and a share of one at most', () => {
  const long = Array.from({ length: 8000 }, (_, n) => `w${n}`).join(' ')
  const { changed, share } = editDistance(long, '')
  assert.deepEqual([changed, share], [8000, 1])
})

const sources = ['a', 'b', 'c'].map((slug) => ({
  slug,
  title: slug,
  passage: null,
  quote: slug,
})) as Citation[]

test('kept sources: those still named, numbered anew, each mark with its own', () => {
  const kept = keptCitations('First. [3] Second. [1]', sources)
  assert.deepEqual(
    [kept.body, kept.citations.map(({ slug }) => slug)],
    ['First. [2] Second. [1]', ['a', 'c']],
  )
})

test('kept sources: none is kept where none is named, and a mark without a source stays as written', () => {
  assert.deepEqual(keptCitations('My own words.', sources), { body: 'My own words.', citations: [] })
  assert.equal(keptCitations('See [9].', sources).body, 'See [9].')
})
