// What is wrong with an answer to an owner's own field, before it is sent. A copy of the server's rules
// (server/sites/form-answers.ts), as the protocol would bring zod along; a contract test compares. No drawing.

import type { MessageKey } from '../../locales/messages.ts'
import type { FieldValues, FormField } from '../../protocol/site-settings.ts'
import { emailFault } from '../ticket-form/email-fault.ts'

/** As it is typed and kept: numbers are text until they are sent. */
export type FieldTexts = Readonly<Record<string, string | boolean>>

/** `maxlength` of what is free text. */
export const longest = (type: FormField['type']): number => (type === 'multiline' ? 2000 : 500)

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const isPhone = (text: string): boolean =>
  /^\+?[\d\s()./-]{5,25}$/.test(text) && text.replace(/\D/g, '').length >= 5

/** Western, Arabic and Persian digits, with a point or a comma; null when it is no number. */
export function toNumber(text: string): number | null {
  const plain = text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[,٫]/, '.')
    .replace(/\s/g, '')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** Null when the answer is good, or missing where none is needed. */
export function fieldFault(
  { type, required, options }: FormField,
  answer: string | boolean | undefined,
): MessageKey | null {
  if (type === 'checkbox') return required && answer !== true ? 'fault.tick' : null
  const text = typeof answer === 'string' ? answer.trim() : ''
  if (!text) {
    if (!required) return null
    return type === 'select' ? 'fault.choice' : type === 'email' ? 'fault.email' : 'fault.needed'
  }
  switch (type) {
    case 'number':
      return toNumber(text) === null ? 'fault.number' : null
    case 'select':
      return options?.includes(text) ? null : 'fault.choice'
    case 'email':
      return emailFault(text)
    case 'phone':
      return isPhone(text) ? null : 'fault.phone'
    case 'date':
      return isDate(text) ? null : 'fault.date'
    default:
      return null
  }
}

/** As they are sent; what was left empty is left out. */
export function toValues(fields: readonly FormField[], texts: FieldTexts): FieldValues {
  const values: FieldValues = {}
  for (const { key, type } of fields) {
    const answer = texts[key]
    const text = typeof answer === 'string' ? answer.trim() : answer
    if (text === undefined || text === '') continue
    values[key] = type === 'number' ? (toNumber(String(text)) ?? text) : text
  }
  return values
}
