// Who is in the team, what they may, and how many chats they take at a time.

import { type AdminAgent, ChangeAgent, InviteAgent, type InvitedAgent } from '../../../protocol/team-admin.ts'
import type { Desk } from '../../desk.context.ts'
import type { FormSpec } from '../form-field.ts'
import { type Once, pick, recordsPage } from '../settings-page.ts'
import { formatWhen } from '../settings-when.ts'

const onceOf = ({ t }: Desk, { agent, link }: InvitedAgent): Once | undefined =>
  link
    ? { title: t('settings.team.link', { name: agent.name }), text: link, hint: t('settings.team.link.hint') }
    : undefined

const roles = ({ t, client }: Desk, item: AdminAgent | null) =>
  (['agent', 'admin', 'owner'] as const)
    .filter((role) => role !== 'owner' || item?.role === 'owner' || client.me.get()?.agent.role === 'owner')
    .map((value) => ({ value, label: t(`settings.role.${value}`) }))

function spec(desk: Desk, item: AdminAgent | null): FormSpec<AdminAgent & { disabled: boolean }> {
  const { t, client } = desk
  const departments = client.departments.get().map(({ id, name }) => ({ value: id, label: name }))
  const names = ['name', 'role', 'department_ids', 'capacity'] as const
  return {
    schema: item ? ChangeAgent : InviteAgent,
    body: (draft, saved) =>
      saved
        ? Object.fromEntries(
            [...names, 'disabled' as const]
              .filter((name) => JSON.stringify(draft[name]) !== JSON.stringify(saved[name]))
              .map((name) => [name, draft[name]]),
          )
        : pick(draft, ...names, 'email'),
    fields: [
      { name: 'name', label: t('settings.team.name'), control: { kind: 'text' } },
      ...(item
        ? []
        : [
            {
              name: 'email',
              label: t('settings.team.email'),
              hint: t('settings.team.email.hint'),
              control: { kind: 'text', type: 'email' },
            } as const,
          ]),
      {
        name: 'role',
        label: t('settings.team.role'),
        hint: t(item?.role === 'owner' ? 'settings.team.role.owners' : 'settings.team.role.hint'),
        control: { kind: 'segments', options: roles(desk, item) },
      },
      {
        name: 'department_ids',
        label: t('settings.team.departments'),
        control: { kind: 'checks', options: departments, empty: t('settings.team.departments.none') },
      },
      {
        name: 'capacity',
        label: t('settings.team.capacity'),
        hint: t('settings.team.capacity.hint'),
        control: { kind: 'number', min: 1, max: 50 },
      },
      ...(item
        ? [
            {
              name: 'disabled',
              label: t('settings.team.disabled'),
              hint: t('settings.team.disabled.hint'),
              control: { kind: 'switch', words: t('settings.team.disabled.words') },
            } as const,
          ]
        : []),
    ],
  }
}

const people = async ({ client }: Desk): Promise<AdminAgent[]> =>
  (await client.rest<{ agents: AdminAgent[] }>('GET', '/admin/agents')).agents.filter(
    ({ kind }) => kind === 'human',
  )

export const teamPage = recordsPage<AdminAgent>({
  id: 'team',
  list: 'agents',
  section: 'desk',
  title: 'settings.team',
  lead: 'settings.team.lead',
  empty: 'settings.team.empty',
  words: ['settings.team.role', 'settings.team.capacity', 'settings.team.add', 'settings.team.disabled'],
  count: async (desk) => (await people(desk)).length,
  load: people,
  row: ({ name, email, role, disabled_at, invited, last_seen_at }, { t, locale }) => ({
    name,
    detail: email ?? '',
    end: [
      t(`settings.role.${role}`),
      disabled_at
        ? t('settings.team.is_disabled')
        : invited
          ? t('settings.team.is_invited')
          : last_seen_at
            ? formatWhen(last_seen_at, locale)
            : '',
    ]
      .filter(Boolean)
      .join(' · '),
    dim: disabled_at !== null,
  }),
  value: (agent) => ({ ...agent, disabled: agent.disabled_at !== null }),
  spec,
  add: {
    word: 'settings.team.add',
    fresh: () => ({ name: '', email: '', role: 'agent', department_ids: [], capacity: 6 }),
  },
  create: async (desk, body) => {
    const invited = await desk.client.rest<InvitedAgent>('POST', '/admin/agents', { body })
    const once = onceOf(desk, invited)
    if (!once) desk.undo.say(desk.t('settings.team.mailed', { name: invited.agent.name }))
    return { item: invited.agent, ...(once && { once }) }
  },
  change: ({ client }, id, body) => client.rest<AdminAgent>('PATCH', `/admin/agents/${id}`, { body }),
  tools: (agent, desk) =>
    agent.invited && !agent.disabled_at
      ? [
          {
            word: 'settings.team.invite_again',
            run: async () => {
              const invited = await desk.client.rest<InvitedAgent>('POST', `/admin/agents/${agent.id}/invite`)
              if (invited.mailed) desk.undo.say(desk.t('settings.team.mailed', { name: agent.name }))
              return onceOf(desk, invited)
            },
          },
        ]
      : [],
})
