import assert from 'node:assert/strict'
import test from 'node:test'
import { cutText } from './cut-text.ts'

test('cut text: short text stays, long text is cut, and never within a character', () => {
  assert.equal(cutText('abc', 3), 'abc')
  assert.equal(cutText('abcd', 3), 'abc')
  assert.equal(cutText('ab\u{1f6b2}', 3), 'ab')
  assert.equal(cutText('a\u{1f6b2}b', 3), 'a\u{1f6b2}')
})
