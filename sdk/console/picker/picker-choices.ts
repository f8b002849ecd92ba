// What can be picked for a conversation: people, teams, priorities, topics, tags, times. Pure lists for a picker.

import type { Agent, Department } from '../../protocol/agent.ts'
import type { Priority, Tag, Topic } from '../../protocol/triage.ts'
import { clockTime } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { actorName } from '../names.ts'
import { type Loads, loadOf, stateWords } from './colleague-load.ts'
import type { PickerItem } from './desk-picker.ts'

/** Picked: nobody, no topic, no department. */
export const NONE = 'none'
/** Before a department's id, and whom of it: nobody in particular where nothing follows. */
const TEAM = 'team:'

const order = { online: 0, away: 1, offline: 2 } as const

export interface AssignSource {
  agents: readonly Agent[]
  departments: readonly Department[]
  me: Agent
  assigneeId: string | null | undefined
  /** What each has open, as far as known. */
  loads: Loads
}

/** To whom something goes; with a department, it moves there, too. */
export interface Assignment {
  department_id?: string
  assignee_id: string | null
}

/** What was picked of `assignChoices`. */
export function assignmentOf(id: string): Assignment {
  if (!id.startsWith(TEAM)) return { assignee_id: id === NONE ? null : id }
  const [department_id, assignee] = id.slice(TEAM.length).split('/')
  return { department_id: department_id!, assignee_id: assignee || null }
}

const isPerson = ({ kind }: Agent): boolean => kind === 'human'
const theReadiest = (a: Agent, b: Agent): number =>
  order[a.availability] - order[b.availability] || a.name.localeCompare(b.name, undefined, { numeric: true })

/** Me first, then the AI agent, colleagues with their load, teams with their people, nobody. */
export function assignChoices(
  { agents, departments, me, assigneeId, loads }: AssignSource,
  t: ConsoleTranslate,
): PickerItem[] {
  const item = (agent: Agent, rest: Partial<PickerItem> = {}): PickerItem => {
    const load = loadOf(agent, loads)
    return {
      id: agent.id,
      label: actorName(agent, t),
      actor: agent,
      hint: isPerson(agent) ? stateWords(agent, load, t) : t('assign.assistant.hint'),
      checked: agent.id === assigneeId,
      words: agent.email ?? '',
      ...(isPerson(agent) && { presence: agent.availability }),
      ...(load && { load }),
      ...rest,
    }
  }
  const people = agents.filter(isPerson).toSorted(theReadiest)
  const mine = (agent: Agent): Partial<PickerItem> =>
    agent.id === me.id ? { label: t('you', { name: me.name }) } : {}
  const team = ({ id, name }: Department): PickerItem[] => [
    {
      id: `${TEAM}${id}/`,
      label: t('picker.anyone', { team: name }),
      icon: 'people',
      hint: t('assign.nobody.hint'),
    },
    ...people
      .filter(({ department_ids }) => department_ids.includes(id))
      .map((agent, index) =>
        item(agent, { id: `${TEAM}${id}/${agent.id}`, apart: index === 0, ...mine(agent) }),
      ),
  ]
  return [
    item(agents.find(({ id }) => id === me.id) ?? me, mine(me)),
    ...agents.filter((agent) => !isPerson(agent)).map((agent) => item(agent)),
    ...people.filter(({ id }) => id !== me.id).map((agent, index) => item(agent, { apart: index === 0 })),
    ...departments.map(
      (department, index): PickerItem => ({
        id: TEAM + department.id,
        label: department.name,
        icon: 'people',
        hint: t('picker.team'),
        apart: index === 0,
        more: team(department),
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
  const later = evening.getTime() > now + HOUR ? evening : new Date(now + 3 * HOUR)
  const times: [label: string, at: Date][] = [
    [t('picker.in_hour'), new Date(now + HOUR)],
    [t('picker.later_today'), later],
    [t('picker.tomorrow'), day(1, 9)],
    [t('picker.monday'), day(toMonday, 9)],
    [t('picker.next_week'), day(7, 9)],
  ]
  const dayOf = new Intl.DateTimeFormat(locale, { weekday: 'short' })
  // Late in the evening nothing is later today; of two names for one time the first says it.
  const meant = times.filter(
    ([, at], index) =>
      (at !== later || later < day(1, 0)) &&
      times.findIndex(([, other]) => other.getTime() === at.getTime()) === index,
  )
  return meant.map(([label, at]) => ({
    id: at.toISOString(),
    label,
    icon: 'clock',
    hint: `${dayOf.format(at)} ${clockTime(at.toISOString(), locale)}`,
  }))
}
