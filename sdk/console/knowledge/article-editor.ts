// One article being written: its text with what customers would see beside it, its settings, versions and votes. Nothing
// typed is lost: not by going elsewhere on the page, not by somebody else saving first, not by a server that is away.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import type { MergedEvent } from './article-conflict.ts'
import {
  type ArticleDraft,
  type ArticleFields,
  changeOf,
  draftOf,
  EMPTY_FIELDS,
  fieldsOf,
  isChanged,
  newArticle,
  typedSince,
} from './article-draft.ts'
import { editorStyles } from './article-editor.styles.ts'
import { articleFoot } from './article-foot.ts'
import { stateBadge } from './article-list.ts'
import { paneTabs, previewPane, settingsPane } from './article-panes.ts'
import { ArticleGoEvent, EDITOR_PANES, type EditorPane } from './article-place.ts'
import { ArticlePreviewing } from './article-preview.controller.ts'
import { withoutArticle, writePane } from './article-write.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { ArticleMove, KnowledgeApi, NamedSite } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'

export class ArticleEditor extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    topics: { attribute: false },
    sites: { attribute: false },
    drafts: { attribute: false },
    manages: { type: Boolean },
    articleId: { attribute: false },
    saved: { state: true },
    draft: { state: true },
    pane: {},
    state: { state: true },
    overtaken: { state: true },
    faults: { state: true },
  }
  static override styles = [deskStyles, controlStyles, richTextStyles, knowledgeStyles, editorStyles]

  declare api: KnowledgeApi
  declare topics: readonly AdminCategory[]
  declare sites: readonly NamedSite[]
  declare drafts: Map<string, ArticleDraft>
  /** May publish, archive and delete. */
  declare manages: boolean
  /** `new` for one that is not yet. */
  declare articleId: string
  /** What is shown beside the text. */
  declare pane: EditorPane
  protected declare saved: AdminArticle | null
  protected declare draft: ArticleDraft
  protected declare state: 'loading' | 'ready' | 'busy' | 'gone' | 'failed'
  /** What somebody else has saved meanwhile. */
  protected declare overtaken: AdminArticle | null
  /** By field. */
  protected declare faults: Readonly<Record<string, string>>

  #preview = new ArticlePreviewing(this, () => this.api)

  constructor() {
    super()
    this.topics = []
    this.sites = []
    this.drafts = new Map()
    this.manages = false
    this.articleId = 'new'
    this.saved = null
    this.draft = { revision: null, fields: EMPTY_FIELDS, translationOf: null }
    this.pane = 'preview'
    this.state = 'loading'
    this.overtaken = null
    this.faults = {}
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#onKey)
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('articleId')) void this.#load()
  }

  protected override updated(): void {
    this.#preview.show(this.draft.fields.body)
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!(event.metaKey || event.ctrlKey) || event.key !== 's') return
    event.preventDefault()
    void this.#save()
  }

  async #load(): Promise<void> {
    const id = this.articleId
    const kept = this.drafts.get(id)
    this.overtaken = null
    this.faults = {}
    if (id === 'new') {
      this.saved = null
      this.draft = kept ?? { revision: null, fields: EMPTY_FIELDS, translationOf: null }
      this.state = 'ready'
      return
    }
    this.state = 'loading'
    try {
      const article = await this.api.article(id)
      if (id !== this.articleId) return
      this.saved = article
      this.draft = kept ?? draftOf(article)
      if (kept && kept.revision !== article.revision) this.overtaken = article
      this.state = 'ready'
    } catch (error) {
      if (id === this.articleId)
        this.state = error instanceof ApiError && error.code === 'article-not-found' ? 'gone' : 'failed'
    }
  }

  #set = (change: Partial<ArticleFields>): void => {
    this.draft = { ...this.draft, fields: { ...this.draft.fields, ...change } }
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([field]) => !(field in change)))
    if (isChanged(this.saved, this.draft.fields)) this.drafts.set(this.articleId, this.draft)
    else this.drafts.delete(this.articleId)
  }

  /** What the server has now is what there is. */
  #take(article: AdminArticle): void {
    this.drafts.delete(this.articleId)
    this.saved = article
    this.draft = draftOf(article)
    this.overtaken = null
    this.faults = {}
  }

  /** The server has it so now; what has been typed since stays to be saved, also where another article is here by now. */
  #accept(article: AdminArticle, { fields: then }: Pick<ArticleDraft, 'fields'>, under = article.id): void {
    const isHere = this.articleId === under
    const typed = (isHere ? this.draft : this.drafts.get(under))?.fields ?? then
    const fields = typedSince(then, typed, fieldsOf(article))
    const draft = draftOf(article, fields)
    if (isHere) this.#take(article)
    this.drafts.delete(under)
    if (isHere) this.draft = draft
    if (isChanged(article, fields)) this.drafts.set(article.id, draft)
  }

  /** @returns the article as it is on the server then; null where it could not be saved */
  async #save(): Promise<AdminArticle | null> {
    const { saved, draft, articleId } = this
    if (this.state !== 'ready') return null
    if (saved && !isChanged(saved, draft.fields)) return saved
    this.state = 'busy'
    try {
      const note = draft.fields.note.trim()
      const article = saved
        ? await this.api.change(saved.id, {
            ...changeOf(saved, draft.fields),
            ...(note && { note }),
            revision: draft.revision!,
          })
        : await this.api.create(newArticle(draft))
      this.#accept(article, draft, articleId)
      if (this.articleId !== articleId) return article
      this.state = 'ready'
      if (!saved) {
        this.articleId = article.id
        this.dispatchEvent(new ArticleGoEvent(article.id))
      }
      return article
    } catch (error) {
      if (this.articleId === articleId) {
        this.state = 'ready'
        this.#refused(error)
      } else this.dispatchEvent(new FailedEvent(error))
      return null
    }
  }

  #refused(error: unknown): void {
    const problem = error instanceof ApiError ? error.problem : null
    if (error instanceof ApiError && error.code === 'article-changed') {
      this.overtaken = (problem?.context?.current as AdminArticle | undefined) ?? this.saved
      return
    }
    this.faults = Object.fromEntries(
      (problem?.errors ?? []).map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail]),
    )
    if (error instanceof ApiError && error.code === 'slug-taken')
      this.faults = { slug: this.t('articles.slug_taken') }
    const field = ['slug', 'locale', 'questions', 'related', 'sites'].find((name) => name in this.faults)
    if (field) this.#show('settings')
    this.dispatchEvent(new FailedEvent(error))
  }

  async #move(
    move: ArticleMove,
    said: string,
    undo: (now: AdminArticle) => Promise<AdminArticle>,
  ): Promise<void> {
    const before = await this.#save()
    if (!before) return
    this.state = 'busy'
    try {
      const now = await this.api.move(before.id, move, { revision: before.revision })
      this.#accept(now, { fields: fieldsOf(before) })
      this.dispatchEvent(
        new DoneEvent(said, async () => this.#accept(await undo(now), { fields: fieldsOf(now) })),
      )
    } catch (error) {
      this.#refused(error)
    } finally {
      this.state = 'ready'
    }
  }

  #publish = (): Promise<void> => {
    const version = this.saved?.published_version
    return this.#move('publish', this.t('articles.published'), ({ id, revision }) =>
      version
        ? this.api.move(id, 'publish', { version, revision })
        : this.api.move(id, 'unpublish', { revision }),
    )
  }

  async #remove(): Promise<void> {
    const { saved } = this
    if (!saved) return
    try {
      await this.api.remove(saved.id)
      this.drafts.delete(saved.id)
      this.dispatchEvent(
        new DoneEvent(this.t('articles.deleted', { title: saved.title }), () =>
          this.api.move(saved.id, 'undelete'),
        ),
      )
      this.dispatchEvent(new ArticleGoEvent(''))
    } catch (error) {
      this.#refused(error)
    }
  }

  /** One more language of this article: a draft of its own, with this text to translate from. */
  #translate = (locale: string): void => {
    const { saved } = this
    if (!saved) return
    this.drafts.set('new', {
      revision: null,
      translationOf: saved.id,
      fields: { ...EMPTY_FIELDS, locale, title: saved.title, summary: saved.summary ?? '', body: saved.body },
    })
    this.dispatchEvent(new ArticleGoEvent('new'))
  }

  /** Another version is the latest now. */
  #restored = (event: CustomEvent<AdminArticle>): void => this.#take(event.detail)

  protected override render(): TemplateResult {
    if (this.state === 'loading') return html`<p class="pad" aria-busy="true">${this.t('page.loading')}</p>`
    if (this.state === 'gone' || this.state === 'failed')
      return withoutArticle(this.state === 'gone', this.api.placeUrl(''), this.t)
    const { saved } = this
    return html`<div class="editor"><div class="head">
        <a class="button bare back" href=${this.api.placeUrl('')} data-go="" aria-label=${this.t('articles.all_articles')}>${consoleIcon('back')}</a>
        <h1 class="grow cut">${saved ? saved.title || this.t('articles.untitled') : this.t(this.draft.translationOf ? 'articles.new_translation' : 'articles.new')}</h1>
        ${saved ? stateBadge(saved, this.t) : nothing}
        ${
          saved?.state === 'published'
            ? html`<a class="button see" aria-label=${this.t('articles.see.label')} href=${this.api.helpUrl(`/articles/${saved.slug}`)} target="_blank" rel="noopener">${consoleIcon('external')}${this.t('articles.see')}</a>`
            : nothing
        }
      </div>
      <div class="middle">${this.#conflict()}<div class="halves">${writePane(this.draft.fields, this.faults, this.#set, this.t)}${this.#beside()}</div></div>
      ${this.#foot()}</div>`
  }

  #conflict(): TemplateResult | typeof nothing {
    const theirs = this.overtaken
    if (!theirs) return nothing
    return html`<deskbell-article-conflict .base=${this.draft.base ?? EMPTY_FIELDS} .mine=${this.draft.fields} .theirs=${theirs}
      .topics=${this.topics} .sites=${this.sites} @deskbell-show-theirs=${() => {
        this.saved = theirs
        this.#show('versions')
      }} @deskbell-merged=${({ fields }: MergedEvent) => {
        this.#take(theirs)
        this.#set(fields)
        void this.#save()
      }}></deskbell-article-conflict>`
  }

  /** The address follows, where there is one for it. */
  #show(pane: EditorPane): void {
    this.pane = pane
    if (this.saved)
      this.dispatchEvent(new ArticleGoEvent(`${this.saved.id}${pane === 'preview' ? '' : `/${pane}`}`))
  }

  #beside(): TemplateResult {
    const { saved } = this
    const panes = EDITOR_PANES.filter((pane) => saved || pane === 'preview' || pane === 'settings').map(
      (pane) => [pane, this.t(`articles.pane.${pane}`)] as const,
    )
    const choose = (pane: EditorPane): void => {
      this.#show(pane)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${pane}`)?.focus())
    }
    return html`<div class="beside">${paneTabs(panes, this.pane, choose, this.t('articles.panes'))}
      <div class="pane" id="pane" role="tabpanel" tabindex="0" aria-labelledby="tab-${this.pane}">${this.#pane()}</div></div>`
  }

  #pane(): TemplateResult {
    const { saved, draft, faults, topics, sites } = this
    switch (this.pane) {
      case 'settings':
        return settingsPane({
          saved,
          draft,
          faults,
          topics,
          sites,
          manages: this.manages,
          set: this.#set,
          translate: this.#translate,
          placeUrl: this.api.placeUrl,
          t: this.t,
          locale: this.locale,
        })
      case 'versions':
        return html`<deskbell-article-versions .api=${this.api} .article=${saved} @deskbell-restored=${this.#restored}></deskbell-article-versions>`
      case 'votes':
        return html`<deskbell-article-votes .api=${this.api} .article=${saved}></deskbell-article-votes>`
      default:
        return previewPane(draft.fields, this.#preview.content, this.t)
    }
  }

  #foot(): TemplateResult {
    const { saved, draft, manages } = this
    return articleFoot({
      saved,
      fields: draft.fields,
      manages,
      t: this.t,
      busy: this.state === 'busy',
      discard: () => (saved ? this.#take(saved) : this.#set(EMPTY_FIELDS)),
      save: () => void this.#save(),
      publish: () => void this.#publish(),
      unpublish: () =>
        void this.#move('unpublish', this.t('articles.unpublished'), (now) => this.#republish(saved!, now)),
      archive: () =>
        void this.#move('archive', this.t('articles.archived'), (now) =>
          saved!.state === 'published'
            ? this.#republish(saved!, now)
            : this.api.move(now.id, 'unarchive', { revision: now.revision }),
        ),
      bringBack: () =>
        void this.#move('unarchive', this.t('articles.unarchived'), ({ id, revision }) =>
          this.api.move(id, 'archive', { revision }),
        ),
      remove: () => void this.#remove(),
    })
  }

  /** What customers saw before. */
  #republish({ published_version }: AdminArticle, { id, revision }: AdminArticle): Promise<AdminArticle> {
    return this.api.move(id, 'publish', {
      ...(published_version && { version: published_version }),
      revision,
    })
  }
}
