// Registers <deskbell-ticket-code>.

import { DeskbellTicketCode } from './ticket-code.ts'

if (!customElements.get('deskbell-ticket-code'))
  customElements.define('deskbell-ticket-code', DeskbellTicketCode)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-ticket-code': DeskbellTicketCode
  }
}
