// The one slot above the composer: the way to a person, the place in line, the line to the server. One thing at a time.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { ConnectionState } from '../../client/connection-state.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { Staffing } from '../../protocol/site.ts'
import { openingLine } from '../home/opening-line.ts'
import { type IconName, icon } from '../icon/icon.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { contactForm } from './contact-form.ts'
import { AskPersonEvent, ContactEvent, LeaveQueueEvent } from './handoff-slot.events.ts'
import { handoffSlotStyles } from './handoff-slot.styles.ts'
import { RECONNECT_GRACE, type SlotState, slotState } from './slot-state.ts'

/**
 * @event deskbell-ask-person - the customer wants a person
 * @event deskbell-leave-queue - and does not any more
 * @event deskbell-contact - how the customer is reached, for a ticket
 */
export class DeskbellHandoffSlot extends LitElement {
  static override properties = {
    conversation: { attribute: false },
    connection: { attribute: false },
    availability: { attribute: false },
    wantsPerson: { type: Boolean },
    empty: { type: Boolean, reflect: true },
    fault: { state: true },
  }
  static override styles = [...panelStyles, formStyles, handoffSlotStyles]

  declare conversation: VisitorConversation | null
  declare connection: ConnectionState
  declare availability: Staffing | null
  /** A person was asked for before the first message. */
  declare wantsPerson: boolean
  /** Reflected while there is nothing to show. */
  declare empty: boolean
  declare fault: string

  #widget = consumeWidget(this)
  #timer: ReturnType<typeof setTimeout> | undefined
  #shown: SlotState = { kind: 'nothing' }
  #focused: Element | null = null

  constructor() {
    super()
    this.conversation = null
    this.connection = { state: 'idle' }
    this.availability = null
    this.wantsPerson = false
    this.empty = false
    this.fault = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const now = Date.now()
    this.#shown = slotState({ ...this.#input, now })
    this.empty = this.#shown.kind === 'nothing'
    this.#focused = this.shadowRoot?.activeElement ?? null
    if (!changed.has('connection')) return
    clearTimeout(this.#timer)
    if (this.connection.state !== 'reconnecting') return
    const left = this.connection.since + RECONNECT_GRACE - now
    if (left > 0) this.#timer = setTimeout(() => this.requestUpdate(), left)
  }

  protected override updated(): void {
    if (!this.#focused || this.#focused.isConnected) return
    // What was pressed is gone: the focus goes on to what is offered now, never out of the panel.
    this.tabIndex = -1
    const next = this.renderRoot.querySelector<HTMLElement>('button, input') ?? this
    next.focus({ preventScroll: true })
  }

  protected override render(): TemplateResult {
    return html`<span class="hidden" role="status">${this.#said()}</span>${this.#slot()}`
  }

  /** What is read aloud when it changes. In a region that stays: a new one that comes with its text may be passed over. */
  #said(): string {
    const { t, ordinal } = this.#widget.tr
    const shown = this.#shown
    switch (shown.kind) {
      case 'refused':
        return t('chat.refused')
      case 'offline':
        return `${t('chat.offline')}, ${t('chat.offline_more')}`
      case 'reconnecting':
        return `${t('chat.reconnecting')}, ${t('chat.reconnecting_more')}`
      case 'queue':
        return ordinal(shown.queue.position)
      case 'ticket':
        return t('chat.no_one_in', { reference: shown.reference })
      default:
        return ''
    }
  }

  #slot(): TemplateResult | typeof nothing {
    const { t, wait, ordinal } = this.#widget.tr
    const shown = this.#shown
    switch (shown.kind) {
      case 'nothing':
        return nothing
      case 'refused':
        return this.#line('alert', t('chat.refused'))
      case 'offline':
        return this.#line('refresh', t('chat.offline'), t('chat.offline_more'))
      case 'reconnecting':
        return this.#line('refresh', t('chat.reconnecting'), t('chat.reconnecting_more'))
      case 'wanted':
        return this.#line('person', t('home.person_answers'), this.#expectation(shown.availability))
      case 'ask':
        return html`<button class="slot" type="button" @click=${() => this.dispatchEvent(new AskPersonEvent())}>
          ${icon('person')}<span class="title">${t('chat.person')}</span> <span class="side">${this.#expectation(shown.availability)}</span>
        </button>`
      case 'queue':
        return html`<div class="slot two">
          ${icon('person')}<span class="title">${ordinal(shown.queue.position)}</span>
          <span class="side">${shown.queue.estimated_wait_seconds === null ? nothing : wait(shown.queue.estimated_wait_seconds)}</span>
          <span class="more">${t('chat.keep_place')}</span>
          <button class="link" type="button" @click=${() => this.dispatchEvent(new LeaveQueueEvent())}>${t('chat.leave')}</button>
        </div>`
      case 'ticket':
        return this.#ticket(shown)
    }
  }

  get #input() {
    const { conversation, connection, availability, wantsPerson } = this
    return { conversation, connection, availability, wantsPerson }
  }

  #line(name: IconName, title: string, side = ''): TemplateResult {
    return html`<div class="slot">${icon(name)}<span class="title">${title}</span> <span class="side">${side}</span></div>`
  }

  #expectation(availability: Staffing | null): string {
    if (!availability) return ''
    const { tr } = this.#widget
    if (!availability.available) return openingLine(availability, tr)[0]
    const { estimated_wait_seconds } = availability
    return estimated_wait_seconds === null ? '' : tr.wait(estimated_wait_seconds)
  }

  #ticket({ reference, contact }: Extract<SlotState, { kind: 'ticket' }>): TemplateResult {
    const { t } = this.#widget.tr
    const [before, after] = t('chat.no_one_in', { reference }).split(reference)
    return html`<div class="slot two">
      ${icon('document')}<span class="title wide">${before}<span class="reference">${reference}</span>${after}</span>
      <span class="more wide">${contact.email ? t('chat.no_one_reach', { email: contact.email }) : t('chat.no_one_more')}</span>
      ${
        contact.email
          ? nothing
          : contactForm({
              t,
              name: contact.name,
              fault: this.fault,
              onFault: (fault) => {
                this.fault = fault
              },
              onContact: (name, email) => this.dispatchEvent(new ContactEvent(name, email)),
            })
      }
    </div>`
  }
}
