// <deskbell-knowledge>: what the help centre is made of, for the people who keep it: articles, topics, imports, and what
// search has learnt. Which part is shown stands in the address; each part asks the server itself.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { theme } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import type { Me } from '../../protocol/agent.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { deskTokens } from '../desk.tokens.ts'
import type { ArticleDraft } from './article-draft.ts'
import { failureText } from './failure-text.ts'
import type { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { createKnowledgeApi, type KnowledgeApi, type NamedSite } from './knowledge-api.ts'
import { knowledgePageStyles } from './knowledge-page.styles.ts'

type Part = 'articles' | 'topics' | 'import' | 'questions' | 'synonyms' | 'missing'

/** Which of them owners and administrators have for themselves. */
const PARTS: readonly (readonly [part: Part, name: string, icon: ConsoleIcon, managed?: true])[] = [
  ['articles', 'Articles', 'book'],
  ['topics', 'Topics', 'list', true],
  ['missing', 'Missing answers', 'alert', true],
  ['questions', 'Questions to review', 'check', true],
  ['synonyms', 'Synonyms', 'refresh', true],
  ['import', 'Import and export', 'clip', true],
]

/** How long something that was done can be undone. */
const SAID_MS = 12_000

interface Place {
  part: Part
  /** Of an article; `new` for one that is not yet. */
  id: string | null
}

function placeOf(hash: string): Place {
  const [part, id] = hash.replace(/^#/, '').split('/')
  const known = PARTS.find(([name]) => name === part)?.[0] ?? 'articles'
  return { part: known, id: known === 'articles' && id ? id : null }
}

export class KnowledgePage extends LitElement {
  static override properties = {
    api: { attribute: false },
    place: { state: true },
    me: { state: true },
    fault: { state: true },
    topics: { state: true },
    counts: { state: true },
    said: { state: true },
  }
  static override styles = [tokens, theme, deskTokens, deskStyles, knowledgePageStyles]

  declare api: KnowledgeApi
  protected declare place: Place
  protected declare me: Me | null
  protected declare fault: unknown
  protected declare topics: readonly AdminCategory[]
  protected declare counts: Partial<Record<Part, number>>
  protected declare said: { text: string; undo?: (() => Promise<unknown>) | undefined; bad?: boolean } | null

  #sites: readonly NamedSite[] = []
  /** What is typed and not saved, by article: going elsewhere on the page loses nothing. */
  #drafts = new Map<string, ArticleDraft>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.api = createKnowledgeApi(location.origin)
    this.place = placeOf(location.hash)
    this.me = null
    this.fault = null
    this.topics = []
    this.counts = {}
    this.said = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.#onHash)
    addEventListener('beforeunload', this.#warn)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#onHash)
    removeEventListener('beforeunload', this.#warn)
    clearTimeout(this.#timer)
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  protected override updated(changed: PropertyValues): void {
    // The part that was gone to is where a keyboard goes on.
    if (changed.get('place')) this.renderRoot.querySelector('main')?.focus()
  }

  #onHash = (): void => {
    this.place = placeOf(location.hash)
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#drafts.size > 0) event.preventDefault()
  }

  get #manages(): boolean {
    return this.me?.agent.role !== 'agent'
  }

  async #load(): Promise<void> {
    this.fault = null
    try {
      const [me, sites, topics] = await Promise.all([this.api.me(), this.api.sites(), this.api.categories()])
      this.#sites = sites
      this.topics = topics
      this.me = me
      if (this.#manages) void this.#count()
    } catch (error) {
      this.fault = error
    }
  }

  /** Decoration: without it the page works. */
  async #count(): Promise<void> {
    const [missing, questions] = await Promise.all([
      this.api.missing().then(
        ({ open }) => open,
        () => 0,
      ),
      this.api.remembered({ state: 'pending' }).then(
        ({ counts }) => counts.pending,
        () => 0,
      ),
    ])
    this.counts = { missing, questions }
  }

  #onDone = ({ text, undo }: DoneEvent): void => this.#say({ text, undo })
  #onFailed = ({ error }: FailedEvent): void => this.#say({ text: failureText(error), bad: true })

  #say(said: KnowledgePage['said']): void {
    clearTimeout(this.#timer)
    this.said = said
    this.#timer = setTimeout(() => {
      this.said = null
    }, SAID_MS)
    if (this.#manages) void this.#count()
  }

  async #undo(): Promise<void> {
    const undo = this.said?.undo
    if (!undo) return
    this.said = null
    try {
      await undo()
      this.#say({ text: 'Undone.' })
    } catch (error) {
      this.#say({ text: failureText(error), bad: true })
    }
  }

  #topicsChanged = (): void => {
    this.api.categories().then(
      (topics) => {
        this.topics = topics
      },
      () => {},
    )
  }

  protected override render(): TemplateResult {
    if (this.fault) return this.#explained()
    if (!this.me) return html`<main class="alone" aria-busy="true"><p>Loading</p></main>`
    return html`<nav class="rail" aria-label="Knowledge">
        <div class="top"><a class="button bare square back" href="/console" aria-label="Back to the inbox">${consoleIcon('back')}</a>
          <h1>Knowledge</h1></div>
        <ul>${PARTS.filter(([, , , managed]) => !managed || this.#manages).map(([part, name, icon]) => {
          const count = this.counts[part] ?? 0
          return html`<li><a href="#${part}" aria-current=${part === this.place.part ? 'page' : nothing}>
            ${consoleIcon(icon)}<span class="grow">${name}</span>${count > 0 ? html`<span class="count">${count}</span>` : nothing}</a></li>`
        })}</ul>
      </nav>
      <main tabindex="-1" @deskbell-done=${this.#onDone} @deskbell-failed=${this.#onFailed}
        @deskbell-topics-changed=${this.#topicsChanged}>${this.#part()}</main>
      <div class="said" role="status">${
        this.said
          ? html`<div>${this.said.bad ? consoleIcon('alert') : nothing}<span>${this.said.text}</span>
            ${this.said.undo ? html`<button class="button" type="button" @click=${() => void this.#undo()}>Undo</button>` : nothing}
            <button class="button bare square" type="button" aria-label="Hide this" @click=${() => {
              this.said = null
            }}>${consoleIcon('close')}</button></div>`
          : nothing
      }</div>`
  }

  #part(): TemplateResult {
    const { api, place, topics } = this
    const manages = this.#manages
    switch (place.part) {
      case 'topics':
        return html`<deskbell-topic-tree .api=${api} .topics=${topics}></deskbell-topic-tree>`
      case 'import':
        return html`<deskbell-article-imports .api=${api} .topics=${topics} .sites=${this.#sites}></deskbell-article-imports>`
      case 'questions':
        return html`<deskbell-question-review .api=${api}></deskbell-question-review>`
      case 'synonyms':
        return html`<deskbell-synonym-lists .api=${api}></deskbell-synonym-lists>`
      case 'missing':
        return html`<deskbell-missing-answers .api=${api} .drafts=${this.#drafts}></deskbell-missing-answers>`
      default:
        return place.id
          ? html`<deskbell-article-editor .api=${api} .topics=${topics} .sites=${this.#sites} .drafts=${this.#drafts}
              .manages=${manages} .articleId=${place.id}></deskbell-article-editor>`
          : html`<deskbell-article-list .api=${api} .topics=${topics} .sites=${this.#sites} .drafts=${this.#drafts}
              .manages=${manages}></deskbell-article-list>`
    }
  }

  #explained(): TemplateResult {
    const isOut = this.fault instanceof ApiError && this.fault.code === 'unauthenticated'
    return html`<main class="alone"><div role="alert"><h1>${isOut ? 'Sign in first' : 'The articles did not load'}</h1>
      <p>${isOut ? 'Sign in to the console, then come back here.' : failureText(this.fault)}</p></div>
      ${
        isOut
          ? html`<a class="button solid" href="/console">To the console</a>`
          : html`<button class="button solid" type="button" @click=${() => void this.#load()}>Try again</button>`
      }</main>`
  }
}
