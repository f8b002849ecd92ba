// The files of a ticket: the button in the form, and waiting for what is under way. How a file comes in is the
// intake's business, and how it is uploaded the tray's, which is fetched with the first.

import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { clientId } from '../../client/client-id.ts'
import type { Translate } from '../../locales/messages.ts'
import { FileIntake } from '../attachments/file-intake.ts'
import { icon } from '../icon/icon.ts'

export class TicketFiles {
  /** Whether the site takes any. */
  wanted = false
  #intake: FileIntake
  /** What they are uploaded under: the ticket has no id before it is sent. */
  #uploadId = ''

  /** @param onChange other files make another ticket */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#intake = new FileIntake(host, {
      around: host,
      target: () => (this.wanted ? this.#target : null),
      // The form waits itself, and knows what to do with one that failed.
      send: () => {},
      onChange,
    })
  }

  /** Nothing where no files are taken. */
  draw(t: Translate): TemplateResult | typeof nothing {
    if (!this.wanted) return nothing
    const { tray, lost } = this.#intake
    const fault = lost
      ? html`<p class="fault" role="alert">${icon('alert')}${t('widget.failed_more')}</p>`
      : nothing
    return html`<div class="files">${this.#intake.button(t('files.attach'), 'text')}${fault}${tray}</div>`
  }

  #target = (): { form: string } => {
    this.#uploadId ||= clientId()
    return { form: this.#uploadId }
  }

  /** What goes with the ticket, once all is there; null when something did not get through, which is shown then. */
  async all(): Promise<{ attachments?: string[]; upload_id?: string } | null> {
    const intake = this.#intake
    await intake.settled()
    if (intake.holds()) return null
    const attachments = intake.attachments.map(({ id }) => id)
    return attachments.length > 0 ? { attachments, upload_id: this.#uploadId } : {}
  }
}
