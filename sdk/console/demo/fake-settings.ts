// What a server answers to the settings pages in demos and tests. No behaviour.

import type { CannedReply, Macro } from '../../protocol/desk-tools.ts'
import type { AdminSite } from '../../protocol/site-admin.ts'
import { SiteSettings } from '../../protocol/site-settings.ts'
import type { AdminAgent, ApiKey, AuditPage, WorkspaceSettings } from '../../protocol/team-admin.ts'
import { ana, at, idOf, mika, orders, samir, workshop } from './fake-desk.ts'

const admin = (agent: typeof mika, rest: Partial<AdminAgent> = {}): AdminAgent => ({
  ...agent,
  capacity: agent.capacity ?? 6,
  disabled_at: null,
  invited: false,
  last_seen_at: at(13, 40),
  open_conversations: 2,
  ...rest,
})

export const fakeTeam: AdminAgent[] = [
  admin(mika),
  admin(ana, { department_ids: [workshop.id] }),
  admin(samir, { invited: true, last_seen_at: null }),
]

export const fakeCanned: CannedReply[] = [
  {
    id: idOf(811),
    shortcut: 'torque',
    title: 'Torque of rotor bolts',
    body: 'Hi {{contact.first_name|there}}, tighten them crosswise to 6 Nm.',
    shared: true,
    owner_id: ana.id,
    used: 41,
    updated_at: at(9, 0),
  },
]

const macro: Macro = {
  id: idOf(711),
  name: 'Replacement on its way',
  shared: true,
  owner_id: mika.id,
  used: 12,
  actions: [{ type: 'reply', body: 'A new one leaves Bergen today.' }, { type: 'resolve' }],
}

export const fakeSite: AdminSite = {
  id: idOf(801),
  key: 'fjordline',
  name: 'fjordline.example',
  locale: 'en',
  greeting: '',
  origins: ['https://fjordline.example'],
  colour: '#0a5e4b',
  position: 'bottom-right',
  label: '',
  logo: null,
  logo_path: 'M3 18 9 6l4 7 2-3 6 8',
  hours: {
    time_zone: 'Europe/Oslo',
    days: {
      mon: [['09:00', '17:00']],
      tue: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    },
  },
  assistant_enabled: true,
  settings: SiteSettings.parse({
    chat: { pre_chat: [{ key: 'order', label: 'Order number', type: 'text', required: true }] },
    proactive: [{ id: 'prices', text: 'Not sure which size fits?', url: '/bikes*', after_seconds: 20 }],
  }),
  version: 3,
}

const workspace: WorkspaceSettings = {
  name: 'Fjordline',
  targets: { urgent: 15, high: 60, normal: 240, low: null },
  solve_targets: { urgent: 480, high: 1440, normal: null, low: null },
  console_origins: [],
}
const key: ApiKey = {
  id: idOf(821),
  name: 'Order system',
  agent: { id: mika.id, name: 'Mika' },
  hint: 'db_7K3M',
  created_at: at(8, 0),
  expires_at: null,
  last_used_at: at(14, 2),
}
const audit: AuditPage = {
  entries: [
    {
      id: idOf(831),
      at: at(14, 1),
      agent: { id: mika.id, name: 'Mika' },
      action: 'tag.created',
      data: { name: 'warranty' },
      names: {},
    },
    {
      id: idOf(833),
      at: at(13, 50),
      agent: { id: mika.id, name: 'Mika' },
      action: 'agent.changed',
      data: {
        agent_id: ana.id,
        from: { role: 'agent', department_ids: [] },
        to: { role: 'admin', department_ids: [workshop.id] },
      },
      names: { [ana.id]: 'Ana', [workshop.id]: 'Workshop' },
    },
    {
      id: idOf(832),
      at: at(13, 1),
      agent: { id: ana.id, name: 'Ana' },
      action: 'login',
      data: {},
      names: {},
    },
  ],
  next_cursor: null,
}

export const fakeSettings: Readonly<Record<string, unknown>> = {
  'GET /admin/agents': { agents: fakeTeam },
  'GET /admin/departments': {
    departments: [workshop, orders].map((department, position) => ({
      ...department,
      agent_ids: [mika.id],
      position,
      open_conversations: 3,
    })),
  },
  'GET /topics': {
    topics: [{ id: idOf(841), name: 'Brakes', department_id: workshop.id, conversations: 18 }],
  },
  'GET /tags': {
    tags: [
      { id: idOf(851), name: 'warranty', conversations: 12, created_at: at(8, 0) },
      { id: idOf(852), name: 'unused', conversations: 0, created_at: at(8, 0) },
    ],
  },
  'GET /conversation-fields': {
    fields: [{ id: idOf(861), key: 'frame', label: 'Frame number', type: 'text', required: false }],
  },
  'GET /canned-replies': { replies: fakeCanned },
  'GET /macros': { macros: [macro] },
  'GET /sites': { sites: [fakeSite] },
  [`GET /sites/${fakeSite.id}`]: { site: fakeSite },
  [`GET /sites/${fakeSite.id}/tags`]: {
    latest: '<script src="https://support.fjordline.example/embed.js" data-site="fjordline" async></script>',
    pinned: null,
  },
  [`GET /sites/${fakeSite.key}/identity-keys`]: { keys: [] },
  'GET /admin/workspace': workspace,
  'GET /admin/api-keys': { keys: [key] },
  'GET /admin/console-keys': { keys: [] },
  'GET /admin/audit': audit,
}
