// The workspace: its name, and when a customer is to have an answer at the latest.

import { WorkspaceSettings } from '../../../protocol/team-admin.ts'
import type { Field } from '../form-field.ts'
import { formPage, pick } from '../settings-page.ts'

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const

export const workspacePage = formPage<WorkspaceSettings>({
  id: 'workspace',
  list: 'workspace',
  section: 'desk',
  title: 'settings.workspace',
  lead: 'settings.workspace.lead',
  words: ['settings.workspace.name', 'settings.workspace.targets', 'settings.priority.urgent'],
  read: ({ client }) => client.rest('GET', '/admin/workspace'),
  spec: ({ t }) => ({
    schema: WorkspaceSettings.pick({ name: true, targets: true, solve_targets: true }),
    body: (draft) => pick(draft, 'name', 'targets', 'solve_targets'),
    fields: [
      {
        name: 'name',
        label: t('settings.workspace.name'),
        hint: t('settings.workspace.name.hint'),
        control: { kind: 'text' },
      },
      ...PRIORITIES.map(
        (priority): Field<WorkspaceSettings> => ({
          name: `targets.${priority}`,
          label: t(`settings.workspace.target.${priority}`),
          hint: t('settings.workspace.target.hint'),
          control: { kind: 'number', min: 1, optional: true, unit: t('settings.minutes') },
        }),
      ),
      ...PRIORITIES.map(
        (priority): Field<WorkspaceSettings> => ({
          name: `solve_targets.${priority}`,
          label: t(`settings.workspace.solve.${priority}`),
          hint: t('settings.workspace.target.hint'),
          control: { kind: 'number', min: 1, optional: true, unit: t('settings.minutes') },
        }),
      ),
    ],
  }),
  send: ({ client }, body) => client.rest('PATCH', '/admin/workspace', { body }),
})
