// The files of a message in an agent's thread: small rows, sound and film in place, and pictures over the whole window.

import { html, nothing } from 'lit'
import { sizeText } from '../../elements/attachments/accepted-files.ts'
import { fileIcon } from '../../elements/attachments/file-icon.ts'
import { previewOf } from '../../elements/attachments/local-previews.ts'
import type { Attachment, AttachmentLink } from '../../protocol/attachment.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { openOnce } from '../open-once.ts'
import { threadFilesStyles } from './thread-files.styles.ts'

/** So long an address surely leads somewhere, ms; they are good for a quarter of an hour. */
const FRESH = 9 * 60_000

interface Address extends Pick<AttachmentLink, 'url' | 'thumb_url'> {
  at: number
}

export class ThreadFiles extends DeskElement {
  static override properties = {
    attachments: { attribute: false },
    conversationId: { attribute: false },
    addresses: { state: true },
    shown: { state: true },
    gone: { state: true },
  }
  static override styles = [deskStyles, threadFilesStyles]

  declare attachments: readonly Attachment[]
  /** Left out while the message is not sent. */
  declare conversationId: string | undefined
  protected declare addresses: ReadonlyMap<string, Address>
  /** The picture that fills the window: its place among the pictures. */
  protected declare shown: number | null
  protected declare gone: string

  /** Whose addresses were asked for. */
  #asked = ''
  /** What the browser did not show: the page around an embedded console may allow no `blob:`. */
  readonly #broken = new Set<string>()

  constructor() {
    super()
    this.attachments = []
    this.addresses = new Map()
    this.shown = null
    this.gone = ''
  }

