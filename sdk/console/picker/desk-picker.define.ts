// Registers <deskbell-desk-picker>.

import { DeskPicker } from './desk-picker.ts'

if (!customElements.get('deskbell-desk-picker')) customElements.define('deskbell-desk-picker', DeskPicker)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-desk-picker': DeskPicker
  }
}
