// Registers <deskbell-filter-builder> and what it renders.

import '../picker/desk-picker.define.ts'
import { FilterBuilder } from './filter-builder.ts'

if (!customElements.get('deskbell-filter-builder'))
  customElements.define('deskbell-filter-builder', FilterBuilder)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-filter-builder': FilterBuilder
  }
}
