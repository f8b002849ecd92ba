// What a server answers by REST where a test or a demo says nothing of its own: the agent's settings, what search finds.

import type { SearchResult } from '../../protocol/conversation-search.ts'
import type { Macro } from '../../protocol/desk-tools.ts'
import type { AgentPreferences, NotificationKind } from '../../protocol/notification.ts'
import { at, idOf, mika, nora } from './fake-desk.ts'

const KINDS: readonly NotificationKind[] = [
  'waiting',
  'reply',
  'assigned',
  'mention',
  'followed',
  'woken',
  'overdue',
  'action',
  'not_sent',
]

export const fakePreferences: AgentPreferences = {
  notify: Object.fromEntries(
    KINDS.map((kind) => [kind, { sound: 'bell', desktop: true, list: true }]),
  ) as AgentPreferences['notify'],
  quiet: null,
  theme: 'auto',
  density: 'comfortable',
  locale: '',
  away_minutes: 10,
  shortcuts: true,
  after_resolve: 'next',
}

export const fakeFound: SearchResult = {
  messages: [
    {
      conversation_id: nora.id,
      reference: nora.reference,
      subject: nora.subject,
      channel: 'chat',
      status: 'assigned',
      contact: { id: nora.contact.id, name: nora.contact.name, email: nora.contact.email },
      event_id: idOf(701),
      seq: 3,
      kind: 'message',
      actor: { kind: 'contact', id: nora.contact.id, name: nora.contact.name },
      at: at(14, 1),
      snippet: ['The rotor came bent too, I saw it after ', 'ass', 'embly'],
    },
  ],
  next_cursor: null,
  people: [
    {
      id: idOf(702),
      name: ['Ron ', 'Ass', 'ing'],
      email: ['ron@example.com'],
      verified: true,
      conversations: 3,
      last_conversation_id: nora.id,
      last_at: at(9, 12),
    },
  ],
  conversations: [
    {
      id: idOf(703),
      reference: ['DB-4F2Q8ZKM'],
      subject: ['Creak after ', 'ass', 'embly'],
      status: 'resolved',
      contact: { id: idOf(704), name: 'Ruben' },
      at: '2026-11-12T10:00:00.000Z',
    },
  ],
  articles: [
    {
      id: idOf(705),
      slug: 'assembling-a-boxed-bike',
      title: ['', 'Ass', 'embling a boxed bike'],
      state: 'published',
    },
    { id: idOf(706), slug: 'torque', title: ['Torque for brake ', 'ass', 'emblies'], state: 'published' },
  ],
  understood: [],
  unknown: [],
  ms: 12,
  behind: 0,
}

export const fakeMacros: Macro[] = [
  {
    id: idOf(711),
    name: 'Replacement on its way',
    shared: true,
    owner_id: mika.id,
    used: 12,
    actions: [
      { type: 'reply', body: 'A new one leaves Bergen today, and you can keep the old one.' },
      { type: 'resolve' },
    ],
  },
]

export const fakeAnswers: Readonly<Record<string, unknown>> = {
  'GET /me/preferences': fakePreferences,
  'GET /search': fakeFound,
  'GET /macros': { macros: fakeMacros },
}
