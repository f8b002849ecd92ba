// The state of one ticket, by its reference and e-mail: how far it is, what was said, and a reply. No session needed.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { clientId } from '../../client/client-id.ts'
import type { MessageKey } from '../../locales/messages.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'
import type { SendEvent } from '../composer/composer.events.ts'
import { icon } from '../icon/icon.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { copyButton } from '../panel/copy-button.ts'
import { field } from '../panel/field.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { personRow } from '../panel/person-row.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { richTextStyles } from '../rich-text/rich-text.styles.ts'
import { emailFault } from '../ticket-form/email-fault.ts'
import { progress, thread } from './ticket-progress.ts'
import { ticketStatusStyles } from './ticket-status.styles.ts'

const EVERY = 30_000
type Phase =
  | { state: 'asking'; problem: MessageKey | null }
  | { state: 'looking' }
  | { state: 'shown'; ticket: TicketStatus }

/** Asks for `reference` and `email` unless it was given both. */
export class DeskbellTicketStatus extends LitElement {
  static override properties = {
    reference: {},
    email: {},
    phase: { state: true },
    faults: { state: true },
    notSent: { state: true },
  }
  static override styles = [...panelStyles, formStyles, markStyles, richTextStyles, ticketStatusStyles]

  declare reference: string
  declare email: string
  protected declare phase: Phase
  protected declare faults: { reference?: string; email?: string }
  protected declare notSent: boolean

  #widget = consumeWidget(this)
  #life: AbortController | undefined
  #begun = false
  /** The id of a reply that may have arrived, though no answer came: the same text is sent under it again. */
  #unsure: { body: string; cid: string } | null = null

  constructor() {
    super()
    this.reference = ''
    this.email = ''
    this.phase = { state: 'asking', problem: null }
    this.faults = {}
    this.notSent = false
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

  protected override willUpdate(): void {
    if (this.#begun || !this.#widget.client || !this.reference || !this.email) return
    this.#begun = true
    void this.#look()
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('phase') as Phase | undefined
    if (this.phase.state === 'shown' && before?.state === 'looking') {
      const body = this.renderRoot.querySelector<HTMLElement>('.body')
      body?.focus()
      // The newest is what one came for.
      if (body) body.scrollTop = body.scrollHeight
    }
  }

  protected override render(): TemplateResult {
    return this.phase.state === 'shown' ? this.#shown(this.phase.ticket) : this.#asking(this.phase)
  }

  #asking(phase: Exclude<Phase, { state: 'shown' }>): TemplateResult {
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

  #shown(ticket: TicketStatus): TemplateResult {
    const { tr, navigation } = this.#widget
    const { t } = tr
    const person = ticket.replies.findLast(({ actor }) => actor.kind === 'human')?.author
    return html`
      ${panelHeader({
        t,
        navigation,
        title: ticket.subject,
        subtitle: html`<span dir="ltr">${ticket.reference}</span>`,
        actions: copyButton(ticket.reference, t, 'icon'),
      })}
      <div class="body" tabindex="-1">
        ${progress(ticket, person, t)}
        ${thread(ticket, tr, (slug) => navigation?.open('article', { slug }))}
      </div>
      <div class="foot reply">
        <deskbell-composer .placeholder=${person ? t('status.reply_to', { name: person }) : t('status.reply')}
          @deskbell-send=${this.#onReply}></deskbell-composer>
        ${this.notSent ? html`<p class="fault" role="alert">${icon('alert')}${t('status.reply_failed')}</p>` : nothing}
      </div>`
  }

  #onInput = (event: Event): void => {
    // What is typed waits for the button; only what came with the element is looked up at once.
    this.#begun = true
    const { name, value } = event.target as HTMLInputElement
    if (name === 'reference') this.reference = value
    else this.email = value
    this.faults = { ...this.faults, [name]: undefined }
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
    return { reference: this.reference.trim().toUpperCase(), email: this.email.trim() }
  }

  async #look(): Promise<void> {
    this.phase = { state: 'looking' }
    try {
      this.phase = { state: 'shown', ticket: await this.#widget.client!.tickets.status(this.#query) }
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
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
    const ticket = await this.#widget.client?.tickets.status(this.#query).catch(() => null)
    if (ticket && this.phase.state === 'shown') this.phase = { state: 'shown', ticket }
  }

  #onReply = async (event: SendEvent): Promise<void> => {
    event.preventDefault()
    event.stopPropagation()
    const { body } = event
    const composer = event.target as HTMLElement & { value: string }
    if (this.#unsure?.body !== body) this.#unsure = { body, cid: clientId() }
    this.notSent = false
    try {
      const ticket = await this.#widget.client!.tickets.reply({ ...this.#query, body, cid: this.#unsure.cid })
      this.phase = { state: 'shown', ticket }
      this.#unsure = null
      if (composer.value.trim() === body) composer.value = ''
      await this.updateComplete
      const list = this.renderRoot.querySelector('.body')
      if (list) list.scrollTop = list.scrollHeight
    } catch {
      this.notSent = true
    }
  }
}
