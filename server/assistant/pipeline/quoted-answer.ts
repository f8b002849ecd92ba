// The answer without a model: the best sentences of the articles, word for word, each with its source.

import type { Citation } from '../../../sdk/protocol/citation.ts'
import type { Draft } from './draft.ts'
import type { Passage, Retrieval } from './retrieval.ts'

export function quotedAnswer(retrieval: Retrieval, question: string, passages: Passage[]): Draft | null {
  const quotes = retrieval.quotes(question, passages)
  if (quotes.length === 0) return null
  const citations: Citation[] = []
  const body: string[] = []
  for (const { text, ...citation } of quotes) {
    const known = citations.findIndex(
      ({ slug, passage }) => slug === citation.slug && passage === citation.passage,
    )
    if (known < 0) citations.push(citation)
    body.push(`${text} [${known < 0 ? citations.length : known + 1}]`)
  }
  return { body: body.join('\n\n'), citations, answer: 'quoted' }
}
