// What the AI agent needs of the knowledge room: passages that may answer, and how sure they make it.

import type { Citation } from '../../../sdk/protocol/citation.ts'

export interface Passage {
  slug: string
  title: string
  /** Id of the block within its article. */
  passage: string
  heading: string
  text: string
}

export interface Retrieved {
  passages: Passage[]
  /** 0 to 1: how likely the passages hold the answer. */
  confidence: number
}

export interface Quote extends Citation {
  /** A whole sentence, row or item of the article. */
  text: string
}

/** Declared here by its consumer; the app hands in the knowledge room's search. */
export interface Retrieval {
  retrieve(
    workspaceId: string,
    question: string,
    options: { locale: string | null; limit: number },
  ): Promise<Retrieved>
  /** The best sentences of the passages, word for word. */
  quotes(question: string, passages: Passage[]): Quote[]
  /** Below it a person answers. */
  floor: number
}
