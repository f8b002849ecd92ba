// Registers <deskbell-undo-line>.

import { UndoLineElement } from './undo-line.ts'

if (!customElements.get('deskbell-undo-line')) customElements.define('deskbell-undo-line', UndoLineElement)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-undo-line': UndoLineElement
  }
}
