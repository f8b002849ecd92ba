// A made-up shop's inbox, as the pictures of the look show it: people and conversations. No behaviour.

import type { Actor } from '../../protocol/actor.ts'
import type { Agent, Department, Me } from '../../protocol/agent.ts'
import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'

/** A wall clock in this device's zone, so a picture shows the same digits everywhere. */
export const at = (hours: number, minutes: number, seconds = 0, day = 20): string =>
  new Date(2026, 10, day, hours, minutes, seconds).toISOString()

/** 14:08 on the day everything here happens. */
export const fakeNow = (): number => Date.parse(at(14, 8))

export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const agent = (n: number, name: string, rest: Partial<Agent> = {}): Agent => ({
  id: idOf(n),
  kind: 'human',
  name,
  email: `${name.toLowerCase()}@fjordline.example`,
  role: 'agent',
  availability: 'online',
  department_ids: [],
  ...rest,
})

export const mika = agent(1175, 'Mika', { role: 'admin', capacity: 6 })
export const ana = agent(1331, 'Ana')
export const samir = agent(1014, 'Samir', { availability: 'away' })
export const assistant = agent(4, 'Assistant', { kind: 'ai', email: null })
export const fakeAgents: readonly Agent[] = [mika, ana, samir, assistant]

export const workshop: Department = { id: idOf(10), name: 'Workshop' }
export const orders: Department = { id: idOf(11), name: 'Orders' }

export const fakeMe: Me = {
  agent: mika,
  workspace: { id: idOf(20), name: 'Fjordline' },
  needs_password: false,
}

export const actorOf = ({ kind, id: agentId, name }: Agent): Actor => ({ kind, id: agentId, name })

interface Row extends Partial<AgentConversation> {
  n: number
  /** Number of the customer's id, which gives the mark its colour. */
  person: number
  name: string
  says: string
  when: string
  by?: Agent
}

export function fakeConversation({ n, person, name, says, when, by, ...rest }: Row): AgentConversation {
  const contact: Actor = { kind: 'contact', id: idOf(person), name }
  return {
    id: idOf(n),
    reference: `DB-${['7K3M92QF', '2HW50RJC', '4QX81TNE', '9PB36VDA', '5ZC70GKM'][n % 5]}`,
    channel: 'chat',
    subject: '',
    status: 'assigned',
    department: null,
    assignee: actorOf(mika),
    head: 12,
    read_seq: 12,
    other_read_seq: 0,
    last_message: { preview: says, at: when, actor: by ? actorOf(by) : contact },
    rating: null,
    created_at: when,
    updated_at: when,
    site: { id: idOf(21), name: 'Fjordline' },
    contact: {
      id: contact.id!,
      name,
      email: name ? `${name.toLowerCase()}@example.com` : null,
      verified: false,
      locale: 'en',
      created_at: at(9, 12, 0, 4),
    },
    page: null,
    assignment_epoch: 1,
    waiting_since: null,
    handoff_reason: null,
    unread: 0,
    priority: 'normal',
    topic: null,
    tags: [],
    custom: {},
    snoozed_until: null,
    spam: false,
    unanswered_since: null,
    due_at: null,
    follower_ids: [],
    mentioned_ids: [],
    ...rest,
  }
}

export const nora = fakeConversation({
  n: 100,
  person: 1188,
  name: 'Nora',
  topic: { id: idOf(31), name: 'Damaged on arrival' },
  unanswered_since: at(14, 6),
  due_at: at(14, 17),
  says: 'The rotor came bent too. Can a person look?',
  when: at(14, 6),
  subject: 'Bent rotor, squealing pads',
  department: workshop,
  head: 8,
  read_seq: 8,
  other_read_seq: 8,
  created_at: at(13, 58),
  page: { url: 'https://fjordline.example/parts/skarv-rotor', title: 'Skarv rotor, 160 mm' },
  fields: [
    { key: 'order', label: 'Order number', value: 'F-1042' },
    { key: 'km', label: 'Ridden, km', value: 1200 },
    { key: 'clean', label: 'Part is clean', value: true },
  ],
})

