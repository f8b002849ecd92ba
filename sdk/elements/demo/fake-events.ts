// Logs of made-up conversations for demos and tests, numbered as a server would number them.

import type { Actor } from '../../protocol/actor.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { LogEvent, LogEventOf, LogEventType } from '../../protocol/event.ts'
import type { Inline } from '../../protocol/rich-text-tree.ts'
import { assistant, demoTime, mika, nora, sampleConversation, workshop } from './fake-data.ts'

type Unnumbered = { [T in LogEventType]: Pick<LogEventOf<T>, 'type' | 'actor' | 'at' | 'data'> }[LogEventType]

/** Gives events their ids and numbers, from `first` on. */
export const numbered = (events: readonly Unnumbered[], first = 1): LogEvent[] =>
  events.map(
    (event, i) =>
      ({
        ...event,
        id: `01980000-0000-7000-8000-0000000e${String(first + i).padStart(4, '0')}`,
        conversation_id: sampleConversation.id,
        seq: first + i,
        cid: null,
      }) as LogEvent,
  )

/** A message; `children` instead of the plain body where it has more than text. */
export const said = (
  actor: Actor,
  body: string,
  at: string,
  {
    children = [body],
    citations = [],
    answer = null,
  }: {
    children?: Inline[]
    citations?: Citation[]
    answer?: 'model' | 'quoted' | null
  } = {},
): Unnumbered => ({
  type: 'message.created',
  actor,
  at,
  data: { body, content: [{ type: 'paragraph', children }], citations, answer },
})

/** Another text for a message of this log. */
export const edited = (of: LogEvent, body: string, at = of.at): Unnumbered => ({
  type: 'message.edited',
  actor: of.actor,
  at,
  data: {
    message_id: of.id,
    body,
    content: [{ type: 'paragraph', children: [body] }],
    citations: [],
    answer: null,
  },
})
/** What the server leaves of a deleted message. */
export const blanked = (event: LogEvent): LogEvent =>
  ({ ...event, data: { body: '', content: [], citations: [], answer: null } }) as LogEvent
export const deleted = (of: LogEvent, actor = of.actor): Unnumbered => ({
  type: 'message.deleted',
  actor,
  at: of.at,
  data: { message_id: of.id },
})

export const joined = (at: string): Unnumbered => ({
  type: 'conversation.assigned',
  actor: mika,
  at,
  data: { assignee: mika, previous: null, epoch: 2, waited_seconds: 70 },
})
export const handedOver = (at: string, staffed = true): Unnumbered => ({
  type: 'conversation.handed_over',
  actor: assistant,
  at,
  data: { reason: 'asked_for_person', department: workshop, staffed, reference: 'DB-7K3M92QF' },
})
export const solved = (at: string): Unnumbered => ({
  type: 'conversation.status_changed',
  actor: mika,
  at,
  data: { from: 'assigned', to: 'resolved' },
})

export const fittedParts: Citation = {
  slug: 'returning-fitted-parts',
  title: 'Returning parts you have fitted',
  passage: 'p2',
  quote: 'Fitted parts can come back if they are clean and not worn through.',
}
export const returnLabels: Citation = {
  slug: 'return-labels',
  title: 'Return labels and postage',
  passage: 'p1',
  quote: 'Return postage is free in Norway and the EU.',
}

export const askedAssistant = numbered([
  said(nora, 'Can I return brake pads I fitted once?', demoTime(13, 58)),
  said(assistant, 'Yes, within 60 days.', demoTime(13, 58), {
    children: [
      'Yes, within 60 days. Fitted parts can come back if they are clean and not worn through.',
      { type: 'citation', index: 1 },
      ' Return postage is free in Norway and the EU.',
      { type: 'citation', index: 2 },
    ],
    citations: [fittedParts, returnLabels],
    answer: 'model',
  }),
  said(nora, 'And the rotor I bought with them?', demoTime(13, 59)),
])

