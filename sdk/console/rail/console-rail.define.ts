// Registers <deskbell-console-rail> and what it renders.

import '../menu/console-menu.define.ts'
import { ConsoleRail } from './console-rail.ts'

if (!customElements.get('deskbell-console-rail')) customElements.define('deskbell-console-rail', ConsoleRail)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-console-rail': ConsoleRail
  }
}
