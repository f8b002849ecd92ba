// The copilot beside an open conversation: a suggested reply, a summary, questions, articles, and where it belongs. Puts
// nothing before the customer: what is to be sent goes into the composer first.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { aiTag, mark } from '../../elements/mark/mark.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type {
  CopilotAnswer,
  CopilotArticle,
  CopilotArticles,
  CopilotSuggestion,
  CopilotSummary,
  CopilotTriage,
} from '../../protocol/copilot.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { ASSISTANT_MARK } from '../inbox/inbox-view.ts'
import { Asked } from './asked.controller.ts'
import { copilotPanelStyles } from './copilot-panel.styles.ts'
import { answered, articleRows, asked, triaged } from './copilot-parts.ts'
import { InsertTextEvent } from './insert-text.event.ts'
import { OpenArticleEvent } from './open-article.event.ts'

/** Questions before, which the next one may refer to. */
const PREVIOUS = 4

interface Turn {
  question: string
  answer: CopilotAnswer
}

/** @event deskbell-insert-text - a text is to go into the composer. */
export class CopilotPanel extends DeskElement {
  static override properties = {
    view: { attribute: false },
    turns: { state: true },
    asking: { state: true },
    running: { state: true },
  }
  static override styles = [deskStyles, markStyles, richTextStyles, copilotPanelStyles]

  declare view: AgentConversationView | null
  declare turns: readonly Turn[]
  /** The question on its way. */
  declare asking: string
  /** Its answer so far. */
  declare running: string

  #suggestion = new Asked<CopilotSuggestion>(this)
  #summary = new Asked<CopilotSummary>(this)
  #answer = new Asked<void>(this)
  #articles = new Asked<CopilotArticles>(this)
  #triage = new Asked<CopilotTriage>(this)
  #made = new Asked<CopilotArticle>(this)
  #moved = new Asked<void>(this)
  #abort: AbortController | undefined

  constructor() {
    super()
    this.view = null
    this.turns = []
    this.asking = ''
    this.running = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#abort?.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view')) return
    this.#abort?.abort()
    this.turns = []
    this.asking = ''
    this.running = ''
    for (const each of [
      this.#suggestion,
      this.#summary,
      this.#answer,
      this.#articles,
      this.#triage,
      this.#made,
      this.#moved,
    ])
      each.reset()
  }

  protected override render() {
    if (!this.desk || !this.view) return nothing
    return html`${this.#suggest()}${this.#sum()}${this.#ask()}${this.#find()}${this.#sort()}${this.#make()}`
  }

