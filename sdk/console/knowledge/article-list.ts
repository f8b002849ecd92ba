// The articles, to be found by state, topic, language and words; the last changed first.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ArticlePage, ArticleState, ListedAdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { segments } from '../appearance/appearance-rows.ts'
import { consoleIcon } from '../console-icon.ts'
import { dayAndMonth } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ArticleDraft } from './article-draft.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { ArticleFilter, KnowledgeApi, NamedSite } from './knowledge-api.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicOptions, topicPath } from './topic-options.ts'

type Shown = 'all' | ArticleState | 'deleted'

const TYPING_MS = 250

export class ArticleList extends LitElement {
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
        new DoneEvent(`“${article.title}” is back.`, async () => {
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
    const with_ = (name: string, n: number | undefined): string => (n === undefined ? name : `${name} ${n}`)
    const all = counts && counts.draft + counts.published + counts.archived
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>Articles</h1>
        <p class="hint">What customers find, and what the AI agent answers from.</p></div>
        <a class="button" href=${this.api.helpUrl('')} target="_blank" rel="noopener">${consoleIcon('external')}Help centre</a>
        <a class="button solid" href=${this.api.placeUrl('new')} data-go="new">New article</a></div>
      <div class="tools">
        <input class="input search" type="search" placeholder="Find an article" aria-label="Find an article" value=${this.filter.q ?? ''}
          @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}>
        <select class="input" aria-label="Topic" @change=${(event: Event) => this.#narrow('category', (event.target as HTMLSelectElement).value)}>
          <option value="">Every topic</option>${topicOptions(this.topics, this.filter.category ?? null)}
          <option value="none" ?selected=${this.filter.category === 'none'}>Without a topic</option></select>
        <select class="input" aria-label="Language" @change=${(event: Event) => this.#narrow('locale', (event.target as HTMLSelectElement).value)}>
          <option value="">Every language</option>${OFFERED_LANGUAGES.map(
            (tag) =>
              html`<option value=${tag} ?selected=${this.filter.locale === tag}>${languageName(tag)}</option>`,
          )}</select>
      </div>
      <div class="tools">${segments<Shown>({
        id: 'shown',
        value: this.shown,
        label: 'State',
        options: [
          ['all', with_('All', all)],
          ['published', with_('Published', counts?.published)],
          ['draft', with_('Drafts', counts?.draft)],
          ['archived', with_('Archived', counts?.archived)],
          ['deleted', 'Deleted'],
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
      return html`<div class="empty" role="alert"><h2>The articles did not load</h2><p>The server did not answer.</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button></div>`
    if (this.page && this.articles.length === 0) return this.#empty()
    return html`<ul class="rows" aria-busy=${this.busy ? 'true' : 'false'}>${repeat(
      this.articles,
      ({ id }) => id,
      (article) => this.#row(article),
    )}</ul>
    ${
      this.page?.next
        ? html`<p class="tools"><button class="button" type="button" ?disabled=${this.busy} @click=${() => void this.#load(true)}>Show more</button></p>`
        : nothing
    }`
  }

  #empty(): TemplateResult {
    const narrowed = this.shown !== 'all' || Object.keys(this.filter).length > 0
    return narrowed
      ? html`<div class="empty"><h2>None of your articles is like this</h2><p>Fewer words or another state may show more.</p>
          <button class="button" type="button" @click=${() => {
            this.filter = {}
            this.shown = 'all'
          }}>Show all articles</button></div>`
      : html`<div class="empty"><h2>Write the first article</h2>
          <p>Begin with what customers ask most. The AI agent answers from articles only, so until there is one it passes every chat to a person.</p>
          <a class="button solid" href=${this.api.placeUrl('new')} data-go="new">New article</a>
          ${this.manages ? html`<a href=${this.api.placeUrl('import')} data-go="import">Or bring what you have: Markdown, a website, PDF, Word</a>` : nothing}</div>`
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
      <div class="grow"><a class="title" href=${this.api.placeUrl(id)} data-go=${id} lang=${locale}>${title || 'Without a title'}</a>
        <p class="line"><span>${topicPath(this.topics, category_id) || slug}</span><span>${languageName(locale)}</span>
          <span>${dayAndMonth(changed_at, 'en-GB')}${author ? `, ${author.name}` : ''}</span>
          ${sites ? html`<span>${sites.length === 1 ? 'On one site' : `On ${sites.length} sites`}</span>` : nothing}
          ${views_30_days > 0 ? html`<span class="tabular">${views_30_days} views in 30 days</span>` : nothing}
          ${votes > 0 ? html`<span class="tabular">${helpful} of ${votes} found it helpful</span>` : nothing}</p></div>
      ${this.drafts.has(id) ? html`<span class="badge warn">Not saved</span>` : nothing}
      ${stateBadge(article)}
      ${
        article.deleted_at && this.manages
          ? html`<button class="button" type="button" @click=${() => void this.#bringBack(article)}>Bring back</button>`
          : nothing
      }
    </li>`
  }
}

/** What customers see of it, in a word. */
export function stateBadge({
  state,
  has_draft,
  deleted_at,
}: Pick<ListedAdminArticle, 'state' | 'has_draft' | 'deleted_at'>): TemplateResult {
  if (deleted_at) return html`<span class="badge">Deleted</span>`
  if (state === 'draft') return html`<span class="badge draft">Draft</span>`
  if (state === 'archived') return html`<span class="badge">Archived</span>`
  return html`<span class="badge live">${consoleIcon('check')}Published</span>${
    has_draft ? html`<span class="badge draft">Newer draft</span>` : nothing
  }`
}