export const askedInArabic = numbered([
  said({ ...nora, name: 'ليلى' }, 'هل يمكنني إرجاع تيل فرامل ركّبته مرة؟', demoTime(13, 58)),
  said({ ...assistant, name: 'المساعد' }, 'نعم، خلال ٦٠ يومًا', demoTime(13, 58), {
    children: [
      'نعم، خلال ٦٠ يومًا من الاستلام. نقبل القطع التي رُكّبت ما دامت نظيفة وغير متآكلة.',
      { type: 'citation', index: 1 },
      ' والإرجاع مجاني داخل النرويج والاتحاد الأوروبي.',
      { type: 'citation', index: 2 },
    ],
    citations: [
      { ...fittedParts, title: 'إرجاع القطع بعد تركيبها' },
      { ...returnLabels, title: 'ملصقات الإرجاع وأجور الشحن' },
    ],
    answer: 'model',
  }),
  said({ ...nora, name: 'ليلى' }, 'والقرص الذي اشتريته معه؟', demoTime(13, 59)),
])

export const waitingForPerson = numbered([
  said(assistant, 'Straight rotors can come back too.', demoTime(14, 0), {
    children: ['Straight rotors can come back too.', { type: 'citation', index: 1 }],
    citations: [fittedParts],
    answer: 'model',
  }),
  said(nora, 'It came bent. Can a person look?', demoTime(14, 1)),
  said(
    assistant,
    'Of course. I have passed our chat to the workshop team with a short summary, so you don’t have to repeat yourself.',
    demoTime(14, 2),
    { answer: 'model' },
  ),
  handedOver(demoTime(14, 2)),
  said(nora, 'It rubs once per turn.', demoTime(14, 2)),
])

export const withPerson = numbered([
  joined(demoTime(14, 3)),
  said(mika, 'Hi Nora, could you send a photo?', demoTime(14, 3)),
  said(nora, 'It is on the order page.', demoTime(14, 4)),
  said(mika, 'That came bent, so this is on us.', demoTime(14, 5)),
  said(mika, 'A new one leaves Bergen today.', demoTime(14, 5)),
])

/** Both sides have changed something: numbers 2 and 3 were edited, 4 and 5 deleted. */
export const withChanges = ((): LogEvent[] => {
  const [first, question, page, wrong, gone, last] = numbered([
    joined(demoTime(14, 3)),
    said(mika, 'Hi Nora, can you send a foto?', demoTime(14, 3)),
    said(nora, 'It is on the odrer page.', demoTime(14, 4)),
    said(nora, 'My card is', demoTime(14, 4)),
    said(mika, 'Wrong window', demoTime(14, 5)),
    said(mika, 'A new one leaves Bergen today.', demoTime(14, 5)),
  ]) as [LogEvent, LogEvent, LogEvent, LogEvent, LogEvent, LogEvent]
  const changes = numbered(
    [
      edited(question, 'Hi Nora, can you send a photo?'),
      edited(page, 'It is on the order page.'),
      deleted(wrong),
      deleted(gone),
    ],
    7,
  )
  return [first, question, page, blanked(wrong), blanked(gone), last, ...changes]
})()

/** What to answer is offered, and a page to look at. */
export const withChoices = ((): LogEvent[] => {
  const [joining, question] = numbered([
    joined(demoTime(14, 3)),
    said(mika, 'Which part rubs?', demoTime(14, 3)),
  ]) as [LogEvent, LogEvent]
  const choices = [
    { label: 'The rotor', value: 'The rotor rubs.' },
    { label: 'The pads' },
    { label: 'How to tell', url: 'https://shop.example/rubbing' },
  ]
  return [joining, { ...question, data: { ...question.data, choices } } as LogEvent]
})()

export const solvedByPerson = numbered([
  said(mika, 'Your old bolts are fine, 6 Nm is enough. The parcel is packed.', demoTime(14, 20)),
  said(nora, 'Thank you, Mika!', demoTime(14, 20)),
  solved(demoTime(14, 21)),
])
