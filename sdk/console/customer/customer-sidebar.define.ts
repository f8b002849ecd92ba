// Registers <deskbell-customer-sidebar>.

import '../copilot/copilot-panel.define.ts'
import { CustomerSidebar } from './customer-sidebar.ts'

if (!customElements.get('deskbell-customer-sidebar'))
  customElements.define('deskbell-customer-sidebar', CustomerSidebar)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-customer-sidebar': CustomerSidebar
  }
}
