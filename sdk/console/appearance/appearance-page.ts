// <deskbell-appearance>: an owner changes the widget's look and words, sees them on the real widget at once, and saves.
// What a site may be is the server's business: it is asked while one types.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { theme } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import type { SiteTags, WidgetText } from '../../protocol/site-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { deskTokens } from '../desk.tokens.ts'
import { controlStyles } from './appearance-controls.styles.ts'
import { pageStyles } from './appearance-page.styles.ts'
import type { PreviewLocaleEvent } from './appearance-preview.ts'
import { row } from './appearance-rows.ts'
import { lookRows, tagRow } from './look-rows.ts'
import { ownWords } from './own-words.ts'
import { createSiteApi, type SiteApi } from './site-api.ts'
import { type EditorView, SiteEditor } from './site-editor.controller.ts'

const EXPLAINED: Record<Exclude<EditorView, 'ready' | 'loading'>, [title: string, text: string]> = {
  'signed-out': ['Sign in first', 'Sign in to the console, then come back here.'],
  forbidden: ['Administrators only', 'Owners and administrators change how the widget looks.'],
  failed: ['The settings did not load', 'The server did not answer. Nothing has changed.'],
}

export class AppearancePage extends LitElement {
  static override properties = {
    api: { attribute: false },
    frame: {},
    tags: { state: true },
    texts: { state: true },
    query: { state: true },
    copied: { state: true },
  }
  static override styles = [tokens, theme, deskTokens, deskStyles, controlStyles, pageStyles]

  declare api: SiteApi
  /** Address of the preview's page; its own by default. */
  declare frame: string | undefined
  protected declare tags: SiteTags | null
  protected declare texts: readonly WidgetText[]
  protected declare query: string
  protected declare copied: string | null

  #editor = new SiteEditor(this, () => this.api)
  #textsOf = ''

  constructor() {
    super()
    this.api = createSiteApi(location.origin)
    this.tags = null
    this.texts = []
    this.query = ''
    this.copied = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
    addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
    removeEventListener('keydown', this.#onKey)
  }

  protected override firstUpdated(): void {
    void this.#editor.load()
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#editor.changed.length > 0) event.preventDefault()
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void this.#editor.save()
  }

  protected override updated(_changed: PropertyValues): void {
    const { saved, locale } = this.#editor
    // A pinned tag says the look itself, so it is another one after every change.
    const wanted = `${saved?.id} ${saved?.version} ${locale}`
    if (!saved || wanted === this.#textsOf) return
    this.#textsOf = wanted
    this.api.tags(saved.id).then(
      (tags) => {
        if (this.#textsOf === wanted) this.tags = tags
      },
      () => {},
    )
    this.api.texts(saved.id, locale).then(
      (texts) => {
        if (this.#textsOf === wanted) this.texts = texts
      },
      // The rest of the page works without; another language asks again.
      () => {},
    )
  }

  async #copy(id: string, tag: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(tag)
      this.copied = id
    } catch {
      // Not allowed here: the text can be selected.
    }
  }

  protected override render(): TemplateResult {
    const editor = this.#editor
    if (editor.view === 'loading') return html`<main class="alone" aria-busy="true"><p>Loading</p></main>`
    if (editor.view !== 'ready') return this.#explained(editor.view)
    const { saved } = editor
    return html`<main>
        <header>
          <a class="button bare square back" href="/console" aria-label="Back to the inbox">${consoleIcon('back')}</a>
          <div class="grow"><h1>Appearance</h1>
            <p class="muted">What visitors of ${saved!.name} see. Nothing changes for them until you save.</p></div>
          ${this.#chooser()}
        </header>
        <form novalidate @submit=${(event: Event) => event.preventDefault()}>
          ${lookRows(editor)}
          ${row({
            id: 'words',
            name: 'Your own words',
            hint: 'Instead of ours, in the language of the preview',
            group: true,
            changed: editor.changed.includes('words'),
            control: ownWords(editor, {
              texts: this.texts,
              query: this.query,
              onQuery: (query) => {
                this.query = query
              },
            }),
          })}
          ${this.#tags()}
        </form>
        ${this.#foot()}
      </main>
      <deskbell-appearance-preview .preview=${editor.preview} .locale=${editor.locale} frame=${this.frame ?? nothing}
        role="region" aria-label="Preview"
        @deskbell-preview-locale=${({ locale }: PreviewLocaleEvent) => {
          editor.locale = locale
        }}></deskbell-appearance-preview>`
  }

  #tags(): unknown {
    const { latest, pinned } = this.tags ?? {}
    const one = (id: string, name: string, hint: string, tag: string | null | undefined) =>
      tag ? tagRow(id, name, hint, tag, this.copied === id, () => void this.#copy(id, tag)) : nothing
    return [
      one('tag', 'Tag', 'Into every page, before </body>', latest),
      one(
        'pinned',
        'Pinned tag',
        'These very bytes, checked by the browser; paste it again after a change',
        pinned,
      ),
    ]
  }

  #explained(view: keyof typeof EXPLAINED): TemplateResult {
    const [title, text] = EXPLAINED[view]
    return html`<main class="alone"><div role="alert"><h1>${title}</h1><p>${text}</p></div>
      ${
        view === 'failed'
          ? html`<button class="button solid" type="button" @click=${() => void this.#editor.load()}>Try again</button>`
          : html`<a class="button solid" href="/console">To the console</a>`
      }</main>`
  }

  #chooser(): TemplateResult | typeof nothing {
    const { sites, saved, changed } = this.#editor
    if (sites.length < 2) return nothing
    return html`<select class="input site" aria-label="Site" ?disabled=${changed.length > 0}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement
        this.#editor.choose(sites.find(({ id }) => id === value)!)
      }}>${sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === saved!.id}>${name}</option>`)}</select>`
  }

  get #wrongField(): HTMLElement | null {
    return this.renderRoot.querySelector("[aria-invalid='true']")
  }

  #foot(): TemplateResult {
    const { changed, state, faults } = this.#editor
    const count = changed.length
    const said =
      state === 'overtaken'
        ? 'Somebody else has changed this site since.'
        : faults.size > 0
          ? 'One field cannot be saved as it is.'
          : state === 'failed'
            ? 'Not saved. Try again'
            : state === 'saved' && count === 0
              ? 'Saved. Visitors see it within five minutes.'
              : ''
    return html`<footer>
      <p class="grow" role="status">${
        said ||
        (count > 0
          ? html`<b>${count} ${count === 1 ? 'change' : 'changes'}</b> <span class="muted">${changed.join(', ')}</span>`
          : html`<span class="muted">Nothing changed</span>`)
      }</p>
      ${
        state === 'overtaken'
          ? html`<button class="button" type="button" @click=${() => void this.#editor.rebase()}>Put mine on top</button>`
          : nothing
      }
      ${
        faults.size > 0
          ? html`<button class="button" type="button" @click=${() => this.#wrongField?.focus()}>Show it</button>`
          : nothing
      }
      <button class="button bare" type="button" ?disabled=${count === 0} @click=${() => this.#editor.discard()}>Discard</button>
      <button class="button solid" type="button" ?disabled=${count === 0 || faults.size > 0 || state === 'saving'}
        @click=${() => void this.#editor.save()}>${state === 'saving' ? 'Saving' : 'Save'}</button>
    </footer>`
  }
}
