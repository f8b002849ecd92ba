// Registers <deskbell-chat> and what it renders at once; it fetches the thread by itself.

import '../composer/composer.define.ts'
import '../handoff-slot/handoff-slot.define.ts'
import { DeskbellChat } from './chat.ts'

if (!customElements.get('deskbell-chat')) customElements.define('deskbell-chat', DeskbellChat)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat': DeskbellChat
  }
}
