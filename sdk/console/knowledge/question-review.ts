// What search remembers that customers asked: why each is there, and whether it may stay. One list, by keyboard too:
// arrows or J and K move, A accepts, R rejects; everything can be undone.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type {
  MemorySource,
  MemoryState,
  RememberedPage,
  RememberedQuestion,
} from '../../protocol/knowledge-memory.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { segments } from '../appearance/appearance-rows.ts'
import { dayAndMonth } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { languageName } from './language-name.ts'

/** Why it is there, in words. */
const WHY: Record<MemorySource, string> = {
  accepted_answer: 'A customer said the AI’s answer from this article helped',
  insert: 'An agent put this article into a reply',
  vote: 'A customer found this article helpful after searching for it',
  correction: 'Somebody of your team corrected an answer',
  owner: 'Typed by your team',
}

const SOURCES: readonly (readonly [MemorySource | '', string])[] = [
  ['', 'From anywhere'],
  ['accepted_answer', 'Accepted answers'],
  ['insert', 'Agents’ replies'],
  ['vote', 'Helpful votes'],
  ['correction', 'Corrections'],
  ['owner', 'Typed by your team'],
]

const DECIDED: Record<MemoryState, string> = {
  accepted: 'accepted',
  rejected: 'rejected',
  pending: 'open again',
}

export class QuestionReview extends LitElement {
  static override properties = {
    api: { attribute: false },
    state: { state: true },
    source: { state: true },
    page: { state: true },
    questions: { state: true },
    at: { state: true },
    busy: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, knowledgeStyles]

  declare api: KnowledgeApi
  protected declare state: MemoryState
  protected declare source: MemorySource | ''
  protected declare page: RememberedPage | null
  protected declare questions: readonly RememberedQuestion[]
  /** The row the keyboard is on. */
  protected declare at: number
  protected declare busy: boolean
  protected declare fault: boolean

