// The AI agent's runs, newest first, with what each saw and why it decided so; and what became of its drafts.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { DraftFigures } from '../../protocol/assistant-draft.ts'
import type { AssistantRun, AssistantRunDetail } from '../../protocol/assistant-run.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { deskStyles } from '../desk.styles.ts'
import type { AssistantApi } from './assistant-api.ts'
import { kindWords, percent, plainWords } from './outcome-words.ts'
import { partStyles } from './parts.styles.ts'
import { passageList, reasonList, sureness, traceDetails } from './run-facts.ts'

const STATES = [
  ['', 'All runs'],
  ['answered', 'Answered'],
  ['drafted', 'Drafted'],
  ['acting', 'Waiting for a tool'],
  ['handed_over', 'Handed over'],
  ['stopped', 'Stopped'],
  ['failed', 'Failed'],
] as const

const when = (at: string): string =>
  new Date(at).toLocaleString('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

export class AssistantRuns extends LitElement {
  static override properties = {
    api: { attribute: false },
    site: {},
    runs: { state: true },
    next: { state: true },
    state: { state: true },
    opened: { state: true },
    figures: { state: true },
    failed: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

  declare api: AssistantApi
  declare site: string
  protected declare runs: readonly AssistantRun[] | null
  protected declare next: string | null
  protected declare state: string
  protected declare opened: AssistantRunDetail | null
  protected declare figures: DraftFigures | null
  protected declare failed: boolean

  constructor() {
    super()
    this.runs = null
    this.next = null
    this.state = ''
    this.opened = null
    this.figures = null
    this.failed = false
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('site') || (changed.has('state') && changed.get('state') !== undefined)) void this.#load()
  }

  async #load(more = false): Promise<void> {
    this.failed = false
    try {
      const { site, state } = this
      const page = await this.api.runs({ site, ...(state && { state }), ...(more && { cursor: this.next }) })
      if (site !== this.site || state !== this.state) return
      this.runs = more ? [...(this.runs ?? []), ...page.runs] : page.runs
      this.next = page.next_cursor
      // Decoration: where it fails the runs stand without it.
      if (!more) this.figures = await this.api.draftFigures(site).catch(() => null)
    } catch {
      this.failed = true
    }
  }

  async #open(id: string): Promise<void> {
    if (this.opened?.run.id === id) this.opened = null
    else this.opened = await this.api.run(id).catch(() => null)
  }

  protected override render(): TemplateResult {
    return html`<div class="head"><h2 class="grow">Runs</h2>
        <select class="input" aria-label="Which runs" @change=${(event: Event) => {
          this.state = (event.target as HTMLSelectElement).value
        }}>${STATES.map(([state, label]) => html`<option value=${state} ?selected=${state === this.state}>${label}</option>`)}</select></div>
      ${this.#drafts()}${this.#list()}`
  }

  #drafts(): TemplateResult | typeof nothing {
    const figures = this.figures
    if (!figures) return nothing
    const { acceptance, approved, edited, discarded, pending, mean_edit_distance, days } = figures
    if (approved + edited + discarded + pending === 0) return nothing
    return html`<p class="usage">Drafts of the last ${days} days: ${approved} approved, ${edited} edited, ${discarded} discarded, ${pending} waiting.
      ${acceptance === null ? '' : `${percent(acceptance)} were sent`}${mean_edit_distance === null ? '.' : `, ${percent(mean_edit_distance)} of the text changed on average.`}</p>`
  }

  #list(): TemplateResult {
    if (this.failed)
      return html`<div class="empty" role="alert"><h2>The runs did not load</h2>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button></div>`
    if (!this.runs) return html`<p class="muted" aria-busy="true">Loading</p>`
    if (this.runs.length === 0)
      return html`<div class="empty"><h2>No runs yet</h2><p>Each time the AI agent looks at a message it leaves one here, with what it found and why it decided as it did.</p></div>`
    return html`<ul class="rows">${this.runs.map((run) => this.#row(run))}</ul>
      ${this.next ? html`<button class="button" type="button" @click=${() => void this.#load(true)}>Show more</button>` : nothing}`
  }

  #row(run: AssistantRun): TemplateResult {
    const open = this.opened?.run.id === run.id
    return html`<li><button class="item" type="button" aria-expanded=${open} @click=${() => void this.#open(run.id)}>
        <span class="title" dir="auto">${run.question || 'Without words'}</span>
        <span class="meta"><span>${kindWords(run.kind, run.reason)}</span>${sureness(run.confidence)}<span>${run.reference}</span><span>${when(run.created_at)}</span>
          ${run.failure && run.failure !== run.reason ? html`<span class="bad">${run.failure}</span>` : nothing}</span>
      </button>${open ? this.#detail(this.opened!) : nothing}</li>`
  }

  #detail({ run, body, trace }: AssistantRunDetail): TemplateResult {
    return html`<div class="open">
      ${body ? html`<div class="said" dir="auto">${plainWords(body)}</div>` : nothing}
      ${reasonList(run.reasons)}${passageList(run.passages)}
      ${trace ? traceDetails(trace) : html`<p class="muted">Its trace is no longer kept.</p>`}
      <p><a href="/console#${run.conversation_id}">The conversation</a></p></div>`
  }
}
