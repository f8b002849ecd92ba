// Registers <deskbell-form-fields>.

import { DeskbellFormFields } from './form-fields.ts'

if (!customElements.get('deskbell-form-fields'))
  customElements.define('deskbell-form-fields', DeskbellFormFields)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-form-fields': DeskbellFormFields
  }
}
