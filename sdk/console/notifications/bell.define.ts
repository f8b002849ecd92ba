// Registers <deskbell-bell>.

import { ConsoleBell } from './console-bell.ts'

if (!customElements.get('deskbell-bell')) customElements.define('deskbell-bell', ConsoleBell)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-bell': ConsoleBell
  }
}
