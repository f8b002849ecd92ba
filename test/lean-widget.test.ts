// What the widget's bundle leaves out of Lit is really there to be left out.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { cutLit, LIT_CUTS } from '../widget/lean-lit.ts'

for (const file of Object.keys(LIT_CUTS))
  test(`lean widget: every cut fits the installed ${file}, once`, async () => {
    const code = await readFile(new URL(`../node_modules/${file}`, import.meta.url), 'utf8')
    const lean = cutLit(file, code)
    assert.ok(lean.length < code.length)
    assert.doesNotMatch(lean, /Versions|PolyfillSupport|litPropertyMetadata/)
  })

test('lean widget: another Lit ends the build and says where to look', () => {
  assert.throws(() => cutLit('lit-element/lit-element.js', 'export {}'), /see widget\/lean-lit\.ts/)
})
