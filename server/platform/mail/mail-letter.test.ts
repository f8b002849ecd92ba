// One content, two forms: nothing of it may be in one alone.

import assert from 'node:assert/strict'
import test from 'node:test'
import { markdownToTree } from '../markdown/markdown-tree.ts'
import { writeLetter } from './mail-letter.ts'

test('writeLetter: plain text names the address of a link, once', () => {
  const content = markdownToTree(
    'See [returns](https://shop.example/returns).\n\nOr https://shop.example and help@shop.example\n\n- [a](https://a.example/)',
  )
  const { text, html } = writeLetter({ subject: 'S', content, locale: 'en' })
  assert.equal(
    text,
    'See returns (https://shop.example/returns).\n\nOr https://shop.example and help@shop.example\n\n- a (https://a.example/)\n',
  )
  assert.match(html, /<a href="https:\/\/shop\.example\/returns"/)
})

test('writeLetter: a right-to-left language is said to be one, and a title is text', () => {
  const { html } = writeLetter({ subject: '<b>', content: [], locale: 'ar-EG' })
  assert.match(html, /<html lang="ar-EG" dir="rtl">/)
  assert.match(html, /<title>&lt;b&gt;<\/title>/)
})
