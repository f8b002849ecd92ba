// Registers <deskbell-thread-files>.

import { ThreadFiles } from './thread-files.ts'

if (!customElements.get('deskbell-thread-files')) customElements.define('deskbell-thread-files', ThreadFiles)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-thread-files': ThreadFiles
  }
}
