// <deskbell-article-beside>: one article edited beside the conversation, so that what the thread says can be put into it.
// Asks before what is typed is closed away.

import { html, nothing, type PropertyValues } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { articleBesideStyles } from './article-beside.styles.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type ArticleGoEvent, followedLink, placeOf } from './article-place.ts'
import { createKnowledgeApi, type KnowledgeApi, type NamedSite } from './knowledge-api.ts'
import { tellDone, tellFailed } from './tell-outcome.ts'

/** @event deskbell-close-article - it is to go; nothing in it would be lost by that. */
export class ArticleBeside extends DeskElement {
  static override properties = {
    articleId: { attribute: false },
    api: { attribute: false },
    path: { state: true },
    topics: { state: true },
    fault: { state: true },
    asks: { state: true },
  }
  static override styles = [deskStyles, articleBesideStyles]

  /** Another one takes its place; what was typed in the first is kept for coming back. */
  declare articleId: string
  /** For tests; otherwise it asks as the desk's agent. */
  declare api: KnowledgeApi | null
  protected declare path: string
  protected declare topics: readonly AdminCategory[] | null
  protected declare fault: unknown
  protected declare asks: boolean

  #sites: readonly NamedSite[] = []
  #drafts = new Map<string, ArticleDraft>()
  #begun = false
  #me = this.watch(({ client }) => client.me)

  constructor() {
    super()
    this.articleId = ''
    this.api = null
    this.path = ''
    this.topics = null
    this.fault = null
    this.asks = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) this.path = this.articleId
    if (!this.desk || this.#begun) return
    this.#begun = true
    this.api ??= createKnowledgeApi(this.desk.client)
    void this.#load()
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Who asked for it goes on in it, and comes back to the reply when it closes.
    if (changed.has('articleId')) this.renderRoot.querySelector<HTMLElement>('.close')?.focus()
  }

  get #manages(): boolean {
    return this.#me.value?.agent.role !== 'agent'
  }

  async #load(): Promise<void> {
    this.fault = null
    try {
      const [sites, topics] = await Promise.all([
        this.#manages ? this.api!.sites() : [],
        this.api!.categories(),
        this.desk!.loadTexts('articles'),
      ])
      this.#sites = sites
      this.topics = topics
    } catch (error) {
      this.fault = error
    }
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#drafts.size > 0) event.preventDefault()
  }

  /** Away with it, where nothing would be lost; else it asks. */
  close(): void {
    this.asks = this.#drafts.size > 0
    if (this.asks)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus())
    else this.dispatchEvent(new Event('deskbell-close-article', { bubbles: true, composed: true }))
  }

  #discard(): void {
    this.#drafts.clear()
    this.close()
  }

  #go = ({ path }: Pick<ArticleGoEvent, 'path'>): void => {
    // The list of articles is on another page.
    if (placeOf(path).part === 'article') this.path = path
    else this.close()
  }

  #onClick = (event: MouseEvent): void => {
    const path = followedLink(event)
    if (path !== null) this.#go({ path })
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    this.close()
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    const { t } = desk
    return html`<div class="panel" @click=${this.#onClick} @keydown=${this.#onKey} @deskbell-article-go=${this.#go}
        @deskbell-done=${tellDone(desk)} @deskbell-failed=${tellFailed(desk)}>
      <div class="bar"><p class="grow">${t('rail.knowledge')}</p>
        <button class="button bare close" type="button" @click=${() => this.close()}>${consoleIcon('close')}${t('articles.close')}</button></div>
      ${
        this.asks
          ? html`<div class="ask" role="alertdialog" aria-label=${t('articles.not_saved')}><p class="grow">${t('articles.unsaved')}</p>
            <button class="button" type="button" @click=${() => {
              this.asks = false
            }}>${t('articles.stay')}</button>
            <button class="button bare danger" type="button" @click=${() => this.#discard()}>${t('articles.leave')}</button></div>`
          : nothing
      }${this.#body()}</div>`
  }

  #body() {
    const { t } = this.desk!
    if (this.fault)
      return html`<div class="alone" role="alert"><p>${t('page.failed')}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>${t('app.again')}</button></div>`
    if (!this.topics) return html`<p class="alone" aria-busy="true">${t('page.loading')}</p>`
    const { id, pane } = placeOf(this.path)
    return html`<deskbell-article-editor beside .api=${this.api!} .topics=${this.topics} .sites=${this.#sites} .drafts=${this.#drafts}
      .manages=${this.#manages} .articleId=${id!} .pane=${pane}></deskbell-article-editor>`
  }
}
