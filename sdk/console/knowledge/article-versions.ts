// What an article said before: each version beside the one before it, word by word, and the way back to it.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AdminArticle, ArticleDiff, DiffRuns, VersionPage } from '../../protocol/article-admin.ts'
import { consoleIcon } from '../console-icon.ts'
import { fullTime } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import { editorStyles } from './article-editor.styles.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'

type Version = VersionPage['versions'][number]

const runs = (diff: DiffRuns): TemplateResult[] =>
  diff.map(({ kind, text }) =>
    kind === 'added'
      ? html`<ins>${text}</ins>`
      : kind === 'removed'
        ? html`<del>${text}</del>`
        : html`${text}`,
  )

const isSame = (diff: DiffRuns): boolean => diff.every(({ kind }) => kind === 'same')

export class ArticleVersions extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    article: { attribute: false },
    versions: { state: true },
    next: { state: true },
    shown: { state: true },
    diff: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, knowledgeStyles, editorStyles]

  declare api: KnowledgeApi
  declare article: AdminArticle | null
  protected declare versions: readonly Version[]
  protected declare next: string | null
  /** Number of the version compared with the one before it. */
  protected declare shown: number | null
  protected declare diff: ArticleDiff | null
  protected declare fault: boolean

  #of = ''

  constructor() {
    super()
    this.article = null
    this.versions = []
    this.next = null
    this.shown = null
    this.diff = null
    this.fault = false
  }

  protected override updated(changed: PropertyValues): void {
    const wanted = `${this.article?.id} ${this.article?.version} ${this.article?.revision}`
    if (!changed.has('article') || !this.article || wanted === this.#of) return
    this.#of = wanted
    void this.#load()
  }

  async #load(more = false): Promise<void> {
    const { article } = this
    if (!article) return
    this.fault = false
    try {
      const page = await this.api.versions(article.id, more && this.next ? this.next : undefined)
      this.versions = more ? [...this.versions, ...page.versions] : page.versions
      this.next = page.next
    } catch {
      this.fault = true
    }
  }

  async #show(number: number): Promise<void> {
    this.shown = this.shown === number ? null : number
    this.diff = null
    if (this.shown === null) return
    try {
      const diff = await this.api.diff(this.article!.id, number - 1, number)
      if (this.shown === number) this.diff = diff
    } catch (error) {
      this.shown = null
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  async #restore({ number }: Version): Promise<void> {
    const before = this.article!
    try {
      const article = await this.api.restore(before.id, number, before.revision)
      this.#tell(article)
      this.dispatchEvent(
        new DoneEvent(this.t('articles.restored', { number }), async () => {
          this.#tell(await this.api.restore(before.id, before.version, article.revision))
        }),
      )
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    }
  }

  #tell(article: AdminArticle): void {
    this.dispatchEvent(
      new CustomEvent('deskbell-restored', { detail: article, bubbles: true, composed: true }),
    )
  }

  protected override render(): TemplateResult {
    if (this.fault)
      return html`<p role="alert">${this.t('articles.versions.failed')} <button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></p>`
    return html`<ul class="rows">${this.versions.map((version) => this.#row(version))}</ul>
      ${this.next ? html`<p class="tools"><button class="button" type="button" @click=${() => void this.#load(true)}>${this.t('articles.older')}</button></p>` : nothing}`
  }

  #row(version: Version): TemplateResult {
    const { number, author, origin, note, created_at, published, length } = version
    const isLatest = number === this.article?.version
    const isShown = this.shown === number
    const about = [
      author?.name ?? this.t('articles.command_line'),
      origin === 'person' ? '' : this.t(`articles.origin.${origin}`),
      fullTime(created_at, this.locale),
      this.t('articles.characters', { n: length }),
    ]
    return html`<li><div class="item version"><div>
        <p><b>${this.t('articles.version', { number })}</b> ${published ? html`<span class="badge live">${consoleIcon('check')}${this.t('articles.seen')}</span>` : nothing}</p>
        ${note ? html`<p>${note}</p>` : nothing}<p class="line">${about.filter(Boolean).map((part) => html`<span>${part}</span>`)}</p></div>
      ${
        number > 1
          ? html`<button class="button" type="button" aria-expanded=${isShown ? 'true' : 'false'} @click=${() => void this.#show(number)}>${this.t('articles.field.note')}</button>`
          : html`<span></span>`
      }
      ${isLatest ? nothing : html`<button class="button" type="button" @click=${() => void this.#restore(version)}>${this.t('articles.restore')}</button>`}</div>
      ${isShown && this.diff ? this.#changes(this.diff) : nothing}</li>`
  }

  #changes({ title, summary, body, questions, related }: ArticleDiff): TemplateResult {
    const text = (name: string, diff: DiffRuns) =>
      isSame(diff)
        ? nothing
        : html`<div><p class="hint">${name}</p><div class="text" dir="auto">${runs(diff)}</div></div>`
    const list = (name: string, { added, removed }: ArticleDiff['questions']) =>
      added.length + removed.length === 0
        ? nothing
        : html`<div><p class="hint">${name}</p>${removed.map((each) => html`<p><del>${each}</del></p>`)}${added.map((each) => html`<p><ins>${each}</ins></p>`)}</div>`
    const parts = [
      text(this.t('articles.field.title'), title),
      text(this.t('articles.field.summary'), summary),
      text(this.t('articles.field.body'), body),
      list(this.t('articles.field.questions'), questions),
      list(this.t('articles.field.related'), related),
    ].filter((part) => part !== nothing)
    return html`<div class="diff">${parts.length > 0 ? parts : html`<p class="hint">${this.t('articles.no_change')}</p>`}</div>`
  }
}
