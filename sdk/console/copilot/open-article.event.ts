// Somebody wants to see or to edit an article: beside the conversation where one is open, else on a page of its own.

import type { Desk } from '../desk.context.ts'

export class OpenArticleEvent extends Event {
  readonly articleId: string

  constructor(articleId: string) {
    super('deskbell-open-article', { bubbles: true, composed: true })
    this.articleId = articleId
  }
}

/** Who cites an article knows its slug alone. */
export async function openCited(
  from: EventTarget,
  { client }: Pick<Desk, 'client'>,
  slug: string,
): Promise<void> {
  const { article } = await client.rest<{ article: { id: string } }>(
    'GET',
    `/articles/${encodeURIComponent(slug)}`,
  )
  from.dispatchEvent(new OpenArticleEvent(article.id))
}
