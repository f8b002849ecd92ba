// Defines the page about the widget's look and the preview in it: a chunk of its own.

import { AppearancePage } from './appearance-page.ts'
import { AppearancePreview } from './appearance-preview.ts'
import { LogoField } from './logo-field.ts'

const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element)
}
define('deskbell-appearance-preview', AppearancePreview)
define('deskbell-logo-field', LogoField)
define('deskbell-settings-appearance', AppearancePage)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-settings-appearance': AppearancePage
    'deskbell-appearance-preview': AppearancePreview
    'deskbell-logo-field': LogoField
  }
}
