// The chat, a chunk of its own: the heaviest of the views.

import { html } from 'lit'
import '../sdk/elements/chat/chat.define.ts'
import type { DrawView } from './views.ts'

export const chatView: DrawView<'chat'> = ({
  conversationId,
  prefill,
  want,
  proactive,
}) => html`<deskbell-chat
  .conversationId=${conversationId ?? null} .prefill=${prefill} .want=${want}
  .proactive=${proactive}></deskbell-chat>`
