// The state of one ticket, by its reference and e-mail, and where the site wants it by a mailed code: how far it is,
// what was said, and a reply. No session needed.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { clientId } from '../../client/client-id.ts'
import type { MessageKey } from '../../locales/messages.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'
import type { SendEvent, TypingEvent } from '../composer/composer.events.ts'
import { icon } from '../icon/icon.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { field } from '../panel/field.ts'
import { formStyles } from '../panel/form.styles.ts'
import { formDraft } from '../panel/form-draft.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { personRow } from '../panel/person-row.ts'
import { mayStore } from '../provider/may-store.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { richTextStyles } from '../rich-text/rich-text.styles.ts'
import type { TicketAccessEvent } from '../ticket-code/ticket-code.ts'
import { emailFault } from '../ticket-form/email-fault.ts'
import type { ticketFound } from './ticket-found.ts'
import { ticketStatusStyles } from './ticket-status.styles.ts'

const EVERY = 30_000
type Phase =
  | { state: 'asking'; problem: MessageKey | null }
  | { state: 'looking' }
  /** A mailed code is asked for. */
  | { state: 'proving' }
  | { state: 'shown'; ticket: TicketStatus; draw: typeof ticketFound }

/** Asks for `reference` and `email` unless it was given both. */
export class DeskbellTicketStatus extends LitElement {
  static override properties = {
    reference: {},
    email: {},
    phase: { state: true },
    faults: { state: true },
    notSent: { state: true },
    draft: { state: true },
  }
  static override styles = [...panelStyles, formStyles, markStyles, richTextStyles, ticketStatusStyles]

  declare reference: string
  declare email: string
  protected declare phase: Phase
  protected declare faults: { reference?: string; email?: string }
  protected declare notSent: boolean
  /** A reply begun. */
  protected declare draft: string

  #widget = consumeWidget(this)
  #life: AbortController | undefined
  #begun = false
  /** What a code was exchanged for: an hour, and only in this view's memory. */
  #access: string | undefined
  #kept = formDraft<{ reference: string; email: string; reply: string }>('deskbell-status', () =>
    mayStore(this.#widget.client),
  )
  /** The id of a reply that may have arrived, though no answer came: the same text is sent under it again. */
  #unsure: { what: string; cid: string } | null = null

  constructor() {
    super()
    this.reference = ''
    this.email = ''
    this.phase = { state: 'asking', problem: null }
    this.faults = {}
    this.notSent = false
    this.draft = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    const { signal } = this.#life
    const again = (): void => void this.#refresh()
    const timer = setInterval(again, EVERY)
    signal.addEventListener('abort', () => clearInterval(timer), { once: true })
    window.addEventListener('focus', again, { signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  protected override firstUpdated(): void {
    const { reference = '', email = '', reply = '' } = this.#kept.read()
    const same = !this.reference || this.reference === reference
    if (same) this.draft = reply
    if (this.reference) return
    // What was typed before a reload waits for the button as it did then.
    this.#begun = true
    this.reference = reference
    this.email ||= email
  }

  protected override willUpdate(): void {
    if (this.#begun || !this.#widget.client || !this.reference || !this.email) return
    this.#begun = true
    void this.#look()
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('phase') as Phase | undefined
    if (this.phase.state === 'shown' && before && before.state !== 'shown') {
      const body = this.renderRoot.querySelector<HTMLElement>('.body')
      body?.focus()
      // The newest is what one came for.
      if (body) body.scrollTop = body.scrollHeight
    }
  }

  protected override render(): TemplateResult {
    if (this.phase.state === 'shown') return this.#shown(this.phase)
    return this.phase.state === 'proving' ? this.#proving() : this.#asking(this.phase)
  }

  #proving(): TemplateResult {
    const { tr, navigation } = this.#widget
    const { reference, email } = this.#query
    return html`
      ${panelHeader({ t: tr.t, navigation, title: tr.t('status.title') })}
      <deskbell-ticket-code .reference=${reference} .email=${email}
        @deskbell-ticket-access=${({ access }: TicketAccessEvent) => {
          this.#access = access
          void this.#look()
        }}></deskbell-ticket-code>`
  }

  /** Fetches what asks for the code, and shows it. */
  async #prove(): Promise<void> {
    this.#access = undefined
    try {
      await import('../ticket-code/ticket-code.define.ts')
      this.phase = { state: 'proving' }
    } catch {
      this.phase = { state: 'asking', problem: 'status.failed' }
    }
  }

  #asking(phase: Extract<Phase, { state: 'asking' | 'looking' }>): TemplateResult {
    const { tr, navigation } = this.#widget
    const { t } = tr
    const problem = phase.state === 'asking' ? phase.problem : null
    return html`
      ${panelHeader({ t, navigation, title: t('status.title') })}
      <div class="body ask">
        <h2 class="big">${t('status.where')}</h2>
        <p>${t('status.where_more')}</p>
        <form class="fields" novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
          ${field({ name: 'reference', label: t('status.reference'), value: this.reference, fault: this.faults.reference, maxlength: 20, latin: true })}
          ${field({ name: 'email', label: t('ticket.email'), value: this.email, fault: this.faults.email, maxlength: 254, type: 'email', autocomplete: 'email', latin: true })}
          <button class="button solid wide" type="submit" ?disabled=${phase.state === 'looking'}>
            ${t(phase.state === 'looking' ? 'common.loading' : 'status.show')}</button>
          ${problem ? html`<p class="fault" role="alert">${icon('alert')}<span>${t(problem)}</span></p>` : nothing}
        </form>
      </div>
      ${personRow(this.#widget)}`
  }

  #shown({ ticket, draw }: Extract<Phase, { state: 'shown' }>): TemplateResult {
    const { tr, navigation } = this.#widget
    return draw({
      tr,
      navigation,
      ticket,
      draft: this.draft,
      notSent: this.notSent,
      target: this.#target,
      onTyping: this.#onTyping,
      onReply: this.#onReply,
    })
  }

