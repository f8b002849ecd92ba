// Registers <deskbell-widget> and its first view.

import '../sdk/elements/home/home.define.ts'
import { DeskbellWidget } from './widget.ts'

if (!customElements.get('deskbell-widget')) customElements.define('deskbell-widget', DeskbellWidget)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-widget': DeskbellWidget
  }
}
