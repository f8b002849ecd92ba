// The knowledge room's search in the words the AI agent asks for it.

import type { Retrieval } from './assistant/pipeline/retrieval.ts'
import { pickQuotes } from './knowledge/quote.ts'
import type { RankedPassage, Search } from './knowledge/search.service.ts'

export function createRetrieval({ search }: { search: Search }): Retrieval {
  return {
    retrieve: (workspaceId, question, options) => search.passages(workspaceId, question, options),
    // The passages come back as they were handed out, with what the assistant has no word for.
    quotes(question, passages) {
      const { quotes, confidence, isKind } = pickQuotes(question, passages as RankedPassage[])
      return { quotes, coverage: confidence, isKind }
    },
  }
}
