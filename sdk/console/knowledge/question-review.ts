// What search remembers that customers asked: why each is there, and whether it may stay. One list, by keyboard too:
// arrows or J and K move, A accepts, R rejects; everything can be undone.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
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
import { numberFormat } from '../kept-formats.ts'
import { DoneEvent, FailedEvent } from './knowledge.events.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'
import { languageName } from './language-name.ts'

const SOURCES = [
  'accepted_answer',
  'insert',
  'vote',
  'correction',
  'owner',
] as const satisfies readonly MemorySource[]

export class QuestionReview extends KnowledgeElement {
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
          this.t(`articles.questions.${state}`, { n: changed }),
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
    const ids = this.questions.map(({ id }) => id)
    return html`<div class="pad">
      <div class="head"><div class="grow"><h1>${this.t('articles.part.questions')}</h1>
        <p class="hint">${this.t('articles.questions.lead')}</p></div>
        ${
          this.state === 'pending' && ids.length > 0
            ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => void this.#decide(ids, 'rejected')}>${this.t('articles.questions.reject_all', { n: ids.length })}</button>
              <button class="button solid" type="button" ?disabled=${this.busy} @click=${() => void this.#decide(ids, 'accepted')}>${this.t('articles.questions.accept_all', { n: ids.length })}</button>`
            : nothing
        }</div>
      <div class="tools">${segments<MemoryState>({
        id: 'state',
        value: this.state,
        label: this.t('articles.state'),
        options: [
          ['pending', this.counted(this.t('articles.questions.state.pending'), counts?.pending)],
          ['accepted', this.counted(this.t('articles.questions.state.accepted'), counts?.accepted)],
          ['rejected', this.counted(this.t('articles.questions.state.rejected'), counts?.rejected)],
        ],
        onChoose: (state) => {
          this.state = state
        },
      })}
        <select class="input" aria-label=${this.t('articles.questions.from')} @change=${(event: Event) => {
          this.source = (event.target as HTMLSelectElement).value as MemorySource | ''
        }}><option value="" ?selected=${this.source === ''}>${this.t('articles.source.any')}</option>${SOURCES.map((source) => html`<option value=${source} ?selected=${source === this.source}>${this.t(`articles.source.${source}`)}</option>`)}</select>
        ${this.questions.length > 0 && this.state === 'pending' ? html`<span class="hint"><kbd>J</kbd> <kbd>K</kbd> ${this.t('palette.move')} <kbd>A</kbd> ${this.t('articles.questions.accept')} <kbd>R</kbd> ${this.t('articles.questions.reject')}</span>` : nothing}</div>
      ${this.#body()}</div>`
  }

  #body(): TemplateResult {
    if (this.fault)
      return html`<div class="empty" role="alert"><h2>${this.t('articles.questions.failed')}</h2><button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></div>`
    if (this.page && this.questions.length === 0)
      return html`<div class="empty"><h2>${this.t(this.state === 'pending' ? 'articles.questions.none' : 'articles.questions.none_so')}</h2>
        <p>${this.t(this.state === 'pending' ? 'articles.questions.none.detail' : 'articles.questions.none_so.detail')}</p></div>`
    return html`<ul class="rows" @keydown=${this.#onKey}>${repeat(
      this.questions,
      ({ id }) => id,
      (question, n) => this.#row(question, n),
    )}</ul>${this.page?.next ? html`<p class="tools"><button class="button" type="button" @click=${() => void this.#load(true)}>${this.t('articles.more')}</button></p>` : nothing}`
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
        <p><a href=${this.api.placeUrl(article.id)} data-go=${article.id}>${article.title}</a>${article.published ? nothing : html` <span class="badge draft">${this.t('articles.not_published')}</span>`}</p>
        <p class="line"><span>${this.t(`articles.why.${source}`)}</span><span>${this.t('articles.questions.count', { n: seen, when: dayAndMonth(last_seen_at, this.locale) })}</span><span>${languageName(locale, this.locale)}</span>
          <span title=${this.t('articles.questions.weight.title')}>${this.t('articles.questions.weight', { n: numberFormat(this.locale, 2).format(weight) })}</span></p></div>
      ${state === 'rejected' ? nothing : act(this.t('articles.questions.reject'), 'rejected')}
      ${state === 'accepted' ? nothing : act(this.t('articles.questions.accept'), 'accepted', state === 'pending')}
      ${state === 'pending' ? nothing : act(this.t('articles.questions.reopen'), 'pending')}</li>`
  }
}
