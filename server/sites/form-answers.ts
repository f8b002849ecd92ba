// Answers to an owner's own fields: checked against the fields, one fault each, and given the labels they keep.

import * as z from 'zod'
import type { AnsweredField, FieldValues, FormField } from '../../sdk/protocol/site-settings.ts'
import { Problem } from '../platform/problem.ts'

/** What can be wrong with an answer. `sdk/elements/form-fields/field-fault.ts` says the same before it is sent. */
export type FieldFault = 'needed' | 'choice' | 'tick' | 'number' | 'email' | 'phone' | 'date' | 'long'

const DETAILS: Record<FieldFault, string> = {
  needed: 'This is needed.',
  choice: 'Choose one of the options.',
  tick: 'This must be ticked.',
  number: 'A number is expected.',
  email: 'This does not look like an e-mail address.',
  phone: 'This does not look like a phone number.',
  date: 'A date is expected, such as 2026-11-20.',
  long: 'This is too long.',
}
const LONGEST = { text: 500, multiline: 2000 } as const

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const isPhone = (text: string): boolean =>
  /^\+?[\d\s()./-]{5,25}$/.test(text) && text.replace(/\D/g, '').length >= 5

/** Null when the answer is good, or missing where none is needed. */
export function fieldFault(
  { type, required, options }: FormField,
  value: FieldValues[string] | undefined,
): FieldFault | null {
  if (type === 'checkbox') {
    if (value === undefined || value === false) return required ? 'tick' : null
    return value === true ? null : 'tick'
  }
  if (value === undefined || value === '') {
    if (!required) return null
    return type === 'select' ? 'choice' : 'needed'
  }
  if (type === 'number') return typeof value === 'number' ? null : 'number'
  if (typeof value !== 'string') return type === 'select' ? 'choice' : 'needed'
  if (type === 'select') return options?.includes(value) ? null : 'choice'
  if (type === 'email') return z.email().safeParse(value).success ? null : 'email'
  if (type === 'phone') return isPhone(value) ? null : 'phone'
  if (type === 'date') return isDate(value) ? null : 'date'
  return value.length > LONGEST[type] ? 'long' : null
}

/**
 * The answers worth keeping, in the order of the fields. Keys no field has are left out: the page may have asked
 * before the owner took the field away, and nobody can mend that.
 * @throws Problem `invalid-request` with a pointer `/fields/<key>` for every fault
 */
export function formAnswers(fields: readonly FormField[], values: FieldValues): AnsweredField[] {
  const errors = fields.flatMap((field) => {
    const fault = fieldFault(field, values[field.key])
    return fault ? [{ pointer: `/fields/${field.key}`, detail: DETAILS[fault] }] : []
  })
  const [first] = errors
  if (first) throw new Problem('invalid-request', `${first.pointer}: ${first.detail}`, { errors })
  return fields.flatMap(({ key, label }): AnsweredField[] => {
    const value = values[key]
    return value === undefined || value === '' ? [] : [{ key, label, value }]
  })
}
