// The articles, to be found by state, topic, language and words; the last changed first.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ArticlePage, ArticleState, ListedAdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { segments } from '../appearance/appearance-rows.ts'
import { consoleIcon } from '../console-icon.ts'
import { dayAndMonth } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ArticleDraft } from './article-draft.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { ArticleFilter, KnowledgeApi, NamedSite } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicOptions, topicPath } from './topic-options.ts'

type Shown = 'all' | ArticleState | 'deleted'

const TYPING_MS = 250

export class ArticleList extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    topics: { attribute: false },
    sites: { attribute: false },
    drafts: { attribute: false },
    manages: { type: Boolean },
    shown: { state: true },
    filter: { state: true },
    page: { state: true },
    articles: { state: true },
    busy: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles]

  declare api: KnowledgeApi
  declare topics: readonly AdminCategory[]
  declare sites: readonly NamedSite[]
  declare drafts: ReadonlyMap<string, ArticleDraft>
  declare manages: boolean
  protected declare shown: Shown
  protected declare filter: ArticleFilter
  protected declare page: ArticlePage | null
  protected declare articles: readonly ListedAdminArticle[]
  protected declare busy: boolean
  protected declare fault: boolean

  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  constructor() {
    super()
    this.topics = []
    this.sites = []
    this.drafts = new Map()
    this.manages = false
    this.shown = 'all'
    this.filter = {}
    this.page = null
    this.articles = []
    this.busy = false
    this.fault = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('filter') || changed.has('shown')) void this.#load()
  }

  get #query(): ArticleFilter {
    if (this.shown === 'deleted') return { ...this.filter, deleted: true }
    return this.shown === 'all' ? this.filter : { ...this.filter, state: this.shown }
  }

  async #load(more = false): Promise<void> {
    const asked = ++this.#asked
    this.busy = true
    this.fault = false
    try {
      const cursor = more && this.page?.next ? { cursor: this.page.next } : {}
      const page = await this.api.articles({ ...this.#query, ...cursor })
      // An older answer that comes late says what was asked before.
      if (asked !== this.#asked) return
      this.articles = more ? [...this.articles, ...page.articles] : page.articles
      this.page = more ? ({ ...page, counts: this.page?.counts } as ArticlePage) : page
    } catch {
      if (asked === this.#asked) this.fault = true
    } finally {
      if (asked === this.#asked) this.busy = false
    }
  }

  #typed(q: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const { q: _, ...rest } = this.filter
      this.filter = q.trim() ? { ...rest, q: q.trim() } : rest
    }, TYPING_MS)
  }

  #narrow(name: 'category' | 'locale', value: string): void {
    const { [name]: _, ...rest } = this.filter
    this.filter = value ? { ...rest, [name]: value } : rest
  }

  async #bringBack(article: ListedAdminArticle): Promise<void> {
    try {
      await this.api.move(article.id, 'undelete', { revision: article.revision })
      this.dispatchEvent(
        new DoneEvent(this.t('articles.is_back', { title: article.title }), async () => {
          await this.api.remove(article.id)
          await this.#load()
        }),
      )
      await this.#load()
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  protected override render(): TemplateResult {
    const counts = this.page?.counts
    const all = counts && counts.draft + counts.published + counts.archived
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>${this.t('articles.title')}</h1>
        <p class="hint">${this.t('articles.lead')}</p></div>
        <a class="button" href=${this.api.helpUrl('')} target="_blank" rel="noopener">${consoleIcon('external')}${this.t('articles.help_centre')}</a>
        <a class="button solid" href=${this.api.placeUrl('new')} data-go="new">${this.t('articles.new')}</a></div>
      <div class="tools">
        <input class="input search" type="search" placeholder=${this.t('articles.find')} aria-label=${this.t('articles.find')} value=${this.filter.q ?? ''}
          @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}>
        <select class="input" aria-label=${this.t('articles.topic')} @change=${(event: Event) => this.#narrow('category', (event.target as HTMLSelectElement).value)}>
          <option value="">${this.t('articles.every_topic')}</option>${topicOptions(this.topics, this.filter.category ?? null)}
          <option value="none" ?selected=${this.filter.category === 'none'}>${this.t('articles.no_topic')}</option></select>
        <select class="input" aria-label=${this.t('articles.language')} @change=${(event: Event) => this.#narrow('locale', (event.target as HTMLSelectElement).value)}>
          <option value="">${this.t('articles.every_language')}</option>${OFFERED_LANGUAGES.map(
            (tag) =>
              html`<option value=${tag} ?selected=${this.filter.locale === tag}>${languageName(tag, this.locale)}</option>`,
          )}</select>
      </div>
      <div class="tools">${segments<Shown>({
        id: 'shown',
        value: this.shown,
        label: this.t('articles.state'),
        options: [
          ['all', this.counted(this.t('articles.state.all'), all)],
          ['published', this.counted(this.t('articles.state.published'), counts?.published)],
          ['draft', this.counted(this.t('articles.state.drafts'), counts?.draft)],
          ['archived', this.counted(this.t('articles.state.archived'), counts?.archived)],
          ['deleted', this.t('articles.state.deleted')],
        ],
        onChoose: (shown) => {
          this.shown = shown
        },
      })}</div>
      ${this.#body()}
    </div>`
  }

  #body(): TemplateResult {
    if (this.fault)
      return html`<div class="empty" role="alert"><h2>${this.t('articles.failed')}</h2><p>${this.t('articles.failed.detail')}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></div>`
    if (this.page && this.articles.length === 0) return this.#empty()
    return html`<ul class="rows" aria-busy=${this.busy ? 'true' : 'false'}>${repeat(
      this.articles,
      ({ id }) => id,
      (article) => this.#row(article),
    )}</ul>
    ${
      this.page?.next
        ? html`<p class="tools"><button class="button" type="button" ?disabled=${this.busy} @click=${() => void this.#load(true)}>${this.t('articles.more')}</button></p>`
        : nothing
    }`
  }

  #empty(): TemplateResult {
    const narrowed = this.shown !== 'all' || Object.keys(this.filter).length > 0
    return narrowed
      ? html`<div class="empty"><h2>${this.t('articles.none')}</h2><p>${this.t('articles.none.detail')}</p>
          <button class="button" type="button" @click=${() => {
            this.filter = {}
            this.shown = 'all'
          }}>${this.t('articles.show_all')}</button></div>`
      : html`<div class="empty"><h2>${this.t('articles.first')}</h2>
          <p>${this.t('articles.first.detail')}</p>
          <a class="button solid" href=${this.api.placeUrl('new')} data-go="new">${this.t('articles.new')}</a>
          ${this.manages ? html`<a href=${this.api.placeUrl('import')} data-go="import">${this.t('articles.first.import')}</a>` : nothing}</div>`
  }

  #row(article: ListedAdminArticle): TemplateResult {
    const {
      id,
      title,
      slug,
      category_id,
      locale,
      author,
      changed_at,
      sites,
      views_30_days,
      helpful,
      unhelpful,
    } = article
    const votes = helpful + unhelpful
    return html`<li class="item">
      <div class="grow"><a class="title" href=${this.api.placeUrl(id)} data-go=${id} lang=${locale}>${title || this.t('articles.untitled')}</a>
        <p class="line"><span>${topicPath(this.topics, category_id) || slug}</span><span>${languageName(locale, this.locale)}</span>
          <span>${dayAndMonth(changed_at, this.locale)}${author ? `, ${author.name}` : ''}</span>
          ${sites ? html`<span>${this.t('articles.on_sites', { n: sites.length })}</span>` : nothing}
          ${views_30_days > 0 ? html`<span class="tabular">${this.t('articles.views', { n: views_30_days })}</span>` : nothing}
          ${votes > 0 ? html`<span class="tabular">${this.t('articles.helpful_of', { n: votes, yes: helpful })}</span>` : nothing}</p></div>
      ${this.drafts.has(id) ? html`<span class="badge warn">${this.t('articles.not_saved')}</span>` : nothing}
      ${stateBadge(article, this.t)}
      ${
        article.deleted_at && this.manages
          ? html`<button class="button" type="button" @click=${() => void this.#bringBack(article)}>${this.t('articles.bring_back')}</button>`
          : nothing
      }
    </li>`
  }
}

/** What customers see of it, in a word. */
export function stateBadge(
  { state, has_draft, deleted_at }: Pick<ListedAdminArticle, 'state' | 'has_draft' | 'deleted_at'>,
  t: ConsoleTranslate,
): TemplateResult {
  if (deleted_at) return html`<span class="badge">${t('articles.state.deleted')}</span>`
  if (state === 'draft') return html`<span class="badge draft">${t('articles.draft')}</span>`
  if (state === 'archived') return html`<span class="badge">${t('articles.state.archived')}</span>`
  return html`<span class="badge live">${consoleIcon('check')}${t('articles.state.published')}</span>${
    has_draft ? html`<span class="badge draft">${t('articles.newer_draft')}</span>` : nothing
  }`
}