export const fakeConversations: readonly AgentConversation[] = [
  nora,
  fakeConversation({
    n: 101,
    person: 1140,
    name: 'Ines',
    says: 'The new chain skips on one cog',
    when: at(14, 2),
    department: workshop,
    unread: 1,
    unanswered_since: at(14, 2),
    due_at: at(14, 10),
  }),
  fakeConversation({
    n: 102,
    person: 1141,
    name: 'Leila',
    says: 'هل يصل الطلب قبل يوم الجمعة؟',
    when: at(13, 54),
    department: orders,
    topic: { id: idOf(30), name: 'Shipping' },
    tags: [{ id: idOf(40), name: 'race-day' }],
    priority: 'high',
    unread: 2,
    unanswered_since: at(13, 54),
    due_at: at(14, 4),
  }),
  fakeConversation({
    n: 103,
    person: 1138,
    name: 'Jonas',
    says: 'Can I swap the 42 bar for a 44?',
    when: at(13, 2),
    channel: 'ticket',
    unanswered_since: at(13, 2),
    due_at: at(17, 0),
  }),
  fakeConversation({
    n: 104,
    person: 1217,
    name: 'Priya',
    says: 'Try the spacer behind the cassette first',
    when: at(11, 20),
    by: mika,
    status: 'waiting_on_customer',
    department: workshop,
  }),
  fakeConversation({
    n: 105,
    person: 1345,
    name: 'Oskar',
    says: 'Which number is on the crank?',
    when: at(16, 40, 0, 19),
    by: mika,
    status: 'waiting_on_customer',
    department: workshop,
  }),
]

export const waiting: readonly AgentConversation[] = [
  fakeConversation({
    n: 110,
    person: 1140,
    name: 'Tomasz',
    says: 'The rear hub clicks when I pedal hard',
    when: at(13, 59),
    status: 'escalated',
    assignee: null,
    waiting_since: at(14, 0),
    handoff_reason: 'asked_for_person',
    department: workshop,
    unread: 3,
  }),
  fakeConversation({
    n: 111,
    person: 1045,
    name: '',
    says: 'My card was charged twice',
    when: at(14, 3),
    status: 'escalated',
    assignee: null,
    waiting_since: at(14, 4),
    handoff_reason: 'low_confidence',
    department: orders,
    unread: 2,
  }),
]

export const handledByAssistant: readonly AgentConversation[] = [
  fakeConversation({
    n: 120,
    person: 1321,
    name: 'Chloe',
    says: 'Your parcel left Bergen on Monday',
    when: at(14, 5),
    by: assistant,
    status: 'triaging',
    assignee: actorOf(assistant),
    department: orders,
  }),
  fakeConversation({
    n: 121,
    person: 1013,
    name: 'Mateo',
    says: 'Which wheel do you have?',
    when: at(14, 0),
    by: assistant,
    status: 'triaging',
    assignee: actorOf(assistant),
    department: workshop,
  }),
]

export const resolved: readonly AgentConversation[] = [
  fakeConversation({
    n: 130,
    person: 1370,
    name: 'Hanna',
    says: 'Thanks, that was it',
    when: at(12, 48),
    status: 'resolved',
    subject: 'Invoice with our VAT number',
    rating: { score: 5, comment: 'Answered in two minutes', at: at(12, 52) },
    department: orders,
  }),
]

export const inView: Readonly<Record<InboxView, readonly AgentConversation[]>> = {
  mine: fakeConversations,
  waiting,
  unassigned: waiting,
  assistant: handledByAssistant,
  drafts: [],
  mentions: [],
  following: [],
  snoozed: [],
  spam: [],
  open: [...fakeConversations, ...waiting, ...handledByAssistant],
  resolved,
}

export const customerOf = ({ contact }: AgentConversation): Actor => ({
  kind: 'contact',
  id: contact.id,
  name: contact.name,
})
