// What an article's tree becomes on a help page, and what it never becomes.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { markdownToTree } from '../platform/markdown/markdown-tree.ts'
import { articleHtml, headingsOf } from './article-html.ts'

const OPTIONS = {
  articleAddress: (slug: string) => (slug === 'refunds' ? '/help/en/articles/refunds' : null),
  tableLabel: 'Table',
}
const treeOf = (markdown: string): Block[] =>
  markdownToTree(markdown, {
    passageIds: true,
    images: true,
    articleSlug: (url) => /^\/help\/([\w-]+)/.exec(url)?.[1] ?? null,
  })
const render = (content: readonly Block[]): string => articleHtml(content, OPTIONS).join('')

test('articleHtml: blocks carry the ids citations point at, links to articles lead there', () => {
  assert.equal(
    render(treeOf('Some **bold** text.\n\n## Parts\n\nSee [money](/help/refunds), [gone](/help/gone).')),
    '<p id="p1">Some <strong>bold</strong> text.</p><h2 id="p2">Parts</h2>' +
      '<p id="p3">See <a href="/help/en/articles/refunds">money</a>, gone.</p>',
  )
})

test('articleHtml: headings never skip a level', () => {
  const html = render(treeOf('#### Deep\n\n## Two\n\n#### Four\n\n### Three'))
  assert.deepEqual(html.match(/<h\d/g), ['<h2', '<h2', '<h3', '<h3'])
})

test('articleHtml: a table can be scrolled by the keyboard and has heads; a picture keeps its place', () => {
  const html = render(treeOf('| a | b |\n|---|---|\n| 1 | 2 |\n\n![Bolt](https://cdn.example/b.png#640x480)'))
  assert.match(html, /<div class="table" id="p1" role="region" tabindex="0" aria-label="Table"><table>/)
  assert.match(html, /<th scope="col">a<\/th>/)
  assert.match(
    html,
    /<img src="https:\/\/cdn.example\/b.png" alt="Bolt" width="640" height="480" loading="lazy"/,
  )
})

test('headingsOf: the first level only, as plain text', () => {
  assert.deepEqual(headingsOf(treeOf('## A **b** `c`\n\n### Below\n\n## D')), [
    { id: 'p1', text: 'A b c' },
    { id: 'p3', text: 'D' },
  ])
})

for (const payload of [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![" onerror="alert(1)](https://evil.example/"onerror="alert(1))',
  '![x](javascript:alert(1))',
  '[x](https://a.example/"onmouseover="alert(1))',
  '[x](//evil.example/y)',
  '[x](/help/refunds"onmouseover="alert(1))',
  '```"><script>alert(1)</script>\ncode </code></pre><script>alert(1)</script>\n```',
  '`"><svg onload=alert(1)>`',
  '| <script>alert(1)</script> |\n|---|\n| <img onerror=x> |',
])
  test(`articleHtml: ${payload.replaceAll('\n', ' ')} stays words`, () => {
    const html = render(treeOf(payload))
    assert.doesNotMatch(html, /<(?!\/?(?:p|a|code|pre|div|table|thead|tbody|tr|th|td|img)\b)/)
    const tags = html.match(/<[^>]*>/g) ?? []
    for (const tag of tags) {
      const bare = tag.replaceAll(/"[^"]*"/g, '""')
      assert.doesNotMatch(bare, /\son\w+=/, tag)
      assert.doesNotMatch(tag, /(?:href|src)="(?!https:|\/help\/en\/)/, tag)
    }
  })

test('articleHtml: a tree made by other hands gets no other scheme, tag or attribute', () => {
  const tree = [
    {
      id: '"><script>',
      type: 'paragraph',
      children: [{ type: 'link', url: 'javascript:x', children: ['x'] }],
    },
    { type: 'list', ordered: true, start: '1" onclick="x', items: [] },
    { type: 'heading', depth: '2><script>', children: ['y'] },
    { type: 'image', url: 'http://a.example/x.png', alt: '<b>', width: '1" onload="x' },
    { type: 'iframe', children: ['y'] },
    {
      type: 'paragraph',
      children: [
        { type: 'blink', children: [] },
        { type: 'citation', index: 1 },
      ],
    },
  ] as unknown as Block[]
  assert.equal(
    render(tree),
    '<p id="&quot;&gt;&lt;script&gt;">x</p><ol></ol><h4>y</h4><p>&lt;b&gt;</p><p></p>',
  )
})
