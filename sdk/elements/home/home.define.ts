// Registers <deskbell-home>.

import { DeskbellHome } from './home.ts'

if (!customElements.get('deskbell-home')) customElements.define('deskbell-home', DeskbellHome)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-home': DeskbellHome
  }
}
