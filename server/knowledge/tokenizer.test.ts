// Words out of text: spellings that readers take for one another, numbers, and typing mistakes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createSpelling, editDistance } from './spelling.ts'
import { createAnalyser } from './stemming.ts'
import { fold, tokenize } from './tokenizer.ts'

const words = (text: string) => tokenize(text).map(({ word }) => word)
const content = (language: string, text: string) =>
  createAnalyser(language)
    .content(text)
    .map(({ term }) => term)

test('fold: accents, ligatures, Arabic vowel signs, alef forms and digits fall together', () => {
  assert.equal(fold('Straße Æther Tromsø Açaí'), 'strasse aether tromso acai')
  assert.equal(fold('إِرْجَاعُ'), fold('ارجاع'))
  assert.equal(fold('عمّان أين إلى'), fold('عمان اين الى'))
  assert.equal(fold('٦٠ ۱۲'), '60 12')
})

test('tokenize: numbers stay whole, apostrophes and hyphens do not split what is one word', () => {
  assert.deepEqual(words("The parcel's 31.8 mm, 1,000 km: don't e-mail l'adresse BB86"), [
    'the',
    'parcel',
    '31.8',
    'mm',
    '1000',
    'km',
    'dont',
    'email',
    'adresse',
    'bb86',
  ])
})

test('tokenize: every word knows its place in the text', () => {
  const text = 'Où est “l’été” 👍 ٦٠ يومًا?'
  for (const { start, end } of tokenize(text)) assert.match(text.slice(start, end), /^[\p{L}\p{M}\p{N}’]+$/u)
})

test('content: stems meet, and question words go unless nothing would remain', () => {
  assert.deepEqual(content('en', 'How do I return the returned returns?'), ['return', 'return', 'return'])
  assert.deepEqual(content('en', 'what is it?'), ['what', 'is', 'it'])
  assert.deepEqual(content('de', 'Wo sind die Bremsbeläge?'), content('de', 'Bremsbelag'))
  assert.deepEqual(content('xx', 'unknown languages'), ['unknown', 'languages'])
})

test('editDistance: a swap of neighbours is one edit, and it stops above its limit', () => {
  assert.equal(editDistance('pacrel', 'parcel', 2), 1)
  assert.equal(editDistance('refnd', 'refund', 1), 1)
  assert.equal(editDistance('bank', 'capital', 2), 3)
})

test('spelling: the nearest words are meant, short words are left alone', () => {
  const spelling = createSpelling(
    new Map([
      ['parcel', 'parcel'],
      ['partial', 'partial'],
      ['rice', 'rice'],
    ]),
  )
  assert.deepEqual([...spelling.corrections('parcal')], ['parcel'])
  assert.deepEqual([...spelling.corrections('ride')], [])
  assert.deepEqual([...spelling.completions('par')], ['parcel', 'partial'])
})
