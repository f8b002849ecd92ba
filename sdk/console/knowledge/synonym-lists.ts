// The owner's own synonyms, a list a language: words that mean the same to their customers.

import { html, nothing, type TemplateResult } from 'lit'
import type { SynonymLanguage } from '../../protocol/knowledge-memory.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { deskStyles } from '../desk.styles.ts'
import { failureText } from './failure-text.ts'
import { DoneEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'

export class SynonymLists extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    lists: { state: true },
    language: { state: true },
    text: { state: true },
    fault: { state: true },
    failed: { state: true },
    busy: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles]

  declare api: KnowledgeApi
  protected declare lists: readonly SynonymLanguage[] | null
  protected declare language: string
  protected declare text: string
  protected declare fault: string
  protected declare failed: boolean
  protected declare busy: boolean

  constructor() {
    super()
    this.lists = null
    this.language = 'en'
    this.text = ''
    this.fault = ''
    this.failed = false
    this.busy = false
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  #linesOf(language: string): string[] {
    return this.lists?.find((list) => list.language === language)?.lines ?? []
  }

  async #load(): Promise<void> {
    this.failed = false
    try {
      this.lists = await this.api.synonyms()
      this.#choose(this.lists.find(({ lines }) => lines.length > 0)?.language ?? 'en')
    } catch {
      this.failed = true
    }
  }

  #choose(language: string): void {
    this.language = language
    this.text = this.#linesOf(language).join('\n')
    this.fault = ''
  }

  async #put(language: string, lines: string[]): Promise<void> {
    const list = await this.api.setSynonyms(language, lines)
    this.lists = [...(this.lists ?? []).filter((other) => other.language !== language), list]
    if (this.language === language) this.#choose(language)
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { language } = this
    const before = this.#linesOf(language)
    const lines = this.text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    this.busy = true
    this.fault = ''
    try {
      await this.#put(language, lines)
      this.dispatchEvent(new DoneEvent(this.t('articles.synonyms.saved'), () => this.#put(language, before)))
    } catch (error) {
      this.fault = failureText(error, this.t)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    if (this.failed)
      return html`<div class="pad"><div class="empty" role="alert"><h2>${this.t('articles.synonyms.failed')}</h2><button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></div></div>`
    const changed = this.lists !== null && this.text.trim() !== this.#linesOf(this.language).join('\n')
    const used = new Set(this.lists?.filter(({ lines }) => lines.length > 0).map(({ language }) => language))
    return html`<div class="pad"><div class="head"><div class="grow"><h1>${this.t('articles.part.synonyms')}</h1>
        <p class="hint">${this.t('articles.synonyms.lead')}</p></div></div>
      <form novalidate @submit=${this.#save}>
        <div class="tools"><select class="input" aria-label=${this.t('articles.language')} ?disabled=${changed} @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
          ${OFFERED_LANGUAGES.map((tag) => html`<option value=${tag} ?selected=${tag === this.language}>${languageName(tag, this.locale)}${used.has(tag) ? ` (${this.#linesOf(tag).length})` : ''}</option>`)}</select></div>
        <div class="field"><label for="lines">${this.t('articles.synonyms.lines')}</label>
          <textarea class="input" id="lines" rows="12" dir="auto" lang=${this.language} spellcheck="false" .value=${this.text} aria-describedby="lines-hint" aria-invalid=${this.fault ? 'true' : nothing}
            @input=${(event: Event) => {
              this.text = (event.target as HTMLTextAreaElement).value
            }}></textarea>
          <p class="hint" id="lines-hint">${this.t('articles.synonyms.hint')}</p>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}</div>
        <div class="tools"><button class="button solid" ?disabled=${!changed || this.busy}>${this.t('articles.save')}</button>
          ${changed ? html`<button class="button" type="button" @click=${() => this.#choose(this.language)}>${this.t('articles.discard')}</button>` : nothing}</div>
      </form></div>`
  }
}
