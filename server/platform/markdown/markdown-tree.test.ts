// What comes through the Markdown parser, and what never does.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Block, Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { Block as BlockSchema } from '../../../sdk/protocol/rich-text-tree.ts'
import { isCostly } from './markdown-guard.ts'
import { markdownToTree } from './markdown-tree.ts'
import { treeToText } from './tree-text.ts'

const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

/** Every node of a tree, blocks and inlines alike, with its depth. */
function nodesOf(value: unknown, depth = 0): { node: Record<string, unknown>; depth: number }[] {
  if (Array.isArray(value)) return value.flatMap((part) => nodesOf(part, depth))
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  return [{ node, depth }, ...Object.values(node).flatMap((part) => nodesOf(part, depth + 1))]
}

test('markdownToTree: prose, marks, links and code come through', () => {
  assert.deepEqual(markdownToTree('A **bold** and *soft* `x` [link](https://a.example/b) ~~no~~'), [
    paragraph(
      'A ',
      { type: 'strong', children: ['bold'] },
      ' and ',
      { type: 'emphasis', children: ['soft'] },
      ' ',
      { type: 'inlineCode', value: 'x' },
      ' ',
      { type: 'link', url: 'https://a.example/b', children: ['link'] },
      ' ',
      { type: 'delete', children: ['no'] },
    ),
  ])
})

test('markdownToTree: heading depths are held between 2 and 4', () => {
  const depths = markdownToTree('# a\n## b\n### c\n#### d\n###### e').map(
    (node) => 'depth' in node && node.depth,
  )
  assert.deepEqual(depths, [2, 2, 3, 4, 4])
})

test('markdownToTree: lists keep their start, tasks show their box, tables lose surplus cells', () => {
  assert.deepEqual(markdownToTree('3. a\n4. b'), [
    { type: 'list', ordered: true, start: 3, items: [[paragraph('a')], [paragraph('b')]] },
  ])
  assert.deepEqual(markdownToTree('- [x] done'), [
    { type: 'list', ordered: false, items: [[paragraph('☑ ', 'done')]] },
  ])
  assert.deepEqual(markdownToTree('|a|b|\n|-|-|\n|1|2|3|'), [
    { type: 'table', head: [['a'], ['b']], rows: [[['1'], ['2']]] },
  ])
})

test('markdownToTree: raw HTML is literal text, an image is its alternative text', () => {
  assert.equal(treeToText(markdownToTree('<b onclick=x>hi</b>')), '<b onclick=x>hi</b>')
  assert.equal(treeToText(markdownToTree('<script>\nalert(1)\n</script>')), '<script> alert(1) </script>')
  assert.deepEqual(markdownToTree('![a cat](https://evil.example/?q=1)'), [paragraph('a cat')])
})

test('markdownToTree: a line end is a space, or a break where the writer means one', () => {
  assert.deepEqual(markdownToTree('a\nb'), [paragraph('a b')])
  assert.deepEqual(markdownToTree('a\nb', { breaks: true }), [paragraph('a', { type: 'break' }, 'b')])
})

test('markdownToTree: citation marks become citations, unknown ones vanish, and code is left alone', () => {
  assert.deepEqual(markdownToTree('Yes [1][2]. No [3, 1] or [9].', { citations: 2 }), [
    paragraph(
      'Yes',
      { type: 'citation', index: 1 },
      { type: 'citation', index: 2 },
      '. No',
      { type: 'citation', index: 1 },
      ' or.',
    ),
  ])
  assert.deepEqual(markdownToTree('`a[1]`', { citations: 2 }), [
    paragraph({ type: 'inlineCode', value: 'a[1]' }),
  ])
  assert.deepEqual(markdownToTree('a [1]\n\n[1]: https://evil.example', { citations: 1 }), [
    paragraph('a', { type: 'citation', index: 1 }),
    paragraph({ type: 'citation', index: 1 }, ': ', {
      type: 'link',
      url: 'https://evil.example/',
      children: ['https://evil.example'],
    }),
  ])
  assert.deepEqual(markdownToTree('a [1]'), [paragraph('a [1]')])
})

test('markdownToTree: a relative link is an article where one is named, else text', () => {
  const articleSlug = (url: string) => /^(?:.*\/)?([\w-]+)\.md$/.exec(url)?.[1] ?? null
  assert.deepEqual(markdownToTree('[r](../payments/refunds.md) [x](other)', { articleSlug }), [
    paragraph({ type: 'articleLink', slug: 'refunds', children: ['r'] }, ' x'),
  ])
})

test('markdownToTree: with a host list, links elsewhere are text, mail included', () => {
  const options = { allowedLinkHosts: ['shop.example'] }
  assert.deepEqual(markdownToTree('[a](https://shop.example/x)', options), [
    paragraph({ type: 'link', url: 'https://shop.example/x', children: ['a'] }),
  ])
  for (const target of ['https://evil.example', 'https://shop.example.evil.example', 'mailto:a@evil.example'])
    assert.deepEqual(markdownToTree(`[a](${target})`, options), [paragraph('a')])
})

