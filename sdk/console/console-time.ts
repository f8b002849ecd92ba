// Times as the console writes them: short ages in lists, clock times in the log, durations in words.

import { intlLocale } from '../locales/messages.ts'
import type { ConsoleTranslate } from './desk.context.ts'
import { dateFormat } from './kept-formats.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** 14:02, in the reader's digits and this device's zone. */
export const clockTime = (at: string, locale: string): string =>
  dateFormat('clock', locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))

export const dayAndMonth = (at: string, locale: string): string =>
  dateFormat('date', locale, { day: 'numeric', month: 'short' }).format(new Date(at))

/** For a tooltip or a `<time>`: nothing left to guess. */
export const fullTime = (at: string, locale: string): string =>
  dateFormat('full', locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(at))

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** How many calendar days ago, in this device's zone. */
export const daysAgo = (at: string, now: number): number =>
  Math.round((startOfDay(now) - startOfDay(Date.parse(at))) / (24 * HOUR))

/** The day a stretch of the log stands under. */
export function dayName(at: string, now: number, locale: string): string {
  const days = daysAgo(at, now)
  if (days > 1 || days < 0)
    return new Intl.DateTimeFormat(intlLocale(locale), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }).format(new Date(at))
  const word = new Intl.RelativeTimeFormat(intlLocale(locale), { numeric: 'auto' }).format(-days, 'day')
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
}

/** `2 min`, `1 h`: how long somebody has been waiting. */
export function elapsed(at: string, now: number, t: ConsoleTranslate): string {
  const passed = Math.max(0, now - Date.parse(at))
  if (passed < MINUTE) return t('time.now')
  if (passed < HOUR) return t('duration.m', { m: Math.floor(passed / MINUTE) })
  return t('duration.h', { h: Math.floor(passed / HOUR) })
}

/** The age of a row: elapsed today, then `Yesterday`, then the date. */
export function age(at: string, now: number, t: ConsoleTranslate, locale: string): string {
  const days = daysAgo(at, now)
  if (days <= 0) return elapsed(at, now, t)
  return days === 1 ? t('time.yesterday') : dayAndMonth(at, locale)
}

/** `1 min 12 s`; seconds are dropped from the hour on. */
export function duration(seconds: number, t: ConsoleTranslate): string {
  const whole = Math.max(0, Math.round(seconds))
  const s = whole % 60
  const m = Math.floor(whole / 60) % 60
  const h = Math.floor(whole / 3600)
  if (h > 0) return m > 0 ? t('duration.hm', { h, m }) : t('duration.h', { h })
  if (m === 0) return t('duration.s', { s })
  return s > 0 ? t('duration.ms', { m, s }) : t('duration.m', { m })
}
