// Registers <deskbell-console-menu>.

import { ConsoleMenu } from './console-menu.ts'

if (!customElements.get('deskbell-console-menu')) customElements.define('deskbell-console-menu', ConsoleMenu)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-console-menu': ConsoleMenu
  }
}
