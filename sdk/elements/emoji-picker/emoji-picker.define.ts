// Registers <deskbell-emoji-picker>.

import { DeskbellEmojiPicker } from './emoji-picker.ts'

if (!customElements.get('deskbell-emoji-picker'))
  customElements.define('deskbell-emoji-picker', DeskbellEmojiPicker)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-emoji-picker': DeskbellEmojiPicker
  }
}
