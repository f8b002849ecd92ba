// Registers <deskbell-inbox-list> and what it renders.

import '../menu/console-menu.define.ts'
import { InboxList } from './inbox-list.ts'

if (!customElements.get('deskbell-inbox-list')) customElements.define('deskbell-inbox-list', InboxList)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-inbox-list': InboxList
  }
}
