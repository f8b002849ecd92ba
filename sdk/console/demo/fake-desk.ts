// A made-up shop's inbox, as the pictures of the look show it: people, conversations, one full log. No behaviour.

import type { Actor } from '../../protocol/actor.ts'
import type { Agent, Department, Me } from '../../protocol/agent.ts'
import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'
import type { Citation, LogEvent, LogEventOf, MessageData } from '../../protocol/event.ts'
import type { Inline } from '../../protocol/rich-text.ts'

/** A wall clock in this device's zone, so a picture shows the same digits everywhere. */
export const at = (hours: number, minutes: number, seconds = 0, day = 20): string =>
  new Date(2026, 10, day, hours, minutes, seconds).toISOString()

/** 14:08 on the day everything here happens. */
export const fakeNow = (): number => Date.parse(at(14, 8))

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const agent = (n: number, name: string, rest: Partial<Agent> = {}): Agent => ({
  id: id(n),
  kind: 'human',
  name,
  email: `${name.toLowerCase()}@fjordline.example`,
  role: 'agent',
  availability: 'online',
  department_ids: [],
  ...rest,
})

export const mika = agent(1175, 'Mika', { role: 'admin' })
export const ana = agent(1331, 'Ana')
export const samir = agent(1014, 'Samir', { availability: 'away' })
export const assistant = agent(4, 'Assistant', { kind: 'ai', email: null })
export const fakeAgents: readonly Agent[] = [mika, ana, samir, assistant]

export const workshop: Department = { id: id(10), name: 'Workshop' }
export const orders: Department = { id: id(11), name: 'Orders' }

export const fakeMe: Me = {
  agent: mika,
  workspace: { id: id(20), name: 'Fjordline' },
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
  const contact: Actor = { kind: 'contact', id: id(person), name }
  return {
    id: id(n),
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
    site: { id: id(21), name: 'Fjordline' },
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
    ...rest,
  }
}

const text = (body: string, rest: Partial<MessageData> = {}): MessageData => ({
  body,
  content: [{ type: 'paragraph', children: [body] }],
  citations: [],
  answer: null,
  ...rest,
})

