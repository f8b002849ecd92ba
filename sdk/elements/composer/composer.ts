// The box a customer writes in. It knows text and keys, not where a message goes.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { UploadTarget } from '../../client/attachment-client.ts'
import { FileIntake } from '../attachments/file-intake.ts'
import type { EmojiCloseEvent, EmojiEvent } from '../emoji-picker/emoji-picker.events.ts'
import { icon } from '../icon/icon.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { CancelEditEvent, SendEvent, StopEvent, TypingEvent } from './composer.events.ts'
import { composerStyles } from './composer.styles.ts'

/** What the server takes at most. */
const LONGEST = 8000

/**
 * @event deskbell-send - a message to send; cancel it to keep the text
 * @event deskbell-typing - the text has changed
 * @event deskbell-stop - the running answer shall stop
 * @event deskbell-cancel-edit - the message that is being changed shall stay as it was
 */
export class DeskbellComposer extends LitElement {
  static override properties = {
    value: {},
    placeholder: {},
    answering: { type: Boolean },
    editing: { type: Boolean },
    target: { attribute: false },
    picking: { state: true },
  }
  static override styles = [...panelStyles, composerStyles]

  declare value: string
  declare placeholder: string
  /** The AI agent is writing: the send button stops it while the box is empty. */
  declare answering: boolean
  /** What stands here is a message that was sent, to be changed. */
  declare editing: boolean
  /** What a file added here is for; absent where none is taken. */
  declare target: (() => UploadTarget) | null | undefined
  /** The emoji are open. */
  protected declare picking: boolean

  #widget = consumeWidget(this)
  #files = new FileIntake(this, {
    target: () => (this.editing ? null : (this.target ?? null)),
    send: () => this.#send(),
  })

  constructor() {
    super()
    this.value = ''
    this.placeholder = ''
    this.answering = false
    this.editing = false
    this.picking = false
  }

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#grow()
  }

  protected override render(): TemplateResult {
    const { config, tr } = this.#widget
    const { t } = tr
    const over = this.value.trim().length - LONGEST
    const isEmpty = !this.value.trim() && this.#files.isEmpty
    const stops = this.answering && !this.editing && isEmpty
    const ready = stops || !isEmpty
    const label = t(stops ? 'chat.stop' : this.editing ? 'chat.save' : 'chat.send')
    return html`
      ${
        this.editing
          ? html`<div class="editing"><span id="editing">${t('chat.editing')}</span>
            <button type="button" @click=${this.#cancel}>${t('chat.cancel')}</button></div>`
          : nothing
      }
      ${over > 0 ? html`<div class="count" role="status">${t('chat.too_long', { n: over })}</div>` : nothing}
      ${
        this.picking
          ? html`<deskbell-emoji-picker @deskbell-emoji=${this.#insert} @deskbell-emoji-close=${this.#closeEmoji}></deskbell-emoji-picker>`
          : nothing
      }
      ${this.#files.tray}${this.#files.lost ? html`<div class="count" role="alert">${t('widget.failed_more')}</div>` : nothing}
      <div class="box" part="composer" @click=${this.#toField}>
        ${this.#files.button(t('files.attach'))}
        <textarea rows="1" aria-label=${t('chat.message')} aria-invalid=${over > 0 ? 'true' : nothing} aria-describedby=${this.editing ? 'editing' : nothing}
          placeholder=${this.placeholder || t('chat.write')} enterkeyhint="send"
          .value=${this.value} @input=${this.#onInput} @keydown=${this.#onKey} @paste=${this.#files.paste}></textarea>
        ${
          config?.settings?.chat?.emoji === false
            ? nothing
            : html`<button class="tool" type="button" aria-label=${t('chat.emoji')} title=${t('chat.emoji')}
              aria-expanded=${this.picking} @click=${this.#toggleEmoji}>${icon('smile')}</button>`
        }
        <button class="send ${ready ? 'ready' : ''} ${stops ? 'stop' : ''}" type="button" aria-label=${label} title=${label}
          @click=${stops ? this.#stop : this.#send}>${icon(stops ? 'stop' : this.editing ? 'check' : 'send')}</button>
      </div>`
  }

  /** What was added belongs to a conversation that is no longer shown. */
  clearFiles(): void {
    this.#files.clear()
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector('textarea') ?? null
  }

  #toField = (event: Event): void => {
    if (event.target === event.currentTarget) this.focus()
  }

  #onInput = (event: Event): void => {
    this.#change((event.target as HTMLTextAreaElement).value)
  }

  #change(text: string): void {
    this.value = text
    this.dispatchEvent(new TypingEvent(text))
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.editing && !event.isComposing) {
      this.#cancel()
      // Escape ends the change only, it does not close the panel around it.
      event.preventDefault()
      event.stopPropagation()
    }
    // While an input method composes, Enter takes its suggestion; 229 is how Safari says so after the fact.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    this.#send()
  }

  #send = (): void => {
    const body = this.value.trim()
    const files = this.editing ? [] : this.#files.attachments
    if (!this.editing && this.#files.holds()) return
    const isWhole = (body || files.length > 0) && body.length <= LONGEST
    if (isWhole && this.dispatchEvent(new SendEvent(body, files))) {
      this.#change('')
      this.picking = false
      if (files.length > 0) this.#files.clear()
    }
    this.focus()
  }

  #toggleEmoji = async (): Promise<void> => {
    if (this.picking) {
      this.#closeEmoji()
      return
    }
    // Who is off line types without.
    const come = await import('../emoji-picker/emoji-picker.define.ts').catch(() => null)
    if (!come) return
    this.picking = true
    await this.updateComplete
    const picker = this.renderRoot.querySelector('deskbell-emoji-picker')
    await picker?.updateComplete
    picker?.focus()
  }

  #closeEmoji = (event?: EmojiCloseEvent): void => {
    this.picking = false
    if (!event?.away) this.focus()
  }

  /** Where the cursor stands. */
  #insert = ({ emoji }: EmojiEvent): void => {
    const field = this.#field!
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end')
    this.#change(field.value)
  }

  #cancel = (): void => {
    this.dispatchEvent(new CancelEditEvent())
    this.focus()
  }

  #stop = (): void => {
    this.dispatchEvent(new StopEvent())
    this.focus()
  }

  /** To the height of the text; `field-sizing` is not everywhere yet. */
  #grow(): void {
    const field = this.#field
    if (!field) return
    // Held while the field is measured: were it low for a moment, a list above would lose its place at the end.
    this.style.setProperty('block-size', `${this.offsetHeight}px`)
    field.style.setProperty('block-size', '0')
    field.style.setProperty('block-size', `${Math.max(42, field.scrollHeight)}px`)
    this.style.removeProperty('block-size')
  }
}
