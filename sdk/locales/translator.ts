// A language in use: texts, direction, and how it writes numbers, times and waits. Formatting is Intl's.

import { RIGHT_TO_LEFT } from './direction.ts'
import { createTranslate, intlLocale, type Messages, type Translate } from './messages.ts'

export interface Translator {
  t: Translate
  /** BCP 47. */
  locale: string
  dir: 'ltr' | 'rtl'
  number(n: number): string
  /** 2nd in line: the ordinal's plural form picks the text. */
  ordinal(n: number): string
  /** `14:05`, or `2:05 PM` where a day has two times twelve hours. */
  time(iso: string): string
  /** `14:05` today, `Yesterday 16:12`, else `12 November`. */
  when(iso: string): string
  /** `Today`, `Yesterday`, else the day. */
  dayName(iso: string): string
  /** `12 November`, with the year when it is another. */
  day(iso: string): string
  /** `about 3 min`; seconds are rounded up to whole minutes. */
  wait(seconds: number): string
  /** `Mika, Ana and Samir` */
  names(names: readonly string[]): string
}

export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr')

/** @param now the server's idea of the present, in ms: a device's clock may be wrong. */
export function createTranslator(messages: Messages, locale: string, now = Date.now): Translator {
  const intl = intlLocale(locale)
  const t = createTranslate(messages, locale)
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(intl, options)
  const clock = dates({ timeStyle: 'short' })
  const dayKey = (ms: number): string => new Date(ms).toDateString()
  const time = (iso: string): string => clock.format(new Date(iso))
  const day = (iso: string): string => {
    const date = new Date(iso)
    const sameYear = date.getFullYear() === new Date(now()).getFullYear()
    return dates({ day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(date)
  }
  const dayName = (iso: string): string => {
    const key = dayKey(Date.parse(iso))
    if (key === dayKey(now())) return t('common.today')
    const before = new Date(now())
    before.setDate(before.getDate() - 1)
    return key === before.toDateString() ? t('common.yesterday') : day(iso)
  }
  return {
    t,
    locale,
    dir: directionOf(locale),
    number: (n) => new Intl.NumberFormat(intl).format(n),
    ordinal(n) {
      const message = messages['chat.in_line']
      const form = new Intl.PluralRules(locale, { type: 'ordinal' }).select(n)
      const text = typeof message === 'string' ? message : (message[form] ?? message.other)
      return text.replace('{n}', new Intl.NumberFormat(intl).format(n))
    },
    time,
    when(iso) {
      const name = dayName(iso)
      if (name === t('common.today')) return time(iso)
      return name === t('common.yesterday') ? `${name} ${time(iso)}` : name
    },
    dayName,
    day,
    wait: (seconds) => t('common.about_minutes', { n: Math.max(1, Math.ceil(seconds / 60)) }),
    names: (names) => new Intl.ListFormat(intl, { type: 'conjunction' }).format(names),
  }
}
