// The workspace's cases: conversations with a known right end. Replayed on demand, changed, deleted.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AssistantCase, AssistantCasePage, CaseRun, CaseVerdict } from '../../protocol/assistant-case.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { deskStyles } from '../desk.styles.ts'
import type { AssistantApi } from './assistant-api.ts'
import { kindWords, plainWords } from './outcome-words.ts'
import { partStyles } from './parts.styles.ts'
import { linesOf } from './topic-rows.ts'

const VERDICTS: Record<CaseVerdict, [label: string, tone: string]> = {
  passed: ['Passed', 'good'],
  declined: ['Handed over', 'so-so'],
  failed: ['Failed', 'bad'],
}
/** Between two looks at a run's progress, ms. */
const LOOK = 600

export class CaseList extends LitElement {
  static override properties = {
    api: { attribute: false },
    site: {},
    page: { state: true },
    cases: { state: true },
    run: { state: true },
    verdict: { state: true },
    opened: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

  declare api: AssistantApi
  declare site: string
  protected declare page: AssistantCasePage | null
  protected declare cases: readonly AssistantCase[]
  protected declare run: CaseRun | null
  protected declare verdict: string
  protected declare opened: string
  protected declare fault: string

  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.page = null
    this.cases = []
    this.run = null
    this.verdict = ''
    this.opened = ''
    this.fault = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('site') || (changed.has('verdict') && changed.get('verdict') !== undefined))
      void this.#load()
  }

  async #load(more = false): Promise<void> {
    this.fault = ''
    try {
      const verdict = this.verdict
      const query = { ...(verdict && { verdict }), ...(more && { cursor: this.page?.next_cursor ?? null }) }
      const [page, run] = await Promise.all([this.api.cases(query), this.api.caseRun()])
      if (verdict !== this.verdict) return
      this.cases = more ? [...this.cases, ...page.cases] : page.cases
      this.page = page
      this.run = run
      this.#follow()
    } catch (error) {
      this.fault = error instanceof Error ? error.message : 'The cases did not load.'
    }
  }

  /** Looks again while a run is on its way. */
  #follow(): void {
    clearTimeout(this.#timer)
    if (!this.isConnected || !this.run || this.run.ended_at) return
    this.#timer = setTimeout(() => {
      this.api.caseRun().then(
        (run) => {
          this.run = run
          if (run?.ended_at) void this.#load()
          else this.#follow()
        },
        () => this.#follow(),
      )
    }, LOOK)
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    this.fault = ''
    try {
      await work()
    } catch (error) {
      this.fault = error instanceof Error ? error.message : 'It did not work. Try again.'
    }
  }

  #start = (): Promise<void> =>
    this.#do(async () => {
      this.run = await this.api.runCases()
      this.#follow()
    })

  #change(one: AssistantCase, form: HTMLFormElement): Promise<void> {
    const data = new FormData(form)
    const text = (name: string): string => String(data.get(name) ?? '')
    return this.#do(async () => {
      const changed = await this.api.changeCase(one.id, {
        title: text('title'),
        expected: { ...one.expected, contains: linesOf(text('contains')), cites: linesOf(text('cites')) },
        must_not: linesOf(text('must_not')),
      })
      this.cases = this.cases.map((each) => (each.id === one.id ? changed : each))
    })
  }

  #remove(one: AssistantCase): Promise<void> {
    return this.#do(async () => {
      await this.api.removeCase(one.id)
      await this.#load()
    })
  }

  protected override render(): TemplateResult {
    const running = this.run !== null && this.run.ended_at === null
    return html`<div class="head"><h2 class="grow">Cases</h2>
        <select class="input" aria-label="Which cases" @change=${(event: Event) => {
          this.verdict = (event.target as HTMLSelectElement).value
        }}><option value="">All cases</option>${Object.entries(VERDICTS).map(
          ([verdict, [label]]) =>
            html`<option value=${verdict} ?selected=${verdict === this.verdict}>${label}</option>`,
        )}</select>
        <button class="button solid" type="button" ?disabled=${running || this.cases.length === 0}
          @click=${() => void this.#start()}>${running ? 'Replaying' : 'Replay all'}</button></div>
      ${this.#progress()}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.#list()}`
  }

  #progress(): TemplateResult | typeof nothing {
    const run = this.run
    if (!run) return nothing
    const { passed, declined, failed, done, total, lost, ended_at, failure } = run
    if (!ended_at)
      return html`<p role="status">${done} of ${total} replayed</p><progress max=${total} value=${done} aria-label="Replay"></progress>`
    return html`<div class="usage" role="status"><p>Last replay: ${passed} passed, ${declined} handed over, ${failed} failed.${failure ? ` ${failure}` : ''}</p>
      ${lost.length > 0 ? html`<p class="bad">No longer passing: ${lost.join(', ')}</p>` : nothing}</div>`
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.page) return this.fault ? nothing : html`<p class="muted" aria-busy="true">Loading</p>`
    if (this.cases.length === 0)
      return html`<div class="empty"><h2>${this.verdict ? 'None of these' : 'No cases yet'}</h2>
        <p>Correct an answer in a conversation, or keep one of the playground, and it becomes a case: replayed whenever articles, settings or the model change.</p></div>`
    return html`<ul class="rows">${this.cases.map((one) => this.#row(one))}</ul>
      ${this.page.next_cursor ? html`<button class="button" type="button" @click=${() => void this.#load(true)}>Show more</button>` : nothing}`
  }

  #row(one: AssistantCase): TemplateResult {
    const open = this.opened === one.id
    const [label, tone] = one.result ? VERDICTS[one.result.verdict] : ['Not replayed', '']
    return html`<li><button class="item" type="button" aria-expanded=${open} @click=${() => {
      this.opened = open ? '' : one.id
    }}><span class="title" dir="auto">${one.title}</span>
        <span class="meta"><span class=${tone}>${label}</span><span>${one.source === 'correction' ? 'From a correction' : 'Kept by hand'}</span>
          ${one.article ? html`<span>${one.article.title}${one.article.published ? '' : ', not published yet'}</span>` : nothing}</span>
      </button>${open ? this.#detail(one) : nothing}</li>`
  }

  #detail(one: AssistantCase): TemplateResult {
    const { result, expected } = one
    const area = (name: string, label: string, lines: readonly string[]) =>
      html`<label class="field"><span>${label}</span><textarea class="input" name=${name} rows="2" .value=${lines.join('\n')}></textarea></label>`
    return html`<div class="open">
      <ol class="reasons">${one.turns.map(({ by, body }) => html`<li dir="auto"><span class="muted">${by}:</span> ${body}</li>`)}</ol>
      ${
        result
          ? html`<p>${kindWords(result.kind, result.reason)}</p>
            ${result.faults.length > 0 ? html`<ul class="reasons bad">${result.faults.map((fault) => html`<li>${fault}</li>`)}</ul>` : nothing}
            ${result.said ? html`<div class="said" dir="auto">${plainWords(result.said)}</div>` : nothing}`
          : nothing
      }
      <p class="muted">Right is: ${expected.outcome.map((kind) => kindWords(kind, null)).join(', or ')}</p>
      <form class="fields" @submit=${(event: Event) => {
        event.preventDefault()
        void this.#change(one, event.target as HTMLFormElement)
      }}>
        <label class="field"><span>Title</span><input class="input" name="title" required maxlength="200" .value=${one.title}></label>
        ${area('contains', 'An answer says, one a line', expected.contains)}
        ${area('cites', 'It rests on one of these articles, slugs, one a line', expected.cites)}
        ${area('must_not', 'It never says, one a line', one.must_not)}
        <div class="actions"><button class="button" type="submit">Change</button>
          <button class="button bare" type="button" @click=${() => void this.#remove(one)}>Delete</button></div>
      </form></div>`
  }
}