test('markdownToTree: top-level blocks are numbered only when asked', () => {
  const ids = markdownToTree('a\n\n- b\n\n## c', { passageIds: true }).map((node) => node.id)
  assert.deepEqual(ids, ['p1', 'p2', 'p3'])
  assert.equal(markdownToTree('a')[0]!.id, undefined)
})

const PAYLOADS = [
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java\tscript:alert(1))',
  '[a](<java\nscript:alert(1)>)',
  '[a](&#106;avascript:alert(1))',
  '[a](javascript&colon;alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:msgbox(1))',
  '[a](file:///etc/passwd)',
  '[a](blob:https://a.example/1)',
  '[a](//evil.example)',
  '[a](https://bank.example@evil.example)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[a]: javascript:alert(1)\n\n[a]',
  '> [b]: data:text/html,x\n\n[b]',
  '![a](javascript:alert(1))',
  '[![a](data:image/svg+xml,x)](javascript:alert(1))',
  '<a href="javascript:alert(1)">a</a>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '```"><script>alert(1)</script>\nx\n```',
]

test('markdownToTree: no payload leaves a link that is not http, https or mailto', () => {
  for (const payload of PAYLOADS) {
    const options = { articleSlug: () => null, breaks: true }
    for (const markdown of [payload, `- ${payload}`, `> **${payload}**`, `|${payload}|\n|-|\n|${payload}|`]) {
      const tree = markdownToTree(markdown, options)
      for (const { node } of nodesOf(tree)) {
        assert.ok(!('url' in node), `${markdown} left ${String(node.url)}`)
        assert.match(String(node.lang ?? ''), /^[\w+#.-]*$/, markdown)
      }
      BlockSchema.array().parse(tree)
    }
  }
})

const N = 8000
const BOMBS: Record<string, string> = {
  'nested quotes': `${'>'.repeat(N)}a`,
  'spaced quotes': `${'> '.repeat(N / 2)}a`,
  'nested lists': `${'- '.repeat(N / 2)}a`,
  'nested ordered lists': `${'1. '.repeat(N / 3)}a`,
  'a staircase of lists': Array.from({ length: 120 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
  'open brackets': '['.repeat(N),
  'balanced brackets': '['.repeat(N / 2) + ']'.repeat(N / 2),
  'nested images': `${'!['.repeat(N / 6)}a${'](b)'.repeat(N / 6)}`,
  'a few nested images': `${'!['.repeat(400)}a${'](b)'.repeat(400)}`,
  'nested links': `${'['.repeat(N / 6)}a${'](b)'.repeat(N / 6)}`,
  'nested emphasis': `${'*a_'.repeat(N / 6)}b${'_a*'.repeat(N / 6)}`,
  'closing stars': 'a* b_ '.repeat(N / 6),
  'hidden behind a fence in a list': `- a\n  \`\`\`\n${'- '.repeat(N / 2)}a`,
  'hidden behind a false fence': `\`\`\`a\`b\n${'>'.repeat(N)}a`,
}

test('markdownToTree: what would blow up the parser is recognised, and shown as typed', () => {
  for (const [name, bomb] of Object.entries(BOMBS)) {
    assert.ok(isCostly(bomb), `${name} goes to the parser`)
    const tree = markdownToTree(bomb)
    assert.ok(nodesOf(tree).length < 400, name)
    assert.equal(treeToText(tree).replace(/\s+/g, ''), bomb.replace(/\s+/g, ''), name)
  }
})

test('markdownToTree: what people write is not taken for a bomb', () => {
  const table = `|a|b|\n|-|-|\n${'| **x** | [y](https://a.example) |\n'.repeat(100)}`
  const code = `\`\`\`\n${'>>>>>>>>>>>>>>> a\n'.repeat(50)}${'snake_case_name [0][1]\n'.repeat(400)}\n\`\`\``
  const rule = '- '.repeat(40)
  const list = Array.from({ length: 10 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')
  for (const markdown of [table, code, rule, list, '> > > deep quote'])
    assert.ok(!isCostly(markdown), markdown)
})

test('markdownToTree: the tree stays shallow and in the protocol whatever the input', () => {
  const pieces = [
    '> ',
    '- ',
    '1. ',
    '**',
    '_',
    '`',
    '[',
    '](',
    ')',
    '!',
    '\n',
    '\n\n',
    '|',
    '<b>',
    'a',
    ' ',
    '# ',
    '[1]',
    '~~',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), (parts) => {
      const tree = markdownToTree(parts.join(''), { citations: 2, passageIds: true })
      BlockSchema.array().parse(tree)
      for (const { depth } of nodesOf(tree)) assert.ok(depth <= 2 * 13 + 9)
    }),
    { numRuns: 300, seed: 7 },
  )
})
