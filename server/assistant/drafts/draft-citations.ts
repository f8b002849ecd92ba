// The sources of a text that was changed by hand: those it still names, numbered anew in the order of the first draft.

import type { Citation } from '../../../sdk/protocol/citation.ts'

const MARK = /\s?\[(\d{1,2})\]/g

/** A mark without a source is left as it is written: somebody may mean it. */
export function keptCitations(
  body: string,
  citations: readonly Citation[],
): { body: string; citations: Citation[] } {
  const named = new Set([...body.matchAll(MARK)].map(([, number]) => Number(number)))
  const kept = citations.flatMap((citation, index) =>
    named.has(index + 1) ? [{ citation, was: index + 1 }] : [],
  )
  const numbers = new Map(kept.map(({ was }, index) => [was, index + 1]))
  return {
    body: body.replace(MARK, (mark, number: string) => {
      const next = numbers.get(Number(number))
      return next ? mark.replace(number, String(next)) : mark
    }),
    citations: kept.map(({ citation }) => citation),
  }
}
