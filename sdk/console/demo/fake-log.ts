// The logs behind some of the made-up shop's conversations. No behaviour.

import type { Actor } from '../../protocol/actor.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent, LogEventOf, MessageData } from '../../protocol/event.ts'
import type { Inline } from '../../protocol/rich-text-tree.ts'
import {
  actorOf,
  ana,
  assistant,
  at,
  customerOf,
  idOf,
  mika,
  nora,
  resolved,
  waiting,
  workshop,
} from './fake-desk.ts'

const text = (body: string, rest: Partial<MessageData> = {}): MessageData => ({
  body,
  content: [{ type: 'paragraph', children: [body] }],
  citations: [],
  answer: null,
  ...rest,
})

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
    id: idOf(Number(conversation.id.slice(-6)) * 1000 + index),
    conversation_id: conversation.id,
    seq: index + 1,
    at: when,
    actor: by,
    cid: null,
    ...part,
  })) as LogEvent[]
}

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
