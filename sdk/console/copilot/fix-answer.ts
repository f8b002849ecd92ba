// What an AI answer should have said: one small form, from which an article's draft and a test of the AI agent come.

import { html, nothing } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Correction } from '../../protocol/assistant-case.ts'
import type { LogEventOf } from '../../protocol/event.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { reasonOf } from './failure-reason.ts'
import { fixAnswerStyles } from './fix-answer.styles.ts'
import { OpenArticleEvent } from './open-article.event.ts'

type State =
  | { kind: 'writing'; fault: string | null }
  | { kind: 'saving' }
  | { kind: 'done'; article: Correction['article'] }

/** A modal form. `open` shows it; it closes itself. */
export class FixAnswer extends DeskElement {
  static override properties = { state: { state: true }, articles: { state: true }, slug: { state: true } }
  static override styles = [deskStyles, fixAnswerStyles]

  declare state: State
  /** Articles it may go into: those the answer cites, then what else fits. */
  declare articles: readonly { slug: string; title: string }[]
  declare slug: string

  #view: AgentConversationView | null = null
  #message: LogEventOf<'message.created'> | null = null

  constructor() {
    super()
    this.state = { kind: 'writing', fault: null }
    this.articles = []
    this.slug = ''
  }

  async open(view: AgentConversationView, message: LogEventOf<'message.created'>): Promise<void> {
    this.#view = view
    this.#message = message
    this.state = { kind: 'writing', fault: null }
    this.articles = message.data.citations.filter(
      ({ slug }, at, all) => slug && all.findIndex((other) => other.slug === slug) === at,
    )
    this.slug = this.articles[0]?.slug ?? ''
    await this.updateComplete
    this.renderRoot.querySelector('form')?.reset()
    this.renderRoot.querySelector('dialog')?.showModal()
    const more = await view.copilot.articles('').catch(() => ({ articles: [] }))
    if (this.#message !== message) return
    const held = new Set(this.articles.map(({ slug }) => slug))
    this.articles = [...this.articles, ...more.articles.filter(({ slug }) => !held.has(slug))]
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    return html`<dialog aria-labelledby="title" @close=${() => {
      this.#message = null
    }}>
      <header><h2 id="title" class="grow">${t('fix.title')}</h2>
        <button class="button bare square" type="button" aria-label=${t('composer.cancel')} @click=${this.#close}>${consoleIcon('close')}</button></header>
      ${this.state.kind === 'done' ? this.#done(this.state.article) : this.#form(this.state)}
    </dialog>`
  }

  #form(state: Exclude<State, { kind: 'done' }>) {
    const { t } = this.desk!
    const fault = state.kind === 'writing' ? state.fault : null
    return html`<form @submit=${this.#submit}>
      <p class="muted">${t('fix.detail')}</p>
      <label>${t('fix.right')}<textarea name="right" rows="5" maxlength="4000" required dir="auto"></textarea></label>
      <label>${t('fix.wrong')}<input name="wrong" maxlength="200" dir="auto" aria-describedby="wrong-hint"></label>
      <p class="muted hint" id="wrong-hint">${t('fix.wrong_hint')}</p>
      <label>${t('fix.article')}<select name="article" @change=${(event: Event) => {
        this.slug = (event.target as HTMLSelectElement).value
      }}>${this.articles.map(
        ({ slug, title }) => html`<option value=${slug} ?selected=${slug === this.slug}>${title}</option>`,
      )}<option value="" ?selected=${this.slug === ''}>${t('fix.article_new')}</option></select></label>
      ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
      <div class="foot"><button class="button solid" type="submit" ?disabled=${state.kind === 'saving'}
        >${t(state.kind === 'saving' ? 'fix.saving' : 'fix.save')}</button>
        <button class="button bare" type="button" @click=${this.#close}>${t('composer.cancel')}</button></div>
    </form>`
  }

  #done({ id, title }: Correction['article']) {
    const { t } = this.desk!
    return html`<div class="done" role="status"><p>${t('fix.done', { title })}</p>
      <button class="button" type="button" @click=${() => {
        this.#close()
        this.dispatchEvent(new OpenArticleEvent(id))
      }}>${t('fix.open_article')}</button></div>`
  }

  #close = (): void => this.renderRoot.querySelector('dialog')?.close()

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const view = this.#view
    const message = this.#message
    if (!view || !message || !this.desk || this.state.kind === 'saving') return
    const given = new FormData(event.target as HTMLFormElement)
    const right_answer = String(given.get('right') ?? '').trim()
    if (!right_answer) {
      this.state = { kind: 'writing', fault: this.desk.t('fix.right_missing') }
      return
    }
    this.state = { kind: 'saving' }
    try {
      const { article } = await view.copilot.correct({
        conversation_id: view.id,
        message_id: message.id,
        right_answer,
        wrong: String(given.get('wrong') ?? '').trim(),
        article_slug: this.slug || null,
      })
      this.state = { kind: 'done', article }
    } catch (error) {
      this.state = {
        kind: 'writing',
        fault: this.desk.t('fix.failed', { reason: reasonOf(error, this.desk.t) }),
      }
    }
  }
}
