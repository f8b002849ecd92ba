// Registers <deskbell-fix-answer>.

import { FixAnswer } from './fix-answer.ts'

if (!customElements.get('deskbell-fix-answer')) customElements.define('deskbell-fix-answer', FixAnswer)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-fix-answer': FixAnswer
  }
}
