// <deskbell-assistant>: an administrator sets the AI agent up, tries it as a customer with what is not saved yet, and
// looks at its runs, cases and tools. Which part is shown stands in the address.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { theme } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { pageStyles } from '../appearance/appearance-page.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { deskTokens } from '../desk.tokens.ts'
import { type AssistantApi, createAssistantApi } from './assistant-api.ts'
import { AssistantEditor, type EditorView } from './assistant-editor.ts'
import { assistantPageStyles } from './assistant-page.styles.ts'
import { describeChanges, nameOf } from './settings-draft.ts'
import { settingsRows } from './settings-rows.ts'

const PARTS = [
  ['settings', 'Settings'],
  ['runs', 'Runs'],
  ['cases', 'Cases'],
  ['tools', 'Tools'],
] as const
type Part = (typeof PARTS)[number][0]

const partOf = (hash: string): Part => PARTS.find(([part]) => `#${part}` === hash)?.[0] ?? 'settings'

const EXPLAINED: Record<Exclude<EditorView, 'ready' | 'loading'>, [title: string, text: string]> = {
  'signed-out': ['Sign in first', 'Sign in to the console, then come back here.'],
  forbidden: ['Administrators only', 'Owners and administrators set the AI agent up.'],
  failed: ['The settings did not load', 'The server did not answer. Nothing has changed.'],
}

export class AssistantPage extends LitElement {
  static override properties = {
    api: { attribute: false },
    shown: { state: true },
    reviewing: { state: true },
  }
  static override styles = [
    tokens,
    theme,
    deskTokens,
    deskStyles,
    controlStyles,
    pageStyles,
    assistantPageStyles,
  ]

  declare api: AssistantApi
  protected declare shown: Part
  protected declare reviewing: boolean

  #editor = new AssistantEditor(this, () => this.api)

  constructor() {
    super()
    this.api = createAssistantApi(location.origin)
    this.shown = partOf(location.hash)
    this.reviewing = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.#onHash)
    addEventListener('beforeunload', this.#warn)
    addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#onHash)
    removeEventListener('beforeunload', this.#warn)
    removeEventListener('keydown', this.#onKey)
  }

  protected override firstUpdated(): void {
    void this.#editor.load()
  }

  #onHash = (): void => {
    this.shown = partOf(location.hash)
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#editor.changed.length > 0) event.preventDefault()
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void this.#editor.save()
  }

  protected override render(): TemplateResult {
    const editor = this.#editor
    if (editor.view === 'loading') return html`<main class="alone" aria-busy="true"><p>Loading</p></main>`
    if (editor.view !== 'ready') return this.#explained(editor.view)
    const { site, patch } = editor
    return html`<main>
        <header>
          <a class="button bare square back" href="/console" aria-label="Back to the inbox">${consoleIcon('back')}</a>
          <div class="grow"><h1>AI agent</h1>
            <p class="muted">${
              editor.saved!.enabled
                ? `It answers first on ${site!.name}, from your articles.`
                : `It is switched off on ${site!.name}; what you set here waits.`
            }</p></div>
          ${this.#chooser()}
        </header>
        <nav aria-label="Parts"><ul>${PARTS.map(
          ([part, name]) =>
            html`<li><a href="#${part}" aria-current=${part === this.shown ? 'page' : nothing}>${name}</a></li>`,
        )}</ul></nav>
        ${this.#shownPart(site!.id)}
        ${this.shown === 'settings' || editor.changed.length > 0 ? this.#foot() : html`<span></span>`}
      </main>
      <deskbell-assistant-playground role="region" aria-label="Playground" .api=${this.api} .site=${site!.id}
        .locale=${site!.locale} .patch=${patch}></deskbell-assistant-playground>`
  }

  #shownPart(site: string): TemplateResult {
    if (this.shown === 'runs')
      return html`<deskbell-assistant-runs class="part" .api=${this.api} .site=${site}></deskbell-assistant-runs>`
    if (this.shown === 'cases')
      return html`<deskbell-assistant-cases class="part" .api=${this.api} .site=${site}></deskbell-assistant-cases>`
    if (this.shown === 'tools')
      return html`<deskbell-assistant-tools class="part" .api=${this.api} .site=${site}></deskbell-assistant-tools>`
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>${settingsRows(this.#editor)}</form>`
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
    const { sites, site, changed } = this.#editor
    if (sites.length < 2) return nothing
    return html`<select class="input site" aria-label="Site" ?disabled=${changed.length > 0}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement
        void this.#editor.choose(sites.find(({ id }) => id === value)!)
      }}>${sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === site!.id}>${name}</option>`)}</select>`
  }

  get #wrongField(): HTMLElement | null {
    return this.renderRoot.querySelector("[aria-invalid='true']")
  }

  #said(): string {
    const { changed, state, faults } = this.#editor
    if (state === 'overtaken') return 'Somebody else has changed these settings since.'
    if (faults.size > 0) return 'One field cannot be saved as it is.'
    if (state === 'failed') return 'Not saved. Try again'
    return state === 'saved' && changed.length === 0 ? 'Saved. It holds from the next message on.' : ''
  }

  #review(): TemplateResult | typeof nothing {
    const { saved, draft, changed } = this.#editor
    if (!this.reviewing || changed.length === 0) return nothing
    return html`<dl class="review" id="review">${describeChanges(saved!.settings, draft!).map(
      ({ name, from, to }) =>
        html`<div><dt>${name}</dt><dd>${from} <span aria-hidden="true">→</span><span class="hidden-text">becomes</span> ${to}</dd></div>`,
    )}</dl>`
  }

  #foot(): TemplateResult {
    const { changed, state, faults, canUndo } = this.#editor
    const count = changed.length
    return html`<div>${this.#review()}<footer>
      <p class="grow" role="status">${
        this.#said() ||
        (count > 0
          ? html`<b>${count} ${count === 1 ? 'change' : 'changes'}</b> <span class="muted">${changed.map(nameOf).join(', ')}</span>`
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
      ${canUndo ? html`<button class="button" type="button" @click=${() => void this.#editor.undo()}>Undo</button>` : nothing}
      <button class="button bare" type="button" ?disabled=${count === 0} @click=${() => this.#editor.discard()}>Discard</button>
      ${
        count > 0
          ? html`<button class="button" type="button" aria-expanded=${this.reviewing} @click=${() => {
              this.reviewing = !this.reviewing
            }}>Review</button>`
          : nothing
      }
      <button class="button solid" type="button" ?disabled=${count === 0 || faults.size > 0 || state === 'saving'}
        @click=${() => void this.#editor.save()}>${state === 'saving' ? 'Saving' : 'Save'}</button>
    </footer></div>`
  }
}
