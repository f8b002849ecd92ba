// Registers <deskbell-reply-composer> and what it renders.

import '../menu/console-menu.define.ts'
import { ReplyComposer } from './reply-composer.ts'

if (!customElements.get('deskbell-reply-composer'))
  customElements.define('deskbell-reply-composer', ReplyComposer)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-reply-composer': ReplyComposer
  }
}
