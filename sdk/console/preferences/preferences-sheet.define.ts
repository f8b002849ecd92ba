// Registers <deskbell-preferences-sheet>.

import { PreferencesSheet } from './preferences-sheet.ts'

if (!customElements.get('deskbell-preferences-sheet'))
  customElements.define('deskbell-preferences-sheet', PreferencesSheet)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-preferences-sheet': PreferencesSheet
  }
}
