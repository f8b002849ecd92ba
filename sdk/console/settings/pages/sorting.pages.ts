// How a team sorts its work: departments, topics, tags, fields of its own.

import { type AdminDepartment, WriteDepartment } from '../../../protocol/team-admin.ts'
import {
  type AdminTag,
  type AdminTopic,
  type ConversationField,
  WriteConversationField,
  WriteTag,
  WriteTopic,
} from '../../../protocol/triage.ts'
import type { Desk } from '../../desk.context.ts'
import { fieldTypes, keyOf } from '../field-list.ts'
import { recordRest } from '../record-rest.ts'
import { isAdmin, pick, recordsPage } from '../settings-page.ts'

const people = ({ client }: Desk) =>
  client.agents
    .get()
    .filter(({ kind }) => kind === 'human')
    .map(({ id, name }) => ({ value: id, label: name }))

const loses = ({ t }: Desk, n: number): string | null => (n > 0 ? t('settings.loses', { n }) : null)

export const departmentsPage = recordsPage<AdminDepartment>({
  id: 'departments',
  list: 'departments',
  section: 'desk',
  title: 'settings.departments',
  lead: 'settings.departments.lead',
  empty: 'settings.departments.empty',
  words: ['settings.departments.members', 'settings.departments.position'],
  load: async ({ client }) =>
    (await client.rest<{ departments: AdminDepartment[] }>('GET', '/admin/departments')).departments,
  row: ({ name, agent_ids, open_conversations }, { t }) => ({
    name,
    detail: t('settings.people', { n: agent_ids.length }),
    end: t('settings.open', { n: open_conversations }),
  }),
  spec: (desk) => ({
    schema: WriteDepartment,
    body: (draft: AdminDepartment, saved) =>
      pick(draft, 'name', 'agent_ids', ...(saved ? (['position'] as const) : [])),
    fields: [
      { name: 'name', label: desk.t('settings.name'), control: { kind: 'text' } },
      {
        name: 'agent_ids',
        label: desk.t('settings.departments.members'),
        hint: desk.t('settings.departments.members.hint'),
        control: { kind: 'checks', options: people(desk) },
      },
      {
        name: 'position',
        label: desk.t('settings.departments.position'),
        hint: desk.t('settings.departments.position.hint'),
        control: { kind: 'number', min: 0, max: 1000 },
        shown: ({ id }: AdminDepartment) => Boolean(id),
      },
    ],
  }),
  add: { word: 'settings.departments.add', fresh: () => ({ name: '', agent_ids: [] }) },
  ...recordRest<AdminDepartment>('/admin/departments', null, {
    lost: ({ open_conversations }, desk) => loses(desk, open_conversations),
    body: ({ name, agent_ids, position }) => ({ name, agent_ids, position }),
    kind: 'department',
  }),
})

export const topicsPage = recordsPage<AdminTopic>({
  id: 'topics',
  list: 'topics',
  section: 'desk',
  title: 'settings.topics',
  lead: 'settings.topics.lead',
  empty: 'settings.topics.empty',
  words: ['settings.topics.department'],
  count: async ({ lists }) => (await lists.topics.load()).length,
  load: ({ lists }) => lists.topics.again(),
  row: ({ name, conversations, department_id }, { t, client }) => ({
    name,
    detail: client.departments.get().find(({ id }) => id === department_id)?.name ?? '',
    end: t('settings.conversations', { n: conversations }),
  }),
  spec: ({ t, client }) => ({
    schema: WriteTopic,
    body: (draft: AdminTopic) => pick(draft, 'name', 'department_id'),
    fields: [
      { name: 'name', label: t('settings.name'), control: { kind: 'text' } },
      {
        name: 'department_id',
        label: t('settings.topics.department'),
        hint: t('settings.topics.department.hint'),
        control: {
          kind: 'choice',
          options: [
            { value: '', label: t('settings.none') },
            ...client.departments.get().map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
      },
    ],
  }),
  add: { word: 'settings.topics.add', fresh: () => ({ name: '', department_id: null }) },
  ...recordRest<AdminTopic>('/topics', 'topics', {
    lost: ({ conversations }, desk) => loses(desk, conversations),
    body: ({ name, department_id }) => ({ name, department_id }),
    kind: 'topic',
  }),
})

export const tagsPage = recordsPage<AdminTag>({
  id: 'tags',
  list: 'tags',
  section: 'desk',
  title: 'settings.tags',
  lead: 'settings.tags.lead',
  empty: 'settings.tags.empty',
  words: [],
  count: async ({ lists }) => (await lists.tags.load()).length,
  everybody: true,
  load: ({ lists }) => lists.tags.again(),
  row: ({ name, conversations }, { t }) => ({ name, end: t('settings.conversations', { n: conversations }) }),
  mayChange: (_, desk) => isAdmin(desk),
  spec: ({ t }) => ({
    schema: WriteTag,
    body: (draft: AdminTag) => pick(draft, 'name'),
    fields: [
      {
        name: 'name',
        label: t('settings.name'),
        hint: t('settings.tags.name.hint'),
        control: { kind: 'text' },
      },
    ],
  }),
  add: { word: 'settings.tags.add', fresh: () => ({ name: '' }) },
  ...recordRest<AdminTag>('/tags', 'tags', {
    lost: ({ conversations }, desk) => loses(desk, conversations),
    body: ({ name }) => ({ name }),
    kind: 'tag',
  }),
})

/** As it is sent: options only where something is chosen from, a key even where nobody gave one. */
const fieldBody = ({
  key,
  label,
  type,
  required,
  options,
  hint,
}: ConversationField): Partial<ConversationField> => ({
  key: key || keyOf(label),
  label,
  type,
  required,
  ...(type === 'select' && { options: options ?? [] }),
  ...(hint && { hint }),
})

export const fieldsPage = recordsPage<ConversationField>({
  id: 'fields',
  list: 'conversation-fields',
  section: 'desk',
  title: 'settings.fields',
  lead: 'settings.fields.lead',
  empty: 'settings.fields.empty',
  words: ['settings.field.type', 'settings.field.options'],
  count: async ({ lists }) => (await lists.fields.load()).length,
  load: ({ lists }) => lists.fields.again(),
  row: ({ label, key, type }, { t }) => ({ name: label, detail: key, end: t(`settings.field.${type}`) }),
  spec: ({ t }) => ({
    schema: WriteConversationField,
    body: fieldBody,
    fields: [
      { name: 'label', label: t('settings.field.label'), control: { kind: 'text' } },
      { name: 'type', label: t('settings.field.type'), control: { kind: 'choice', options: fieldTypes(t) } },
      {
        name: 'options',
        label: t('settings.field.options'),
        hint: t('settings.lines'),
        control: { kind: 'lines' },
        shown: ({ type }: ConversationField) => type === 'select',
      },
      {
        name: 'key',
        label: t('settings.field.key'),
        hint: t('settings.field.key.hint'),
        control: { kind: 'text' },
      },
      { name: 'hint', label: t('settings.field.hint'), control: { kind: 'text' } },
    ],
  }),
  add: { word: 'settings.field.add', fresh: () => ({ key: '', label: '', type: 'text', required: false }) },
  ...recordRest<ConversationField>('/conversation-fields', 'fields', { lost: () => null, body: fieldBody }),
})
