// The playground: type as a customer, see what the AI agent would do with the settings as they stand on this page, and
// why. Nothing is sent, nothing is kept unless it is kept as a case.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { CaseTurn } from '../../protocol/assistant-case.ts'
import type { Rehearsal } from '../../protocol/assistant-run.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deskStyles } from '../desk.styles.ts'
import { languageName, OFFERED_LANGUAGES } from '../knowledge/language-name.ts'
import { AssistantElement } from './assistant-element.ts'
import { playgroundStyles } from './assistant-playground.styles.ts'
import { kindWords, plainWords } from './outcome-words.ts'
import { partStyles } from './parts.styles.ts'
import { articleAddress, passageList, reasonList, sureness, traceDetails } from './run-facts.ts'

interface Exchange {
  question: string
  /** Null while it thinks. */
  outcome: Rehearsal | null
  kept: boolean
}

export class AssistantPlayground extends AssistantElement {
  static override properties = {
    site: {},
    locale: {},
    patch: { attribute: false },
    exchanges: { state: true },
    language: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles, playgroundStyles]

  declare site: string
  /** Of the site; customers' pages are in it until another one is chosen. */
  declare locale: string
  /** What is not saved yet: a merge patch. */
  declare patch: Record<string, unknown>
  protected declare exchanges: readonly Exchange[]
  protected declare language: string | null
  protected declare fault: string

  #asking: AbortController | undefined

  constructor() {
    super()
    this.locale = 'en'
    this.patch = {}
    this.exchanges = []
    this.language = null
    this.fault = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another site answers from other articles.
    if (changed.get('site') !== undefined && changed.has('site')) this.exchanges = []
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking?.abort()
  }