  constructor() {
    super()
    this.state = 'pending'
    this.source = ''
    this.page = null
    this.questions = []
    this.at = 0
    this.busy = false
    this.fault = false
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('state') || changed.has('source')) void this.#load()
  }

  async #load(more = false): Promise<void> {
    this.fault = false
    try {
      const page = await this.api.remembered({
        state: this.state,
        ...(this.source && { source: this.source }),
        ...(more && this.page?.next && { cursor: this.page.next }),
      })
      this.questions = more ? [...this.questions, ...page.questions] : page.questions
      this.page = page
      if (!more) this.at = 0
    } catch {
      this.fault = true
    }
  }

  async #decide(ids: string[], state: MemoryState): Promise<void> {
    if (ids.length === 0 || this.busy) return
    this.busy = true
    try {
      const { changed, undo } = await this.api.decide({ decisions: [{ ids, state }] })
      const gone = new Set(ids)
      this.questions = this.questions.filter(({ id }) => !gone.has(id))
      this.at = Math.max(0, Math.min(this.at, this.questions.length - 1))
      this.dispatchEvent(
        new DoneEvent(
          `${changed} ${changed === 1 ? 'question' : 'questions'} ${DECIDED[state]}.`,
          undo
            ? async () => {
                await this.api.decide(undo)
                await this.#load()
              }
            : undefined,
        ),
      )
      if (this.questions.length === 0) await this.#load()
      else void this.updateComplete.then(() => this.#focus())
    } catch (error) {
      this.dispatchEvent(new FailedEvent(error))
    } finally {
      this.busy = false
    }
  }

  #focus(): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.item')[this.at]?.focus()
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || (event.target as HTMLElement).localName !== 'li')
      return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    const state = ({ a: 'accepted', r: 'rejected' } as const)[event.key as 'a' | 'r']
    if (step === undefined && !state) return
    event.preventDefault()
    if (state) {
      const id = this.questions[this.at]?.id
      if (id) void this.#decide([id], state)
      return
    }
    this.at = Math.max(0, Math.min(this.questions.length - 1, this.at + step!))
    void this.updateComplete.then(() => this.#focus())
  }

  protected override render(): TemplateResult {
    const counts = this.page?.counts
    const named = (name: string, n: number | undefined): string => (n === undefined ? name : `${name} ${n}`)
    const ids = this.questions.map(({ id }) => id)
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>Questions to review</h1>
        <p class="hint">Questions an article has answered count as further titles of it. Nothing here says who asked.</p></div>
        ${
          this.state === 'pending' && ids.length > 0
            ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => void this.#decide(ids, 'rejected')}>Reject all ${ids.length}</button>
              <button class="button solid" type="button" ?disabled=${this.busy} @click=${() => void this.#decide(ids, 'accepted')}>Accept all ${ids.length}</button>`
            : nothing
        }</div>
      <div class="tools">${segments<MemoryState>({
        id: 'state',
        value: this.state,
        label: 'State',
        options: [
          ['pending', named('Open', counts?.pending)],
          ['accepted', named('Accepted', counts?.accepted)],
          ['rejected', named('Rejected', counts?.rejected)],
        ],
        onChoose: (state) => {
          this.state = state
        },
      })}
        <select class="input" aria-label="Where it is from" @change=${(event: Event) => {
          this.source = (event.target as HTMLSelectElement).value as MemorySource | ''
        }}>${SOURCES.map(([source, name]) => html`<option value=${source} ?selected=${source === this.source}>${name}</option>`)}</select>
        ${this.questions.length > 0 && this.state === 'pending' ? html`<span class="hint"><kbd>J</kbd> <kbd>K</kbd> move, <kbd>A</kbd> accept, <kbd>R</kbd> reject</span>` : nothing}</div>
      ${this.#body()}</div>`
  }

  #body(): TemplateResult {
    if (this.fault)
      return html`<div class="empty" role="alert"><h2>The questions did not load</h2><button class="button" type="button" @click=${() => void this.#load()}>Try again</button></div>`
    if (this.page && this.questions.length === 0)
      return html`<div class="empty"><h2>${this.state === 'pending' ? 'Nothing to review' : 'None'}</h2>
        <p>${this.state === 'pending' ? 'When an answer helps a customer, the question comes here.' : 'No question is in this state.'}</p></div>`
    return html`<ul class="rows" @keydown=${this.#onKey}>${repeat(
      this.questions,
      ({ id }) => id,
      (question, n) => this.#row(question, n),
    )}</ul>${this.page?.next ? html`<p class="tools"><button class="button" type="button" @click=${() => void this.#load(true)}>Show more</button></p>` : nothing}`
  }

  #row(
    { id, article, question, locale, source, state, seen, weight, last_seen_at }: RememberedQuestion,
    n: number,
  ): TemplateResult {
    const act = (name: string, to: MemoryState, solid = false) =>
      html`<button class="button ${solid ? 'solid' : ''}" type="button" ?disabled=${this.busy} aria-label="${name}: ${question}" @click=${() => void this.#decide([id], to)}>${name}</button>`
    return html`<li class="item" tabindex=${n === this.at ? 0 : -1} @focus=${() => {
      this.at = n
    }}><div class="grow">
        <p class="title" lang=${locale} dir="auto">${question}</p>
        <p><a href=${this.api.placeUrl(article.id)} data-go=${article.id}>${article.title}</a>${article.published ? nothing : html` <span class="badge draft">Not published</span>`}</p>
        <p class="line"><span>${WHY[source]}</span><span>${seen === 1 ? 'asked once' : `asked ${seen} times`}, last ${dayAndMonth(last_seen_at, 'en-GB')}</span><span>${languageName(locale)}</span>
          <span title="Beside a title of the article with 1">counts ${weight.toFixed(2)}</span></p></div>
      ${state === 'rejected' ? nothing : act('Reject', 'rejected')}
      ${state === 'accepted' ? nothing : act('Accept', 'accepted', state === 'pending')}
      ${state === 'pending' ? nothing : act('Reopen', 'pending')}</li>`
  }
}
