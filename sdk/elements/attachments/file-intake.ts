// Where a composer gets its files from: its own button, what is pasted, what is dropped around it. The tray that holds
// them is fetched with the first; all of that is the tray's business. No texts but those of its host.

import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { AttachmentClient, UploadTarget } from '../../client/attachment-client.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import { icon } from '../icon/icon.ts'
import type { Words } from './accepted-files.ts'
import type { DeskbellAttachmentTray } from './attachment-tray.ts'
import { watchDrop } from './file-drop.ts'

type Host = ReactiveControllerHost & HTMLElement

export interface IntakeOptions {
  /** What a file would be for; null where none is taken. */
  target: () => (() => UploadTarget) | null
  /** All files are there, and the message that waited for them may go. */
  send: () => void
  /** Something about the files has changed. */
  onChange?: () => void
  /** Where files can be dropped; left out: the whole view that the host stands in. */
  around?: HTMLElement
  /** Left out: the widget's client and words. */
  source?: () => Promise<AttachmentClient>
  words?: () => Words
}

export class FileIntake implements ReactiveController {
  #host: Host
  #options: IntakeOptions
  #tray: DeskbellAttachmentTray | null = null
  #loading: Promise<DeskbellAttachmentTray> | null = null
  #life: AbortController | undefined
  #over = false
  /** A file was added, and what takes it could not be fetched. */
  lost = false

  constructor(host: Host, options: IntakeOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  get attachments(): readonly Attachment[] {
    return this.#tray?.attachments ?? []
  }

  hostConnected(): void {
    this.#life = new AbortController()
    // Around the whole view: nobody aims at a box of 44 px.
    const { host } = this.#host.getRootNode() as ShadowRoot
    const area = this.#options.around ?? ((host ?? this.#host) as HTMLElement)
    watchDrop(area, {
      takes: () => this.#options.target() !== null,
      onOver: (over) => this.#setOver(over),
      onFiles: (files) => void this.add(files),
      signal: this.#life.signal,
    })
  }

  hostDisconnected(): void {
    this.#life?.abort()
  }

  get isEmpty(): boolean {
    return this.#tray?.isEmpty ?? true
  }

  /** True: a message is not to be sent now. It goes when its files are there; what failed is for its writer to decide. */
  holds(): boolean {
    const tray = this.#tray
    if (!tray?.busy) return tray?.remind() ?? false
    tray.sending = true
    return true
  }

  /** Resolves once nothing is under way any more. */
  async settled(): Promise<void> {
    const tray = await this.#loading?.catch(() => null)
    while (tray?.busy) {
      tray.sending = true
      await new Promise((done) => tray.addEventListener('deskbell-attachments-change', done, { once: true }))
    }
  }

  clear(): void {
    this.#tray?.clear()
  }

  /** What stands above the box. */
  get tray(): unknown {
    return this.#tray ?? nothing
  }

  /** @param look `text` shows the label beside the icon */
  button(label: string, look: 'icon' | 'text' = 'icon'): TemplateResult | typeof nothing {
    const [kind, text] = look === 'text' ? ['button add', label] : ['tool clip', nothing]
    return this.#options.target()
      ? html`<button class=${kind} type="button" aria-label=${label} title=${label} @click=${this.#choose}>${icon('clip')}${text}</button>
          <input type="file" multiple hidden @change=${this.#onChosen}>`
      : nothing
  }

  paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])]
    // A table copied from a spreadsheet is text, a page and a picture of it: the text is meant.
    const isText = ['text/plain', 'text/html'].every((type) => event.clipboardData?.types.includes(type))
    if (files.length === 0 || isText || !this.#options.target()) return
    event.preventDefault()
    void this.add(files)
  }

  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const tray = await this.#load().catch(() => null)
    this.lost = !tray
    this.#host.requestUpdate()
    tray?.add(files)
  }

  #choose = (event: Event): void =>
    ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()

  #onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement
    void this.add([...(input.files ?? [])])
    // The same file may be chosen again after it was taken away.
    input.value = ''
    this.#host.focus()
  }

  #setOver(over: boolean): void {
    this.#over = over
    if (over && !this.#tray) void this.#load().catch(() => {})
    if (this.#tray) this.#tray.dragging = over
  }

  #load(): Promise<DeskbellAttachmentTray> {
    this.#loading ??= this.#make().catch((error: unknown) => {
      this.#loading = null
      throw error
    })
    return this.#loading
  }

  async #make(): Promise<DeskbellAttachmentTray> {
    await import('./attachment-tray.define.ts')
    const tray = document.createElement('deskbell-attachment-tray')
    const { target, source, words } = this.#options
    tray.target = () => target()!()
    tray.source = source
    tray.words = words?.()
    tray.dragging = this.#over
    tray.addEventListener('deskbell-attachments-change', () => this.#changed())
    tray.addEventListener('deskbell-attachments-left', () => this.#host.focus())
    this.#tray = tray
    this.#host.requestUpdate()
    return tray
  }

  #changed(): void {
    this.#options.onChange?.()
    this.#host.requestUpdate()
    const tray = this.#tray!
    if (!tray.sending || tray.busy) return
    tray.sending = false
    // What did not get through is for its writer to decide.
    if (!tray.failed && !tray.isEmpty) this.#options.send()
  }
}