  #head(title: string, button: unknown) {
    return html`<div class="top"><h3 class="grow">${title}</h3>${button}</div>`
  }

  #button(label: string, of: Asked<never> | Asked<unknown>, run: () => void) {
    return html`<button class="button" type="button" ?disabled=${of.isWorking} @click=${run}>${label}</button>`
  }

  #suggest() {
    const { desk } = this
    const { t } = desk!
    const run = () => void this.#suggestion.run(() => this.view!.copilot.suggest())
    return html`<section aria-label=${t('copilot.suggestion')}>
      ${this.#head(t('copilot.suggestion'), this.#button(t('copilot.suggest'), this.#suggestion, run))}
      ${asked(this.#suggestion.state, desk!, (suggestion) => this.#suggested(suggestion))}
    </section>`
  }

  #suggested({ body, content, citations, reason }: CopilotSuggestion) {
    const { t, shared } = this.desk!
    const customer = t('copilot.the_customer')
    if (!body)
      return html`<p class="muted">${t('copilot.no_suggestion', { reason: t(`reason.${reason ?? 'low_confidence'}`, { customer }) })}</p>`
    return html`<div class="text" dir="auto">${richText(content, { translator: shared, citations })}</div>
      <div class="sources">${citations.map(
        ({ title }, index) =>
          html`<div class="source"><span class="number">${shared.number(index + 1)}</span><b class="cut">${title}</b></div>`,
      )}</div>
      <div class="row"><button class="button solid insert" type="button"
        @click=${() => this.#insert(body.replace(/\s?\[\d{1,2}\]/g, ''))}>${t('copilot.insert')}</button></div>`
  }

  #sum() {
    const { desk } = this
    const { t } = desk!
    const run = () => void this.#summary.run(() => this.view!.copilot.summary())
    return html`<section aria-label=${t('copilot.summary')}>
      ${this.#head(t('copilot.summary'), this.#button(t('copilot.summarise'), this.#summary, run))}
      ${asked(
        this.#summary.state,
        desk!,
        ({ points }) =>
          html`<ul class="points">${points.map((point) => html`<li dir="auto">${point}</li>`)}</ul>`,
      )}
    </section>`
  }

  #ask() {
    const { desk } = this
    const { t } = desk!
    return html`<section aria-label=${t('copilot.ask')}>
      <div class="top">${mark(ASSISTANT_MARK, 18)}<h3>${t('copilot.ask')}</h3>${aiTag(desk!.shared.t)}</div>
      ${this.turns.map(
        ({ question, answer }) =>
          html`<div class="turn"><p class="asked" dir="auto">${question}</p>${answered(answer, desk!)}</div>`,
      )}
      ${
        this.asking
          ? html`<div class="turn"><p class="asked" dir="auto">${this.asking}</p>${this.running ? html`<p class="text" dir="auto">${this.running}</p>` : nothing}</div>`
          : nothing
      }
      ${asked(this.#answer.state, desk!, () => nothing)}
      <form class="field" @submit=${this.#onAsk}>
        <input type="text" name="question" maxlength="1000" autocomplete="off" aria-label=${t('copilot.question')} placeholder=${t('copilot.question_hint')}>
        <button class="button bare square" type="submit" aria-label=${t('copilot.send')} ?disabled=${this.#answer.isWorking}>${consoleIcon('send')}</button>
      </form>
    </section>`
  }

  #find() {
    const { desk } = this
    const { t } = desk!
    return html`<section aria-label=${t('copilot.articles')}>
      <h3>${t('copilot.articles')}</h3>
      <form class="field" role="search" @submit=${this.#onFind}>
        <input type="search" name="query" maxlength="200" autocomplete="off" aria-label=${t('copilot.search')} placeholder=${t('copilot.search_hint')}>
        <button class="button bare square" type="submit" aria-label=${t('copilot.search')} ?disabled=${this.#articles.isWorking}>${consoleIcon('search')}</button>
      </form>
      ${asked(this.#articles.state, desk!, (found) =>
        articleRows(
          found,
          desk!,
          ({ title, url }) => this.#insert(`${title}: ${url}`),
          (id) => this.dispatchEvent(new OpenArticleEvent(id)),
        ),
      )}
    </section>`
  }

  #sort() {
    const { desk } = this
    const { t } = desk!
    const run = () => void this.#triage.run(() => this.view!.copilot.triage())
    return html`<section aria-label=${t('copilot.triage')}>
      ${this.#head(t('copilot.triage'), this.#button(t('copilot.sort'), this.#triage, run))}
      ${asked(this.#triage.state, desk!, (found) =>
        triaged(found, desk!, (id) => void this.#moved.run(() => this.view!.move(id))),
      )}
      ${asked(this.#moved.state, desk!, () => html`<p class="muted">${t('copilot.moved')}</p>`)}
    </section>`
  }

  #make() {
    const { desk } = this
    const { t } = desk!
    const run = () => void this.#made.run(() => this.view!.copilot.makeArticle())
    return html`<section aria-label=${t('copilot.article')}>
      ${this.#head(t('copilot.article'), this.#button(t('copilot.make'), this.#made, run))}
      ${asked(
        this.#made.state,
        desk!,
        ({ article }) => html`<p>${t('copilot.made', { title: article.title })}</p>
          <div class="row"><button class="button" type="button" @click=${() => this.dispatchEvent(new OpenArticleEvent(article.id))}>${t('fix.open_article')}</button></div>`,
      )}
    </section>`
  }

  #insert(text: string): void {
    this.dispatchEvent(new InsertTextEvent(text))
  }

  #onAsk(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const question = String(new FormData(form).get('question') ?? '').trim()
    const { view } = this
    if (!question || !view || this.#answer.isWorking) return
    form.reset()
    this.asking = question
    this.running = ''
    this.#abort = new AbortController()
    const { signal } = this.#abort
    const previous = this.turns
      .slice(-PREVIOUS)
      .map(({ question, answer }) => ({ question, answer: answer.body.slice(0, 4000) }))
    void this.#answer.run(async () => {
      const onText = (text: string): void => {
        if (this.view === view) this.running = text
      }
      const answer = await view.copilot.ask({ question, previous }, onText, signal)
      if (this.view !== view) return
      this.turns = [...this.turns, { question, answer }]
      this.asking = ''
      this.running = ''
    })
  }

  #onFind(event: SubmitEvent): void {
    event.preventDefault()
    const query = String(new FormData(event.target as HTMLFormElement).get('query') ?? '').trim()
    void this.#articles.run(() => this.view!.copilot.articles(query))
  }
}
