// Articles in the customer's language first; another language only where that has nothing as good to say.

import type { Passage } from './retrieval.ts'

/** An article in the right language may stand so far behind and still be preferred. */
const NEARLY = 0.6

export interface Fitting {
  passages: Passage[]
  /** The language of the passages, where it is not the customer's. */
  foreign: string | null
}

export function rightLanguage(passages: readonly Passage[], language: string): Fitting {
  const fits = (passage: Passage): boolean => passage.language === undefined || passage.language === language
  const own = passages.filter(fits)
  const best = Math.max(0, ...passages.map(({ articleScore = 1 }) => articleScore))
  const bestOwn = Math.max(0, ...own.map(({ articleScore = 1 }) => articleScore))
  if (own.length > 0 && bestOwn >= best * NEARLY) return { passages: own, foreign: null }
  const foreign = passages.find((passage) => !fits(passage))?.language
  if (!foreign) return { passages: own, foreign: null }
  return { passages: passages.filter((passage) => passage.language === foreign), foreign }
}
