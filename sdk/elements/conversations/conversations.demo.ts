// States of the list of conversations.

import { html } from 'lit'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { assistant, demoClockOffset, demoTime, nora, sampleConversation } from '../demo/fake-data.ts'

const id = (n: number): string => sampleConversation.id.slice(0, -2) + String(n)
const talk = (n: number, change: Partial<VisitorConversation>): VisitorConversation => ({
  ...sampleConversation,
  id: id(n),
  head: 9,
  read_seq: 9,
  ...change,
})

const list = (conversations: readonly VisitorConversation[]): Demo => ({
  client: () => createFakeClient({ clockOffset: demoClockOffset(), conversations }),
  render: () => html`<deskbell-conversations></deskbell-conversations>`,
})

export const everyKind: readonly VisitorConversation[] = [
  talk(31, { read_seq: 5 }),
  talk(32, {
    subject: 'Which rotor fits my fork?',
    reference: 'DB-1HX9Q2TF',
    assignee: null,
    queue: { position: 2, estimated_wait_seconds: 170, since: demoTime(14, 2), staffed: true },
    last_message: { preview: 'It came bent. Can a person look?', at: demoTime(13, 2), actor: nora },
  }),
  talk(33, {
    subject: 'Can I return brake pads I fitted once, though the wrapping is gone and the box too?',
    reference: 'DB-5PV0W8ZR',
    assignee: assistant,
    last_message: { preview: 'Yes, within 60 days.', at: demoTime(16, 12, 1), actor: assistant },
  }),
  talk(34, {
    subject: 'Rim tape for 25 mm',
    reference: 'DB-8N3C7YKD',
    channel: 'ticket',
    status: 'resolved',
    assignee: null,
    last_message: { preview: 'Thank you', at: demoTime(9, 0, 8), actor: nora },
  }),
]

export const conversationsDemos: Demos = {
  'every kind': list(everyKind),
  none: list([]),
  Arabic: { ...list(everyKind), locale: 'ar' },
}
