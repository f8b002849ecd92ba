// The languages a customer may write in, as a filter offers them: those the widget speaks, in the reader's words.

const CODES = [
  'ar',
  'da',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'sv',
  'tr',
  'uk',
  'zh',
]

export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

export const languageChoices = (locale: string): { id: string; name: string }[] =>
  CODES.map((id) => ({ id, name: languageName(id, locale) })).toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  )
