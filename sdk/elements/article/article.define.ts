// Registers <deskbell-article>.

import { DeskbellArticle } from './article.ts'

if (!customElements.get('deskbell-article')) customElements.define('deskbell-article', DeskbellArticle)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-article': DeskbellArticle
  }
}
