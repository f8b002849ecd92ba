// Registers <deskbell-action-request>.

import { ActionRequest } from './action-request.ts'

if (!customElements.get('deskbell-action-request'))
  customElements.define('deskbell-action-request', ActionRequest)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-action-request': ActionRequest
  }
}
