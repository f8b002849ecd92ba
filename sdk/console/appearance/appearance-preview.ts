// The real widget on a made-up page in a frame, with what one may want to see it in: desktop or phone, light or dark,
// either direction, any language, any view. It saves nothing and sends nothing.

import { html, LitElement, type PropertyValues } from 'lit'
import { LANGUAGES } from '../../locales/choose-locale.ts'
import { directionOf } from '../../locales/translator.ts'
import type { SitePreview } from '../../protocol/site-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { controlStyles } from './appearance-controls.styles.ts'
import { previewStyles } from './appearance-preview.styles.ts'
import { segments } from './appearance-rows.ts'
import { PREVIEW_VIEWS, type PreviewMessage, type PreviewView } from './preview-message.ts'

/** How wide the page in the frame is, px; it is shrunk to the room there is, and a phone has a height too. */
const DEVICES = { desktop: { width: 720, height: 0 }, phone: { width: 390, height: 780 } } as const
const VIEW_NAMES: Record<PreviewView, string> = {
  closed: 'Closed',
  home: 'Home',
  help: 'Help',
  chat: 'Chat',
  ticket: 'Ticket',
  status: 'Ticket status',
}

/** Another language is to be shown. */
export class PreviewLocaleEvent extends Event {
  readonly locale: string

  constructor(locale: string) {
    super('deskbell-preview-locale')
    this.locale = locale
  }
}

const own = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale

/** @event deskbell-preview-locale - a language was chosen */
export class AppearancePreview extends LitElement {
  static override properties = {
    preview: { attribute: false },
    locale: {},
    frame: {},
    device: { state: true },
    scheme: { state: true },
    direction: { state: true },
    view: { state: true },
  }
  static override styles = [deskStyles, controlStyles, previewStyles]

  declare preview: SitePreview | null
  declare locale: string
  /** Address of the page in the frame. */
  declare frame: string
  protected declare device: keyof typeof DEVICES
  protected declare scheme: 'light' | 'dark'
  /** Null: the language's own. */
  protected declare direction: 'ltr' | 'rtl' | null
  protected declare view: PreviewView

  #ready = false
  #room = new ResizeObserver(() => this.#fit())

  constructor() {
    super()
    this.preview = null
    this.locale = 'en'
    this.frame = '/console/appearance/preview'
    this.device = 'desktop'
    this.scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    this.direction = null
    this.view = 'home'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('message', this.#hear)
    this.#room.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('message', this.#hear)
    this.#room.disconnect()
  }

  get #frame(): HTMLIFrameElement | null {
    return this.renderRoot?.querySelector('iframe') ?? null
  }

  #hear = ({ origin, source, data }: MessageEvent<PreviewMessage>): void => {
    if (origin !== location.origin || source !== this.#frame?.contentWindow) return
    if (data.deskbell !== 'ready') return
    this.#ready = true
    this.#tell()
  }

  #tell(): void {
    if (!this.preview || !this.#ready) return
    const { site, style, greeting, settings, appearance } = this.preview
    const scene = {
      site: site.key,
      locale: this.locale,
      dir: this.direction ?? directionOf(this.locale),
      scheme: this.scheme,
      view: this.view,
      look: { style, greeting, settings, appearance, name: site.name },
    }
    const message: PreviewMessage = { deskbell: 'scene', scene }
    this.#frame?.contentWindow?.postMessage(message, location.origin)
  }

  #fit(): void {
    const stage = this.renderRoot?.querySelector<HTMLElement>('.stage')
    const frame = this.#frame
    if (!stage || !frame) return
    const { width, height } = DEVICES[this.device]
    const room = { width: stage.clientWidth, height: stage.clientHeight }
    const scale = Math.min(1, room.width / width, room.height / (height || 1))
    Object.assign(frame.style, {
      width: `${height ? width : room.width / scale}px`,
      height: `${height || room.height / scale}px`,
      transform: `scale(${scale})`,
      marginInlineStart: height ? `${(room.width - width * scale) / 2}px` : '0',
    })
  }

  protected override updated(changed: PropertyValues): void {
    this.#fit()
    if (changed.size > 0) this.#tell()
  }

  protected override render() {
    const key = this.preview?.site.key
    return html`<div class="tools">
        ${segments({
          id: 'device',
          label: 'Screen',
          value: this.device,
          options: [
            ['desktop', 'Desktop', consoleIcon('desktop')],
            ['phone', 'Phone', consoleIcon('phone')],
          ],
          onChoose: (device) => {
            this.device = device
          },
        })}
        ${segments({
          id: 'scheme',
          label: 'Light or dark',
          value: this.scheme,
          options: [
            ['light', 'Light', consoleIcon('sun')],
            ['dark', 'Dark', consoleIcon('moon')],
          ],
          onChoose: (scheme) => {
            this.scheme = scheme
          },
        })}
        ${segments({
          id: 'direction',
          label: 'Direction of the page',
          value: this.direction ?? directionOf(this.locale),
          options: [
            ['ltr', 'LTR'],
            ['rtl', 'RTL'],
          ],
          onChoose: (direction) => {
            this.direction = direction
          },
        })}
        <select class="input" aria-label="Language" @change=${(event: Event) => {
          this.direction = null
          this.dispatchEvent(new PreviewLocaleEvent((event.target as HTMLSelectElement).value))
        }}>${LANGUAGES.map(
          (locale) =>
            html`<option value=${locale} lang=${locale} ?selected=${locale === this.locale}>${own(locale)}</option>`,
        )}</select>
        <select class="input" aria-label="View" @change=${(event: Event) => {
          this.view = (event.target as HTMLSelectElement).value as PreviewView
        }}>${PREVIEW_VIEWS.map(
          (view) => html`<option value=${view} ?selected=${view === this.view}>${VIEW_NAMES[view]}</option>`,
        )}</select>
      </div>
      <div class="stage">${
        key
          ? html`<iframe title="The widget on a page" src="${this.frame}?site=${encodeURIComponent(key)}"></iframe>`
          : ''
      }</div>
      <p class="hint">The real widget on a made-up page. Nothing written in it is sent. Visitors see what is saved.</p>`
  }
}
