// Somebody wants to see or to edit an article: beside the conversation where one is open, else on a page of its own.

export class OpenArticleEvent extends Event {
  readonly articleId: string

  constructor(articleId: string) {
    super('deskbell-open-article', { bubbles: true, composed: true })
    this.articleId = articleId
  }
}
