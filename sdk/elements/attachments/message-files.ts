// The files of a message that stands in a thread: images to be seen, all else as a row to download. It asks for their
// addresses itself, and anew when they have run out.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AttachmentClient } from '../../client/attachment-client.ts'
import type { Attachment, AttachmentLink, SignedAttachment } from '../../protocol/attachment.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { sizeText, type Words } from './accepted-files.ts'
import { fileIcon } from './file-icon.ts'
import { previewOf } from './local-previews.ts'
import { messageFilesStyles } from './message-files.styles.ts'

interface Address {
  url: string
  thumb_url: string | null
  /** When it was given, ms. */
  at: number
}

/** An image is shown within so many px; its place is kept before it comes. */
const BOX = 240
/** So long an address surely leads somewhere, ms; they are good for ten minutes. */
const FRESH = 9 * 60_000

export class DeskbellMessageFiles extends LitElement {
  static override properties = {
    attachments: { attribute: false },
    conversationId: { attribute: false },
    source: { attribute: false },
    words: { attribute: false },
    addresses: { state: true },
    blocked: { state: true },
    gone: { state: true },
  }
  static override styles = [...panelStyles, messageFilesStyles]

  declare attachments: readonly (Attachment | SignedAttachment)[]
  /** Left out while the message is not sent, and where the files bring their addresses. */
  declare conversationId: string | undefined
  /** Left out: the client of the widget around it. */
  declare source: (() => Promise<AttachmentClient>) | undefined
  declare words: Words | undefined
  protected declare addresses: ReadonlyMap<string, Address>
  /** Images the page around does not let be shown. */
  protected declare blocked: ReadonlySet<string>
  protected declare gone: string

  #widget = consumeWidget(this)

  constructor() {
    super()
    this.attachments = []
    this.addresses = new Map()
    this.blocked = new Set()
    this.gone = ''
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('attachments') || changed.has('conversationId')) void this.#fetchAll()
  }

  get #tr(): Words {
    return this.words ?? this.#widget.tr
  }

  protected override render(): TemplateResult {
    return html`${this.attachments.map((file) => this.#file(file))}
      <div role="status">${this.gone ? html`<p class="small">${this.gone}</p>` : nothing}</div>`
  }

  #file(file: Attachment): TemplateResult {
    const { t } = this.#tr
    const { id, name, kind } = file
    const shown = kind === 'image' && !this.blocked.has(id)
    const url = this.addresses.get(id)?.url
    const label = t(kind === 'image' ? 'files.open' : 'files.download', { name })
    const face = shown ? this.#image(file) : this.#row(file)
    // Not sent yet, or its address is not here: the same face, and nothing to press.
    if (!url) return html`<span class=${shown ? 'image' : 'file'}>${face}</span>`
    return html`<a class=${shown ? 'image' : 'file'} href=${url} target="_blank" rel="noopener" aria-label=${shown ? label : nothing} title=${label}
      @pointerenter=${() => this.#renew(id)} @focus=${() => this.#renew(id)} @click=${(event: Event) => this.#open(event, file)}>${face}</a>`
  }

  #image({ id, name, width = BOX, height = BOX }: Attachment): TemplateResult {
    const scale = Math.min(1, BOX / width, BOX / height)
    const src = previewOf(id) ?? this.addresses.get(id)?.thumb_url
    const [w, h] = [width, height].map((side) => Math.max(24, Math.round(side * scale)))
    return src
      ? html`<img src=${src} alt=${name} width=${w!} height=${h!} @error=${() => this.#hide(id)}>`
      : html`<svg class="wait" width=${w!} height=${h!} role="img" aria-label=${name}></svg>`
  }

  #row({ name, size, kind }: Attachment): TemplateResult {
    return html`<span class="face">${fileIcon(kind)}</span><span class="what"><span
      class="name"><bdi>${name}</bdi></span><span class="more">${sizeText(size, this.#tr)}</span></span>`
  }

  #renew(id: string): void {
    if (Date.now() - (this.addresses.get(id)?.at ?? 0) >= FRESH) void this.#fetch(id)
  }

  #hide(id: string): void {
    this.blocked = new Set([...this.blocked, id])
  }

  async #fetchAll(): Promise<void> {
    await Promise.all(this.attachments.map(({ id }) => this.#fetch(id)))
  }

  /** Kept by the client while it is good: asking again costs nothing. */
  async #fetch(id: string): Promise<Address | undefined> {
    const file = this.attachments.find((candidate) => candidate.id === id)
    try {
      const found = file && 'url' in file ? file : await this.#ask(id)
      if (!found) return undefined
      const held = this.addresses.get(id)
      // An image that is shown stays as it is; only where it leads is new.
      const address = { url: found.url, thumb_url: held?.thumb_url ?? found.thumb_url, at: Date.now() }
      this.addresses = new Map([...this.addresses, [id, address]])
      return address
    } catch {
      // Without a network it stays a row that leads nowhere, and is asked for again when somebody points at it.
      return undefined
    }
  }

  async #ask(id: string): Promise<AttachmentLink | undefined> {
    if (!this.conversationId) return undefined
    const client = await (this.source ? this.source() : this.#widget.client!.files())
    return client.link(this.conversationId, id)
  }

  /** An address that may have run out is asked for anew first; most often the pointer has done so on its way here. */
  #open = async (event: Event, { id, name }: Attachment): Promise<void> => {
    const { at = 0 } = this.addresses.get(id) ?? {}
    if (Date.now() - at < FRESH) return
    event.preventDefault()
    const address = await this.#fetch(id)
    this.gone = address ? '' : this.#tr.t('files.gone', { name })
    if (!address) return
    const link = document.createElement('a')
    link.href = address.url
    link.target = '_blank'
    link.rel = 'noopener'
    link.click()
  }
}
