// What stands in one of the team's own fields, in words. Pure.

import type { ConversationField, CustomValues } from '../protocol/triage.ts'
import type { ConsoleTranslate } from './desk.context.ts'
import { dateFormat } from './kept-formats.ts'

/** What kind of input writes a field; a text's where it says nothing. */
export const FIELD_INPUT: Readonly<Partial<Record<ConversationField['type'], string>>> = {
  number: 'number',
  email: 'email',
  phone: 'tel',
  date: 'date',
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** A day as one writes it, yes or no, and everything else as it was given: a number may be an order's. */
export function fieldValue(value: CustomValues[string], t: ConsoleTranslate, locale: string): string {
  if (typeof value === 'boolean') return t(`field.${value}`)
  const text = String(value)
  const at = DAY.test(text) ? new Date(`${text}T12:00:00`) : null
  if (!at || Number.isNaN(at.getTime())) return text
  return dateFormat('day', locale, { dateStyle: 'medium' }).format(at)
}
