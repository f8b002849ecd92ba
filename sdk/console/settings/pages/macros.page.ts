// Macros: several steps under one name, in the order they stand.

import { type DeskAction, type Macro, WriteMacro } from '../../../protocol/desk-tools.ts'
import { type ConversationField, type CustomValues, Priority } from '../../../protocol/triage.ts'
import type { Desk } from '../../desk.context.ts'
import { fieldValue } from '../../field-value.ts'
import type { Option } from '../form-field.ts'
import { areaPart, checkPart, choicePart, listControl, textPart } from '../list-control.ts'
import { recordRest } from '../record-rest.ts'
import { isAdmin, pick, recordsPage } from '../settings-page.ts'
import { mayWrite } from './canned.page.ts'

const TYPES = [
  'reply',
  'note',
  'assign',
  'move',
  'facts',
  'snooze',
  'resolve',
  'reopen',
  'spam',
  'follow',
] as const
type Type = (typeof TYPES)[number]

const begun: Record<Type, DeskAction> = {
  reply: { type: 'reply', body: '' },
  note: { type: 'note', body: '' },
  assign: { type: 'assign', assignee_id: 'me' },
  move: { type: 'move', department_id: null },
  facts: { type: 'facts' },
  snooze: { type: 'snooze', minutes: 1440 },
  resolve: { type: 'resolve' },
  reopen: { type: 'reopen' },
  spam: { type: 'spam', spam: true },
  follow: { type: 'follow', follow: true },
}

/** A choice whose first stands for nothing. */
const orNone = (desk: Desk, all: readonly { id: string; name: string }[] | null): Option[] => [
  { value: '', label: desk.t('settings.none') },
  ...(all ?? []).map(({ id, name }) => ({ value: id, label: name })),
]

/** One of the team's own fields: what it is set to, or as it is. */
function fieldPart(
  { label, type, options = [] }: ConversationField,
  value: CustomValues[string] | null | undefined,
  { t, locale }: Desk,
  set: (value: CustomValues[string] | undefined) => void,
) {
  const given = type === 'checkbox' ? [true, false] : type === 'select' ? options : null
  if (given)
    return choicePart(
      label,
      JSON.stringify(value) ?? '',
      [
        { value: '', label: t('settings.macros.as_it_is') },
        ...given.map((each) => ({ value: JSON.stringify(each), label: fieldValue(each, t, locale) })),
      ],
      (text) => set(text ? (JSON.parse(text) as string | boolean) : undefined),
    )
  return textPart({
    label,
    type: type === 'number' || type === 'date' ? type : 'text',
    value: typeof value === 'boolean' ? '' : value,
    hint: t('settings.macros.as_it_is'),
    set: (text) => set(!text ? undefined : type === 'number' ? Number(text) : text),
  })
}

