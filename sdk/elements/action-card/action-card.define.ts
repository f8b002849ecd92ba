// Registers <deskbell-action-card>.

import { DeskbellActionCard } from './action-card.ts'

if (!customElements.get('deskbell-action-card'))
  customElements.define('deskbell-action-card', DeskbellActionCard)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-action-card': DeskbellActionCard
  }
}
