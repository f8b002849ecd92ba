// The workspace's cases: conversations with a known right end. Replayed on demand, changed, deleted.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AssistantCase, AssistantCasePage, CaseRun, CaseVerdict } from '../../protocol/assistant-case.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deskStyles } from '../desk.styles.ts'
import { AssistantElement } from './assistant-element.ts'
import { kindWords, plainWords } from './outcome-words.ts'
import { partStyles } from './parts.styles.ts'

const TONES: Record<CaseVerdict, string> = { passed: 'good', declined: 'so-so', failed: 'bad' }
const VERDICTS = Object.keys(TONES) as CaseVerdict[]

/** One a line; blank lines are nothing. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Between two looks at a run's progress, ms. */
const LOOK = 600

export class CaseList extends AssistantElement {
  static override properties = {
    site: {},
    page: { state: true },
    cases: { state: true },
    run: { state: true },
    verdict: { state: true },
    opened: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

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
    if (!this.desk || !this.site) return
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
      this.fault = reasonOf(error, this.desk!.t)
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
      this.fault = reasonOf(error, this.desk!.t)
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

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    const running = this.run !== null && this.run.ended_at === null
    return html`<div class="head"><span class="grow"></span>
        <select class="input" aria-label=${t('ai.cases.which')} @change=${(event: Event) => {
          this.verdict = (event.target as HTMLSelectElement).value
        }}><option value="">${t('ai.cases.all')}</option>${VERDICTS.map(
          (verdict) =>
            html`<option value=${verdict} ?selected=${verdict === this.verdict}>${t(`ai.cases.${verdict}`)}</option>`,
        )}</select>
        <button class="button solid" type="button" ?disabled=${running || this.cases.length === 0}
          @click=${() => void this.#start()}>${t(running ? 'ai.cases.replaying' : 'ai.cases.replay')}</button></div>
      ${this.#progress()}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.#list()}`
  }

  #progress(): TemplateResult | typeof nothing {
    const run = this.run
    if (!run) return nothing
    const { t } = this.desk!
    const { passed, declined, failed, done, total, lost, ended_at, failure } = run
    if (!ended_at)
      return html`<p role="status">${t('ai.cases.progress', { done, total })}</p><progress max=${total} value=${done} aria-label=${t('ai.cases.replaying')}></progress>`
    return html`<div class="usage" role="status"><p>${t('ai.cases.last', { passed, declined, failed })} ${failure ?? ''}</p>
      ${lost.length > 0 ? html`<p class="bad">${t('ai.cases.lost', { names: lost.join(', ') })}</p>` : nothing}</div>`
  }

  #list(): TemplateResult | typeof nothing {
    const { t } = this.desk!
    if (!this.page)
      return this.fault ? nothing : html`<p class="muted" aria-busy="true">${t('settings.loading')}</p>`
    if (this.cases.length === 0)
      return html`<div class="empty"><h2>${t(this.verdict ? 'ai.cases.none_of_these' : 'ai.cases.none')}</h2>
        <p>${t('ai.cases.none.detail')}</p></div>`
    return html`<ul class="rows">${this.cases.map((one) => this.#row(one))}</ul>
      ${this.page.next_cursor ? html`<button class="button" type="button" @click=${() => void this.#load(true)}>${t('ai.more')}</button>` : nothing}`
  }

  #row(one: AssistantCase): TemplateResult {
    const { t } = this.desk!
    const open = this.opened === one.id
    const verdict = one.result?.verdict
    return html`<li><button class="item" type="button" aria-expanded=${open} @click=${() => {
      this.opened = open ? '' : one.id
    }}><span class="title" dir="auto">${one.title}</span>
        <span class="meta"><span class=${verdict ? TONES[verdict] : ''}>${t(`ai.cases.${verdict ?? 'waiting'}`)}</span><span>${t(one.source === 'correction' ? 'ai.cases.corrected' : 'ai.cases.by_hand')}</span>
          ${one.article ? html`<span dir="auto">${one.article.published ? one.article.title : t('ai.cases.unpublished', { title: one.article.title })}</span>` : nothing}</span>
      </button>${open ? this.#detail(one) : nothing}</li>`
  }

  #detail(one: AssistantCase): TemplateResult {
    const { t } = this.desk!
    const { result, expected } = one
    const area = (name: string, label: string, lines: readonly string[]) =>
      html`<label class="field"><span>${label}</span><textarea class="input" name=${name} rows="2" dir="auto" .value=${lines.join('\n')}></textarea></label>`
    return html`<div class="open">
      <ol class="reasons">${one.turns.map(({ by, body }) => html`<li dir="auto">${t('ai.cases.said', { who: t(`ai.cases.by.${by}`), text: body })}</li>`)}</ol>
      ${
        result
          ? html`<p>${kindWords(result.kind, result.reason, t)}</p>
            ${result.faults.length > 0 ? html`<ul class="reasons bad">${result.faults.map((fault) => html`<li>${fault}</li>`)}</ul>` : nothing}
            ${result.said ? html`<div class="said" dir="auto">${plainWords(result.said)}</div>` : nothing}`
          : nothing
      }
      <p class="muted">${t('ai.cases.right', { outcomes: expected.outcome.map((kind) => kindWords(kind, null, t)).join(', ') })}</p>
      <form class="fields" @submit=${(event: Event) => {
        event.preventDefault()
        void this.#change(one, event.target as HTMLFormElement)
      }}>
        <label class="field"><span>${t('ai.cases.title')}</span><input class="input" name="title" required maxlength="200" dir="auto" .value=${one.title}></label>
        ${area('contains', t('ai.cases.contains'), expected.contains)}
        ${area('cites', t('ai.cases.cites'), expected.cites)}
        ${area('must_not', t('ai.cases.must_not'), one.must_not)}
        <div class="actions"><button class="button" type="submit">${t('ai.cases.change')}</button>
          <button class="button bare" type="button" @click=${() => void this.#remove(one)}>${t('ai.delete')}</button></div>
      </form></div>`
  }
}
