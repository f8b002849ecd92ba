// Languages by their English names, as the rest of the console speaks.

import { LANGUAGES } from '../../locales/choose-locale.ts'

const names = new Intl.DisplayNames('en', { type: 'language' })

export const OFFERED_LANGUAGES: readonly string[] = LANGUAGES

export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
