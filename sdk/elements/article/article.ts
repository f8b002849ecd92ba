// One help article: its text, the cited passage, what is related, and whether it helped.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { clientId } from '../../client/client-id.ts'
import type { Article } from '../../protocol/help-article.ts'
import type { Block } from '../../protocol/rich-text-tree.ts'
import { icon } from '../icon/icon.ts'
import { formStyles } from '../panel/form.styles.ts'
import { greyBlocks } from '../panel/grey-blocks.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { richTextStyles } from '../rich-text/rich-text.styles.ts'
import { richText } from '../rich-text/rich-text.ts'
import { articleStyles } from './article.styles.ts'
import { headingsOf } from './article-headings.ts'

type Loading =
  | { state: 'loading'; slow: boolean }
  | { state: 'ready'; article: Article }
  | { state: 'failed'; gone: boolean }
type Opinion = 'none' | 'yes' | 'no' | 'said'
/** So long a text is, in minutes, before it needs a list of what is in it; and so many headings. */
const LONG_MINUTES = 3
const LONG_HEADINGS = 4

/** Shows the article `slug`, at `passage` when that is given. */
export class DeskbellArticle extends LitElement {
  static override properties = {
    slug: {},
    passage: {},
    query: {},
    loading: { state: true },
    opinion: { state: true },
  }
  static override styles = [...panelStyles, formStyles, richTextStyles, articleStyles]

  declare slug: string
  /** Id of the block to highlight and scroll to. */
  declare passage: string | null
  /** What had been searched for when it was opened: sent with a vote. */
  declare query: string
  protected declare loading: Loading
  protected declare opinion: Opinion

  #widget = consumeWidget(this)
  #wanted = ''
  /** Names the vote, so that a comment joins it and is no second vote. */
  #vote = ''

  constructor() {
    super()
    this.slug = ''
    this.passage = null
    this.query = ''
    this.loading = { state: 'loading', slow: false }
    this.opinion = 'none'
  }

  /** The title, so that reading begins there; while it is on its way, the place it comes to. */
  override focus(options?: FocusOptions): void {
    this.renderRoot
      ?.querySelector<HTMLElement>(this.loading.state === 'ready' ? 'h1' : '.body')
      ?.focus(options)
  }

