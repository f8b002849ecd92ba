// Registers <deskbell-conversations>.

import { DeskbellConversations } from './conversations.ts'

if (!customElements.get('deskbell-conversations'))
  customElements.define('deskbell-conversations', DeskbellConversations)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-conversations': DeskbellConversations
  }
}
