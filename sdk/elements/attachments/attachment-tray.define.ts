// Registers <deskbell-attachment-tray>.

import { DeskbellAttachmentTray } from './attachment-tray.ts'

if (!customElements.get('deskbell-attachment-tray'))
  customElements.define('deskbell-attachment-tray', DeskbellAttachmentTray)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-attachment-tray': DeskbellAttachmentTray
  }
}
