// The short way for plain lines says what the parser says. A second paragraph behind a line forces the long way.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { markdownToTree } from './markdown-tree.ts'

const pieces = fc.constantFrom(
  'Where',
  ' ',
  '  ',
  'is',
  '.',
  ',',
  '!',
  '?',
  ':',
  ';',
  '(',
  ')',
  '"',
  '’',
  '-',
  '–',
  '1',
  '1.',
  '2)',
  'www',
  'WWW.a.no',
  'http',
  'https://a.no',
  '/',
  '%',
  '$',
  '^',
  '{',
  '}',
  '…',
  'é',
  'ا',
  '😀',
  '=',
  '+',
  "'",
  'a',
  'a_b',
  '&amp;',
  '&',
  '<',
  '#',
)

test('plain line: the short way and the parser agree on every line', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
      const line = parts.join('')
      fc.pre(line.trim() !== '')
      const long = markdownToTree(`${line}\n\nx`).slice(0, -1)
      assert.deepEqual(markdownToTree(line), long, JSON.stringify(line))
    }),
    { numRuns: 3000 },
  )
})
