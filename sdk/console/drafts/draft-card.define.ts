// Registers <deskbell-draft-card> and what it renders.

import '../menu/console-menu.define.ts'
import { DraftCard } from './draft-card.ts'

if (!customElements.get('deskbell-draft-card')) customElements.define('deskbell-draft-card', DraftCard)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-draft-card': DraftCard
  }
}
