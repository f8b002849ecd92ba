// "We are back tomorrow at 08:00" and whose clock that is: the site's hours told to a visitor in another zone.

import { intlLocale } from '../../locales/messages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { Staffing } from '../../protocol/site.ts'

/** Days since 1970 on a calendar of that zone: a day of 23 or 25 hours counts as one. */
const dayOf = (date: Date | number, timeZone: string): number =>
  Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date)) / 86_400_000

/** Both lines while nobody is in; the second says the visitor's own time where the zones differ. */
export function openingLine(
  { opens_at, time_zone }: Pick<Staffing, 'opens_at' | 'time_zone'>,
  { t, locale, time }: Pick<Translator, 't' | 'locale' | 'time'>,
  now = Date.now(),
): [first: string, second: string] {
  if (!opens_at) return [t('home.away'), t('home.away_more')]
  const opens = new Date(opens_at)
  const intl = intlLocale(locale)
  const there = new Intl.DateTimeFormat(intl, { timeZone: time_zone, timeStyle: 'short' }).format(opens)
  const days = dayOf(opens, time_zone) - dayOf(now, time_zone)
  let first: string
  if (days === 0) first = t('home.back_today', { time: there })
  else if (days === 1) first = t('home.back_at', { day: t('home.tomorrow'), time: there })
  else {
    const weekday = new Intl.DateTimeFormat(intl, { timeZone: time_zone, weekday: 'long' }).format(opens)
    first = t('home.back_at', { day: t('home.on_day', { day: weekday }), time: there })
  }
  const here = time(opens_at)
  if (here === there) return [first, t('home.away_more')]
  const city = time_zone.split('/').pop()!.replaceAll('_', ' ')
  return [first, t('home.their_time', { zone: city, time: here })]
}
