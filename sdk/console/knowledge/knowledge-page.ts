// <deskbell-knowledge>: what the help centre is made of, for the people who keep it: articles, topics, imports, and what
// search has learnt. A page of the console; which part is shown stands in the address.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AdminCategory } from '../../protocol/article-category.ts'
import type { Keeper } from '../app/asks-first.ts'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { numberFormat } from '../kept-formats.ts'
import { type ArticleGoEvent, type ArticlePart, followedLink, placeOf } from './article-place.ts'
import { ArticleRoom } from './article-room.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { knowledgePageStyles } from './knowledge-page.styles.ts'
import { tellDone, tellFailed } from './tell-outcome.ts'

type Part = Exclude<ArticlePart, 'article'>

/** Which of them owners and administrators have for themselves. */
const PARTS = [
  ['list', 'articles.title', 'book'],
  ['topics', 'articles.part.topics', 'list', true],
  ['missing', 'articles.part.missing', 'alert', true],
  ['questions', 'articles.part.questions', 'check', true],
  ['synonyms', 'articles.part.synonyms', 'refresh', true],
  ['import', 'articles.part.import', 'clip', true],
] as const satisfies readonly (readonly [part: Part, name: string, icon: ConsoleIcon, managed?: true])[]

export class KnowledgePage extends ArticleRoom implements Keeper {
  static override properties = {
    path: {},
    counts: { state: true },
    leaving: { state: true },
  }
  static override styles = [deskStyles, knowledgePageStyles]

  /** What follows `/articles/` in the address. */
  declare path: string
  protected declare counts: Partial<Record<Part, number>>
  /** What somebody wants to do, while it is asked whether what is typed may be lost. */
  protected declare leaving: (() => void) | null

  #stands = false

  constructor() {
    super()
    this.path = ''
    this.counts = {}
    this.leaving = null
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What had the focus has gone with the page before: keys go on from the name of this one.
    if (!this.#stands && this.topics) {
      this.#stands = true
      if (document.activeElement === document.body)
        this.renderRoot.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
    }
    // The part that was gone to is where a keyboard goes on.
    const before = changed.get('path')
    if (before !== undefined && placeOf(before).part !== placeOf(this.path).part)
      this.renderRoot.querySelector('main')?.focus()
  }

  /** Among the articles nothing is lost. */
  keeps(path: string | null, leave: () => void): boolean {
    if (!this.dirty || (path && /^\/articles(\/|$)/.test(path))) return false
    this.leaving = leave
    this.focusQuestion()
    return true
  }

  #stay = (): void => {
    this.leaving = null
  }

  #leave = (): void => {
    const { leaving } = this
    this.drafts.clear()
    this.leaving = null
    leaving?.()
  }

  protected override async load(): Promise<void> {
    await super.load()
    if (!this.fault && this.manages) void this.#count()
  }

  /** Decoration: without it the page works. */
  async #count(): Promise<void> {
    const [missing, questions] = await Promise.all([
      this.api!.missing().then(
        ({ open }) => open,
        () => 0,
      ),
      this.api!.remembered({ state: 'pending' }).then(
        ({ counts }) => counts.pending,
        () => 0,
      ),
    ])
    this.counts = { missing, questions }
  }

  #go = ({ path }: Pick<ArticleGoEvent, 'path'>): void => this.desk!.go(`/articles${path && `/${path}`}`)

  #onClick = (event: MouseEvent): void => {
    const path = followedLink(event)
    if (path !== null) this.#go({ path })
  }

  #recount = (): void => {
    if (this.manages) void this.#count()
  }

  #topicsChanged = (): void => {
    this.api!.categories().then(
      (topics) => {
        this.topics = topics
      },
      () => {},
    )
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    if (this.fault) return this.#explained()
    if (!this.topics)
      return html`<div class="alone" aria-busy="true"><p class="awaited">${desk.t('page.loading')}</p></div>`
    return html`<div class="shell" @click=${this.#onClick}><nav class="rail" aria-label=${desk.t('articles.parts')}>${this.#rail()}</nav>
      <main tabindex="-1" @deskbell-article-go=${this.#go} @deskbell-topics-changed=${this.#topicsChanged}
        @deskbell-done=${tellDone(desk, this.#recount)} @deskbell-failed=${tellFailed(desk)}>
        ${this.leaving ? this.question(this.#stay, this.#leave) : nothing}<div class="part">${this.#part(this.api!, this.topics)}</div></main></div>`
  }

  #rail(): TemplateResult {
    const { part } = placeOf(this.path)
    const { t, locale } = this.desk!
    return html`<div class="top"><h1>${t('articles.parts')}</h1></div>
      <ul>${PARTS.filter(([, , , managed]) => !managed || this.manages).map(([name, label, icon]) => {
        const count = this.counts[name] ?? 0
        const path = name === 'list' ? '' : name
        const here = name === part || (name === 'list' && part === 'article')
        return html`<li><a href=${this.api!.placeUrl(path)} data-go=${path} aria-current=${here ? 'page' : nothing}>
          ${consoleIcon(icon)}<span class="grow">${t(label)}</span>${count > 0 ? html`<span class="count">${numberFormat(locale).format(count)}</span>` : nothing}</a></li>`
      })}</ul>`
  }

  #part(api: KnowledgeApi, topics: readonly AdminCategory[]): TemplateResult {
    const place = placeOf(this.path)
    const manages = this.manages
    switch (place.part) {
      case 'topics':
        return html`<deskbell-topic-tree .api=${api} .topics=${topics}></deskbell-topic-tree>`
      case 'import':
        return html`<deskbell-article-imports .api=${api} .topics=${topics} .sites=${this.sites}></deskbell-article-imports>`
      case 'questions':
        return html`<deskbell-question-review .api=${api}></deskbell-question-review>`
      case 'synonyms':
        return html`<deskbell-synonym-lists .api=${api}></deskbell-synonym-lists>`
      case 'missing':
        return html`<deskbell-missing-answers .api=${api} .drafts=${this.drafts}></deskbell-missing-answers>`
      case 'article':
        return html`<deskbell-article-editor .api=${api} .topics=${topics} .sites=${this.sites} .drafts=${this.drafts}
          .manages=${manages} .articleId=${place.id!} .pane=${place.pane}></deskbell-article-editor>`
      case 'list':
        return html`<deskbell-article-list .api=${api} .topics=${topics} .sites=${this.sites} .drafts=${this.drafts}
          .manages=${manages}></deskbell-article-list>`
    }
  }

  #explained(): TemplateResult {
    const { t } = this.desk!
    return html`<div class="alone"><div role="alert"><h1>${t('page.failed')}</h1><p>${t('page.failed.detail')}</p></div>
      <button class="button solid" type="button" @click=${() => void this.load()}>${t('app.again')}</button></div>`
  }
}
