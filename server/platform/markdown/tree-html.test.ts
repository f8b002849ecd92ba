// What a tree becomes as HTML, and what it never becomes: the tree is not believed, either.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Block } from '../../../sdk/protocol/rich-text-tree.ts'
import { markdownToTree } from './markdown-tree.ts'
import { treeToHtml } from './tree-html.ts'

test('treeToHtml: every kind of node becomes its tag', () => {
  const markdown = [
    '## Pads & rotors',
    'Some **bold**, *soft*, ~~old~~ and `code`.',
    '- one\n- two',
    '3. three',
    '> said',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '```sh\nls <dir>\n```',
    '---',
    '[shop](https://shop.example/?a=1&b=2)',
  ].join('\n\n')
  assert.equal(
    treeToHtml(markdownToTree(markdown)),
    '<h2>Pads &amp; rotors</h2>' +
      '<p>Some <strong>bold</strong>, <em>soft</em>, <del>old</del> and <code>code</code>.</p>' +
      '<ul><li><p>one</p></li><li><p>two</p></li></ul><ol start="3"><li><p>three</p></li></ol>' +
      '<blockquote><p>said</p></blockquote>' +
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>' +
      '<pre dir="ltr"><code>ls &lt;dir&gt;</code></pre><hr>' +
      '<p><a href="https://shop.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">shop</a></p>',
  )
})

for (const payload of [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/?q)',
  '[x](https://a.example/"onmouseover="alert(1))',
  '`"><svg onload=alert(1)>`',
])
  test(`treeToHtml: ${payload} stays words`, () => {
    const html = treeToHtml(markdownToTree(payload))
    assert.doesNotMatch(html, /<(?!\/?(?:p|a|code)\b)/)
    assert.doesNotMatch(html, /href="(?!https?:)/)
    assert.doesNotMatch(html.replaceAll(/href="[^"]*"/g, ''), /\son\w+="?[^&]*>/)
  })

test('treeToHtml: a tree that was made by other hands gets no other scheme, tag or attribute', () => {
  const tree = [
    { type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: ['x'] }] },
    { type: 'list', ordered: true, start: '1" onclick="x', items: [] },
    { type: 'iframe', children: ['y'] },
    {
      type: 'paragraph',
      children: [
        { type: 'citation', index: 1 },
        { type: 'blink', children: [] },
      ],
    },
  ] as unknown as Block[]
  assert.equal(treeToHtml(tree), '<p>x</p><ol start="NaN"></ol><p></p>')
})
