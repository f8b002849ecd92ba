// Registers <deskbell-conversation-thread> and what it renders.

import '../actions/action-request.define.ts'
import '../composer/reply-composer.define.ts'
import '../drafts/draft-card.define.ts'
import '../menu/console-menu.define.ts'
import { ConversationThread } from './conversation-thread.ts'

if (!customElements.get('deskbell-conversation-thread'))
  customElements.define('deskbell-conversation-thread', ConversationThread)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-conversation-thread': ConversationThread
  }
}
