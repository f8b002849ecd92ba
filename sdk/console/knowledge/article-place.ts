// Where among the articles somebody is: a part of the page, an article, what is shown beside its text. And links that go
// there inside the console, or open in another tab when asked to.

export const ARTICLE_PARTS = ['topics', 'missing', 'questions', 'synonyms', 'import'] as const
export type ArticlePart = 'list' | 'article' | (typeof ARTICLE_PARTS)[number]

export const EDITOR_PANES = ['preview', 'settings', 'versions', 'votes'] as const
export type EditorPane = (typeof EDITOR_PANES)[number]

export interface ArticlePlace {
  part: ArticlePart
  /** Of an article; `new` for one that is not yet. */
  id: string | null
  pane: EditorPane
}

/** @param path as the address names it behind `/articles/`: `missing`, `<id>`, `<id>/versions`, empty for the list */
export function placeOf(path: string): ArticlePlace {
  const [first = '', second] = path.split('/')
  const pane = EDITOR_PANES.find((each) => each === second) ?? 'preview'
  const part = ARTICLE_PARTS.find((each) => each === first)
  if (part || !first) return { part: part ?? 'list', id: null, pane }
  return { part: 'article', id: first, pane }
}

/** Somebody goes to another place among the articles. */
export class ArticleGoEvent extends Event {
  /** What follows `/articles/`; empty for the list. */
  readonly path: string

  constructor(path: string) {
    super('deskbell-article-go', { bubbles: true, composed: true })
    this.path = path
  }
}

/** The path of the link that was clicked, unless it is to open in another tab; the browser then does nothing. */
export function followedLink(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event
    .composedPath()
    .find((each) => each instanceof HTMLAnchorElement && each.dataset.go !== undefined)
  if (!link) return null
  event.preventDefault()
  return (link as HTMLAnchorElement).dataset.go!
}