export const nora = fakeConversation({
  n: 100,
  person: 1188,
  name: 'Nora',
  says: 'The rotor came bent too. Can a person look?',
  when: at(14, 6),
  subject: 'Bent rotor, squealing pads',
  department: workshop,
  head: 8,
  read_seq: 8,
  other_read_seq: 8,
  created_at: at(13, 58),
  page: { url: 'https://fjordline.example/parts/skarv-rotor', title: 'Skarv rotor, 160 mm' },
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
  }),
  fakeConversation({
    n: 102,
    person: 1141,
    name: 'Leila',
    says: 'هل يصل الطلب قبل يوم الجمعة؟',
    when: at(13, 54),
    department: orders,
    unread: 2,
  }),
  fakeConversation({
    n: 103,
    person: 1138,
    name: 'Jonas',
    says: 'Can I swap the 42 bar for a 44?',
    when: at(13, 2),
    channel: 'ticket',
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
  open: [...fakeConversations, ...waiting, ...handledByAssistant],
  resolved,
}

const returns: Citation = {
  slug: 'returning-fitted-parts',
  title: 'Returning parts you have fitted',
  passage: 'p2',
  quote: 'Fitted parts can come back within 60 days if they are clean and not worn through.',
}
const postage: Citation = {
  slug: 'return-labels',
  title: 'Return labels and postage',
  passage: 'p1',
  quote: 'Return postage is free in Norway and the EU.',
}

type Part<T extends LogEvent['type']> = Pick<LogEventOf<T>, 'type' | 'data'>

/** Numbers the events of one conversation. */
export function fakeLog(
  conversation: AgentConversation,
  lines: readonly { by: Actor; at: string; part: { [T in LogEvent['type']]: Part<T> }[LogEvent['type']] }[],
): LogEvent[] {
  return lines.map(({ by, at: when, part }, index) => ({
    id: id(Number(conversation.id.slice(-6)) * 1000 + index),
    conversation_id: conversation.id,
    seq: index + 1,
    at: when,
    actor: by,
    cid: null,
    ...part,
  })) as LogEvent[]
}

export const customerOf = ({ contact }: AgentConversation): Actor => ({
  kind: 'contact',
  id: contact.id,
  name: contact.name,
})

const cited: Inline[] = [
  'Yes, within 60 days. Fitted parts can come back if they are clean and not worn through.',
  { type: 'citation', index: 1 },
  ' Return postage is free in Norway and the EU.',
  { type: 'citation', index: 2 },
]

export const noraLog = fakeLog(nora, [
  {
    by: customerOf(nora),
    at: at(13, 58),
    part: { type: 'conversation.created', data: { channel: 'chat', subject: nora.subject, page: nora.page } },
  },
  {
    by: customerOf(nora),
    at: at(13, 58),
    part: { type: 'message.created', data: text('Can I return brake pads I fitted once?') },
  },
  {
    by: actorOf(assistant),
    at: at(13, 58),
    part: {
      type: 'message.created',
      data: text('', {
        content: [{ type: 'paragraph', children: cited }],
        citations: [returns, postage],
        answer: 'model',
      }),
    },
  },
  {
    by: customerOf(nora),
    at: at(14, 1),
    part: { type: 'message.created', data: text('The rotor came bent too. Can a person look?') },
  },
  {
    by: actorOf(assistant),
    at: at(14, 2),
    part: {
      type: 'conversation.handed_over',
      data: { reason: 'asked_for_person', department: workshop, staffed: true, reference: nora.reference },
    },
  },
  {
    by: actorOf(mika),
    at: at(14, 3),
    part: {
      type: 'conversation.assigned',
      data: { assignee: actorOf(mika), previous: actorOf(assistant), epoch: 2, waited_seconds: 72 },
    },
  },
  {
    by: actorOf(ana),
    at: at(14, 4),
    part: { type: 'note.created', data: text('Second bent one from batch 2411 this week. Send a new one.') },
  },
  {
    by: actorOf(mika),
    at: at(14, 5),
    part: {
      type: 'message.created',
      data: text(
        'Hi Nora, that came bent, so this is on us. A new one leaves Bergen today, and you can keep the old one.',
      ),
    },
  },
])

const tomasz = waiting[0]!
export const tomaszLog = fakeLog(tomasz, [
  {
    by: customerOf(tomasz),
    at: at(13, 58),
    part: { type: 'conversation.created', data: { channel: 'chat', subject: '', page: null } },
  },
  {
    by: customerOf(tomasz),
    at: at(13, 59),
    part: {
      type: 'message.created',
      data: text(
        'The rear hub clicks when I pedal hard uphill. Bought in April, about 2,000 km. Is that covered?',
      ),
    },
  },
  {
    by: actorOf(assistant),
    at: at(14, 0),
    part: {
      type: 'conversation.handed_over',
      data: { reason: 'asked_for_person', department: workshop, staffed: true, reference: tomasz.reference },
    },
  },
])

const hanna = resolved[0]!
export const hannaLog = fakeLog(hanna, [
  {
    by: customerOf(hanna),
    at: at(12, 40),
    part: { type: 'conversation.created', data: { channel: 'ticket', subject: hanna.subject, page: null } },
  },
  {
    by: customerOf(hanna),
    at: at(12, 40),
    part: { type: 'message.created', data: text('Invoice with our VAT number: where do I find it?') },
  },
  {
    by: actorOf(mika),
    at: at(12, 42),
    part: {
      type: 'message.created',
      data: text('It is under Account, Invoices. I added the number to yours.'),
    },
  },
  {
    by: customerOf(hanna),
    at: at(12, 48),
    part: { type: 'message.created', data: text('Thanks, that was it') },
  },
  {
    by: actorOf(mika),
    at: at(12, 50),
    part: { type: 'conversation.status_changed', data: { from: 'assigned', to: 'resolved' } },
  },
  {
    by: customerOf(hanna),
    at: at(12, 52),
    part: { type: 'conversation.rated', data: { score: 5, comment: 'Answered in two minutes' } },
  },
])

export const fakeLogs: Readonly<Record<string, readonly LogEvent[]>> = {
  [nora.id]: noraLog,
  [tomasz.id]: tomaszLog,
  [hanna.id]: hannaLog,
}
