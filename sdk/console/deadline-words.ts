// When an answer is due, in words that say it without their colour.

import { clockTime, dayAndMonth, daysAgo } from './console-time.ts'
import type { ConsoleTranslate } from './desk.context.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** From then on it is pressing. */
const SOON = 5 * MINUTE

export interface Deadline {
  words: string
  tone: 'calm' | 'soon' | 'late'
}

export function deadline(due: string, now: number, t: ConsoleTranslate, locale: string): Deadline {
  const left = Date.parse(due) - now
  if (left < 0) return { words: late(-left, t), tone: 'late' }
  if (left < HOUR) {
    const m = Math.max(1, Math.ceil(left / MINUTE))
    return { words: t('due.in', { m }), tone: left <= SOON ? 'soon' : 'calm' }
  }
  const time = daysAgo(due, now) === 0 ? clockTime(due, locale) : dayAndMonth(due, locale)
  return { words: t('due.at', { time }), tone: 'calm' }
}

function late(by: number, t: ConsoleTranslate): string {
  if (by < HOUR) return t('late.m', { m: Math.max(1, Math.floor(by / MINUTE)) })
  return by < DAY ? t('late.h', { h: Math.floor(by / HOUR) }) : t('late.d', { n: Math.floor(by / DAY) })
}
