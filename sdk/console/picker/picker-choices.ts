// What can be picked for a conversation: people, teams, priorities, topics, tags, times. Pure lists for a picker.

import type { Agent, Department } from '../../protocol/agent.ts'
import type { Priority, Tag, Topic } from '../../protocol/triage.ts'
import { clockTime } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { actorName } from '../names.ts'
import type { PickerItem } from './desk-picker.ts'

/** Picked: nobody, no topic, no department. */
export const NONE = 'none'
/** Before a department's id, in a list that has people, too. */
export const TEAM = 'team:'

const order = { online: 0, away: 1, offline: 2 } as const

interface AssignSource {
  agents: readonly Agent[]
  departments: readonly Department[]
  me: Agent
  assigneeId: string | null | undefined
  /** Open conversations by agent, as far as known. */
  load?: ReadonlyMap<string, number>
}

/** Me first, then the AI agent, colleagues with their load, teams, nobody. */
export function assignChoices(
  { agents, departments, me, assigneeId, load }: AssignSource,
  t: ConsoleTranslate,
): PickerItem[] {
  const hint = (agent: Agent): string => {
    const open = load?.get(agent.id)
    if (agent.kind !== 'human') return t('assign.assistant.hint')
    if (open === undefined || agent.capacity === undefined) return t(`availability.${agent.availability}`)
    return t('picker.load', { open, capacity: agent.capacity })
  }
  const item = (agent: Agent, rest: Partial<PickerItem> = {}): PickerItem => ({
    id: agent.id,
    label: actorName(agent, t),
    actor: agent,
    hint: hint(agent),
    checked: agent.id === assigneeId,
    words: agent.email ?? '',
    ...(agent.kind === 'human' && { presence: agent.availability }),
    ...rest,
  })
  const colleagues = agents
    .filter(({ kind, id }) => kind === 'human' && id !== me.id)
    .toSorted((a, b) => order[a.availability] - order[b.availability] || a.name.localeCompare(b.name))
  return [
    item(agents.find(({ id }) => id === me.id) ?? me, { label: t('you', { name: me.name }) }),
    ...agents.filter(({ kind }) => kind !== 'human').map((agent) => item(agent)),
    ...colleagues.map((agent, index) => item(agent, { apart: index === 0 })),
    ...departments.map(
      ({ id, name }, index): PickerItem => ({
        id: TEAM + id,
        label: name,
        icon: 'people',
        hint: t('picker.team'),
        apart: index === 0,
      }),
    ),
    {
      id: NONE,
      label: t('assign.nobody'),
      hint: t('assign.nobody.hint'),
      icon: 'waiting',
      checked: assigneeId === null,
      apart: true,
    },
  ]
}

const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low']

export const priorityChoices = (present: Priority | undefined, t: ConsoleTranslate): PickerItem[] =>
  PRIORITIES.map((id) => ({ id, label: t(`priority.${id}`), icon: 'flag', checked: id === present }))

const named = (
  list: readonly { id: string; name: string }[],
  present: string | null | undefined,
  none: string,
): PickerItem[] => [
  ...list.map(({ id, name }) => ({ id, label: name, checked: id === present })),
  { id: NONE, label: none, checked: present === null, apart: true },
]

export const topicChoices = (
  topics: readonly Topic[],
  present: string | null | undefined,
  t: ConsoleTranslate,
) => named(topics, present, t('picker.no_topic'))

export const departmentChoices = (
  departments: readonly Department[],
  present: string | null | undefined,
  t: ConsoleTranslate,
) => named(departments, present, t('picker.no_department'))

/** `on` those that all have, `some` those that some of several have. */
export const tagChoices = (
  tags: readonly Tag[],
  on: ReadonlySet<string>,
  some: ReadonlySet<string> = new Set(),
): PickerItem[] =>
  tags
    .map(({ id, name }) => ({ id, label: name, checked: on.has(id), mixed: some.has(id) }))
    .toSorted((a, b) => Number(b.checked) - Number(a.checked))

const HOUR = 3_600_000

/** Times people put things off to, in this device's zone; the ids are the times. */
export function snoozeChoices(now: number, locale: string, t: ConsoleTranslate): PickerItem[] {
  const day = (days: number, hour: number): Date => {
    const date = new Date(now)
    date.setDate(date.getDate() + days)
    date.setHours(hour, 0, 0, 0)
    return date
  }
  const weekday = new Date(now).getDay()
  const toMonday = (8 - weekday) % 7 || 7
  const evening = day(0, 18)
  const times: [label: string, at: Date][] = [
    [t('picker.in_hour'), new Date(now + HOUR)],
    [t('picker.later_today'), evening.getTime() > now + HOUR ? evening : new Date(now + 3 * HOUR)],
    [t('picker.tomorrow'), day(1, 9)],
    [t('picker.monday'), day(toMonday, 9)],
    [t('picker.next_week'), day(7, 9)],
  ]
  const dayOf = new Intl.DateTimeFormat(locale, { weekday: 'short' })
  return times.map(([label, at]) => ({
    id: at.toISOString(),
    label,
    icon: 'clock',
    hint: `${dayOf.format(at)} ${clockTime(at.toISOString(), locale)}`,
  }))
}
