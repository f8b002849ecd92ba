// What a chat asks before it ends, and how its transcript is had: one question in the place of the slot, which it
// carries out itself and then goes.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { VisitorConversationView } from '../../client/visitor-client.api.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import { icon } from '../icon/icon.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { emailFault } from '../ticket-form/email-fault.ts'
import { type ChatTaskKind, TaskDoneEvent } from './chat-menu.events.ts'
import { chatTaskStyles } from './chat-task.styles.ts'

/** As long as a browser may take to begin a download. */
const DOWNLOAD_MS = 60_000

/** @event deskbell-task-done - it shall go */
export class DeskbellChatTask extends LitElement {
  static override properties = {
    kind: {},
    view: { attribute: false },
    conversation: { attribute: false },
    fault: { state: true },
    busy: { state: true },
    sentTo: { state: true },
  }
  static override styles = [...panelStyles, formStyles, chatTaskStyles]

  declare kind: ChatTaskKind
  declare view: VisitorConversationView | null
  declare conversation: VisitorConversation | null
  protected declare fault: string
  protected declare busy: boolean
  protected declare sentTo: string

  #widget = consumeWidget(this)

  constructor() {
    super()
    this.kind = 'end'
    this.view = null
    this.conversation = null
    this.fault = ''
    this.busy = false
    this.sentTo = ''
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // Escape takes the question away, not the panel around it.
      event.preventDefault()
      event.stopPropagation()
      this.#done()
    })
  }

  override focus(): void {
    this.renderRoot?.querySelector<HTMLElement>('.input, .first')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) return
    this.fault = this.sentTo = ''
    this.busy = false
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) return
    if (this.kind === 'download') void this.#download()
    else this.focus()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t } = this.#widget.tr
    if (this.kind === 'end') return this.#question(t)
    if (this.kind === 'mail') return this.#mail(t)
    return this.fault
      ? html`<div class="task"><span class="fault" role="alert">${icon('alert')}${this.fault}</span>
          <button class="button first" type="button" @click=${this.#download}>${t('common.retry')}</button>
          <button class="button" type="button" @click=${this.#done}>${t('common.close')}</button></div>`
      : nothing
  }

  /** There is a way back, by writing again, but it is not what somebody expects: the focus is on the harmless answer. */
  #question(t: ReturnType<typeof consumeWidget>['tr']['t']): TemplateResult {
    return html`<div class="task" role="group" aria-labelledby="ask">
      <span class="ask" id="ask">${t('chat.end_ask')}</span>
      <button class="button danger" type="button" @click=${this.#end}>${t('chat.end_yes')}</button>
      <button class="button first" type="button" @click=${this.#done}>${t('chat.end_no')}</button>
      ${this.#faultLine()}</div>`
  }

  #mail(t: ReturnType<typeof consumeWidget>['tr']['t']): TemplateResult {
    if (this.sentTo)
      return html`<div class="task"><span class="ask" role="status">${t('chat.mailed', { email: this.sentTo })}</span>
        <button class="button first" type="button" @click=${this.#done}>${t('common.close')}</button></div>`
    return html`<div class="task"><label class="ask" for="email">${t('chat.mail_to')}</label>
      <button class="button" type="button" @click=${this.#done}>${t('chat.cancel')}</button>
      <form novalidate @submit=${this.#send}>
        <input class="input" id="email" type="email" dir="ltr" autocomplete="email" aria-describedby=${this.fault ? 'fault' : nothing}
          aria-invalid=${this.fault ? 'true' : 'false'} .value=${this.conversation?.contact.email ?? ''}>
        <button class="button solid" type="submit">${t('article.send')}</button>
      </form>${this.#faultLine()}</div>`
  }

  #faultLine(): TemplateResult | typeof nothing {
    return this.fault
      ? html`<span class="fault" id="fault" role="alert">${icon('alert')}${this.fault}</span>`
      : nothing
  }

  #done = (): void => {
    this.dispatchEvent(new TaskDoneEvent())
  }

  async #try(act: (view: VisitorConversationView) => Promise<unknown>, fault: string): Promise<boolean> {
    if (!this.view || this.busy) return false
    this.busy = true
    this.fault = ''
    try {
      await act(this.view)
      return true
    } catch {
      this.fault = fault
      return false
    } finally {
      this.busy = false
    }
  }

  #end = async (): Promise<void> => {
    if (await this.#try((view) => view.end(), this.#widget.tr.t('rating.failed'))) this.#done()
  }

  #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { t } = this.#widget.tr
    const email = this.renderRoot.querySelector('input')!.value.trim()
    const fault = emailFault(email)
    if (fault) {
      this.fault = t(fault)
      this.focus()
      return
    }
    if (!(await this.#try((view) => view.mailTranscript(email), t('rating.failed')))) return
    this.sentTo = email
    await this.updateComplete
    this.focus()
  }

  #download = async (): Promise<void> => {
    const failed = this.#widget.tr.t('chat.download_failed')
    const save = async (view: VisitorConversationView): Promise<void> => {
      const url = URL.createObjectURL(await view.transcript('text'))
      const link = document.createElement('a')
      link.href = url
      link.download = `${this.conversation?.reference || 'chat'}.txt`
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS)
    }
    if (await this.#try(save, failed)) this.#done()
    else this.focus()
  }
}
