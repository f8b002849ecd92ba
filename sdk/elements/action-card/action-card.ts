// What the AI agent would do for the customer, in plain words, with yes and no. Only these buttons say yes: nothing that is
// written does. How the answer travels is its owner's business.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { ApiError } from '../../client/api-error.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { icon } from '../icon/icon.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { actionCardStyles } from './action-card.styles.ts'
import { inputRows, isUnderWay, openActions, type RequestedAction } from './open-actions.ts'

/** A timer cannot wait longer, and nothing asked waits that long. */
const LONGEST_WAIT = 2 ** 31 - 1

export class DeskbellActionCard extends LitElement {
  static override properties = {
    events: { attribute: false },
    decide: { attribute: false },
    sending: { state: true },
    fault: { state: true },
    said: { state: true },
  }
  static override styles = [...panelStyles, actionCardStyles]

  /** The customer's log. */
  declare events: readonly LogEvent[]
  declare decide: (actionId: string, approve: boolean) => Promise<void>
  /** Id of the call whose answer is on its way. */
  declare sending: string | null
  declare fault: 'late' | 'failed' | null
  /** For who hears the page. */
  declare said: string

  #widget = consumeWidget(this)
  #held = false
  #expiry: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.events = []
    this.decide = async () => {}
    this.sending = null
    this.fault = null
    this.said = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#expiry)
  }

  protected override willUpdate(): void {
    this.#held = this.matches(':focus-within')
  }

  protected override render(): TemplateResult {
    const { t } = this.#widget.tr
    const open = this.#open()
    return html`
      ${open.map((action) => this.#card(action))}
      ${
        open.length === 0 && isUnderWay(this.events)
          ? html`<p class="under-way" tabindex="-1">${icon('check')}<span>${t('action.approved')}</span></p>`
          : nothing
      }
      ${
        this.fault && open.length === 0
          ? html`<p class="fault" tabindex="-1">${icon('alert')}<span>${t('action.late')}</span></p>`
          : nothing
      }
      <div class="hidden" role="status">${this.said}</div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    const open = this.#open()
    // Into a region that is there already: only so it is read aloud.
    if (changed.has('events')) this.said = open.map(({ data }) => this.#spoken(data.title)).join(' ')
    // The button that was pressed is gone with its card: the focus stays here.
    if (this.#held && !this.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('.button, .under-way, .fault')?.focus()
    clearTimeout(this.#expiry)
    const next = Math.min(...open.map(({ data }) => Date.parse(data.expires_at) - this.#now()))
    if (next < LONGEST_WAIT) this.#expiry = setTimeout(() => this.requestUpdate(), next + 100)
  }

  #spoken = (title: string): string => `${this.#widget.tr.t('action.ask')} ${title}`

  #open = (): RequestedAction[] => openActions(this.events, this.#now(), 'customer')

  #now = (): number => Date.now() + (this.#widget.client?.clockOffset() ?? 0)

  #card(action: RequestedAction): TemplateResult {
    const { t } = this.#widget.tr
    const { id, data } = action
    const rows = inputRows(action)
    const waits = this.sending === id
    return html`<section role="group" aria-labelledby="title-${id}" aria-describedby="safe-${id}">
      <p class="label">${t('action.ask')}</p>
      <h3 id="title-${id}" dir="auto">${data.title}</h3>
      ${data.explanation ? html`<p dir="auto">${data.explanation}</p>` : nothing}
      ${
        rows.length > 0
          ? html`<dl>${rows.map(([label, value]) => html`<dt dir="auto">${label}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>`
          : nothing
      }
      <p class="small" id="safe-${id}">${t('action.safe')}</p>
      <div class="buttons">
        <button class="button solid" type="button" aria-disabled=${waits} @click=${() => this.#answer(id, true)}>${t('action.yes')}</button>
        <button class="button" type="button" aria-disabled=${waits} @click=${() => this.#answer(id, false)}>${t('action.no')}</button>
      </div>
      ${
        this.fault
          ? html`<div class="fault" role="alert">${icon('alert')}<span>${t(this.fault === 'late' ? 'action.late' : 'rating.failed')}</span></div>`
          : nothing
      }
    </section>`
  }

  async #answer(id: string, approve: boolean): Promise<void> {
    if (this.sending) return
    this.sending = id
    this.fault = null
    try {
      await this.decide(id, approve)
    } catch (error) {
      const { code } = error as Partial<ApiError>
      // Decided already is decided: the log says how.
      if (code !== 'action-decided') this.fault = code === 'action-expired' ? 'late' : 'failed'
    }
    this.sending = null
  }
}
