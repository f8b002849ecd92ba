// The files of a ticket: the tray in the form, and waiting for what is under way. How a file comes in and is uploaded is
// the tray's business, which is fetched when the form is drawn.

import { html, nothing, type TemplateResult } from 'lit'
import { clientId } from '../../client/client-id.ts'
import type { DeskbellAttachmentTray } from '../attachments/attachment-tray.ts'

export class TicketFiles {
  #tray: () => DeskbellAttachmentTray | null
  #onChange: () => void
  #fetched = false
  /** What they are uploaded under: the ticket has no id before it is sent. */
  #uploadId = ''

  /** @param onChange other files make another ticket */
  constructor(tray: () => DeskbellAttachmentTray | null, onChange: () => void) {
    this.#tray = tray
    this.#onChange = onChange
  }

  draw(wanted: boolean, sending: boolean): TemplateResult | typeof nothing {
    if (!wanted) return nothing
    if (!this.#fetched) {
      this.#fetched = true
      import('../attachments/attachment-tray.define.ts').catch(() => {
        // A ticket without files is a ticket; the next drawing tries again.
        this.#fetched = false
      })
    }
    return html`<deskbell-attachment-tray button .target=${this.#target} ?sending=${sending}
      @deskbell-attachments-change=${this.#onChange}></deskbell-attachment-tray>`
  }

  #target = (): { form: string } => {
    this.#uploadId ||= clientId()
    return { form: this.#uploadId }
  }

  /** What goes with the ticket, once all is there; null when something did not get through, which is shown then. */
  async all(): Promise<{ attachments?: string[]; upload_id?: string } | null> {
    const tray = this.#tray()
    while (tray?.busy)
      await new Promise((done) => tray.addEventListener('deskbell-attachments-change', done, { once: true }))
    if (tray?.failed && tray.remind()) return null
    const attachments = tray?.attachments?.map(({ id }) => id) ?? []
    return attachments.length > 0 ? { attachments, upload_id: this.#uploadId } : {}
  }
}
