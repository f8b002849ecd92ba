// What the AI agent needs of the knowledge room: passages that may answer, and how sure they make it.

import type { Citation } from '../../../sdk/protocol/citation.ts'

export interface Passage {
  slug: string
  title: string
  /** Id of the block within its article. */
  passage: string
  heading: string
  text: string
  /** Beside the best of its search, which is near 1. */
  score?: number
  /** The article's, on the same scale for all articles of a search. */
  articleScore?: number
  /** `en`, `pt`, …; left out where nobody knows. */
  language?: string
  /** What a tool reports that has changed something: it alone may be told of as done. */
  deed?: true
}

export interface Retrieved {
  passages: Passage[]
  /** 0 to 1: how likely the passages hold the answer. */
  confidence: number
  /** What that was told from, each 0 to 1; left out where the best article is not known. */
  evidence?: Evidence
}

/** Shares of the question's telling words. */
export interface Evidence {
  /** That the best article has anywhere. */
  article: number
  /** That its best passage has, together with its best title. */
  passage: number
  /** How much question and best title are the same words; and the same by parts of words. */
  title: number
  chars: number
}

export interface Quote extends Citation {
  /** A whole sentence, row or item of the article. */
  text: string
}

export interface Quoted {
  quotes: Quote[]
  /** Share of the question's words that the quotes speak of. */
  coverage: number
  /** Whether one of them is the kind of answer asked for, such as a price. */
  isKind: boolean
}

export interface RetrievalOptions {
  /** Only what this site may show. */
  siteId: string
  /** BCP 47: articles in that language come first. */
  locale: string | null
  limit: number
}

/** Declared here by its consumer; the app hands in the knowledge room's search. */
export interface Retrieval {
  retrieve(workspaceId: string, question: string, options: RetrievalOptions): Promise<Retrieved>
  /** The best sentences of the passages, word for word. */
  quotes(question: string, passages: readonly Passage[]): Quoted
}
