// All conversations, a chunk of its own: most customers have one.

import { html } from 'lit'
import '../sdk/elements/conversations/conversations.define.ts'
import type { DrawView } from './views.ts'

export const conversationsView: DrawView<'conversations'> = () =>
  html`<deskbell-conversations></deskbell-conversations>`
