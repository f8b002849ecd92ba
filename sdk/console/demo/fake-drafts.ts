// A conversation in which the AI agent's draft waits, and one whose draft was thrown away. No behaviour.

import type { DraftData } from '../../protocol/assistant-event.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { actorOf, assistant, at, customerOf, fakeConversation, idOf, mika, workshop } from './fake-desk.ts'
import { fakeLog } from './fake-log.ts'

export const drafted: AgentConversation = fakeConversation({
  n: 140,
  person: 1140,
  name: 'Tomasz',
  says: 'The rear hub clicks when I pedal hard uphill. Is that covered?',
  when: at(13, 52),
  subject: 'Rear hub clicks under load',
  status: 'assigned',
  assignee: actorOf(assistant),
  department: workshop,
  head: 4,
  read_seq: 4,
  draft: { id: idOf(140_002), since: at(13, 52) },
})

const BODY =
  'Yes, the hub is covered: bearings and freehub have a two-year warranty, whatever the distance. [1] A click under load is most often dry freehub pawls. [2]'

export const draftData: DraftData = {
  body: BODY,
  content: [
    {
      type: 'paragraph',
      children: [
        'Yes, the hub is covered: bearings and freehub have a two-year warranty, whatever the distance.',
        { type: 'citation', index: 1 },
        ' A click under load is most often dry freehub pawls.',
        { type: 'citation', index: 2 },
      ],
    },
  ],
  citations: [
    {
      slug: 'warranty',
      title: 'Warranty on hubs and wheels',
      passage: 'p1',
      quote: 'Bearings and freehub have a two-year warranty, whatever the distance.',
    },
    {
      slug: 'freehub',
      title: 'Servicing the freehub',
      passage: 'p2',
      quote: 'A click under load is most often dry freehub pawls.',
    },
  ],
  answer: 'model',
  confidence: 0.86,
  message_id: idOf(140_001),
  instruction: null,
}

const says = (body: string) => ({
  body,
  content: [{ type: 'paragraph' as const, children: [body] }],
  citations: [],
  answer: null,
})

export const draftedLog: LogEvent[] = fakeLog(drafted, [
  {
    by: customerOf(drafted),
    at: at(13, 52),
    part: { type: 'conversation.created', data: { channel: 'chat', subject: drafted.subject, page: null } },
  },
  {
    by: customerOf(drafted),
    at: at(13, 52),
    part: {
      type: 'message.created',
      data: says(
        'The rear hub clicks when I pedal hard uphill. Bought in April, about 2,000 km. Is that covered?',
      ),
    },
  },
  { by: actorOf(assistant), at: at(13, 52), part: { type: 'draft.created', data: draftData } },
  {
    by: actorOf(assistant),
    at: at(13, 52),
    part: {
      type: 'message.created',
      data: {
        ...says(
          'Thank you. I am preparing an answer, and a person on our team checks it before it comes to you here.',
        ),
        notice: 'review',
      },
    },
  },
])

/** The draft's event. */
export const draftEvent = draftedLog[2]!

export const discardedLog: LogEvent[] = [
  ...draftedLog,
  {
    ...draftEvent,
    id: idOf(140_010),
    seq: 5,
    at: at(14, 1),
    actor: actorOf(mika),
    type: 'draft.decided',
    data: {
      draft_id: draftEvent.id,
      outcome: 'discarded',
      reason: 'wrong',
      edit_distance: null,
      message_id: null,
    },
  } as LogEvent,
]
