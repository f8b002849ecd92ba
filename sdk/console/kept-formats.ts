// Intl's formats, made once each: to make one takes as long as to draw a row, and a list asks for three a row.

import { intlLocale } from '../locales/messages.ts'

const kept = new Map<string, unknown>()

function keep<T>(name: string, make: () => T): T {
  const known = kept.get(name)
  if (known) return known as T
  const made = make()
  kept.set(name, made)
  return made
}

/** `name` tells the options apart. Made anew where the device has gone to another zone: a format stays in its own. */
export const dateFormat = (
  name: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  keep(
    `${name} ${locale} ${new Date().getTimezoneOffset()}`,
    () => new Intl.DateTimeFormat(intlLocale(locale), options),
  )

/** @param digits behind the point, always so many; without, as many as a number has */
export const numberFormat = (locale: string, digits?: number): Intl.NumberFormat =>
  keep(
    `number ${locale} ${digits}`,
    () =>
      new Intl.NumberFormat(intlLocale(locale), {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )

export const pluralRules = (locale: string): Intl.PluralRules =>
  keep(`plural ${locale}`, () => new Intl.PluralRules(locale))

/** Nothing where the browser knows no name for a language. */
export const languageNames = (locale: string): Intl.DisplayNames =>
  keep(`language ${locale}`, () => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }))