  get #page(): string {
    return this.language ?? this.locale
  }

  #turns(until = this.exchanges.length): CaseTurn[] {
    return this.exchanges.slice(0, until).flatMap(({ question, outcome }): CaseTurn[] => {
      const cited = [...new Set(outcome?.citations.map(({ slug }) => slug))]
      const said: CaseTurn[] = outcome?.body
        ? [{ by: 'assistant', body: outcome.body, ...(cited.length > 0 && { cited }) }]
        : []
      return [{ by: 'customer', body: question }, ...said]
    })
  }

  async #ask(question: string): Promise<void> {
    if (!question.trim() || this.#asking) return
    const asking = new AbortController()
    this.#asking = asking
    const turns = [...this.#turns(), { by: 'customer' as const, body: question }]
    this.exchanges = [...this.exchanges, { question, outcome: null, kept: false }]
    this.fault = ''
    try {
      const scene = {
        // What was cited is the case's business.
        turns: turns.map(({ by, body }) => ({ by, body })),
        locale: this.#page,
        ...(Object.keys(this.patch).length > 0 && { settings: this.patch }),
      }
      const outcome = await this.api.rehearse(this.site, scene, asking.signal)
      this.exchanges = this.exchanges.map((one, at) =>
        at === this.exchanges.length - 1 ? { ...one, outcome } : one,
      )
    } catch (error) {
      if (asking.signal.aborted) return
      this.exchanges = this.exchanges.slice(0, -1)
      this.fault = this.desk!.t('ai.try.failed', { reason: reasonOf(error, this.desk!.t) })
      this.#field.value = question
    } finally {
      this.#asking = undefined
    }
    await this.updateComplete
    this.renderRoot.querySelector('.talk')?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!
  }

  #send(): void {
    const { value } = this.#field
    this.#field.value = ''
    void this.#ask(value)
  }

  #clear(): void {
    this.#asking?.abort()
    this.#asking = undefined
    this.exchanges = []
    this.fault = ''
    this.#field.focus()
  }

  /** What came of it is what has to come of it from now on. */
  async #keep(at: number): Promise<void> {
    const { question, outcome } = this.exchanges[at]!
    if (!outcome) return
    const cites = [...new Set(outcome.citations.map(({ slug }) => slug))].slice(0, 10)
    try {
      await this.api.addCase({
        site_id: this.site,
        title: question.slice(0, 120),
        turns: [...this.#turns(at), { by: 'customer', body: question }],
        locale: this.#page,
        expected: { outcome: [outcome.kind], cites, ...(outcome.reason && { reasons: [outcome.reason] }) },
        must_not: [],
      })
      this.exchanges = this.exchanges.map((one, index) => (index === at ? { ...one, kept: true } : one))
    } catch (error) {
      this.fault = reasonOf(error, this.desk!.t)
    }
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    return html`<div class="bar"><h2 class="grow">${t('ai.try')}</h2>
        <select class="input" aria-label=${t('ai.try.language')} @change=${(event: Event) => {
          this.language = (event.target as HTMLSelectElement).value
        }}>${[...new Set([this.locale, ...OFFERED_LANGUAGES])].map(
          (tag) => html`<option value=${tag} ?selected=${tag === this.#page}>${languageName(tag)}</option>`,
        )}</select>
        <button class="button bare square" type="button" aria-label=${t('ai.try.anew')} title=${t('ai.try.anew')}
          ?disabled=${this.exchanges.length === 0} @click=${this.#clear}>${consoleIcon('again')}</button></div>
      <div class="talk" role="log" tabindex="0" aria-label=${t('ai.try.log')}>${
        this.exchanges.length === 0
          ? html`<div class="empty"><p>${t('ai.try.empty')}</p></div>`
          : this.exchanges.map((one, at) => this.#exchange(one, at))
      }</div>
      ${this.fault ? html`<p class="fault pad" role="alert">${this.fault}</p>` : nothing}
      <form class="ask" @submit=${(event: Event) => {
        event.preventDefault()
        this.#send()
      }}>
        <textarea class="input" rows="2" dir="auto" aria-label=${t('ai.try.question')} placeholder=${t('ai.try.such_as')}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            this.#send()
          }}></textarea>
        <button class="button solid" type="submit">${t('ai.try.ask')}</button>
      </form>`
  }

  #exchange({ question, outcome, kept }: Exchange, at: number): TemplateResult {
    return html`<article>
      <p class="asked" dir="auto">${question}</p>
      ${outcome ? this.#outcome(outcome, kept, at) : html`<p class="muted" role="status">${this.desk!.t('ai.try.thinks')}</p>`}
    </article>`
  }

  #outcome(outcome: Rehearsal, kept: boolean, at: number): TemplateResult {
    const { kind, reason, body, citations, choices, confidence, reasons, passages, trace, mode, topic } =
      outcome
    const desk = this.desk!
    const { t } = desk
    const waits = mode === 'draft' && kind !== 'hand_over'
    return html`
      <p class="decision"><b>${kindWords(kind, reason, t)}</b> ${sureness(confidence, desk)}
        ${waits ? html`<span class="muted">${t('ai.try.as_draft')}</span>` : nothing}
        ${topic ? html`<span class="muted">${t('ai.try.topic', { name: topic })}</span>` : nothing}</p>
      ${body ? html`<div class="said" dir="auto">${plainWords(body)}</div>` : nothing}
      ${choices.length > 0 ? html`<ul class="choices" aria-label=${t('ai.try.choices')}>${choices.map(({ label }) => html`<li dir="auto">${label}</li>`)}</ul>` : nothing}
      ${citations.length > 0 ? html`<ol class="sources">${citations.map(({ title, slug }) => html`<li><a href=${articleAddress(slug, desk)} target="_blank" rel="noopener" dir="auto">${title}</a></li>`)}</ol>` : nothing}
      ${reasonList(reasons)} ${passageList(passages, desk)} ${traceDetails(trace, desk)}
      <button class="button" type="button" ?disabled=${kept} @click=${() => void this.#keep(at)}>${
        kept ? html`${consoleIcon('check')}${t('ai.try.kept')}` : t('ai.try.keep')
      }</button>`
  }
}
