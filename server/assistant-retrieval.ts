// The knowledge room's search in the words the AI agent asks for it.

import type { Retrieval } from './assistant/retrieval.ts'
import type { Search } from './knowledge/search.service.ts'

export function createRetrieval({ search }: { search: Search }): Retrieval {
  return {
    floor: 0.5,
    retrieve: (workspaceId, question, options) => search.passages(workspaceId, question, options),
    quotes: (_question, passages) =>
      passages
        .slice(0, 1)
        .map(({ slug, title, passage, text }) => ({ slug, title, passage, text, quote: text })),
  }
}
