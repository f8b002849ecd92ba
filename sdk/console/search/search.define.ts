// Registers <deskbell-search>.

import { DeskSearch } from './desk-search.ts'

if (!customElements.get('deskbell-search')) customElements.define('deskbell-search', DeskSearch)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-search': DeskSearch
  }
}
