// Registers <deskbell-join-conversation>.

import { JoinConversation } from './join-conversation.ts'

if (!customElements.get('deskbell-join-conversation'))
  customElements.define('deskbell-join-conversation', JoinConversation)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-join-conversation': JoinConversation
  }
}