  get #pictures(): readonly Attachment[] {
    return this.attachments.filter(({ kind }) => kind === 'image')
  }

  protected override willUpdate(): void {
    // The message was taken away under it.
    if (this.shown !== null && !this.#pictures[this.shown]) this.shown = null
  }

  protected override updated(): void {
    const wanted = this.desk ? [this.conversationId, ...this.attachments.map(({ id }) => id)].join() : ''
    if (wanted !== this.#asked) {
      this.#asked = wanted
      for (const { id } of this.attachments) void this.#fetch(id)
    }
    openOnce(this)
  }

  protected override render() {
    if (!this.desk) return nothing
    return html`${this.attachments.map((file) => this.#file(file))}
      ${this.gone ? html`<p class="gone" role="status">${this.gone}</p>` : nothing}
      ${this.shown === null ? nothing : this.#lightbox(this.shown)}`
  }

  #file(file: Attachment) {
    const { id, kind, name } = file
    const url = this.addresses.get(id)?.url
    const { t } = this.desk!.shared
    if (kind === 'image') {
      const at = this.#pictures.indexOf(file)
      return html`<button class="file" type="button" aria-haspopup="dialog" title=${t('files.open', { name })} ?disabled=${!url}
        @click=${() => void this.#show(at)}>${this.#row(file)}</button>`
    }
    const row = url
      ? html`<a class="file" href=${url} target="_blank" rel="noopener" title=${t('files.download', { name })}
          @click=${(event: Event) => void this.#openFresh(event, id)}>${this.#row(file)}</a>`
      : html`<span class="file">${this.#row(file)}</span>`
    if (!url || kind === 'file') return row
    return html`${
      kind === 'video'
        ? html`<video controls preload="metadata" playsinline src=${url} aria-label=${name} @error=${this.#onMediaError}></video>`
        : html`<audio controls preload="none" src=${url} aria-label=${name} @error=${this.#onMediaError}></audio>`
    }${row}`
  }

  #row({ id, name, size, kind }: Attachment) {
    const thumbs = kind === 'image' ? [previewOf(id), this.addresses.get(id)?.thumb_url] : []
    const thumb = thumbs.find((src) => src && !this.#broken.has(src))
    const broke = (): void => {
      this.#broken.add(thumb!)
      this.requestUpdate()
    }
    return html`<span class="face">${thumb ? html`<img src=${thumb} alt="" @error=${broke}>` : fileIcon(kind)}</span><span class="what"><span
      class="name"><bdi>${name}</bdi></span><span class="more tabular">${sizeText(size, this.desk!)}</span></span>`
  }

  #lightbox(at: number) {
    const pictures = this.#pictures
    const file = pictures[at]!
    const { t } = this.desk!
    const url = this.addresses.get(file.id)?.url
    const several = pictures.length > 1
    return html`<dialog aria-label=${file.name} @close=${this.#closed} @keydown=${this.#onKey} @click=${this.#onBackdrop}>
      <div class="bar"><span class="grow cut"><bdi>${file.name}</bdi>${several ? html` <span class="tabular">${t('files.of', { n: at + 1, all: pictures.length })}</span>` : nothing}</span>
        ${url ? html`<a class="button bare square" href=${url} target="_blank" rel="noopener" aria-label=${this.desk!.shared.t('files.download', { name: file.name })}>${consoleIcon('external')}</a>` : nothing}
        <button class="button bare square" type="button" autofocus aria-label=${t('files.close')} @click=${this.#close}>${consoleIcon('close')}</button></div>
      <div class="stage">
        ${several ? html`<button class="button square turn" type="button" aria-label=${t('files.previous')} @click=${() => void this.#turn(-1)}>${consoleIcon('back')}</button>` : nothing}
        ${url ? html`<img src=${url} alt=${file.name}>` : nothing}
        ${several ? html`<button class="button square turn" type="button" aria-label=${t('files.next')} @click=${() => void this.#turn(1)}>${consoleIcon('chevron')}</button>` : nothing}
      </div>
    </dialog>`
  }

  async #show(at: number): Promise<void> {
    const file = this.#pictures[at]
    if (!file) return
    const { shown } = this
    const address = await this.#fresh(file.id)
    // Closed meanwhile, or turned to another.
    if (this.shown !== shown) return
    if (address) this.shown = at
    else this.gone = this.desk!.shared.t('files.gone', { name: file.name })
  }

  #turn(step: number): Promise<void> {
    const count = this.#pictures.length
    return this.#show(((this.shown ?? 0) + step + count) % count)
  }

  #close = (): void => this.renderRoot.querySelector('dialog')?.close()

  #closed = (): void => {
    const at = this.shown ?? 0
    this.shown = null
    this.renderRoot.querySelectorAll<HTMLElement>('button.file')[at]?.focus()
  }

  #onBackdrop = (event: Event): void => {
    if ((event.target as Element).matches('dialog, .stage')) this.#close()
  }

  #onKey = (event: KeyboardEvent): void => {
    // Keys of the console behind it do nothing meanwhile.
    event.stopPropagation()
    const forwards = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      void this.#turn(event.key === forwards ? 1 : -1)
  }

  /** What cannot be played stays a file. */
  #onMediaError = (event: Event): void => (event.target as HTMLElement).remove()

  async #openFresh(event: Event, id: string): Promise<void> {
    if (Date.now() - (this.addresses.get(id)?.at ?? 0) < FRESH) return
    event.preventDefault()
    const address = await this.#fetch(id)
    if (address) window.open(address.url, '_blank', 'noopener')
  }

  async #fresh(id: string): Promise<Address | undefined> {
    const held = this.addresses.get(id)
    return held && Date.now() - held.at < FRESH ? held : this.#fetch(id)
  }

  /** Kept by the client while it is good: asking again costs nothing. */
  async #fetch(id: string): Promise<Address | undefined> {
    if (!this.conversationId || !this.desk) return undefined
    try {
      const files = await this.desk.client.files()
      const found = await files.link(this.conversationId, id)
      if (!found) return undefined
      const thumb_url = this.addresses.get(id)?.thumb_url ?? found.thumb_url
      const address = { url: found.url, thumb_url, at: Date.now() }
      this.addresses = new Map([...this.addresses, [id, address]])
      return address
    } catch {
      return undefined
    }
  }
}
