// <deskbell-article-beside>: one article edited beside the conversation, so that what the thread says can be put into it.
// Asks before what is typed is closed away.

import { html, nothing, type PropertyValues } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { articleBesideStyles } from './article-beside.styles.ts'
import { type ArticleGoEvent, followedLink, placeOf } from './article-place.ts'
import { ArticleRoom } from './article-room.ts'
import { tellDone, tellFailed } from './tell-outcome.ts'

/** @event deskbell-close-article - it is to go; nothing in it would be lost by that. */
export class ArticleBeside extends ArticleRoom {
  static override properties = {
    articleId: { attribute: false },
    path: { state: true },
    asks: { state: true },
  }
  static override styles = [deskStyles, articleBesideStyles]

  /** Another one takes its place; what was typed in the first is kept for coming back. */
  declare articleId: string
  protected declare path: string
  protected declare asks: boolean

  #leave = (): void => {}

  constructor() {
    super()
    this.articleId = ''
    this.path = ''
    this.asks = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) this.path = this.articleId
    super.willUpdate(changed)
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Who asked for it goes on in it, and comes back to the reply when it closes.
    if (changed.has('articleId')) this.renderRoot.querySelector<HTMLElement>('.close')?.focus()
  }

  /** Away with it, where nothing would be lost; else it asks. */
  close(): void {
    if (this.dirty) this.ask()
    else this.dispatchEvent(new Event('deskbell-close-article', { bubbles: true, composed: true }))
  }

  /** @param leave what comes after, where what is typed may be lost; without it only this closes */
  ask(leave: () => void = () => this.close()): void {
    this.#leave = leave
    this.asks = true
    this.focusQuestion()
  }

  #discard(): void {
    this.drafts.clear()
    this.asks = false
    this.#leave()
  }

  #go = ({ path }: Pick<ArticleGoEvent, 'path'>): void => {
    // The list of articles is on another page.
    if (placeOf(path).part === 'article') this.path = path
    else this.close()
  }

  #onClick = (event: MouseEvent): void => {
    const path = followedLink(event)
    if (path !== null) this.#go({ path })
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    this.close()
  }

  protected override render() {
    const { desk } = this
    if (!desk) return nothing
    const { t } = desk
    return html`<div class="panel" @click=${this.#onClick} @keydown=${this.#onKey} @deskbell-article-go=${this.#go}
        @deskbell-done=${tellDone(desk)} @deskbell-failed=${tellFailed(desk)}>
      <div class="bar"><p class="grow">${t('rail.knowledge')}</p>
        <button class="button bare close" type="button" @click=${() => this.close()}>${consoleIcon('close')}${t('articles.close')}</button></div>
      ${
        this.asks
          ? this.question(
              () => {
                this.asks = false
              },
              () => this.#discard(),
            )
          : nothing
      }${this.#body()}</div>`
  }

  #body() {
    const { t } = this.desk!
    if (this.fault)
      return html`<div class="alone" role="alert"><p>${t('page.failed')}</p>
        <button class="button" type="button" @click=${() => void this.load()}>${t('app.again')}</button></div>`
    if (!this.topics) return html`<p class="alone" aria-busy="true">${t('page.loading')}</p>`
    const { id, pane } = placeOf(this.path)
    return html`<deskbell-article-editor beside .api=${this.api!} .topics=${this.topics} .sites=${this.sites} .drafts=${this.drafts}
      .manages=${this.manages} .articleId=${id!} .pane=${pane}></deskbell-article-editor>`
  }
}
