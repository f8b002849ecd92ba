// Pictures of an article: only by https, only by themselves, and with the room their author gave them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { markdownToTree } from './markdown-tree.ts'
import { treeToText } from './tree-text.ts'

const image = { type: 'image', url: 'https://shop.example/a.png', alt: 'A rotor' }
const tree = (markdown: string) => markdownToTree(markdown, { images: true })

test('images: one that stands by itself is a picture, its size read from the fragment', () => {
  assert.deepEqual(tree('![A rotor](https://shop.example/a.png)'), [image])
  assert.deepEqual(tree('![A rotor](https://shop.example/a.png#640x480)'), [
    { ...image, width: 640, height: 480 },
  ])
  assert.deepEqual(tree('![A rotor][r]\n\n[r]: https://shop.example/a.png'), [image])
  assert.deepEqual(tree('- ![A rotor](https://shop.example/a.png)'), [
    { type: 'list', ordered: false, items: [[image]] },
  ])
})

test('images: beside text, by another way than https, or where none are wanted, the description stands for it', () => {
  const words = (markdown: string, options = { images: true }) => markdownToTree(markdown, options)
  const text = (line: string) => [{ type: 'paragraph', children: [line] }]
  assert.deepEqual(words('See ![A rotor](https://shop.example/a.png)'), text('See A rotor'))
  for (const address of [
    'http://shop.example/a.png',
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    '/a.png',
    'https://bank.example@evil.example/a.png',
  ])
    assert.deepEqual(words(`![A rotor](${address})`), text('A rotor'), address)
  assert.deepEqual(words('![A rotor](https://shop.example/a.png)', { images: false }), text('A rotor'))
})

test('images: search reads what describes them', () => {
  assert.equal(treeToText(tree('![A rotor](https://shop.example/a.png)')), 'A rotor')
})
