// Registers <deskbell-customer-sidebar> and what it is made of.

import './custom-fields.define.ts'
import './customer-notes.define.ts'
import './earlier-conversations.define.ts'
import './sidebar-section.define.ts'
import './visited-pages.define.ts'
import { CustomerSidebar } from './customer-sidebar.ts'

if (!customElements.get('deskbell-customer-sidebar'))
  customElements.define('deskbell-customer-sidebar', CustomerSidebar)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-customer-sidebar': CustomerSidebar
  }
}
