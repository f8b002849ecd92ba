// Opening hours: for each day the stretches in which people are in; one day's go to all by a button.

import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { DAYS, type Hours } from '../../protocol/opening-hours.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'

type Day = (typeof DAYS)[number]
type Stretch = [from: string, to: string]

/** As most of the world's weeks begin. */
const WEEK: readonly Day[] = [...DAYS.slice(1), 'sun']

// 2023-01-01 was a Sunday.
const nameOf = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2023, 0, 1 + DAYS.indexOf(day)),
  )

/** What a new site begins with: these five days, by this device's clock. */
export const officeHours = (): Hours => ({
  time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: Object.fromEntries(WEEK.slice(0, 5).map((day) => [day, [['09:00', '17:00']]])),
})

/** A clock's field has no 24:00; as an end, midnight is meant by 00:00. */
const shownEnd = (to: string): string => (to === '24:00' ? '00:00' : to)
const meantEnd = (to: string): string => (to === '00:00' ? '24:00' : to)

export function hoursControl(
  value: unknown,
  set: (value: unknown) => void,
  { t, locale }: Pick<Desk, 't' | 'locale'>,
): TemplateResult {
  const days = (value ?? {}) as Partial<Record<Day, Stretch[]>>
  const change = (day: Day, stretches: Stretch[]): void => set({ ...days, [day]: stretches })
  const clock = (label: string, time: string, took: (time: string) => void): TemplateResult =>
    html`<input class="input" type="time" aria-label=${label} .value=${live(time)}
      @change=${(event: Event) => took((event.target as HTMLInputElement).value)} />`
  return html`<div class="days">${WEEK.map((day) => {
    const name = nameOf(day, locale)
    const stretches = days[day] ?? []
    const replace = (at: number, next: Stretch): void =>
      change(
        day,
        stretches.map((each, place) => (place === at ? next : each)),
      )
    return html`<div class="day" role="group" aria-label=${name}><span>${name}</span><div class="spans">
      ${stretches.length === 0 ? html`<span class="muted">${t('settings.hours.closed')}</span>` : ''}
      ${stretches.map(
        ([from, to], at) => html`<span class="span">
          ${clock(t('settings.hours.from', { day: name }), from, (time) => replace(at, [time, to]))}<span aria-hidden="true">–</span>
          ${clock(t('settings.hours.to', { day: name }), shownEnd(to), (time) => replace(at, [from, meantEnd(time)]))}
          <button class="button bare square" type="button" aria-label=${t('settings.hours.remove', { day: name, from })}
            @click=${() =>
              change(
                day,
                stretches.filter((_, place) => place !== at),
              )}>${consoleIcon('close')}</button></span>`,
      )}
      <button class="button bare square" type="button" aria-label=${t('settings.hours.add', { day: name })} title=${t('settings.hours.add', { day: name })}
        @click=${() => change(day, [...stretches, [stretches.at(-1)?.[1].replace('24:00', '23:00') ?? '09:00', '24:00']])}>${consoleIcon('plus')}</button>
      ${
        stretches.length > 0
          ? html`<button class="button bare square" type="button" aria-label=${t('settings.hours.copy', { day: name })} title=${t('settings.hours.copy', { day: name })}
            @click=${() => set(Object.fromEntries(WEEK.map((each) => [each, stretches])))}>${consoleIcon('copy')}</button>`
          : ''
      }</div></div>`
  })}</div>`
}

/** In one line, for the list of changes. */
export const tellHours =
  (locale: string) =>
  (value: unknown): string =>
    WEEK.map((day) => {
      const stretches = ((value ?? {}) as Hours['days'])[day] ?? []
      return `${nameOf(day, locale)} ${stretches.map((stretch) => stretch.join('–')).join(', ') || '–'}`
    }).join('; ')
