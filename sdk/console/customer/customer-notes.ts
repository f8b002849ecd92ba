// What the team keeps in mind about a customer, beside any one conversation: read, added, taken away with a way back.

import { html, nothing, type PropertyValues } from 'lit'
import { clientId } from '../../client/client-id.ts'
import type { ContactNote } from '../../protocol/contact-note.ts'
import { consoleIcon } from '../console-icon.ts'
import { age, fullTime } from '../console-time.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { customerNotesStyles } from './customer-notes.styles.ts'

export class CustomerNotes extends DeskElement {
  static override properties = {
    contactId: {},
    name: {},
    notes: { state: true },
    fault: { state: true },
    failed: { state: true },
    busy: { state: true },
  }
  static override styles = [deskStyles, customerNotesStyles]

  declare contactId: string
  /** What the customer is called. */
  declare name: string
  declare notes: readonly ContactNote[]
  declare fault: string
  /** They could not be read. */
  declare failed: boolean
  declare busy: boolean
  #asked = ''

  constructor() {
    super()
    this.contactId = ''
    this.name = ''
    this.notes = []
    this.fault = ''
    this.failed = false
    this.busy = false
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.desk || !this.contactId || this.#asked === this.contactId) return
    this.#asked = this.contactId
    this.notes = []
    this.fault = ''
    void this.#load()
  }

  get #path(): string {
    return `/contacts/${this.contactId}/notes`
  }

  async #load(): Promise<void> {
    const id = this.contactId
    this.failed = false
    try {
      const { notes = [] } = await this.desk!.client.rest<{ notes: ContactNote[] }>('GET', this.#path)
      // Somebody else may be before the eyes by now.
      if (id === this.contactId) this.notes = notes
    } catch {
      if (id === this.contactId) this.failed = true
    }
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    const label = t('customer.note_field', { name: this.name })
    return html`
      ${this.failed ? html`<p class="muted">${t('customer.notes_failed')} <button class="link" type="button" @click=${() => void this.#load()}>${t('customer.again')}</button></p>` : nothing}
      ${this.notes.length > 0 ? html`<ul>${this.notes.map((note) => this.#note(note))}</ul>` : nothing}
      <form @submit=${this.#onSubmit}>
        <textarea name="body" rows="1" maxlength="2000" dir="auto" aria-label=${label} placeholder=${label} @keydown=${this.#onKey}></textarea>
        <button class="button" type="submit" ?disabled=${this.busy}>${t('customer.note_add')}</button>
      </form><p class="fault" role="alert">${this.fault}</p>`
  }

  #note(note: ContactNote) {
    const { t, now, locale } = this.desk!
    return html`<li><p dir="auto">${note.body}</p>
      <p class="by"><span class="cut">${note.author.name}</span> <time datetime=${note.at} title=${fullTime(note.at, locale)}>${age(note.at, now(), t, locale)}</time>
        <button type="button" aria-label=${t('customer.note_remove', { name: note.author.name })} @click=${() => void this.#remove(note)}>${consoleIcon('close')}</button></p></li>`
  }

  /** Enter saves, Shift and Enter begins a line: as in the composer with ⌘. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    ;(event.target as HTMLTextAreaElement).form?.requestSubmit()
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const body = String(new FormData(form).get('body') ?? '').trim()
    if (body && !this.busy) void this.#add(body, form)
  }

  async #add(body: string, form: HTMLFormElement): Promise<void> {
    const { client, t } = this.desk!
    this.busy = true
    this.fault = ''
    try {
      const note = await client.rest<ContactNote>('POST', this.#path, { body: { id: clientId(), body } })
      this.notes = [note, ...this.notes]
      form.reset()
    } catch (error) {
      // What was written stays in the field.
      this.fault = t('customer.note_failed', { reason: reasonOf(error, t) })
    }
    this.busy = false
  }

  async #remove(note: ContactNote): Promise<void> {
    const { client, undo, t } = this.desk!
    const path = this.#path
    const drop = async (): Promise<void> => {
      await client.rest('DELETE', `${path}/${note.id}`)
      this.notes = this.notes.filter(({ id }) => id !== note.id)
    }
    try {
      await drop()
      undo.offer({
        label: t('customer.note_removed'),
        undo: async () => {
          await client.rest('POST', path, { body: { id: note.id, body: note.body } })
          await this.#load()
        },
        redo: drop,
      })
    } catch (error) {
      this.fault = t('customer.note_failed', { reason: reasonOf(error, t) })
    }
  }
}
