// The team's own fields as a picker lists them: a field, then what is to stand in it. Pure.

import type { ConversationField, CustomValues } from '../../protocol/triage.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { FIELD_INPUT, fieldValue } from '../field-value.ts'
import type { PickerItem } from './desk-picker.ts'

type Value = CustomValues[string]

interface Picked {
  key: string
  value: Value | null
}

const idOf = (picked: Picked): string => JSON.stringify(picked)

/** What was picked of `fieldChoices`. */
export const fieldOf = (id: string): Picked => JSON.parse(id) as Picked

/** `present`: what stands in them now; null where it is about several conversations. */
export function fieldChoices(
  fields: readonly ConversationField[],
  present: CustomValues | null,
  t: ConsoleTranslate,
  locale: string,
): PickerItem[] {
  return fields.map(({ key, label, type, options }): PickerItem => {
    const now = present?.[key]
    const given: readonly Value[] =
      type === 'checkbox' ? [true, false] : type === 'select' ? (options ?? []) : []
    const clear: PickerItem = {
      id: idOf({ key, value: null }),
      label: t('picker.empty_field'),
      icon: 'close',
      apart: given.length > 0,
    }
    return {
      id: `field:${key}`,
      label,
      icon: 'list',
      ...(now !== undefined && { hint: fieldValue(now, t, locale) }),
      more: [
        ...given.map((value) => ({
          id: idOf({ key, value }),
          label: fieldValue(value, t, locale),
          checked: value === now,
        })),
        ...(present && now === undefined ? [] : [clear]),
      ],
      ...(given.length === 0 && {
        typed: {
          says: (text: string) => t('picker.set_to', { value: fieldValue(text, t, locale) }),
          id: (text: string) => {
            const value = type === 'number' ? Number(text) : text
            return Number.isNaN(value) ? null : idOf({ key, value })
          },
          input: FIELD_INPUT[type] ?? 'text',
        },
      }),
    }
  })
}
