// References: their form, and how forgiving the way back is.

import assert from 'node:assert/strict'
import test from 'node:test'
import { newReference, normaliseReference } from './reference.ts'

test('reference: 40 bits in Crockford’s base32, without I, L, O and U', () => {
  assert.equal(
    newReference(() => new Uint8Array(5)),
    'DB-00000000',
  )
  assert.equal(
    newReference(() => new Uint8Array(5).fill(255)),
    'DB-ZZZZZZZZ',
  )
  assert.match(newReference(), /^DB-[0-9A-HJKMNP-TV-Z]{8}$/)
  assert.notEqual(newReference(), newReference())
})

test('reference: what people type finds its way back', () => {
  for (const typed of ['db-7k3m92qf', ' DB 7K3M 92QF ', '7K3M92QF', 'DB7K3M92QF', 'DB–7K3M92QF'])
    assert.equal(normaliseReference(typed), 'DB-7K3M92QF')
  assert.equal(normaliseReference('DB-OIL0OIL0'), 'DB-01100110')
  assert.equal(normaliseReference('DB-DB3M92QF'), 'DB-DB3M92QF')
})