function parts(action: DeskAction, change: (part: Partial<DeskAction>) => void, desk: Desk): unknown {
  const { t, client, lists } = desk
  switch (action.type) {
    case 'reply':
    case 'note':
      return areaPart({
        label: t('settings.macros.text'),
        value: action.body,
        set: (body) => change({ body }),
      })
    case 'assign':
      return choicePart(
        t('settings.macros.to'),
        action.assignee_id ?? '',
        [
          { value: 'me', label: t('settings.macros.me') },
          ...orNone(
            desk,
            client.agents.get().filter(({ kind }) => kind === 'human'),
          ),
        ],
        (id) => change({ assignee_id: id || null }),
      )
    case 'move':
      return choicePart(
        t('settings.macros.to'),
        action.department_id ?? '',
        orNone(desk, client.departments.get()),
        (id) => change({ department_id: id || null }),
      )
    case 'snooze':
      return textPart({
        label: t('settings.macros.minutes'),
        type: 'number',
        value: action.minutes,
        set: (text) => change({ minutes: Number(text) }),
      })
    case 'facts':
      return [
        choicePart(
          t('settings.macros.priority'),
          action.priority ?? '',
          [
            { value: '', label: t('settings.macros.as_it_is') },
            ...Priority.options.map((value) => ({ value, label: t(`settings.priority.${value}`) })),
          ],
          (priority) => change({ priority: (priority || undefined) as Priority | undefined }),
        ),
        choicePart(
          t('settings.macros.topic'),
          action.topic_id ?? '',
          [
            { value: '', label: t('settings.macros.as_it_is') },
            ...(lists.topics.store.get() ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ],
          (id) => change({ topic_id: id || undefined }),
        ),
        ...(lists.tags.store.get() ?? []).slice(0, 40).map(({ id, name }) =>
          checkPart(t('settings.macros.tag', { name }), action.add_tag_ids?.includes(id) ?? false, (on) => {
            const others = (action.add_tag_ids ?? []).filter((each) => each !== id)
            const next = on ? [...others, id] : others
            change({ add_tag_ids: next.length > 0 ? next : undefined })
          }),
        ),
        ...(lists.fields.store.get() ?? []).map((field) =>
          fieldPart(field, action.custom?.[field.key], desk, (value) => {
            const { [field.key]: _before, ...rest } = action.custom ?? {}
            const custom = value === undefined ? rest : { ...rest, [field.key]: value }
            change({ custom: Object.keys(custom).length > 0 ? custom : undefined })
          }),
        ),
      ]
    default:
      return ''
  }
}

const bodyOf = (draft: Macro) => pick(draft, 'name', 'shared', 'actions')

export const macrosPage = recordsPage<Macro>({
  id: 'macros',
  list: 'macros',
  section: 'answers',
  title: 'settings.macros',
  lead: 'settings.macros.lead',
  empty: 'settings.macros.empty',
  words: ['settings.macros.steps'],
  count: async ({ lists }) => (await lists.macros.load()).length,
  everybody: true,
  load: async ({ lists }) => {
    const named = [lists.tags, lists.topics, lists.fields].map((list) => list.load())
    const [macros] = await Promise.all([lists.macros.again(), ...named])
    return macros
  },
  row: ({ name, shared, used, actions }, { t }) => ({
    name,
    detail: actions.map(({ type }) => (type in begun ? t(`settings.step.${type as Type}`) : type)).join(', '),
    end: [t('settings.used', { n: used }), shared ? '' : t('settings.own')].filter(Boolean).join(' · '),
  }),
  mayChange: mayWrite,
  spec: ({ t }) => ({
    schema: WriteMacro,
    body: bodyOf,
    fields: [
      { name: 'name', label: t('settings.name'), control: { kind: 'text' } },
      {
        name: 'actions',
        label: t('settings.macros.steps'),
        hint: t('settings.macros.steps.hint'),
        control: {
          kind: 'own',
          draw: (value, set, { desk }) =>
            listControl<DeskAction>({
              items: (value ?? []) as DeskAction[],
              set,
              desk,
              add: { word: t('settings.macros.add_step'), fresh: () => begun.reply, most: 20 },
              name: (_, place) => t('settings.macros.step', { n: place }),
              draw: (action, change, replace) => [
                choicePart(
                  t('settings.macros.does'),
                  action.type,
                  TYPES.map((type) => ({ value: type, label: t(`settings.step.${type}`) })),
                  // Another step: nothing of the one before stays but its text.
                  (type) => {
                    const next = begun[type as Type]
                    replace('body' in next && 'body' in action ? { ...next, body: action.body } : next)
                  },
                ),
                parts(action, change, desk),
              ],
            }),
        },
        tell: (value) =>
          (value as DeskAction[])
            .map(({ type }) => (type in begun ? t(`settings.step.${type as Type}`) : type))
            .join(', '),
      },
      {
        name: 'shared',
        label: t('settings.shared'),
        control: { kind: 'switch', words: t('settings.shared.words') },
      },
    ],
  }),
  add: {
    word: 'settings.macros.add',
    fresh: (desk) => ({ name: '', shared: isAdmin(desk), actions: [begun.reply] }),
  },
  ...recordRest<Macro>('/macros', 'macros', { lost: () => null, body: bodyOf }),
})
