// Registers <deskbell-customer-notes>.

import { CustomerNotes } from './customer-notes.ts'

if (!customElements.get('deskbell-customer-notes'))
  customElements.define('deskbell-customer-notes', CustomerNotes)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-customer-notes': CustomerNotes
  }
}
