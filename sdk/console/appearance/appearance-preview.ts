// The real widget on a made-up page of the server's in a frame, with what one may want to see it in: desktop or phone, light or dark,
// either direction, any language, any view. It saves nothing and sends nothing.

import { html, nothing, type PropertyValues } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { LANGUAGES } from '../../locales/choose-locale.ts'
import { directionOf } from '../../locales/translator.ts'
import type { AdminSite, SitePreview } from '../../protocol/site-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { Faults } from '../settings/form-field.ts'
import { controlStyles } from './appearance-controls.styles.ts'
import { previewStyles } from './appearance-preview.styles.ts'
import { segments } from './appearance-rows.ts'
import { PREVIEW_VIEWS, type PreviewMessage, type PreviewView } from './preview-message.ts'
import { changeOf } from './site-draft.ts'

/** From the last key until the server is asked, ms. */
const PAUSE = 120
/** How wide the page in the frame is, px; it is shrunk to the room there is, and a phone has a height too. */
const DEVICES = { desktop: { width: 512, height: 0 }, phone: { width: 390, height: 780 } } as const

/** The server has said what a draft would be like, or what of it cannot be. */
export class PreviewedEvent extends Event {
  readonly preview: SitePreview | null
  readonly refused: Faults

  constructor(preview: SitePreview | null, refused: Faults) {
    super('deskbell-previewed')
    this.preview = preview
    this.refused = refused
  }
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

/**
 * @event deskbell-previewed - what the server makes of the draft
 * @event deskbell-preview-locale - a language was chosen
 */
export class AppearancePreview extends DeskElement {
  static override properties = {
    saved: { attribute: false },
    draft: { attribute: false },
    locale: {},
    preview: { state: true },
    device: { state: true },
    scheme: { state: true },
    direction: { state: true },
    view: { state: true },
    blocked: { state: true },
  }
  static override styles = [deskStyles, controlStyles, previewStyles]

  declare saved: AdminSite | null
  declare draft: AdminSite | null
  declare locale: string
  protected declare preview: SitePreview | null
  /** The page around the console lets no frame of the server's be shown. */
  protected declare blocked: boolean
  protected declare device: keyof typeof DEVICES
  protected declare scheme: 'light' | 'dark'
  /** Null: the language's own. */
  protected declare direction: 'ltr' | 'rtl' | null
  protected declare view: PreviewView

  #ready = false
  #room = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()))
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  constructor() {
    super()
    this.saved = null
    this.draft = null
    this.preview = null
    this.locale = 'en'
    this.device = 'desktop'
    this.scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    this.direction = null
    this.view = 'home'
    this.blocked = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('message', this.#hear)
    document.addEventListener('securitypolicyviolation', this.#refused)
    this.#room.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('message', this.#hear)
    document.removeEventListener('securitypolicyviolation', this.#refused)
    this.#room.disconnect()
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  get #server(): string {
    return this.desk?.client.server || location.origin
  }

  #refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'frame-src' && blockedURI.startsWith(this.#server)) this.blocked = true
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.desk || !this.draft) return
    const other = changed.get('saved') !== undefined && changed.get('saved')?.key !== this.saved?.key
    // Another site is another page in the frame, which says anew that it is ready.
    if (other) this.#ready = false
    if (changed.has('draft') || changed.has('saved') || changed.has('locale'))
      this.#ask(this.preview && !changed.has('locale') ? PAUSE : 0)
  }

  #ask(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#lookAhead(), pause)
  }

  /** The last question counts: an earlier one is called off. */
  async #lookAhead(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    const { saved, draft, locale } = this
    if (!saved || !draft || !this.desk) return
    // The picture is shown as it is here.
    const { version: _, logo: __, ...body } = changeOf(draft, saved)
    try {
      const preview = await this.desk.client.rest<SitePreview>('POST', `/sites/${saved.id}/preview`, {
        body,
        query: { locale },
        signal: asking.signal,
      })
      if (asking.signal.aborted) return
      this.preview = preview
      this.dispatchEvent(new PreviewedEvent(preview, new Map()))
    } catch (error) {
      if (asking.signal.aborted) return
      const errors = error instanceof ApiError ? error.problem?.errors : undefined
      const refused = new Map(errors?.map(({ pointer, detail }) => [pointer, detail]))
      this.dispatchEvent(new PreviewedEvent(null, refused))
    }
  }

  get #frame(): HTMLIFrameElement | null {
    return this.renderRoot?.querySelector('iframe') ?? null
  }

  #hear = ({ origin, source, data }: MessageEvent<PreviewMessage>): void => {
    if (origin !== this.#server || source !== this.#frame?.contentWindow) return
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
      look: { style, greeting, settings, appearance, name: site.name, logo: this.draft?.logo ?? null },
    }
    const message: PreviewMessage = { deskbell: 'scene', scene }
    this.#frame?.contentWindow?.postMessage(message, this.#server)
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
    const { desk } = this
    if (!desk) return nothing
    const { t, locale } = desk
    const names = new Intl.DisplayNames([locale], { type: 'language' })
    return html`<div class="tools">
        ${segments({
          id: 'device',
          label: t('look.preview.screen'),
          value: this.device,
          options: [
            ['desktop', t('look.preview.desktop'), consoleIcon('desktop')],
            ['phone', t('look.preview.phone'), consoleIcon('phone')],
          ],
          onChoose: (device) => {
            this.device = device
          },
        })}
        ${segments({
          id: 'scheme',
          label: t('look.preview.scheme'),
          value: this.scheme,
          options: [
            ['light', t('look.theme.light'), consoleIcon('sun')],
            ['dark', t('look.theme.dark'), consoleIcon('moon')],
          ],
          onChoose: (scheme) => {
            this.scheme = scheme
          },
        })}
        ${segments({
          id: 'direction',
          label: t('look.preview.direction'),
          value: this.direction ?? directionOf(this.locale),
          options: [
            ['ltr', t('look.preview.ltr')],
            ['rtl', t('look.preview.rtl')],
          ],
          onChoose: (direction) => {
            this.direction = direction
          },
        })}
        <select class="input" aria-label=${t('look.preview.view')} @change=${(event: Event) => {
          this.view = (event.target as HTMLSelectElement).value as PreviewView
        }}>${PREVIEW_VIEWS.map(
          (view) =>
            html`<option value=${view} ?selected=${view === this.view}>${t(`look.view.${view}`)}</option>`,
        )}</select>
      </div>
      <div class="stage">${this.#stage()}</div>
      <div class="tools"><p class="hint">${t('look.preview.about')}</p>
        <select class="input" aria-label=${t('look.preview.language')} title=${names.of(this.locale) ?? nothing} @change=${(
          event: Event,
        ) => {
          this.direction = null
          this.dispatchEvent(new PreviewLocaleEvent((event.target as HTMLSelectElement).value))
        }}>${LANGUAGES.map(
          (each) =>
            html`<option value=${each} lang=${each} ?selected=${each === this.locale}>${own(each)}</option>`,
        )}</select></div>`
  }

  #stage() {
    const { t } = this.desk!
    const key = this.saved?.key
    if (!key) return nothing
    if (this.blocked)
      return html`<p class="blocked" role="status">${t('look.preview.refused', { server: this.#server })}</p>`
    const from = this.#server === location.origin ? '' : `&from=${encodeURIComponent(location.origin)}`
    const src = `${this.#server}/console/appearance/preview?site=${encodeURIComponent(key)}${from}`
    return html`<iframe title=${t('look.preview.frame')} src=${src}></iframe>`
  }
}
