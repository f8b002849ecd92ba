// Ready parts of an answer: they read as if they had been made with it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { JsonText, jsonOf } from './json-text.ts'

const list = [{ body: 'a "quoted" word\u2028', at: null }]
const ready = new JsonText(JSON.stringify(list))

test('JSON text: an answer with a ready part reads as one without', () => {
  const around = { mode: 'delta', left: undefined, "it's": 1 }
  assert.equal(jsonOf({ ...around, list: ready, head: 2 }), JSON.stringify({ ...around, list, head: 2 }))
})

test('JSON text: an answer without ready parts is plain JSON, whatever it is', () => {
  for (const answer of [{ a: [1, { b: null }] }, [1, 2], 'text', 1, null])
    assert.equal(jsonOf(answer), JSON.stringify(answer))
})

test('JSON text: deeper down, or given to somebody else, it is what it stands for', () => {
  assert.deepEqual(JSON.parse(jsonOf({ deep: { list: ready } })), { deep: { list } })
  assert.deepEqual(JSON.parse(JSON.stringify(ready)), list)
})
