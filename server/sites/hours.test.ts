// Hours against the wall clock, daylight saving above all.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { DAYS, Hours } from '../../sdk/protocol/opening-hours.ts'
import { isOpen, nextOpening } from './hours.ts'

const at = (iso: string): Date => new Date(iso)
const oslo = Hours.parse({
  time_zone: 'Europe/Oslo',
  days: {
    mon: [['08:00', '18:00']],
    fri: [
      ['08:00', '12:00'],
      ['13:00', '16:00'],
    ],
    sat: [['22:00', '24:00']],
    sun: [['00:00', '02:00']],
  },
})

test('a site is open from the opening minute until just before the closing one, by its own clock', () => {
  // Monday 23 November 2026, UTC+1.
  assert.equal(isOpen(oslo, at('2026-11-23T06:59:59Z')), false)
  assert.equal(isOpen(oslo, at('2026-11-23T07:00:00Z')), true)
  assert.equal(isOpen(oslo, at('2026-11-23T16:59:59Z')), true)
  assert.equal(isOpen(oslo, at('2026-11-23T17:00:00Z')), false)
})

test('a night shift written as two stretches is open across midnight', () => {
  for (const iso of [
    '2026-11-21T21:00:00Z',
    '2026-11-21T22:59:59Z',
    '2026-11-21T23:00:00Z',
    '2026-11-22T00:59:59Z',
  ])
    assert.equal(isOpen(oslo, at(iso)), true, iso)
  assert.equal(isOpen(oslo, at('2026-11-22T01:00:00Z')), false)
})

test('the next opening is later today, on another day, or null when open or never open', () => {
  assert.equal(nextOpening(oslo, at('2026-11-23T05:00:00Z'))?.toISOString(), '2026-11-23T07:00:00.000Z')
  assert.equal(nextOpening(oslo, at('2026-11-23T17:00:00Z'))?.toISOString(), '2026-11-27T07:00:00.000Z')
  assert.equal(nextOpening(oslo, at('2026-11-27T11:00:00Z'))?.toISOString(), '2026-11-27T12:00:00.000Z')
  assert.equal(nextOpening(oslo, at('2026-11-23T08:00:00Z')), null)
  assert.equal(nextOpening({ time_zone: 'Europe/Oslo', days: {} }, at('2026-11-23T08:00:00Z')), null)
})

test('when clocks skip the opening time, the site opens with the change', () => {
  // Sunday 29 March 2026, 02:00 becomes 03:00 in Oslo, at 01:00 UTC.
  const hours = Hours.parse({ time_zone: 'Europe/Oslo', days: { sun: [['02:30', '05:00']] } })
  assert.equal(nextOpening(hours, at('2026-03-28T12:00:00Z'))?.toISOString(), '2026-03-29T01:00:00.000Z')
})

test('when clocks skip the whole stretch, the next opening is a week later', () => {
  const hours = Hours.parse({ time_zone: 'Europe/Oslo', days: { sun: [['02:10', '02:50']] } })
  assert.equal(nextOpening(hours, at('2026-03-28T12:00:00Z'))?.toISOString(), '2026-04-05T00:10:00.000Z')
})

const minute = fc.integer({ min: 0, max: 1440 })
const stretch = fc
  .tuple(minute, minute)
  .filter(([from, to]) => from < to)
  .map((pair) =>
    pair.map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`),
  )
const hoursOf = fc.record({
  // Far east, half hours, half-hour daylight saving, both hemispheres, a change at midnight.
  time_zone: fc.constantFrom(
    'Europe/Oslo',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'America/Santiago',
    'Pacific/Kiritimati',
    'UTC',
  ),
  days: fc.dictionary(fc.constantFrom(...DAYS), fc.array(stretch, { minLength: 1, maxLength: 2 }), {
    maxKeys: 3,
  }),
})
// Around the changes of clocks in 2026, where all the mistakes are.
const instant = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08T07:00:00Z',
      '2026-03-29T01:00:00Z',
      '2026-04-04T15:00:00Z',
      '2026-04-05T03:00:00Z',
      '2026-04-23T22:00:00Z',
      '2026-09-06T04:00:00Z',
      '2026-10-03T15:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-29T21:00:00Z',
      '2026-11-01T06:00:00Z',
    ),
    fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
  )
  .map(([iso, offset]) => new Date(Date.parse(iso) + offset * 60_000))

test('the next opening is the first open minute: open then, and closed in every minute before', () => {
  fc.assert(
    fc.property(hoursOf, instant, (input, now) => {
      const hours = Hours.parse(input)
      const next = nextOpening(hours, now)
      if (isOpen(hours, now)) return assert.equal(next, null)
      if (Object.keys(hours.days).length === 0) return assert.equal(next, null)
      assert.ok(next && next > now && isOpen(hours, next))
      // All minutes of the first day, then the last two hours: a whole week would take too long.
      const end = next.getTime()
      for (let t = now.getTime(); t < Math.min(end, now.getTime() + 1440 * 60_000); t += 60_000)
        assert.equal(isOpen(hours, new Date(t)), false, new Date(t).toISOString())
      for (let t = end - 60_000; t > Math.max(now.getTime(), end - 120 * 60_000); t -= 60_000)
        assert.equal(isOpen(hours, new Date(t)), false, new Date(t).toISOString())
    }),
    { numRuns: 150 },
  )
})

test('hours that make no sense are refused', () => {
  for (const hours of [
    { time_zone: 'Mars/Olympus', days: {} },
    { time_zone: 'UTC', days: { mon: [['18:00', '08:00']] } },
    { time_zone: 'UTC', days: { mon: [['8:00', '18:00']] } },
    { time_zone: 'UTC', days: { mon: [['08:00', '24:30']] } },
    { time_zone: 'UTC', days: { monday: [] } },
    { time_zone: 'UTC', days: {}, extra: 1 },
  ])
    assert.equal(Hours.safeParse(hours).success, false, JSON.stringify(hours))
})

test('hours: nobody is in on a holiday, and the next opening is after it', () => {
  const hours = Hours.parse({
    time_zone: 'Europe/Oslo',
    days: Object.fromEntries(DAYS.map((day) => [day, [['08:00', '16:00']]])),
    holidays: ['2026-12-25', '2026-12-26'],
  })
  const christmas = new Date('2026-12-25T10:00:00Z')
  assert.equal(isOpen(hours, christmas), false)
  assert.equal(isOpen({ ...hours, holidays: [] }, christmas), true)
  assert.equal(nextOpening(hours, christmas)?.toISOString(), '2026-12-27T07:00:00.000Z')
})
