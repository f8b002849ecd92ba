// When people are in, as a site keeps it.

import * as z from 'zod'

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** From and to, the latter excluded; what runs past midnight is two stretches. */
const Stretch = z
  .tuple([z.string().regex(TIME), z.union([z.string().regex(TIME), z.literal('24:00')])])
  .refine(([from, to]) => from < to, { error: 'The end must be later than the beginning.' })

export const Hours = z.strictObject({
  time_zone: z.string().refine(isZone, { error: 'There is no such time zone.' }),
  days: z.partialRecord(z.enum(DAYS), z.array(Stretch).max(10)),
  /** Days on which nobody is in, whatever day of the week they are. */
  holidays: z.array(z.iso.date()).max(200).optional(),
})
export type Hours = z.infer<typeof Hours>
