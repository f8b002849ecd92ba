// Answers are held against the owner's fields, each fault named, and kept under the labels they were asked with.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { FormField } from '../../sdk/protocol/site-settings.ts'
import { Problem } from '../platform/problem.ts'
import { formAnswers } from './form-answers.ts'

const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label: key.toUpperCase(),
  type: 'text',
  required: false,
  ...more,
})

test('formAnswers: keeps what was given, in the order of the fields and with their labels', () => {
  const fields = [field('order'), field('km', { type: 'number' }), field('clean', { type: 'checkbox' })]
  assert.deepEqual(formAnswers(fields, { clean: false, km: 12.5, order: '' }), [
    { key: 'km', label: 'KM', value: 12.5 },
    { key: 'clean', label: 'CLEAN', value: false },
  ])
})

test('formAnswers: a key no field has is left out, since the page may have asked before the field was taken away', () => {
  assert.deepEqual(formAnswers([field('order')], { gone: 'x' }), [])
})

test('formAnswers: every fault has a pointer of its own', () => {
  const fields = [
    field('order', { required: true }),
    field('part', { type: 'select', options: ['Rotor'] }),
    field('ok', { type: 'email' }),
  ]
  assert.throws(
    () => formAnswers(fields, { part: 'Chain', ok: 'nora@example.com' }),
    (error) =>
      error instanceof Problem &&
      error.code === 'invalid-request' &&
      JSON.stringify(error.extras.errors?.map(({ pointer }) => pointer)) ===
        '["/fields/order","/fields/part"]',
  )
})