  #onInput = (event: Event): void => {
    // What is typed waits for the button; only what came with the element is looked up at once.
    this.#begun = true
    const { name, value } = event.target as HTMLInputElement
    if (name === 'reference') this.reference = value
    else this.email = value
    this.faults = { ...this.faults, [name]: undefined }
    this.#keep()
  }

  #onTyping = (event: TypingEvent): void => {
    event.stopPropagation()
    this.draft = event.text
    this.#keep()
  }

  #keep(): void {
    const { reference, email, draft: reply } = this
    this.#kept.write({ reference, email, reply })
  }

  #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { t } = this.#widget.tr
    const email = emailFault(this.email)
    this.faults = {}
    // What looks like a reference of another system may be one: only the empty and the hopeless are refused here.
    if (this.reference.trim().length < 6) this.faults.reference = t('fault.reference')
    if (email) this.faults.email = t(email)
    this.requestUpdate()
    await this.updateComplete
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong) wrong.focus()
    else await this.#look()
  }

  get #query() {
    const query = { reference: this.reference.trim().toUpperCase(), email: this.email.trim() }
    return this.#access ? { ...query, access: this.#access } : query
  }

  /** What files of a reply are for. */
  #target = () => this.#query

  async #look(): Promise<void> {
    this.phase = { state: 'looking' }
    try {
      const [ticket, { ticketFound }] = await Promise.all([
        this.#widget.client!.tickets.status(this.#query),
        import('./ticket-there.ts'),
      ])
      this.phase = { state: 'shown', ticket, draw: ticketFound }
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      if (code === 'code-required') return this.#prove()
      const unknown = code === 'ticket-not-found' || code === 'invalid-request'
      const busy = code === 'quota-exceeded'
      const problem = unknown ? 'status.not_found' : busy ? 'ticket.busy' : 'status.failed'
      this.phase = { state: 'asking', problem }
    }
  }

  /** Quietly: what is shown stays when the server does not answer. */
  async #refresh(): Promise<void> {
    const seen = document.visibilityState === 'visible' && this.checkVisibility({ visibilityProperty: true })
    if (this.phase.state !== 'shown' || !seen) return
    try {
      const ticket = await this.#widget.client!.tickets.status(this.#query)
      if (this.phase.state === 'shown') this.phase = { ...this.phase, ticket }
    } catch (error) {
      // Deleted meanwhile. That the hour of a code is over is said when something is to be sent.
      const gone = error instanceof ApiError && error.code === 'ticket-not-found'
      if (gone && this.phase.state === 'shown') this.phase = { state: 'asking', problem: 'status.gone' }
    }
  }

  #onReply = async (event: SendEvent): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const { body, attachments } = event
    const composer = event.target as HTMLElement & { value: string }
    const ids = attachments.map(({ id }) => id)
    const what = JSON.stringify([body, ids])
    if (this.#unsure?.what !== what) this.#unsure = { what, cid: clientId() }
    this.notSent = false
    try {
      const ticket = await this.#widget.client!.tickets.reply({
        ...this.#query,
        body,
        cid: this.#unsure.cid,
        ...(ids.length > 0 && { attachments: ids }),
      })
      if (this.phase.state === 'shown') this.phase = { ...this.phase, ticket }
      this.#unsure = null
      if (composer.value.trim() === body) {
        composer.value = ''
        this.draft = ''
      }
      this.#keep()
      await this.updateComplete
      const list = this.renderRoot.querySelector('.body')
      if (list) list.scrollTop = list.scrollHeight
    } catch (error) {
      if (error instanceof ApiError && error.code === 'code-required') await this.#prove()
      else this.notSent = true
    }
  }
}
