// What a team did to a conversation besides writing, in words: facts, shelving, joining and parting. Pure; the actor and
// other conversations are marks in the sentence, which thread-event.ts draws.

import type { LogEvent, LogEventOf } from '../../protocol/event.ts'
import type { FactsChanged } from '../../protocol/triage-event.ts'
import type { ConsoleIcon } from '../console-icon.ts'
import { clockTime, dayAndMonth, daysAgo } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { fieldValue } from '../field-value.ts'

export interface Told {
  icon: ConsoleIcon
  text: string
}

/** Stands for the actor while a sentence is put together, and for the other conversation; no name contains them. */
export const ACTOR = '\uE000'
export const OTHER = '\uE001'

export interface Telling {
  t: ConsoleTranslate
  customer: string
  locale: string
  now: number
}

const actor = ACTOR
const other = OTHER

const when = (at: string, { locale, now }: Telling): string =>
  daysAgo(at, now) === 0 ? clockTime(at, locale) : `${dayAndMonth(at, locale)}, ${clockTime(at, locale)}`

/** Each change is a sentence of its own, so that no language has to join them. */
function facts(data: FactsChanged, { t, locale }: Telling): Told[] {
  const said: Told[] = []
  const { priority, topic, tags, custom, subject } = data
  if (priority)
    said.push({ icon: 'flag', text: t('event.priority', { actor, priority: t(`priority.${priority.to}`) }) })
  if (topic)
    said.push({
      icon: 'tag',
      text: topic.to
        ? t('event.topic', { actor, topic: topic.to.name })
        : t('event.no_topic', { actor, topic: topic.from?.name ?? '' }),
    })
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ')
  if (tags?.added.length)
    said.push({ icon: 'tag', text: t('event.tagged', { actor, tags: names(tags.added) }) })
  if (tags?.removed.length)
    said.push({ icon: 'tag', text: t('event.untagged', { actor, tags: names(tags.removed) }) })
  for (const { label, to } of custom ?? [])
    said.push({
      icon: 'list',
      text:
        to === null
          ? t('event.field_cleared', { actor, field: label })
          : t('event.field', { actor, field: label, value: fieldValue(to, t, locale) }),
    })
  if (subject) said.push({ icon: 'pen', text: t('event.subject', { actor, subject: subject.to }) })
  return said
}

function snoozed({ until, why }: LogEventOf<'conversation.snoozed'>['data'], telling: Telling): Told {
  const { t, customer } = telling
  if (until) return { icon: 'moon', text: t('event.snoozed', { actor, time: when(until, telling) }) }
  if (why === 'due') return { icon: 'sun', text: t('event.woke') }
  if (why === 'reply') return { icon: 'sun', text: t('event.woke_reply', { customer }) }
  return { icon: 'sun', text: t('event.woken', { actor }) }
}

/** Null of what is no such event. */
export function triageLines(event: LogEvent, telling: Telling): Told[] | null {
  const { t, customer } = telling
  switch (event.type) {
    case 'conversation.facts_changed':
      return facts(event.data, telling)
    case 'conversation.snoozed':
      return [snoozed(event.data, telling)]
    case 'conversation.spam_changed':
      return [{ icon: 'alert', text: t(event.data.spam ? 'event.spam' : 'event.not_spam', { actor }) }]
    case 'contact.blocked':
      return [
        {
          icon: 'block',
          text: t(event.data.blocked ? 'event.blocked' : 'event.unblocked', { actor, customer }),
        },
      ]
    case 'conversation.linked':
      return [
        { icon: 'link', text: t(event.data.linked ? 'event.linked' : 'event.unlinked', { actor, other }) },
      ]
    case 'conversation.merged': {
      const { direction, merged, why } = event.data
      if (why === 'reply') return [{ icon: 'split', text: t('event.unmerged_reply', { customer, other }) }]
      if (!merged) return [{ icon: 'split', text: t('event.unmerged', { actor, other }) }]
      return [
        {
          icon: 'merge',
          text: t(direction === 'into' ? 'event.merged_into' : 'event.merged_from', { actor, other }),
        },
      ]
    }
    case 'conversation.split': {
      const { direction, message_ids: ids } = event.data
      const key = direction === 'to' ? 'event.split_to' : 'event.split_from'
      return [{ icon: 'split', text: t(key, { actor, other, n: ids.length }) }]
    }
    case 'message.scheduled':
      return [
        { icon: 'clock', text: t('event.scheduled', { actor, time: when(event.data.send_at, telling) }) },
      ]
    case 'message.unscheduled': {
      const { why } = event.data
      // Its message stands below.
      if (why === 'sent') return []
      return [
        {
          icon: why === 'failed' ? 'alert' : 'clock',
          text: t(`event.unscheduled_${why}`, { actor, customer }),
        },
      ]
    }
    default:
      return null
  }
}
