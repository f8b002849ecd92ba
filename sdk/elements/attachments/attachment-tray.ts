// Files on their way into a message: what has been added, how far it is, and what could not be taken. It uploads at
// once; what is uploaded waits here until its message goes.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { AttachmentClient, UploadTarget } from '../../client/attachment-client.ts'
import type { MessageKey, MessageParams } from '../../locales/messages.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import { icon } from '../icon/icon.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { MOST_FILES, refusalOf, sizeText, type Words } from './accepted-files.ts'
import { AttachmentsChangeEvent } from './attachment.events.ts'
import { attachmentTrayStyles } from './attachment-tray.styles.ts'
import { fileIcon } from './file-icon.ts'
import { keepPreview } from './local-previews.ts'

interface Item {
  key: number
  file: File
  /** 0 to 1; null while it waits for the network. */
  part: number | null
  done: Attachment | null
  failed: boolean
  /** Of an image, as the page itself shows it. */
  preview: string
  life: AbortController
}

const CODES: Readonly<Record<string, MessageKey>> = {
  'attachment-refused': 'files.wrong_type',
  'attachment-too-large': 'files.failed',
  'attachments-off': 'files.off',
  'quota-exceeded': 'files.quota',
}

/**
 * @event deskbell-attachments-change - something about the files has changed
 */
export class DeskbellAttachmentTray extends LitElement {
  static override properties = {
    target: { attribute: false },
    source: { attribute: false },
    words: { attribute: false },
    dragging: { type: Boolean },
    sending: { type: Boolean },
    items: { state: true },
    refusals: { state: true },
    said: { state: true },
  }
  static override styles = [...panelStyles, attachmentTrayStyles]

  /** What the files are for, asked when one is added. */
  declare target: () => UploadTarget
  /** Left out: the client of the widget around it. */
  declare source: (() => Promise<AttachmentClient>) | undefined
  declare words: Words | undefined
  /** Files are held over the place they can be dropped at. */
  declare dragging: boolean
  /** The message waits for its files. */
  declare sending: boolean
  protected declare items: readonly Item[]
  protected declare refusals: readonly string[]
  protected declare said: string

  #widget = consumeWidget(this)
  #next = 0

  constructor() {
    super()
    this.dragging = this.sending = false
    this.items = []
    this.refusals = []
    this.said = ''
  }

  /** Those that may go into a message, in the order they were added. */
  get attachments(): readonly Attachment[] {
    return this.items.flatMap(({ done }) => done ?? [])
  }

  /** Something is being uploaded. */
  get busy(): boolean {
    return this.items.some(({ done, failed }) => !done && !failed)
  }

  /** Something stands here that did not get through. */
  get failed(): boolean {
    return this.items.some(({ failed }) => failed)
  }

  /** Shows what did not get through; false where all did. */
  remind(): boolean {
    const retry = this.renderRoot.querySelector<HTMLElement>('.failed .tool')
    retry?.focus()
    return retry !== null
  }

  get isEmpty(): boolean {
    return this.items.length === 0
  }

  add(files: Iterable<File>): void {
    this.refusals = []
    for (const file of files) {
      const wrong = refusalOf(file, this.#tr)
      if (this.items.length >= MOST_FILES) this.#refuse('files.too_many', { n: MOST_FILES, name: file.name })
      else if (wrong) this.#refuse(wrong.key, wrong.params)
      else this.#begin(file)
    }
    this.#changed()
  }

  /** Their message has them now. */
  clear(): void {
    for (const { done, preview, life } of this.items) {
      life.abort()
      if (done && preview) keepPreview(done.id, preview)
      else if (preview) URL.revokeObjectURL(preview)
    }
    this.items = []
    this.refusals = []
    this.said = ''
    this.#changed()
  }

  get #tr(): Words {
    return this.words ?? this.#widget.tr
  }

