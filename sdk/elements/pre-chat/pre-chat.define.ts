// Registers <deskbell-pre-chat>. The fields it renders are a chunk of their own, which ticket forms fetch too: whoever
// imports this imports form-fields.define.ts beside it.

import { DeskbellPreChat } from './pre-chat.ts'

if (!customElements.get('deskbell-pre-chat')) customElements.define('deskbell-pre-chat', DeskbellPreChat)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-pre-chat': DeskbellPreChat
  }
}
