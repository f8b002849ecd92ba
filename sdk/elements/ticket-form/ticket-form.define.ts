// Registers <deskbell-ticket-form>.

import { DeskbellTicketForm } from './ticket-form.ts'

if (!customElements.get('deskbell-ticket-form')) {
  customElements.define('deskbell-ticket-form', DeskbellTicketForm)
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-ticket-form': DeskbellTicketForm
  }
}
