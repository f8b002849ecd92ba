// Registers <deskbell-pre-chat> and the fields it renders.

import '../form-fields/form-fields.define.ts'
import { DeskbellPreChat } from './pre-chat.ts'

if (!customElements.get('deskbell-pre-chat')) customElements.define('deskbell-pre-chat', DeskbellPreChat)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-pre-chat': DeskbellPreChat
  }
}
