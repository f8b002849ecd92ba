// Registers <deskbell-composer>.

import { DeskbellComposer } from './composer.ts'

if (!customElements.get('deskbell-composer')) customElements.define('deskbell-composer', DeskbellComposer)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-composer': DeskbellComposer
  }
}
