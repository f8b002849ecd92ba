// Defines <deskbell-appearance> and the preview in it.

import { AppearancePage } from './appearance-page.ts'
import { AppearancePreview } from './appearance-preview.ts'

customElements.define('deskbell-appearance-preview', AppearancePreview)
customElements.define('deskbell-appearance', AppearancePage)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-appearance': AppearancePage
    'deskbell-appearance-preview': AppearancePreview
  }
}
