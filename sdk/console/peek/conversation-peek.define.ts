// Registers <deskbell-conversation-peek>.

import { ConversationPeek } from './conversation-peek.ts'

if (!customElements.get('deskbell-conversation-peek'))
  customElements.define('deskbell-conversation-peek', ConversationPeek)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-conversation-peek': ConversationPeek
  }
}
