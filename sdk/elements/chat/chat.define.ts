// Registers <deskbell-chat> and the elements it renders.

import '../composer/composer.define.ts'
import '../handoff-slot/handoff-slot.define.ts'
import '../message-list/message-list.define.ts'
import { DeskbellChat } from './chat.ts'

if (!customElements.get('deskbell-chat')) customElements.define('deskbell-chat', DeskbellChat)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat': DeskbellChat
  }
}
