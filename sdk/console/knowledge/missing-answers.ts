// What customers searched for and did not find, what is asked most first: the articles to write next.

import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { MissedSearch, MissedSearches } from '../../protocol/missed-search.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { dayAndMonth } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import { type ArticleDraft, EMPTY_FIELDS } from './article-draft.ts'
import { ArticleGoEvent } from './article-place.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName } from './language-name.ts'

export class MissingAnswers extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    drafts: { attribute: false },
    found: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles]

  declare api: KnowledgeApi
  /** Where a new article is begun. */
  declare drafts: Map<string, ArticleDraft>
  protected declare found: MissedSearches | null
  protected declare fault: boolean

  constructor() {
    super()
    this.drafts = new Map()
    this.found = null
    this.fault = false
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  async #load(): Promise<void> {
    this.fault = false
    try {
      this.found = await this.api.missing()
    } catch {
      this.fault = true
    }
  }

  async #dismiss({ id, query }: MissedSearch): Promise<void> {
    try {
      await this.api.dismiss({ ids: [id], dismissed: true })
      await this.#load()
      this.dispatchEvent(
        new DoneEvent(this.t('articles.missing.aside', { query }), async () => {
          await this.api.dismiss({ ids: [id], dismissed: false })
          await this.#load()
        }),
      )
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  #write({ query, locale }: MissedSearch): void {
    this.drafts.set('new', {
      revision: null,
      translationOf: null,
      fields: { ...EMPTY_FIELDS, locale: locale.split('-')[0]!, questions: query },
    })
    this.dispatchEvent(new ArticleGoEvent('new'))
  }

  protected override render(): TemplateResult {
    return html`<div class="pad"><div class="head"><div class="grow"><h1>${this.t('articles.part.missing')}</h1>
        <p class="hint">${this.t('articles.missing.lead')}</p></div></div>
      ${this.#body()}</div>`
  }

  #body(): TemplateResult {
    if (this.fault)
      return html`<div class="empty" role="alert"><h2>${this.t('articles.missing.failed')}</h2><button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></div>`
    if (!this.found) return html`<p aria-busy="true">${this.t('page.loading')}</p>`
    if (this.found.searches.length === 0)
      return html`<div class="empty"><h2>${this.t('articles.missing.none')}</h2><p>${this.t('articles.missing.none.detail')}</p></div>`
    return html`<ul class="rows">${repeat(
      this.found.searches,
      ({ id }) => id,
      (
        missed,
      ) => html`<li class="item"><div class="grow"><p class="title" lang=${missed.locale} dir="auto">${missed.query}</p>
        <p class="line"><span>${this.t('articles.missing.count', { n: missed.count, when: dayAndMonth(missed.last_at, this.locale) })}</span><span>${languageName(missed.locale, this.locale)}</span></p></div>
        <button class="button bare" type="button" aria-label=${`${this.t('articles.missing.set_aside')}: ${missed.query}`} @click=${() => void this.#dismiss(missed)}>${this.t('articles.missing.set_aside')}</button>
        <button class="button" type="button" aria-label=${`${this.t('articles.missing.write')}: ${missed.query}`} @click=${() => this.#write(missed)}>${this.t('articles.missing.write')}</button></li>`,
    )}</ul>`
  }
}
