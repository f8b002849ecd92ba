// Whether an agent wants to be left alone now, by the clock of their own time zone. Pure.

import type { AgentPreferences } from '../../protocol/notification.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** The weekday and the time of day somewhere; this device's where there is no such zone. */
function clockIn(now: number, timeZone: string): { day: number; time: string } {
  const format = (zone?: string) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(zone && { timeZone: zone }),
    }).formatToParts(now)
  let parts: Intl.DateTimeFormatPart[]
  try {
    parts = format(timeZone)
  } catch {
    parts = format()
  }
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return { day: DAYS.indexOf(of('weekday')), time: `${of('hour')}:${of('minute')}` }
}

/** A span over midnight belongs to the day it begins on. */
export function isQuiet(quiet: AgentPreferences['quiet'], now: number): boolean {
  if (!quiet) return false
  const { from, to, days, time_zone } = quiet
  const { day, time } = clockIn(now, time_zone)
  if (from === to) return days.includes(day)
  if (from < to) return days.includes(day) && time >= from && time < to
  return (days.includes(day) && time >= from) || (days.includes((day + 6) % 7) && time < to)
}
