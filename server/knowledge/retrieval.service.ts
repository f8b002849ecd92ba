// What an AI agent reads of the help centre: the passages that may answer, how sure that is, and what to quote.

import { DEFAULT_FLOOR } from './confidence.ts'
import { pickQuotes, type QuotablePassage, type Quote } from './quote.ts'
import type { RankedPassages, Search } from './search.service.ts'

export function createRetrieval({
  search,
  floor = DEFAULT_FLOOR,
}: {
  search: Pick<Search, 'passages'>
  floor?: number
}) {
  return {
    /** Below it a person had better answer. */
    floor,
    retrieve(
      workspaceId: string,
      question: string,
      { locale, limit }: { locale: string | null; limit: number },
    ): Promise<RankedPassages> {
      return search.passages(workspaceId, question, { locale, limit })
    },
    /** One to three whole sentences, items or rows: the article's summary, then what fits best. */
    quotes: (question: string, passages: readonly QuotablePassage[]): Quote[] =>
      pickQuotes(question, passages),
  }
}

export type KnowledgeRetrieval = ReturnType<typeof createRetrieval>
