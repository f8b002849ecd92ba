// The knowledge room's search in the words the AI agent asks for it.

import type { Retrieval } from './assistant/pipeline/retrieval.ts'
import { pickQuotes } from './knowledge/quote.ts'
import type { RankedPassage, Search } from './knowledge/search.service.ts'

/** What a search finds is quoted from more widely than it is shown to a model. */
const WIDE = 30

export function createRetrieval({ search }: { search: Search }): Retrieval {
  /** All that was found together with a passage. */
  const together = new WeakMap<object, readonly RankedPassage[]>()

  return {
    async retrieve(workspaceId, question, options) {
      const found = await search.passages(workspaceId, question, { ...options, limit: WIDE })
      for (const passage of found.passages) together.set(passage, found.passages)
      return { ...found, passages: found.passages.slice(0, options.limit) }
    },
    // The passages come back as they were handed out, with what the assistant has no word for.
    quotes(question, passages) {
      const slugs = new Set(passages.map(({ slug }) => slug))
      const all = (passages[0] && together.get(passages[0])) ?? (passages as RankedPassage[])
      const { quotes, confidence, isKind } = pickQuotes(
        question,
        all.filter(({ slug }) => slugs.has(slug)),
      )
      return { quotes, coverage: confidence, isKind }
    },
  }
}
