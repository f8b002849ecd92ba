// Registers <deskbell-help>.

import { DeskbellHelp } from './help.ts'

if (!customElements.get('deskbell-help')) customElements.define('deskbell-help', DeskbellHelp)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-help': DeskbellHelp
  }
}
