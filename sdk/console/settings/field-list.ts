// Questions of a form that a team puts together: before a chat, on a ticket.

import type { FormField } from '../../protocol/site-settings.ts'
import type { Desk } from '../desk.context.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'
import type { Option } from './form-field.ts'
import { areaPart, checkPart, choicePart, listControl, textPart } from './list-control.ts'

export const FIELD_TYPES = [
  'text',
  'multiline',
  'number',
  'email',
  'phone',
  'date',
  'select',
  'checkbox',
] as const satisfies FormField['type'][]

export const fieldTypes = (t: Desk['t']): Option[] =>
  FIELD_TYPES.map((value) => ({ value, label: t(`settings.field.${value}` satisfies ConsoleKey) }))

/** A key out of a label: "Order number" → `order_number`. */
export const keyOf = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/_+$/, '')
    .slice(0, 40)

const lines = (text: string): string[] => text.split('\n')

export function fieldList(
  value: unknown,
  set: (value: unknown) => void,
  desk: Desk,
  most: number,
): ReturnType<typeof listControl> {
  const { t } = desk
  return listControl<FormField>({
    items: value as FormField[],
    set,
    desk,
    add: {
      word: t('settings.field.add'),
      fresh: () => ({ key: '', label: '', type: 'text', required: false }),
      most,
    },
    name: ({ label }, place) => label || t('settings.field.nth', { n: place }),
    draw: (field, change) => [
      textPart({
        label: t('settings.field.label'),
        value: field.label,
        // The key follows until somebody gives it one of its own.
        set: (label) => change({ label, ...(field.key === keyOf(field.label) && { key: keyOf(label) }) }),
      }),
      choicePart(t('settings.field.type'), field.type, fieldTypes(t), (type) => {
        const { options: _, ...rest } = field
        change({ ...rest, type: type as FormField['type'], options: type === 'select' ? [''] : undefined })
      }),
      textPart({ label: t('settings.field.key'), value: field.key, set: (key) => change({ key }) }),
      checkPart(t('settings.field.required'), field.required, (required) => change({ required })),
      field.type === 'select'
        ? areaPart({
            label: t('settings.field.options'),
            value: field.options?.join('\n'),
            set: (text) => change({ options: lines(text) }),
          })
        : '',
    ],
  })
}

/** As it is sent: no empty options, none where there is nothing to choose. */
export const tidyFields = (fields: readonly FormField[]): FormField[] =>
  fields.map(({ options, ...field }) => {
    const kept = options?.map((option) => option.trim()).filter(Boolean)
    return field.type === 'select' ? { ...field, options: kept ?? [] } : field
  })
