// Search over the help articles, as you type, and the articles by topic. An article itself is another element.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type {
  ArticleHit,
  ArticleLink,
  ArticleSearchResult,
  Highlighted,
} from '../../protocol/help-article.ts'
import { icon } from '../icon/icon.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { mark } from '../mark/mark.ts'
import { greyBlocks } from '../panel/grey-blocks.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import type { ViewParams } from '../provider/widget-context.ts'
import { ArticleSearch } from './article-search.ts'
import { helpStyles } from './help.styles.ts'
import { HelpTopics } from './help-topics.ts'

const marked = (parts: Highlighted): unknown[] =>
  parts.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))

/** The help view: popular articles and topics first, then what is found, and the assistant for whatever is not. */
export class DeskbellHelp extends LitElement {
  static override properties = { query: {}, category: { attribute: false } }
  static override styles = [...panelStyles, markStyles, helpStyles]

  /** The text searched for. */
  declare query: string
  /** The topic whose articles stand there while nothing is searched for. */
  declare category: ViewParams['help']['category'] | null

  #widget = consumeWidget(this)
  #search = new ArticleSearch(this, () => this.#widget.client)
  #topics = new HelpTopics(this)

  constructor() {
    super()
    this.query = ''
    this.category = null
  }

  override focus(): void {
    // Who has chosen a topic wants to read, and no keyboard on the screen.
    this.renderRoot.querySelector<HTMLElement>(this.category ? '.body' : 'input')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A text that came with the view is searched at once; typing goes through the pause.
    if (changed.has('query') && this.query && this.#search.now.state === 'idle')
      this.#search.type(this.query, 0)
    const { client, config } = this.#widget
    const isMore = (config?.article_count ?? 0) > (config?.popular.length ?? 0)
    if (client && (this.category || isMore)) this.#topics.show(client, this.category?.id ?? null)
  }

  protected override render(): TemplateResult {
    const { tr, navigation } = this.#widget
    const field = html`<label class="find">${icon('search')}
      <input type="search" maxlength="200" autocomplete="off" enterkeyhint="search" spellcheck="false"
        aria-label=${tr.t('help.search')} placeholder=${tr.t('help.search')} .value=${this.query}
        @input=${this.#onInput} @keydown=${this.#onKey}></label>`
    return html`
      ${panelHeader({ t: tr.t, navigation, title: field })}
      <div class="body" tabindex="-1" @keydown=${this.#onKey}>
        <div role="status">${this.#said()}</div>${this.#results()}</div>
      ${this.#foot()}`
  }

  get #result(): ArticleSearchResult | null {
    const now = this.#search.now
    return now.state === 'found' ? now.result : now.state === 'searching' ? now.before : null
  }

