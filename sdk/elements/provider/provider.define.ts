// Registers <deskbell-provider>.

import { DeskbellProvider } from './provider.ts'

if (!customElements.get('deskbell-provider')) customElements.define('deskbell-provider', DeskbellProvider)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-provider': DeskbellProvider
  }
}
