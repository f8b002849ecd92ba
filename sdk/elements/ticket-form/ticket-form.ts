// The ticket form: asks what a person needs to answer, offers articles meanwhile, and hands out the reference.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { clientId } from '../../client/client-id.ts'
import type { MessageKey } from '../../locales/messages.ts'
import type { FormField } from '../../protocol/site-settings.ts'
import type { TicketCreated } from '../../protocol/ticket.ts'
import type { FieldTexts } from '../form-fields/field-fault.ts'
import type { FieldsEvent } from '../form-fields/form-fields.ts'
import { ArticleSearch } from '../help/article-search.ts'
import { icon } from '../icon/icon.ts'
import { field } from '../panel/field.ts'
import { formStyles } from '../panel/form.styles.ts'
import { formDraft } from '../panel/form-draft.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { mayStore } from '../provider/may-store.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { emailFault } from './email-fault.ts'
import { TicketFiles } from './ticket-files.ts'
import { ticketFormStyles } from './ticket-form.styles.ts'
import type { ticketSent } from './ticket-sent.ts'

type FieldName = 'name' | 'email' | 'subject' | 'description'
interface TicketDraft extends Record<FieldName, string> {
  department_id: string
  /** Answers to the site's own fields. */
  fields: FieldTexts
}
type Phase =
  | { state: 'writing'; problem: MessageKey | null }
  | { state: 'sending' }
  | { state: 'sent'; ticket: TicketCreated; draw: typeof ticketSent }

/** A ticket was filed. */
export class TicketSentEvent extends Event {
  readonly reference: string

  constructor(reference: string) {
    super('deskbell-ticket-sent', { bubbles: true, composed: true })
    this.reference = reference
  }
}

const bringSent = () => import('../ticket-status/ticket-there.ts')

const FIELDS: readonly FieldName[] = ['name', 'email', 'subject', 'description']
const emptyDraft: TicketDraft = {
  name: '',
  email: '',
  subject: '',
  description: '',
  department_id: '',
  fields: {},
}

/** @event deskbell-ticket-sent - the server has the ticket; `reference` is its number. */
export class DeskbellTicketForm extends LitElement {
  static override properties = {
    subject: {},
    description: {},
    draft: { state: true },
    faults: { state: true },
    phase: { state: true },
    asked: { state: true },
  }
  static override styles = [...panelStyles, formStyles, ticketFormStyles]

  /** What the fields begin with. */
  declare subject: string
  declare description: string
  protected declare draft: TicketDraft
  protected declare faults: { [name in FieldName]?: string }
  protected declare phase: Phase
  /** Name and e-mail are asked for, though known. */
  protected declare asked: boolean