  /** How much was found. In a region that stays: one that comes with its text may be passed over. */
  #said(): unknown {
    const { t } = this.#widget.tr
    const result = this.#result
    if (!result) return nothing
    const n = result.articles.length
    if (n > 0) return html`<p class="label">${t('help.count', { n })}</p>`
    return html`<h2 class="big">${t('help.nothing')}</h2>
      <p>${t('help.searched', { n: result.searched })}</p>`
  }

  #results(): unknown {
    const { tr, config } = this.#widget
    const now = this.#search.now
    if (now.state === 'failed') return this.#failed()
    if (now.state === 'searching' && now.slow) return greyBlocks(tr.t('common.loading'), 3)
    const result = this.#result
    if (result?.articles.length === 0) return this.#nothing()
    if (result) return html`<ul class="hits">${result.articles.map((hit) => this.#hit(hit))}</ul>`
    if (now.state !== 'idle') return nothing
    if (this.category) return this.#topic(this.category.name)
    return html`${
      config?.popular.length
        ? html`<h2 class="label">${tr.t('home.popular')}</h2>${this.#links(config.popular)}`
        : nothing
    }${this.#allTopics()}`
  }

  #links(articles: readonly ArticleLink[]): TemplateResult {
    return html`<ul class="rows">${articles.map(
      ({
        slug,
        title,
      }) => html`<li><button class="row" type="button" data-hit @click=${() => this.#open(slug)}>
        <span class="row-text row-title"><bdi>${title}</bdi></span>${icon('chevron')}</button></li>`,
    )}</ul>`
  }

  /** Quietly missing where they cannot be had: the search above still works. */
  #allTopics(): unknown {
    const { tr, navigation } = this.#widget
    const now = this.#topics.now
    if (now.state !== 'ready' || now.topics.length === 0) return nothing
    return html`<h2 class="label topics">${tr.t('help.topics')}</h2>
      <ul class="rows">${now.topics.map(({ id, name: given, count, articles }) => {
        const name = given || tr.t('help.other')
        return html`<li><button class="row" type="button" data-hit
          @click=${() => navigation?.open('help', { category: { id, name } })}>
          <span class="row-text"><span class="row-title"><bdi>${name}</bdi></span>
          <span class="row-more"><bdi>${articles.map(({ title }) => title).join(' · ')}</bdi></span></span>
          <span class="small">${tr.t('help.count', { n: count })}</span>${icon('chevron')}</button></li>`
      })}</ul>`
  }

  #topic(name: string): unknown {
    const { tr } = this.#widget
    const now = this.#topics.now
    if (now.state === 'failed') return this.#failed()
    if (now.state === 'loading') return now.slow ? greyBlocks(tr.t('common.loading'), 3) : nothing
    const articles = now.topics[0]?.articles ?? []
    return html`<h2 class="big">${name}</h2>
      <p class="label">${tr.t('help.count', { n: articles.length })}</p>${this.#links(articles)}`
  }

  #hit({ slug, title_parts, excerpt_parts, category, passage, locale }: ArticleHit): TemplateResult {
    return html`<li><button class="hit" type="button" data-hit @click=${() => this.#open(slug, passage, this.query.trim())}>
      <span class="hit-title" lang=${locale ?? nothing}><bdi>${marked(title_parts)}</bdi></span>
      <span class="hit-text" lang=${locale ?? nothing}><bdi>${marked(excerpt_parts)}</bdi></span>
      ${category ? html`<span class="hit-text"><bdi>${category}</bdi></span>` : nothing}
    </button></li>`
  }

  #nothing(): TemplateResult {
    const { tr, config, navigation } = this.#widget
    const wait = config?.availability.estimated_wait_seconds
    return html`<div class="rows ask">
        ${config?.assistant ? html`<div>${this.#askRow()}</div>` : nothing}
        <div><button class="row" type="button"
          @click=${() => navigation?.open('chat', { conversationId: null, want: 'person' })}>
          ${icon('person')}<span class="row-text"><span class="row-title">${tr.t('chat.person')}</span>
          ${wait ? html`<span class="row-more">${tr.wait(wait)}</span>` : nothing}</span>
          ${icon('chevron')}</button></div>
      </div>`
  }

  #failed(): TemplateResult {
    const { tr, navigation } = this.#widget
    return html`<div role="alert"><h2 class="big">${tr.t('help.failed')}</h2>
      <p>${tr.t('help.failed_more')}</p></div>
      <div class="buttons">
        <button class="button solid" type="button" @click=${this.#again}>
          ${tr.t('common.retry')}</button>
        <button class="button" type="button" @click=${() => navigation?.open('chat')}>${tr.t('help.to_chat')}</button>
      </div>`
  }

  #foot(): unknown {
    const now = this.#search.now
    const empty = now.state === 'found' && now.result.articles.length === 0
    if (this.query.trim().length < 2 || empty || now.state === 'failed') return nothing
    return this.#widget.config?.assistant ? html`<div class="foot">${this.#askRow()}</div>` : nothing
  }

  #askRow(): TemplateResult {
    const { tr, config, navigation } = this.#widget
    const q = this.query.trim()
    return html`<button class="row" type="button"
      @click=${() => navigation?.open('chat', { conversationId: null, prefill: q })}>
      ${mark({ kind: 'ai', id: config?.assistant?.id ?? null, name: '' }, 32)}
      <span class="row-text"><span class="row-title">${tr.t('help.ask')}</span>
      <span class="row-more">${tr.t('help.quote', { q })}</span></span>${icon('chevron')}</button>`
  }

  #open(slug: string, passage: string | null = null, query?: string): void {
    this.#widget.navigation?.open('article', { slug, passage, ...(query && { query }) })
  }

  #again = (): void => {
    const { client } = this.#widget
    if (this.#search.now.state === 'failed') this.#search.type(this.query, 0)
    else if (client) void this.#topics.load(client, this.category?.id ?? null)
  }

  #onInput(event: Event): void {
    this.query = (event.target as HTMLInputElement).value
    this.#search.type(this.query)
  }

  /** Up and down walk from the field through the hits and back. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      const now = this.#search.now
      if (now.state === 'found') this.renderRoot.querySelector<HTMLElement>('[data-hit]')?.click()
      else this.#search.type(this.query, 0)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('input, [data-hit]')]
    const at = stops.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement)
    const next = stops[at + step]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
}
