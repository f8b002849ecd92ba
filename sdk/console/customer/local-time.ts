// What the clock says where a customer is, and how far that is from here.

import { duration } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { dateFormat } from '../kept-formats.ts'

/** Minutes the zone is ahead of UTC at that moment, summer time and half hours and all. @throws RangeError: no zone */
export function utcOffset(zone: string, at: number): number {
  const format = dateFormat(`offset ${zone}`, 'en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const said = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):?(\d{2})?/.exec(said) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Such as "21:04, Oslo, 2 h ahead"; empty where there is no such zone. `here`: minutes this device is ahead of UTC. */
export function localTime(
  zone: string,
  at: number,
  { t, locale }: { t: ConsoleTranslate; locale: string },
  here = -new Date(at).getTimezoneOffset(),
): string {
  try {
    const ahead = utcOffset(zone, at) - here
    const time = dateFormat(`time ${zone}`, locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(at)
    const place = zone.split('/').at(-1)!.replaceAll('_', ' ')
    const span = duration(Math.abs(ahead) * 60, t)
    const key =
      ahead === 0 ? 'customer.time_same' : ahead > 0 ? 'customer.time_ahead' : 'customer.time_behind'
    return t(key, { time, place, span })
  } catch {
    return ''
  }
}
