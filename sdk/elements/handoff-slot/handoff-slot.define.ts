// Registers <deskbell-handoff-slot>.

import { DeskbellHandoffSlot } from './handoff-slot.ts'

if (!customElements.get('deskbell-handoff-slot'))
  customElements.define('deskbell-handoff-slot', DeskbellHandoffSlot)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-handoff-slot': DeskbellHandoffSlot
  }
}
