// Asks for the code that was mailed to whoever filed a ticket. Whether there is such a ticket it never learns: the
// server says the same either way. Its look is the status view's, which it stands in for.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { MessageKey } from '../../locales/messages.ts'
import { icon } from '../icon/icon.ts'
import { field } from '../panel/field.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { ticketCodeStyles } from './ticket-code.styles.ts'

const DIGITS = 8
/** Before another code can be asked for; mails take a moment. */
const WAIT_SECONDS = 60

/** The code was right: `access` opens the ticket for an hour. */
export class TicketAccessEvent extends Event {
  readonly access: string

  constructor(access: string) {
    super('deskbell-ticket-access')
    this.access = access
  }
}

/** @event deskbell-ticket-access - the code was right */
export class DeskbellTicketCode extends LitElement {
  static override properties = {
    reference: {},
    email: {},
    code: { state: true },
    fault: { state: true },
    problem: { state: true },
    checking: { state: true },
    wait: { state: true },
  }
  static override styles = [...panelStyles, formStyles, ticketCodeStyles]

  declare reference: string
  declare email: string
  protected declare code: string
  protected declare fault: string | undefined
  protected declare problem: MessageKey | null
  protected declare checking: boolean
  /** Seconds until another code can be sent. */
  protected declare wait: number

  #widget = consumeWidget(this)
  #verification = ''
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.reference = ''
    this.email = ''
    this.code = ''
    this.problem = null
    this.checking = false
    this.wait = 0
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus()
  }

  protected override firstUpdated(): void {
    void this.#request()
    this.focus()
  }

  protected override render(): TemplateResult {
    const { t } = this.#widget.tr
    return html`<form class="body" novalidate @submit=${this.#onSubmit}>
      <h2 class="big">${t('status.code_title')}</h2>
      <p>${t('status.code_more', { email: this.email })}</p>
      <div class="fields">
        ${field({
          name: 'code',
          label: t('status.code'),
          value: this.code,
          fault: this.fault,
          inputmode: 'numeric',
          autocomplete: 'one-time-code',
          maxlength: 20,
          latin: true,
          onInput: this.#onInput,
        })}
        <button class="button solid wide" type="submit" ?disabled=${this.checking}>
          ${t(this.checking ? 'common.loading' : 'status.show')}</button>
        ${this.problem ? html`<p class="fault" role="alert">${icon('alert')}<span>${t(this.problem)}</span></p>` : nothing}
        ${
          this.wait > 0
            ? html`<p class="small">${t('status.code_wait', { n: this.wait })}</p>`
            : html`<button class="button wide" type="button" @click=${this.#request}>
                ${t('status.code_again')}</button>`
        }
      </div>
    </form>`
  }

  #request = async (): Promise<void> => {
    const { reference, email } = this
    this.problem = null
    this.#countDown()
    try {
      const { verification_id } = await this.#widget.client!.tickets.requestCode({ reference, email })
      this.#verification = verification_id
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      this.problem =
        code === 'mail-off' ? 'status.code_mail' : code === 'quota-exceeded' ? 'ticket.busy' : 'status.failed'
      // What was not sent need not be waited for.
      if (code !== 'quota-exceeded') this.wait = 0
    }
  }

  #countDown(): void {
    clearInterval(this.#timer)
    this.wait = WAIT_SECONDS
    this.#timer = setInterval(() => {
      this.wait--
      if (this.wait <= 0) clearInterval(this.#timer)
    }, 1000)
  }

  #onInput = (event: Event): void => {
    this.code = (event.target as HTMLInputElement).value
    this.fault = undefined
  }

  #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.checking) return
    const { t } = this.#widget.tr
    const verification_code = this.code
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/\D/g, '')
    if (verification_code.length !== DIGITS) {
      await this.#blame(t('fault.code', { n: DIGITS }))
      return
    }
    const { reference, email } = this
    this.checking = true
    this.problem = null
    try {
      const { access_token } = await this.#widget.client!.tickets.redeemCode({
        reference,
        email,
        verification_id: this.#verification,
        verification_code,
      })
      this.dispatchEvent(new TicketAccessEvent(access_token))
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      const wrong = code === 'code-wrong' || code === 'ticket-not-found' || code === 'invalid-request'
      if (wrong) await this.#blame(t('status.code_wrong'))
      else this.problem = code === 'quota-exceeded' ? 'ticket.busy' : 'status.failed'
    } finally {
      this.checking = false
    }
  }

  async #blame(fault: string): Promise<void> {
    this.fault = fault
    await this.updateComplete
    this.focus()
  }
}
