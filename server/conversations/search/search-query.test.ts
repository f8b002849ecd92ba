import assert from 'node:assert/strict'
import test from 'node:test'
import { readSearch, tsqueryOf } from './search-query.ts'
import { vectorOf, wordsOf } from './search-words.ts'
import { snippet } from './snippet.ts'

const words = (text: string): string[] => [...wordsOf(text)].map(({ word }) => word)

test('search words: case, accents, width and apostrophes do not matter, in any script', () => {
  assert.deepEqual(words('L’Été à Zürich, Straße Ｆｕｌｌ don’t'), [
    'lete',
    'a',
    'zurich',
    'strasse',
    'full',
    'dont',
  ])
  assert.deepEqual(words('مَرْحَبًا'), words('مرحبا'))
  assert.deepEqual(words('Ёлка'), words('елка'))
})

test('search words: scripts without spaces are found by pairs of characters, and by a single one', () => {
  assert.deepEqual(words('自転車の修理'), ['自転', '転車', '車の', 'の修', '修理', '理'])
  const { terms } = readSearch('修理')
  assert.deepEqual(terms, [{ words: ['修理'], prefix: true, without: false }])
})

test('search query: words, phrases, what must not be there, operators and unknown ones are told apart', () => {
  const asked = readSearch(
    'refund "new rotor" -"old rotor" from:"Ana Berg" tag:vip colour:red https://a.example note:',
  )
  assert.deepEqual(asked.operators, [
    { operator: 'from', value: 'Ana Berg' },
    { operator: 'tag', value: 'vip' },
  ])
  assert.deepEqual(asked.unknown, ['colour:red'])
  assert.equal(
    tsqueryOf(asked.terms, []),
    `('refund':*) & ('new' <-> 'rotor') & !('old' <-> 'rotor') & ('https' <-> 'a' <-> 'example') & ('note':*)`,
  )
})

test('search query: nothing typed can break out of its lexeme', () => {
  for (const q of [`it's`, `'; drop table x --`, '\\', `a' | 'b`, '!!!', '"', ':*', '&|'])
    assert.match(
      tsqueryOf(readSearch(q).terms, []) ?? '',
      /^(!?\('[\p{L}\p{N}]+'(:\*)?( <-> '[\p{L}\p{N}]+')*\)( & )?)*$/u,
    )
  assert.equal(vectorOf(`it's a 'quote' \\`, ['message']), `'=message' 'its':1 'a':2 'quote':3`)
})

test('snippet: every second piece is a hit, it begins near the first, and a phrase is one', () => {
  const { terms } = readSearch('"brake pads" squeal')
  const text = `${'word '.repeat(40)}My brake pads squeal, since the brake was new ${'tail '.repeat(60)}`
  const pieces = snippet(text, terms)
  assert.deepEqual(
    pieces.filter((_, index) => index % 2 === 1),
    ['brake pads', 'squeal'],
  )
  assert.ok(pieces[0]!.startsWith('… word') && pieces.at(-1)!.endsWith(' …'))
  assert.ok(pieces.join('').length < 260)
  assert.deepEqual(snippet('Crème brûlée', readSearch('brulee').terms), ['Crème ', 'brûlée', ''])
})