  #widget = consumeWidget(this)
  #search = new ArticleSearch(this, () => this.#widget.client)
  #kept = formDraft<TicketDraft>('deskbell-ticket', () => mayStore(this.#widget.client))
  #fetchedFields = false
  #files = new TicketFiles(this, () => {
    if (this.phase.state !== 'sending') this.#cid = ''
  })
  /** One per text: sent twice it makes one ticket, and another text is another ticket. */
  #cid = ''

  constructor() {
    super()
    this.subject = ''
    this.description = ''
    this.draft = { ...emptyDraft }
    this.faults = {}
    this.phase = { state: 'writing', problem: null }
    this.asked = false
  }

  protected override firstUpdated(): void {
    const contact = this.#widget.client?.conversations.list
      .get()
      .map((conversation) => conversation.contact)
      .find(({ email }) => email)
    const kept = { ...emptyDraft, ...this.#kept.read() }
    this.draft = {
      ...kept,
      name: kept.name || contact?.name || '',
      email: kept.email || contact?.email || '',
      subject: this.subject || kept.subject,
      description: this.description || kept.description,
    }
    this.asked = !contact?.name || !contact.email || this.draft.email !== contact.email
    if (this.draft.subject) this.#search.type(this.draft.subject)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('phase') && this.phase.state === 'sent') {
      this.renderRoot.querySelector<HTMLElement>('.body')?.focus()
    }
  }

  protected override render(): TemplateResult {
    const { tr, navigation, config } = this.#widget
    const { phase } = this
    this.#files.wanted = config !== null && config.settings?.ticket?.attachments !== false
    if (phase.state === 'sent') {
      const now = this.#search.now
      const article = now.state === 'found' ? now.result.articles[0] : undefined
      return phase.draw({
        ...this.#widget,
        tr,
        navigation,
        ticket: phase.ticket,
        email: this.draft.email,
        article,
      })
    }
    return html`
      ${panelHeader({ t: tr.t, navigation, title: tr.t('ticket.title') })}
      <form novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
        <div class="body fields">
          ${this.#topic()}
          ${this.#field('subject', { maxlength: 255 })}
          ${this.#suggestions()}
          ${this.#field('description', { maxlength: 8000, long: true })}
          ${this.#files.draw(tr.t)}
          ${this.#ownFields()}
          ${this.asked ? this.#field('name', { maxlength: 255, autocomplete: 'name' }) : nothing}
          ${this.asked ? this.#field('email', { maxlength: 254, autocomplete: 'email', type: 'email', latin: true }) : nothing}
        </div>
        <div class="foot">
          <p class="small">${this.#footLine()}</p>
          <button class="button solid" type="submit" ?disabled=${phase.state === 'sending'}>
            ${tr.t(phase.state === 'sending' ? 'ticket.sending' : 'ticket.send')}</button>
        </div>
      </form>`
  }

  #field(name: FieldName, options: Partial<Parameters<typeof field>[0]>): TemplateResult {
    const label = this.#widget.tr.t(`ticket.${name}`)
    return field({ name, label, value: this.draft[name], fault: this.faults[name], ...options })
  }

  /** The site's own, drawn by a chunk that only such sites fetch. */
  get #asked(): readonly FormField[] {
    return (this.#widget.config?.settings?.ticket?.fields ?? []) as readonly FormField[]
  }

  #ownFields(): TemplateResult | typeof nothing {
    if (this.#asked.length === 0) return nothing
    if (!this.#fetchedFields) {
      this.#fetchedFields = true
      import('../form-fields/form-fields.define.ts').catch(() => {
        // Without its questions a ticket is still a ticket; the next drawing tries again.
        this.#fetchedFields = false
      })
    }
    return html`<deskbell-form-fields .fields=${this.#asked} .texts=${this.draft.fields}
      @deskbell-fields=${this.#onFields}></deskbell-form-fields>`
  }

  #onFields = ({ texts }: FieldsEvent): void => {
    this.#change({ fields: texts })
  }

  #footLine(): unknown {
    const { t } = this.#widget.tr
    const { phase } = this
    if (phase.state === 'writing' && phase.problem) {
      return html`<span class="fault" role="alert">${icon('alert')}${t(phase.problem)}</span>`
    }
    if (this.asked) return t('ticket.by')
    return html`${t('ticket.as', { email: this.draft.email })}
      <button class="link" type="button" @click=${this.#ask}>${t('ticket.change')}</button>`
  }

  #topic(): TemplateResult | typeof nothing {
    const { config, tr } = this.#widget
    if (!config?.departments.length) return nothing
    const { department_id } = this.draft
    return html`<div class="field"><label for="department_id">${tr.t('ticket.topic')}</label>
      <div class="select"><select class="input" id="department_id" name="department_id">
        <option value="" ?selected=${!department_id}>${tr.t('ticket.any_topic')}</option>
        ${config.departments.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === department_id}>${name}</option>`,
        )}
      </select>${icon('down')}</div></div>`
  }

  #suggestions(): TemplateResult | typeof nothing {
    const { tr, navigation } = this.#widget
    const now = this.#search.now
    const result = now.state === 'found' ? now.result : now.state === 'searching' ? now.before : null
    if (!result?.articles.length) return nothing
    return html`<div class="hints" role="status"><p class="small">${tr.t('ticket.suggestions')}</p>
      <ul class="rows">${result.articles.slice(0, 2).map(
        ({ slug, title, passage }) => html`<li><button class="row" type="button"
          @click=${() => navigation?.open('article', { slug, passage })}>
          ${icon('book')}<span class="row-text"><bdi>${title}</bdi></span>${icon('chevron')}</button></li>`,
      )}</ul></div>`
  }

  #ask = (): void => {
    this.asked = true
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#email')?.focus())
  }

  #onInput = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement
    // The site's own fields tell of themselves.
    if (!(name in emptyDraft)) return
    // While the rest is written. Where it fails, the sending asks again.
    bringSent().catch(() => {})
    this.#change({ [name]: value })
    if (name === 'subject') this.#search.type(value, 500)
    // A fault goes as soon as it is mended; a new one waits for the sending.
    if (this.faults[name as FieldName])
      this.faults = { ...this.faults, [name]: this.#fault(name as FieldName) }
  }

  #change(change: Partial<TicketDraft>): void {
    this.draft = { ...this.draft, ...change }
    this.#cid = ''
    this.#kept.write(this.draft)
    if (this.phase.state === 'writing' && this.phase.problem) this.phase = { state: 'writing', problem: null }
  }

  #fault(name: FieldName): string | undefined {
    const { t } = this.#widget.tr
    if (name === 'email') {
      const fault = emailFault(this.draft.email)
      return fault ? t(fault) : undefined
    }
    return this.draft[name].trim() ? undefined : t(`fault.${name}`)
  }

  async #blame(faults: DeskbellTicketForm['faults']): Promise<void> {
    this.faults = faults
    if (faults.name || faults.email) this.asked = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.phase.state === 'sending') return
    const faults: DeskbellTicketForm['faults'] = {}
    for (const name of FIELDS) {
      const fault = this.#fault(name)
      if (fault) faults[name] = fault
    }
    // The site's own say for themselves what is wrong, and what stands above them has the focus in the end.
    const own = this.renderRoot.querySelector('deskbell-form-fields')
    const good = (await own?.check?.()) ?? true
    await this.#blame(faults)
    if (good && Object.keys(faults).length === 0) await this.#send()
  }

  async #send(): Promise<void> {
    this.phase = { state: 'sending' }
    const files = await this.#files.all()
    if (!files) {
      this.phase = { state: 'writing', problem: null }
      return
    }
    this.#cid ||= clientId()
    const { department_id, fields: _, ...text } = this.draft
    const fields = this.renderRoot.querySelector('deskbell-form-fields')?.values
    try {
      // Before the ticket goes: one that is there and cannot be told of would be sent again.
      const { ticketSent } = await bringSent()
      const ticket = await this.#widget.client!.tickets.create({
        ...text,
        department_id: department_id || null,
        cid: this.#cid,
        ...(fields && { fields }),
        ...files,
        page: { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) },
      })
      this.#kept.clear()
      this.phase = { state: 'sent', ticket, draw: ticketSent }
      this.dispatchEvent(new TicketSentEvent(ticket.reference))
    } catch (error) {
      const busy = error instanceof ApiError && error.code === 'quota-exceeded'
      this.phase = { state: 'writing', problem: busy ? 'ticket.busy' : 'ticket.failed' }
      if (error instanceof ApiError && error.problem?.errors) void this.#blameServer(error.problem.errors)
    }
  }

  async #blameServer(errors: readonly { pointer: string; detail: string }[]): Promise<void> {
    await this.renderRoot.querySelector('deskbell-form-fields')?.blame?.(errors)
    const faults: DeskbellTicketForm['faults'] = {}
    for (const { pointer, detail } of errors) {
      const name = FIELDS.find((candidate) => pointer === `/${candidate}`)
      if (name) faults[name] = name === 'email' ? this.#widget.tr.t('fault.email_form') : detail
    }
    void this.#blame(faults)
  }
}
