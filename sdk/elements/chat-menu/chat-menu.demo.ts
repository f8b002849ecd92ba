// States of the chat's menu and of what it asks.

import { html } from 'lit'
import type { Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { demoClockOffset, sampleConfig, sampleConversation } from '../demo/fake-data.ts'

const client = () =>
  createFakeClient({
    clockOffset: demoClockOffset(),
    config: { ...sampleConfig, mail: true },
    conversations: [sampleConversation, { ...sampleConversation, id: 'another' }],
  })
const view = () => client().conversations.open(sampleConversation.id)

export const chatMenuDemos: Demos = {
  menu: { client, render: () => html`<deskbell-chat-menu></deskbell-chat-menu>` },
  'menu, ended': { client, render: () => html`<deskbell-chat-menu ended></deskbell-chat-menu>` },
  'end it': {
    client,
    render: () => html`<deskbell-chat-task kind="end" .view=${view()}></deskbell-chat-task>`,
  },
  'mail it': {
    client,
    render: () =>
      html`<deskbell-chat-task kind="mail" .view=${view()} .conversation=${sampleConversation}></deskbell-chat-task>`,
  },
  'wrong address': {
    client,
    render: () =>
      html`<deskbell-chat-task kind="mail" .fault=${'This address has no @'} .view=${view()}></deskbell-chat-task>`,
  },
  mailed: {
    client,
    render: () =>
      html`<deskbell-chat-task kind="mail" .sentTo=${'nora@example.com'} .view=${view()}></deskbell-chat-task>`,
  },
}
