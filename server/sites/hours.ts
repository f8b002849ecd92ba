// When people are in, by the wall clock of the site's time zone. Pure: the instant comes as an argument.

import { DAYS, type Hours } from '../../sdk/protocol/opening-hours.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Days in which the next opening is looked for. */
const AHEAD = 60

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric })
  formats.set(timeZone, made)
  return made
}

/** The wall clock at an instant, to the minute, written as if it were UTC. */
function wallClock(timeZone: string, at: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value)
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!)
}

const toMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE
const offsetAt = (timeZone: string, at: number): number => wallClock(timeZone, at) - toMinute(at)
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function stretchesOf({ days, holidays }: Hours, wallDay: number): { from: number; to: number }[] {
  if (holidays?.includes(new Date(wallDay).toISOString().slice(0, 10))) return []
  const day = DAYS[new Date(wallDay).getUTCDay()]!
  return (days[day] ?? []).map(([from, to]) => ({
    from: wallDay + minutes(from) * MINUTE,
    to: wallDay + minutes(to) * MINUTE,
  }))
}

const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY

export function isOpen(hours: Hours, at: Date): boolean {
  const wall = wallClock(hours.time_zone, at.getTime())
  return stretchesOf(hours, dayOf(wall)).some(({ from, to }) => from <= wall && wall < to)
}

/** When the clocks are changed between two instants, or null. Finer than any zone's offset changes. */
function clockChange(timeZone: string, from: number, to: number): number | null {
  const before = offsetAt(timeZone, from)
  if (before === offsetAt(timeZone, to)) return null
  let [low, high] = [toMinute(from), toMinute(to)]
  while (high - low > MINUTE) {
    const middle = toMinute((low + high) / 2)
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return high
}

/** Instants that show this on the clock: usually one, two when clocks go back, none when they skip it. */
function instantsOf(timeZone: string, wall: number): number[] {
  const offsets = new Set([offsetAt(timeZone, wall - DAY), offsetAt(timeZone, wall + DAY)])
  return [...offsets].map((offset) => wall - offset).filter((at) => wallClock(timeZone, at) === wall)
}

/**
 * The next opening after `at`; null when open at `at`, or never. Where clocks skip an opening time, it is the
 * change itself. Looks beyond a week, as its only stretch may fall into the skipped hour, and holidays may last longer.
 */
export function nextOpening(hours: Hours, at: Date): Date | null {
  if (isOpen(hours, at)) return null
  const { time_zone: zone } = hours
  const now = at.getTime()
  const today = dayOf(wallClock(zone, now))
  for (let ahead = 0; ahead <= AHEAD; ahead++) {
    const day = today + ahead * DAY
    const openings = stretchesOf(hours, day).flatMap(({ from }) => instantsOf(zone, from))
    const change = clockChange(
      zone,
      day - offsetAt(zone, day) - 2 * 60 * MINUTE,
      day - offsetAt(zone, day) + DAY,
    )
    const found = [...openings, ...(change === null ? [] : [change])]
      .filter((instant) => instant > now && isOpen(hours, new Date(instant)))
      .sort((a, b) => a - b)[0]
    if (found !== undefined) return new Date(found)
  }
  return null
}
