// When a part ordered now leaves Bergen. It knows the workshop's clock, not the visitor's.
const CUTOFF_HOUR = 14
const WORKING_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']

const bergen = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

const clockInBergen = (now: Date) => {
  const parts = Object.fromEntries(bergen.formatToParts(now).map(({ type, value }) => [type, value]))
  return { weekday: parts.weekday ?? 'Mon', hour: Number(parts.hour) }
}

export const dispatchDay = (now = new Date()) => {
  const { weekday, hour } = clockInBergen(now)
  const isWorkingDay = WORKING_DAYS.includes(weekday)
  if (isWorkingDay && hour < CUTOFF_HOUR) return 'Leaves Bergen today'
  if (isWorkingDay && weekday !== 'Fri') return 'Leaves Bergen tomorrow'
  return weekday === 'Sun' ? 'Leaves Bergen tomorrow' : 'Leaves Bergen on Monday'
}
