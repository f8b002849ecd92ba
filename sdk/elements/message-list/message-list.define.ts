// Registers <deskbell-message-list>.

import { DeskbellMessageList } from './message-list.ts'

if (!customElements.get('deskbell-message-list'))
  customElements.define('deskbell-message-list', DeskbellMessageList)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-message-list': DeskbellMessageList
  }
}
