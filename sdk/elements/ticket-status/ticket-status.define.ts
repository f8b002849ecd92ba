// Registers <deskbell-ticket-status>.

import { DeskbellTicketStatus } from './ticket-status.ts'

if (!customElements.get('deskbell-ticket-status')) {
  customElements.define('deskbell-ticket-status', DeskbellTicketStatus)
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-ticket-status': DeskbellTicketStatus
  }
}
