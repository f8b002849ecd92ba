// Registers <deskbell-message-files>.

import { DeskbellMessageFiles } from './message-files.ts'

if (!customElements.get('deskbell-message-files'))
  customElements.define('deskbell-message-files', DeskbellMessageFiles)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-message-files': DeskbellMessageFiles
  }
}
