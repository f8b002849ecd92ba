// Registers <deskbell-custom-fields>.

import { CustomFields } from './custom-fields.ts'

if (!customElements.get('deskbell-custom-fields'))
  customElements.define('deskbell-custom-fields', CustomFields)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-custom-fields': CustomFields
  }
}
