// Registers <deskbell-desk-overlay> and the line it always has.

import '../undo/undo-line.define.ts'
import { DeskOverlay } from './desk-overlay.ts'

if (!customElements.get('deskbell-desk-overlay')) customElements.define('deskbell-desk-overlay', DeskOverlay)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-desk-overlay': DeskOverlay
  }
}
