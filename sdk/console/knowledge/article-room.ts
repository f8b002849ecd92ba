// What the page of articles and the article beside a conversation share: sites and topics from the server, what is typed
// and not saved, and the question before that is lost.

import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { DeskElement } from '../desk.context.ts'
import type { ArticleDraft } from './article-draft.ts'
import { createKnowledgeApi, type KnowledgeApi, type NamedSite } from './knowledge-api.ts'

export abstract class ArticleRoom extends DeskElement {
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    topics: { state: true },
    fault: { state: true },
  }

  /** For tests; otherwise it asks as the desk's agent. */
  declare api: KnowledgeApi | null
  /** Null until they are known. */
  protected declare topics: readonly AdminCategory[] | null
  protected declare fault: unknown
  protected sites: readonly NamedSite[] = []
  /** What is typed and not saved, by article: going elsewhere among the articles loses nothing. */
  protected readonly drafts = new Map<string, ArticleDraft>()

  #begun = false
  #me = this.watch(({ client }) => client.me)

  constructor() {
    super()
    this.api = null
    this.topics = null
    this.fault = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (!this.desk || this.#begun) return
    this.#begun = true
    this.api ??= createKnowledgeApi(this.desk.client)
    void this.load()
  }

  protected get manages(): boolean {
    return this.#me.value?.agent.role !== 'agent'
  }

  protected async load(): Promise<void> {
    this.fault = null
    try {
      const [sites, topics] = await Promise.all([
        this.manages ? this.api!.sites() : [],
        this.api!.categories(),
        this.desk!.loadTexts('articles'),
      ])
      this.sites = sites
      this.topics = topics
    } catch (error) {
      this.fault = error
    }
  }

  /** Asked where `drafts` would be lost; the first button is to have the focus. */
  protected question(stay: () => void, leave: () => void): TemplateResult {
    const { t } = this.desk!
    return html`<div class="ask" role="alertdialog" aria-label=${t('articles.not_saved')}><p class="grow">${t('articles.unsaved')}</p>
      <button class="button" type="button" @click=${stay}>${t('articles.stay')}</button>
      <button class="button bare danger" type="button" @click=${leave}>${t('articles.leave')}</button></div>`
  }

  protected focusQuestion(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus())
  }

  /** Something would be lost by leaving. */
  get dirty(): boolean {
    return this.drafts.size > 0
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault()
  }
}
