// Languages by their names in the reader's own.

import { LANGUAGES } from '../../locales/choose-locale.ts'

export const OFFERED_LANGUAGES: readonly string[] = LANGUAGES

const kept = new Map<string, Intl.DisplayNames>()

export function languageName(tag: string, locale = 'en'): string {
  const names = kept.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' })
  kept.set(locale, names)
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