  protected override render(): TemplateResult {
    const { t } = this.#tr
    return html`
      ${this.dragging ? html`<div class="drop">${icon('clip')}${t('files.drop')}</div>` : nothing}
      ${
        this.items.length > 0
          ? html`<ul aria-label=${t('files.list')}>${this.items.map((item) => this.#item(item))}</ul>`
          : nothing
      }
      ${this.refusals.map(
        (text) => html`<p class="refusal" role="alert">${icon('alert')}<span>${text}</span>
          <button class="tool" type="button" aria-label=${t('files.dismiss')} title=${t('files.dismiss')}
            @click=${() => this.#dismiss(text)}>${icon('close')}</button></p>`,
      )}
      ${this.sending ? html`<p class="small">${t('files.sends_then')}</p>` : nothing}
      <div class="hidden" role="status">${this.said}</div>`
  }

  #item(item: Item): TemplateResult {
    const { t } = this.#tr
    const { file, part, done, failed, preview } = item
    const name = done?.name ?? file.name
    const state = failed
      ? t('files.failed', { name: '' }).trim()
      : part === null && !done
        ? t('chat.waits')
        : ''
    return html`<li class=${failed ? 'failed' : ''}>
      <span class="face">${preview ? html`<img src=${preview} alt="">` : fileIcon('file')}</span>
      <span class="what"><span class="name"><bdi>${name}</bdi></span>
        <span class="more">${[sizeText(done?.size ?? file.size, this.#tr), state].filter(Boolean).join(' · ')}</span>
        ${
          done || failed
            ? nothing
            : html`<progress max="1" .value=${part ?? 0} aria-label=${t('files.uploading', { name })}></progress>`
        }</span>
      ${
        failed
          ? html`<button class="tool" type="button" aria-label=${`${t('common.retry')}: ${name}`} title=${t('common.retry')}
              @click=${() => this.#upload(item)}>${icon('refresh')}</button>`
          : nothing
      }
      <button class="tool" type="button" aria-label=${t('files.remove', { name })} title=${t('files.remove', { name })}
        @click=${() => this.#remove(item)}>${icon('close')}</button>
    </li>`
  }

  #begin(file: File): void {
    // Shown by the page itself; a page whose policy forbids it shows the name alone.
    const preview = /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? URL.createObjectURL(file) : ''
    const life = new AbortController()
    const item: Item = { key: this.#next++, file, part: 0, done: null, failed: false, preview, life }
    this.items = [...this.items, item]
    void this.#upload(item)
  }

  async #upload({ key, file, life }: Item): Promise<void> {
    this.#patch(key, { failed: false, part: 0 })
    try {
      const client = await (this.source ?? (() => this.#widget.client!.files()))()
      const done = await client.upload(file, this.target(), {
        onProgress: (part) => this.#patch(key, { part }),
        signal: life.signal,
      })
      this.#patch(key, { done })
      this.said = this.#tr.t('files.attached', { name: done.name })
    } catch (error) {
      if (life.signal.aborted) return
      this.#fail(key, file, error)
    }
    this.#changed()
  }

  /** What may work later stays with a button to try; what never will goes, with a word why. */
  #fail(key: number, { name }: File, error: unknown): void {
    const { code = '', retryable = true } = error instanceof ApiError ? error : {}
    const text = CODES[code]
    if (text) this.#refuse(text, { name })
    if (retryable && code !== 'quota-exceeded') this.#patch(key, { failed: true })
    else this.#drop(key)
  }

  #remove(item: Item): void {
    const name = item.done?.name ?? item.file.name
    item.life.abort()
    const at = this.items.findIndex(({ key }) => key === item.key)
    this.#drop(item.key)
    this.said = this.#tr.t('files.removed', { name })
    this.#changed()
    // The button is gone: the next one takes the focus, or whoever is around does.
    void this.updateComplete.then(() => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('li .tool:last-child')
      const next = buttons[Math.min(at, buttons.length - 1)]
      if (next) next.focus()
      else this.dispatchEvent(new Event('deskbell-attachments-left'))
    })
  }

  #drop(key: number): void {
    const gone = this.items.find((item) => item.key === key)
    if (gone?.preview) URL.revokeObjectURL(gone.preview)
    this.items = this.items.filter((item) => item.key !== key)
  }

  #patch(key: number, change: Partial<Item>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item))
  }

  #refuse(key: MessageKey, params: MessageParams): void {
    this.refusals = [...this.refusals, this.#tr.t(key, params)]
  }

  #dismiss(text: string): void {
    this.refusals = this.refusals.filter((other) => other !== text)
    this.dispatchEvent(new Event('deskbell-attachments-left'))
  }

  #changed(): void {
    this.dispatchEvent(new AttachmentsChangeEvent())
  }
}
