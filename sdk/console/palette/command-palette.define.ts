// Registers <deskbell-command-palette>.

import { CommandPalette } from './command-palette.ts'

if (!customElements.get('deskbell-command-palette'))
  customElements.define('deskbell-command-palette', CommandPalette)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-command-palette': CommandPalette
  }
}
