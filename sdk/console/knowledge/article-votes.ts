// What readers said of an article: whether it helped, and what they missed.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { AdminArticle, FeedbackPage } from '../../protocol/article-admin.ts'
import { dayAndMonth } from '../console-time.ts'
import { deskStyles } from '../desk.styles.ts'
import { knowledgeStyles } from './knowledge.styles.ts'
import type { KnowledgeApi } from './knowledge-api.ts'
import { KnowledgeElement } from './knowledge-element.ts'

export class ArticleVotes extends KnowledgeElement {
  static override properties = {
    api: { attribute: false },
    article: { attribute: false },
    page: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, knowledgeStyles]

  declare api: KnowledgeApi
  declare article: AdminArticle | null
  protected declare page: FeedbackPage | null
  protected declare fault: boolean

  constructor() {
    super()
    this.article = null
    this.page = null
    this.fault = false
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('article') as AdminArticle | null | undefined
    if (changed.has('article') && this.article && before?.id !== this.article.id) void this.#load()
  }

  async #load(): Promise<void> {
    this.fault = false
    try {
      this.page = await this.api.feedback(this.article!.id)
    } catch {
      this.fault = true
    }
  }

  protected override render(): TemplateResult {
    const { helpful = 0, unhelpful = 0, views = 0 } = this.article ?? {}
    return html`<p>${this.t('articles.votes', { yes: helpful, no: unhelpful })} ${this.t('articles.opened', { n: views })}</p>
      ${this.fault ? html`<p role="alert">${this.t('articles.comments.failed')} <button class="button" type="button" @click=${() => void this.#load()}>${this.t('app.again')}</button></p>` : nothing}
      ${
        this.page?.feedback.length === 0
          ? html`<div class="empty"><h2>${this.t('articles.no_comments')}</h2><p>${this.t('articles.no_comments.detail')}</p></div>`
          : html`<ul class="rows">${(this.page?.feedback ?? []).map(
              ({ helpful: yes, comment, created_at }) =>
                html`<li class="item"><div class="grow"><p dir="auto">${comment}</p><p class="line">${this.t(yes ? 'articles.helpful' : 'articles.unhelpful')}, ${dayAndMonth(created_at, this.locale)}</p></div></li>`,
            )}</ul>`
      }`
  }
}