  protected override willUpdate(): void {
    if (this.slug && this.slug !== this.#wanted && this.#widget.client) void this.#load()
  }

  protected override updated(changed: PropertyValues): void {
    const waited = this.shadowRoot?.activeElement?.matches('.body')
    if (changed.has('loading') && waited) this.focus({ preventScroll: true })
    if (
      (changed.has('loading') || changed.has('passage')) &&
      this.loading.state === 'ready' &&
      this.passage
    ) {
      this.renderRoot.querySelector('.cited')?.scrollIntoView({ block: 'center' })
    }
  }

  async #load(): Promise<void> {
    const slug = this.slug
    this.#wanted = slug
    this.opinion = 'none'
    this.loading = { state: 'loading', slow: false }
    const current = (): boolean => this.slug === slug
    const slow = setTimeout(() => {
      if (current()) this.loading = { state: 'loading', slow: true }
    }, 200)
    let end: Loading
    try {
      end = { state: 'ready', article: await this.#widget.client!.articles.get(slug) }
    } catch (error) {
      end = { state: 'failed', gone: (error as { code?: string }).code === 'article-not-found' }
    }
    clearTimeout(slow)
    if (current()) this.loading = end
  }

  protected override render(): TemplateResult {
    const { tr, navigation } = this.#widget
    return html`
      ${panelHeader({
        t: tr.t,
        navigation,
        // The article's own title is the heading above its sections.
        title: html`<div class="bar-title">${tr.t('help.title')}</div>`,
      })}
      <div class="body" tabindex="-1">${this.#content()}</div>
      ${this.loading.state === 'ready' ? html`<div class="foot">${this.#question()}</div>` : nothing}`
  }

  #content(): unknown {
    const { tr, navigation } = this.#widget
    const { loading } = this
    if (loading.state === 'loading') return loading.slow ? greyBlocks(tr.t('common.loading'), 3) : nothing
    if (loading.state === 'failed') return this.#failed(loading.gone)
    const { category, title, updated_at, reading_minutes, content, related, locale } = loading.article
    const open = (slug: string): void => navigation?.open('article', { slug })
    const date = tr.day(updated_at)
    const minutes = tr.t('article.minutes', { n: reading_minutes })
    return html`
      <article lang=${locale} dir="auto">
        ${category ? html`<p class="small">${category}</p>` : nothing}
        <h1 class="big" tabindex="-1">${title}</h1>
        <p class="small meta" lang=${tr.locale}>${tr.t('article.updated', { date, minutes })}</p>
        ${this.#contents(content, reading_minutes)}
        ${richText(content, { translator: tr, highlight: this.passage, onArticle: open })}
      </article>
      ${
        related.length > 0
          ? html`<nav aria-label=${tr.t('article.related')}><ul class="rows">${related.map(
              ({ slug, title }) => html`<li><button class="row" type="button" @click=${() => open(slug)}>
              <span class="row-text row-title"><bdi>${title}</bdi></span>${icon('chevron')}</button></li>`,
            )}</ul></nav>`
          : nothing
      }`
  }

  #contents(content: readonly Block[], minutes: number): unknown {
    const headings = headingsOf(content)
    if (minutes < LONG_MINUTES || headings.length < LONG_HEADINGS) return nothing
    return html`<details class="contents"><summary lang=${this.#widget.tr.locale}>${this.#widget.tr.t('article.contents')}</summary>
      <ul>${headings.map(
        ({ id, text }) =>
          html`<li><button class="link" type="button" @click=${() => this.#goTo(id)}>${text}</button></li>`,
      )}</ul></details>`
  }

  #goTo(id: string): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${id}`)
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: 'start' })
  }

  #failed(gone: boolean): TemplateResult {
    const { tr, navigation } = this.#widget
    return html`<div role="alert"><h2 class="big">${tr.t(gone ? 'article.gone' : 'help.failed')}</h2>
      <p>${tr.t(gone ? 'article.gone_more' : 'help.failed_more')}</p></div>
      <div class="buttons">${
        gone
          ? html`<button class="button solid" type="button" @click=${() => navigation?.open('help')}>
            ${tr.t('help.search')}</button>`
          : html`<button class="button solid" type="button" @click=${() => void this.#load()}>
            ${tr.t('common.retry')}</button>
          <button class="button" type="button" @click=${() => navigation?.open('chat')}>
            ${tr.t('help.to_chat')}</button>`
      }</div>`
  }

  #question(): TemplateResult {
    const { t } = this.#widget.tr
    if (this.opinion === 'said') return html`<p role="status">${t('article.thanks')}</p>`
    if (this.opinion !== 'none') {
      const ask = t(this.opinion === 'no' ? 'article.missing' : 'rating.comment')
      return html`<form @submit=${this.#onComment}>
        <span class="hidden" role="status">${t('article.thanks')}</span>
        <label class="hidden" for="comment">${ask}</label>
        <input class="input" id="comment" name="comment" maxlength="1000" autocomplete="off" placeholder=${ask}>
        <button class="button" type="submit">${t('article.send')}</button></form>`
    }
    return html`<p id="ask">${t('article.helped')}</p>
      <div class="votes" role="group" aria-labelledby="ask">
        <button class="button" type="button" @click=${() => this.#judge(true)}>${t('article.yes')}</button>
        <button class="button" type="button" @click=${() => this.#judge(false)}>${t('article.no')}</button>
      </div>`
  }

  /** Counted at once: who says no more has voted all the same. */
  async #judge(helpful: boolean): Promise<void> {
    this.opinion = helpful ? 'yes' : 'no'
    this.#vote = clientId()
    this.#send({ helpful })
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#comment')?.focus()
  }

  #onComment(event: SubmitEvent): void {
    event.preventDefault()
    const comment = String(new FormData(event.target as HTMLFormElement).get('comment') ?? '').trim()
    if (comment) this.#send({ helpful: this.opinion === 'yes', comment })
    this.opinion = 'said'
  }

  #send(feedback: { helpful: boolean; comment?: string }): void {
    // Feedback is a courtesy of the reader: a lost one is not worth an error message.
    const { query } = this
    void this.#widget.client?.articles
      .feedback(this.slug, { ...feedback, cid: this.#vote, ...(query && { query }) })
      .catch(() => {})
  }
}
