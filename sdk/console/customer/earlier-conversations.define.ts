// Registers <deskbell-earlier-conversations>.

import { EarlierConversations } from './earlier-conversations.ts'

if (!customElements.get('deskbell-earlier-conversations'))
  customElements.define('deskbell-earlier-conversations', EarlierConversations)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-earlier-conversations': EarlierConversations
  }
}
