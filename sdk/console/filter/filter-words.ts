// What a filter says, in words: one chip a field, which can be taken away by itself.

import type { Agent, Department } from '../../protocol/agent.ts'
import type { ConversationField, InboxFilter } from '../../protocol/triage.ts'
import { dayAndMonth } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { fieldValue } from '../field-value.ts'
import { actorName } from '../names.ts'
import { languageName } from './language-choices.ts'

export type FilterKey = keyof InboxFilter

export interface FilterNames {
  agents: readonly Agent[]
  departments: readonly Department[]
  topics: readonly { id: string; name: string }[]
  tags: readonly { id: string; name: string }[]
  sites: readonly { id: string; name: string }[]
  fields: readonly Pick<ConversationField, 'key' | 'label'>[]
  t: ConsoleTranslate
  locale: string
}

export interface FilterChip {
  key: FilterKey
  /** The field's name, and what is asked of it. */
  label: string
  words: string
}

/** Fields whose value is a list to choose from. */
export const LIST_KEYS = [
  'status',
  'assignee_ids',
  'department_ids',
  'topic_ids',
  'tag_ids',
  'priority',
  'channel',
  'locale',
  'site_ids',
] as const satisfies readonly FilterKey[]
export type ListKey = (typeof LIST_KEYS)[number]

/** The fields in the order they are offered. */
export const FILTER_KEYS = [
  'text',
  ...LIST_KEYS,
  'rating',
  'created',
  'updated',
  'unanswered_minutes',
  'custom',
] as const satisfies readonly FilterKey[]

export const filterChips = (filter: InboxFilter, names: FilterNames): FilterChip[] =>
  FILTER_KEYS.filter((key) => filter[key] !== undefined).map((key) => ({
    key,
    label: names.t(`filter.${key}`),
    words: wordsOf(key, filter, names),
  }))

/** What one field asks; empty where it asks nothing. */
export function wordsOf(key: FilterKey, filter: InboxFilter, names: FilterNames): string {
  const { t, locale } = names
  const list = (words: string[]): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(words)
  const from = (among: readonly { id: string; name: string }[], none: string) => (id: string | null) =>
    id === null ? none : (among.find((each) => each.id === id)?.name ?? '…')
  switch (key) {
    case 'text':
      return filter.text ? `“${filter.text}”` : ''
    case 'status':
      return list((filter.status ?? []).map((each) => t(`status.${each}`)))
    case 'priority':
      return list((filter.priority ?? []).map((each) => t(`priority.${each}`)))
    case 'channel':
      return list((filter.channel ?? []).map((each) => t(`channel.${each}`)))
    case 'locale':
      return list((filter.locale ?? []).map((each) => languageName(each, locale)))
    case 'assignee_ids': {
      const name = (id: string | null): string => {
        if (id === null) return t('filter.nobody')
        if (id === 'me') return t('filter.me')
        const agent = names.agents.find((each) => each.id === id)
        return agent ? actorName(agent, t) : '…'
      }
      return list((filter.assignee_ids ?? []).map(name))
    }
    case 'department_ids':
      return list((filter.department_ids ?? []).map(from(names.departments, t('filter.none'))))
    case 'topic_ids':
      return list((filter.topic_ids ?? []).map(from(names.topics, t('filter.none'))))
    case 'tag_ids':
      return new Intl.ListFormat(locale).format((filter.tag_ids ?? []).map(from(names.tags, '')))
    case 'site_ids':
      return list((filter.site_ids ?? []).map(from(names.sites, '')))
    case 'rating':
      return filter.rating
        ? t('filter.rating.words', { min: filter.rating.min ?? 1, max: filter.rating.max ?? 5 })
        : ''
    case 'created':
    case 'updated':
      return spanWords(filter[key], names)
    case 'unanswered_minutes':
      return filter.unanswered_minutes ? t('filter.unanswered.words', { m: filter.unanswered_minutes }) : ''
    case 'custom':
      return Object.entries(filter.custom ?? {})
        .map(([field, value]) =>
          t('filter.custom.words', {
            label: names.fields.find((each) => each.key === field)?.label ?? field,
            value: fieldValue(value, t, names.locale),
          }),
        )
        .join(', ')
  }
}

function spanWords(span: InboxFilter['created'], { t, locale }: FilterNames): string {
  if (!span) return ''
  if (span.days) return t('filter.days', { n: span.days })
  const day = (at: string): string => dayAndMonth(at, locale)
  if (span.from && span.to) return t('filter.span.both', { from: day(span.from), to: day(span.to) })
  if (span.from) return t('filter.span.from', { from: day(span.from) })
  return span.to ? t('filter.span.to', { to: day(span.to) }) : ''
}
