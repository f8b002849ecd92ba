// The answer without a model: what the articles say, word for word, each with its source.

import type { Citation } from '../../../sdk/protocol/citation.ts'
import type { Draft } from './draft.ts'
import type { Quote } from './retrieval.ts'

export function quotedAnswer(quotes: readonly Quote[]): Draft | null {
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
