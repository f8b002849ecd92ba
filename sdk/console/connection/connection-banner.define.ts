// Registers <deskbell-connection-banner>.

import { ConnectionBanner } from './connection-banner.ts'

if (!customElements.get('deskbell-connection-banner'))
  customElements.define('deskbell-connection-banner', ConnectionBanner)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-connection-banner': ConnectionBanner
  }
}
