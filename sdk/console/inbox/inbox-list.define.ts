// Registers <deskbell-inbox-list> and what it renders.

import '../menu/console-menu.define.ts'
import { BulkBar } from '../bulk/bulk-bar.ts'
import { BulkStrip } from '../bulk/bulk-strip.ts'
import { FilterButton } from '../filter/filter-button.ts'
import { InboxList } from './inbox-list.ts'

if (!customElements.get('deskbell-inbox-list')) {
  customElements.define('deskbell-bulk-bar', BulkBar)
  customElements.define('deskbell-bulk-strip', BulkStrip)
  customElements.define('deskbell-filter-button', FilterButton)
  customElements.define('deskbell-inbox-list', InboxList)
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-bulk-bar': BulkBar
    'deskbell-bulk-strip': BulkStrip
    'deskbell-filter-button': FilterButton
    'deskbell-inbox-list': InboxList
  }
}
