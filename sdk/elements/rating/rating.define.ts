// Registers <deskbell-rating>.

import { DeskbellRating } from './rating.ts'

if (!customElements.get('deskbell-rating')) customElements.define('deskbell-rating', DeskbellRating)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-rating': DeskbellRating
  }
}
