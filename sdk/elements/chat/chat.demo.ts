// The chat's states, as in the pictures it was built after.

import { html } from 'lit'
import type { ConnectionState } from '../../client/connection-state.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient, type FakeClientOptions, type FakeState } from '../demo/fake-client.ts'
import {
  assistant,
  demoClockOffset,
  demoTime,
  mika,
  sampleConfig,
  sampleConversation,
} from '../demo/fake-data.ts'
import {
  askedAssistant,
  askedInArabic,
  numbered,
  said,
  solvedByPerson,
  waitingForPerson,
  withChoices,
  withPerson,
} from '../demo/fake-events.ts'
import { pendingMessage } from '../message-list/message-list.demo.ts'
import '../message-list/message-list.define.ts'

const { id } = sampleConversation

const withAssistant: Partial<VisitorConversation> = {
  assignee: assistant,
  department: null,
  other_read_seq: 0,
}
const queued: Partial<VisitorConversation> = {
  ...withAssistant,
  department: sampleConversation.department,
  assignee: null,
  queue: { position: 2, estimated_wait_seconds: 170, since: demoTime(14, 2), staffed: true },
}

/** A chat that shows this state of the sample conversation. */
export const chatDemo = (
  state: Partial<FakeState>,
  conversation: Partial<VisitorConversation> = {},
  options: FakeClientOptions = {},
): Demo => ({
  client: () =>
    createFakeClient({
      clockOffset: demoClockOffset(),
      states: {
        [id]: {
          ...state,
          conversation: { ...sampleConversation, head: 9, read_seq: 9, ...conversation },
        },
      },
      ...options,
    }),
  render: () => html`<deskbell-chat .conversationId=${id}></deskbell-chat>`,
})

const empty = (options: FakeClientOptions = {}): Demo => ({
  client: () => createFakeClient({ clockOffset: demoClockOffset(), ...options }),
  render: () => html`<deskbell-chat></deskbell-chat>`,
})

const offline: ConnectionState = { state: 'offline', since: 0 }

export const chatDemos: Demos = {
  empty: empty(),
  'empty, no assistant': empty({ config: { ...sampleConfig, assistant: null } }),
  'assistant writing': chatDemo(
    {
      events: askedAssistant,
      answer: {
        gen: 'g1',
        actor: assistant,
        text: 'The same 60 days apply to rotors, as long as they are straight and free of oil. Wipe the',
      },
    },
    withAssistant,
  ),
  Arabic: {
    ...chatDemo(
      {
        events: askedInArabic,
        answer: {
          gen: 'g1',
          actor: { ...assistant, name: 'المساعد' },
          text: 'تنطبق مهلة الستين يومًا على الأقراص أيضًا، بشرط أن تكون مستقيمة وخالية من',
        },
      },
      { ...withAssistant, assignee: { ...assistant, name: 'المساعد' } },
    ),
    locale: 'ar',
  },
  'assistant quoting': chatDemo(
    {
      events: numbered([
        said(assistant, 'Quote', demoTime(14, 0), {
          children: ['Return postage is free in Norway and the EU.', { type: 'citation', index: 1 }],
          citations: [
            { slug: 'return-labels', title: 'Return labels and postage', passage: 'p1', quote: '' },
          ],
          answer: 'quoted',
        }),
      ]),
    },
    withAssistant,
  ),
  'in line': chatDemo(
    { events: waitingForPerson, pending: [pendingMessage('The order is 20418.', 'failed')] },
    queued,
  ),
  'nobody in': chatDemo(
    { events: waitingForPerson },
    {
      ...queued,
      queue: { position: 1, estimated_wait_seconds: null, since: demoTime(14, 2), staffed: false },
      contact: { ...sampleConversation.contact, name: '', email: null },
    },
  ),
  'with a person': chatDemo(
    {
      events: withPerson,
      pending: [pendingMessage('Great, do I need new bolts?', 'sending')],
      typing: [{ actor: mika, text: '' }],
    },
    { read_seq: 3, other_read_seq: 3 },
  ),
  choices: chatDemo({ events: withChoices }, { read_seq: 2, other_read_seq: 2 }),
  offline: chatDemo(
    {
      events: numbered([said(mika, 'Could you send a photo of the ring?', demoTime(14, 8))]),
      pending: [pendingMessage('Here it is.', 'waiting')],
    },
    {},
    { connection: offline },
  ),
  reconnecting: chatDemo(
    { events: withPerson },
    {},
    { connection: { state: 'reconnecting', since: 0, retryAt: 0 } },
  ),
  solved: chatDemo({ events: solvedByPerson }, { status: 'resolved', other_read_seq: 9 }),
  rated: chatDemo(
    { events: solvedByPerson },
    { status: 'resolved', other_read_seq: 9, rating: { score: 4, comment: '', at: demoTime(14, 22) } },
  ),
  failed: chatDemo({ phase: 'failed' }),
  loading: chatDemo({ phase: 'loading' }),
}
