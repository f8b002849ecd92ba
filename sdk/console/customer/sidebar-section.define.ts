// Registers <deskbell-sidebar-section>.

import { SidebarSection } from './sidebar-section.ts'

if (!customElements.get('deskbell-sidebar-section'))
  customElements.define('deskbell-sidebar-section', SidebarSection)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-sidebar-section': SidebarSection
  }
}
