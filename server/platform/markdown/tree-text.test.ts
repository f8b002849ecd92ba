// Plain text out of rich text.

import assert from 'node:assert/strict'
import test from 'node:test'
import { markdownToTree } from './markdown-tree.ts'
import { preview, treeToText } from './tree-text.ts'

test('treeToText: paragraphs, items and table rows each stand on a line of their own', () => {
  const markdown = 'One **two**.\n\n1. a\n2. b\n   - c\n\n| x | y |\n|-|-|\n| 1 | `2` |\n\n> said'
  assert.equal(treeToText(markdownToTree(markdown)), 'One two.\n1. a\n2. b\n  - c\nx | y\n1 | 2\nsaid')
})

test('treeToText: citations leave no trace', () => {
  assert.equal(treeToText(markdownToTree('It is free [1].', { citations: 1 })), 'It is free.')
})

test('preview: one line, no marks, cut between words', () => {
  assert.equal(preview('Hello **there**\n\n- a'), 'Hello there - a')
  assert.equal(preview('alpha beta gamma delta', 17), 'alpha beta gamma…')
  assert.equal(preview('x'.repeat(50), 10), `${'x'.repeat(10)}…`)
})

test('preview: a very long text is not parsed to its end', () => {
  assert.ok(preview('word '.repeat(100_000)).length <= 141)
})
