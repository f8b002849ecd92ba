// What the protocol's schema says against a draft, in the console's words, by the place it is said of.

import type * as z from 'zod'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { Faults } from './form-field.ts'

type Issue = z.core.$ZodIssue

function say(issue: Issue, t: ConsoleTranslate): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? t('form.missing') : t('form.too_short', { least: Number(issue.minimum) })
      if (issue.origin === 'array') return t('form.too_few', { least: Number(issue.minimum) })
      return t('form.too_small', { least: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return t('form.too_long', { most: Number(issue.maximum) })
      if (issue.origin === 'array') return t('form.too_many', { most: Number(issue.maximum) })
      return t('form.too_large', { most: Number(issue.maximum) })
    case 'invalid_format':
      if (issue.format === 'email') return t('form.email')
      if (issue.format === 'url') return t('form.url')
      return t('form.format')
    case 'invalid_type':
      return issue.input === undefined ? t('form.missing') : t('form.type')
    default:
      return issue.message || t('form.format')
  }
}

/** Empty where the value fits. */
export function faultsOf(schema: z.ZodType, value: unknown, t: ConsoleTranslate): Faults {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return new Map()
  const pairs = result.error.issues.map(
    (issue) => [`/${issue.path.map(String).join('/')}`, say(issue, t)] as const,
  )
  return new Map(pairs.reverse())
}

/** What stands at a field or below it. */
export function faultAt(faults: Faults, name: string): string | undefined {
  const pointer = `/${name.replaceAll('.', '/')}`
  return [...faults].find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1]
}
