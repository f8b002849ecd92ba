// A machine promises nothing and has done nothing: sentences that say so are withheld, unless an article says the same.

import { createLikenessOnce } from './likeness-once.ts'
import { OWN_DEEDS, TEAM_PROMISES } from './promise-phrases.ts'
import type { Passage } from './retrieval.ts'

/** So much of a promise must stand in one passage that makes the same one. */
const VERBATIM = 0.8

export function isFalsePromise(sentence: string, cited: readonly Passage[], language: string): boolean {
  // A tool that changes things has really done something: what it reports may be told.
  const done = cited.some(({ deed }) => deed)
  if (!done && OWN_DEEDS.some((phrase) => phrase.test(sentence))) return true
  const made = TEAM_PROMISES.filter((phrase) => phrase.test(sentence))
  if (made.length === 0) return false
  const likeness = createLikenessOnce(language)
  return !cited.some(
    ({ title, text }) => likeness(sentence, `${title} ${text}`) >= VERBATIM && backed(made, text),
  )
}

/** Guarantees are never worded anew; the rest may be, where nearly every word stands in the passage. */
function backed(made: readonly RegExp[], text: string): boolean {
  return made.every(
    (phrase) => !/guarantee|garant|promis|versprech/i.test(phrase.source) || phrase.test(text),
  )
}
