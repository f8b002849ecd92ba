// Spans of time as the board writes them: how late something is, when it is due. Pure.

import { duration } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

/** Whole minutes from one on: what is late by hours is not told to the second. */
export const roughly = (seconds: number, t: ConsoleTranslate): string =>
  duration(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60, t)

export interface DueWords {
  text: string
  state: 'late' | 'soon' | 'ahead'
}

/** Soon is within two minutes. */
export function dueWords(
  at: string,
  now: number,
  t: ConsoleTranslate,
  ahead: 'board.due_in' | 'board.in' = 'board.due_in',
): DueWords {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  if (seconds < 0) return { text: t('board.late', { duration: roughly(-seconds, t) }), state: 'late' }
  return { text: t(ahead, { duration: roughly(seconds, t) }), state: seconds < 120 ? 'soon' : 'ahead' }
}
