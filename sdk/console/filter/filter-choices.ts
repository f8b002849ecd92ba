// What each field of a filter that is a list offers. Pure.

import type { InboxFilter } from '../../protocol/triage.ts'
import { actorName } from '../names.ts'
import type { PickerItem } from '../picker/desk-picker.ts'
import type { FilterNames, ListKey } from './filter-words.ts'
import { languageChoices } from './language-choices.ts'

/** Stands for "without one" in a picker, whose ids are texts. */
export const NONE = 'none'

const STATUS = [
  'new',
  'triaging',
  'assigned',
  'waiting_on_customer',
  'escalated',
  'resolved',
  'closed',
] as const
const PRIORITY = ['urgent', 'high', 'normal', 'low'] as const

export function filterChoices(key: ListKey, filter: InboxFilter, names: FilterNames): PickerItem[] {
  const { t } = names
  const chosen = new Set((filter[key] ?? []).map((each) => each ?? NONE))
  const item = (id: string, label: string, rest: Partial<PickerItem> = {}): PickerItem => ({
    id,
    label,
    checked: chosen.has(id),
    ...rest,
  })
  const named = (all: readonly { id: string; name: string }[], none = true): PickerItem[] => [
    ...all.map(({ id, name }) => item(id, name)),
    ...(none ? [item(NONE, t('filter.none'), { apart: true })] : []),
  ]
  switch (key) {
    case 'status':
      return STATUS.map((each) => item(each, t(`status.${each}`)))
    case 'priority':
      return PRIORITY.map((each) => item(each, t(`priority.${each}`)))
    case 'channel':
      return (['chat', 'ticket'] as const).map((each) => item(each, t(`channel.${each}`)))
    case 'locale':
      return languageChoices(names.locale).map(({ id, name }) => item(id, name))
    case 'assignee_ids':
      return [
        item('me', t('filter.me')),
        ...names.agents.map((agent) => item(agent.id, actorName(agent, t), { actor: agent })),
        item(NONE, t('filter.nobody'), { apart: true }),
      ]
    case 'department_ids':
      return named(names.departments)
    case 'topic_ids':
      return named(names.topics)
    case 'tag_ids':
      return named(names.tags, false)
    case 'site_ids':
      return named(names.sites, false)
  }
}

/** The filter with one choice of a list made or taken back; a list of nothing asks nothing. */
export function withChoice(filter: InboxFilter, key: ListKey, id: string, on: boolean): InboxFilter {
  const value = id === NONE ? null : id
  const before = (filter[key] ?? []) as (string | null)[]
  const after = on
    ? [...before.filter((each) => each !== value), value]
    : before.filter((each) => each !== value)
  return after.length > 0 ? ({ ...filter, [key]: after } as InboxFilter) : without(filter, key)
}

export function without(filter: InboxFilter, key: keyof InboxFilter): InboxFilter {
  const { [key]: _gone, ...rest } = filter
  return rest
}
