// States of the form before a chat.

import { html } from 'lit'
import type { FormField } from '../../protocol/site-settings.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleConversation } from '../demo/fake-data.ts'

export const preChatFields: readonly FormField[] = [
  { key: 'name', label: 'Your name', type: 'text', required: true },
  { key: 'email', label: 'E-mail', type: 'email', required: true },
  {
    key: 'topic',
    label: 'What is it about',
    type: 'select',
    required: false,
    options: ['An order', 'A part'],
  },
]
const form = (fields: readonly FormField[], known = false): Demo => ({
  render: () => html`<deskbell-pre-chat .fields=${fields}></deskbell-pre-chat>`,
  client: () => createFakeClient({ conversations: known ? [sampleConversation] : [] }),
})

export const preChatDemos: Demos = {
  needed: form(preChatFields),
  known: form(preChatFields, true),
  optional: form(preChatFields.slice(2)),
  arabic: { ...form(preChatFields), locale: 'ar' },
}
