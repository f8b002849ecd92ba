// Messages that wait for their time, above the composer: when they go, and the two ways to stop them. Draws.

import { html, nothing } from 'lit'
import { intlLocale } from '../../locales/messages.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import type { Aside } from './conversation-aside.controller.ts'

type Scheduled = Aside['scheduled'][number]

export interface ScheduledList {
  scheduled: readonly Scheduled[]
  desk: Pick<Desk, 't' | 'locale'>
  cancel: (scheduled: Scheduled) => void
  edit: (scheduled: Scheduled) => void
}

export function scheduledList({ scheduled, desk: { t, locale }, cancel, edit }: ScheduledList) {
  if (scheduled.length === 0) return nothing
  const day = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  return html`<ul class="scheduled" aria-label=${t('scheduled.label')}>${scheduled.map((each) => {
    const time = `${day.format(new Date(each.send_at))}, ${clockTime(each.send_at, locale)}`
    return html`<li class="strip">${consoleIcon('clock')}
      <div class="grow"><p><b>${t(each.unless_reply ? 'scheduled.at_unless' : 'scheduled.at', { time })}</b></p><p class="muted cut" dir="auto">${each.body}</p></div>
      <button class="button" type="button" @click=${() => edit(each)}>${t('scheduled.edit')}</button>
      <button class="button" type="button" @click=${() => cancel(each)}>${t('scheduled.cancel')}</button></li>`
  })}</ul>`
}
