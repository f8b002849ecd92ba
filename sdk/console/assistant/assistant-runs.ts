// The AI agent's runs, newest first, with what each saw and why it decided so; and what became of its drafts.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { DraftFigures } from '../../protocol/assistant-draft.ts'
import type { AssistantRun, AssistantRunDetail } from '../../protocol/assistant-run.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deskStyles } from '../desk.styles.ts'
import { formatWhen } from '../settings/settings-when.ts'
import { AssistantElement } from './assistant-element.ts'
import { kindWords, percent, plainWords } from './outcome-words.ts'
import { partStyles } from './parts.styles.ts'
import { passageList, reasonList, sureness, traceDetails } from './run-facts.ts'

const STATES = ['answered', 'drafted', 'acting', 'handed_over', 'stopped', 'failed'] as const

export class AssistantRuns extends AssistantElement {
  static override properties = {
    site: {},
    runs: { state: true },
    next: { state: true },
    state: { state: true },
    opened: { state: true },
    figures: { state: true },
    failed: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

  declare site: string
  protected declare runs: readonly AssistantRun[] | null
  protected declare next: string | null
  protected declare state: string
  protected declare opened: AssistantRunDetail | null
  protected declare figures: DraftFigures | null
  /** Why they did not load. */
  protected declare failed: string

  constructor() {
    super()
    this.runs = null
    this.next = null
    this.state = ''
    this.opened = null
    this.figures = null
    this.failed = ''
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.desk || !this.site) return
    if (changed.has('site') || (changed.has('state') && changed.get('state') !== undefined)) void this.#load()
  }

  async #load(more = false): Promise<void> {
    this.failed = ''
    try {
      const { site, state } = this
      const page = await this.api.runs({ site, ...(state && { state }), ...(more && { cursor: this.next }) })
      if (site !== this.site || state !== this.state) return
      this.runs = more ? [...(this.runs ?? []), ...page.runs] : page.runs
      this.next = page.next_cursor
      // Decoration: where it fails the runs stand without it.
      if (!more) this.figures = await this.api.draftFigures(site).catch(() => null)
    } catch (error) {
      this.failed = reasonOf(error, this.desk!.t)
    }
  }

  async #open(id: string): Promise<void> {
    if (this.opened?.run.id === id) this.opened = null
    else this.opened = await this.api.run(id).catch(() => null)
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    return html`<div class="head"><span class="grow"></span>
        <select class="input" aria-label=${t('ai.runs.which')} @change=${(event: Event) => {
          this.state = (event.target as HTMLSelectElement).value
        }}><option value="">${t('ai.runs.all')}</option>${STATES.map((state) => html`<option value=${state} ?selected=${state === this.state}>${t(`ai.runs.${state}`)}</option>`)}</select></div>
      ${this.#drafts()}${this.#list()}`
  }

  #drafts(): TemplateResult | typeof nothing {
    const figures = this.figures
    if (!figures) return nothing
    const { acceptance, approved, edited, discarded, pending, mean_edit_distance, days } = figures
    if (approved + edited + discarded + pending === 0) return nothing
    const { t, locale } = this.desk!
    return html`<p class="usage">${t('ai.runs.drafts', { days, approved, edited, discarded, pending })}
      ${acceptance === null ? nothing : t('ai.runs.sent', { share: percent(acceptance, locale) })}
      ${mean_edit_distance === null ? nothing : t('ai.runs.edited', { share: percent(mean_edit_distance, locale) })}</p>`
  }

  #list(): TemplateResult {
    const { t } = this.desk!
    if (this.failed)
      return html`<div class="empty" role="alert"><p>${t('settings.load_failed', { reason: this.failed })}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>${t('app.again')}</button></div>`
    if (!this.runs) return html`<p class="muted" aria-busy="true">${t('settings.loading')}</p>`
    if (this.runs.length === 0)
      return html`<div class="empty"><h2>${t('ai.runs.none')}</h2><p>${t('ai.runs.none.detail')}</p></div>`
    return html`<ul class="rows">${this.runs.map((run) => this.#row(run))}</ul>
      ${this.next ? html`<button class="button" type="button" @click=${() => void this.#load(true)}>${t('ai.more')}</button>` : nothing}`
  }

  #row(run: AssistantRun): TemplateResult {
    const desk = this.desk!
    const { t, locale } = desk
    const open = this.opened?.run.id === run.id
    return html`<li><button class="item" type="button" aria-expanded=${open} @click=${() => void this.#open(run.id)}>
        <span class="title" dir="auto">${run.question || t('ai.runs.wordless')}</span>
        <span class="meta"><span>${kindWords(run.kind, run.reason, t)}</span>${sureness(run.confidence, desk)}<span dir="ltr">${run.reference}</span><span>${formatWhen(run.created_at, locale)}</span>
          ${run.failure && run.failure !== run.reason ? html`<span class="bad">${run.failure}</span>` : nothing}</span>
      </button>${open ? this.#detail(this.opened!) : nothing}</li>`
  }

  #detail({ run, body, trace }: AssistantRunDetail): TemplateResult {
    const desk = this.desk!
    const { t, go } = desk
    return html`<div class="open">
      ${body ? html`<div class="said" dir="auto">${plainWords(body)}</div>` : nothing}
      ${reasonList(run.reasons)}${passageList(run.passages, desk)}
      ${trace ? traceDetails(trace, desk) : html`<p class="muted">${t('ai.trace.gone')}</p>`}
      <div class="actions"><button class="button" type="button" @click=${() => go(`/open/${run.conversation_id}`)}>${t('ai.runs.conversation')}</button></div></div>`
  }
}
