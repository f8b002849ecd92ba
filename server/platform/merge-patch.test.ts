// Merge patches, by the examples of RFC 7396 and by any value at all.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { differenceFrom, mergePatch } from './merge-patch.ts'

test('a patch changes what RFC 7396 says it changes', () => {
  for (const [target, patch, result] of [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])
    assert.deepEqual(mergePatch(target, patch), result, JSON.stringify(patch))
})

test('a member called __proto__ is a member', () => {
  const patched = mergePatch({}, JSON.parse('{"__proto__": {"admin": true}}')) as object
  assert.equal('admin' in patched, false)
})

/** As JSON gives them; one without a prototype would equal no other. */
const ORDINARY = { noNullPrototype: true }

test('a difference, laid over what it was taken from, gives the value', () => {
  // Without nulls, which a patch cannot set.
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('tree'), ORDINARY),
    ),
  }))
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree, ORDINARY)
  fc.assert(
    fc.property(object, object, (base, own) => {
      // A patch adds to what is there, so the value holds all of the base's members, as settings do.
      const value = mergePatch(base, own)
      assert.deepEqual(mergePatch(base, differenceFrom(base, value) ?? {}), value)
      assert.equal(differenceFrom(value, value), undefined)
    }),
  )
})

test('mergePatch: one nested without an end is refused, not followed', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)
  assert.throws(() => mergePatch({}, deep), { code: 'invalid-request' })
})
