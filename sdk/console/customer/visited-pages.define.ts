// Registers <deskbell-visited-pages>.

import { VisitedPages } from './visited-pages.ts'

if (!customElements.get('deskbell-visited-pages'))
  customElements.define('deskbell-visited-pages', VisitedPages)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-visited-pages': VisitedPages
  }
}
