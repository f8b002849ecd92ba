// Registers <deskbell-key-sheet>.

import { KeySheet } from './key-sheet.ts'

if (!customElements.get('deskbell-key-sheet')) customElements.define('deskbell-key-sheet', KeySheet)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-key-sheet': KeySheet
  }
}
