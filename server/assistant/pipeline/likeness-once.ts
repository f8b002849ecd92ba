// Likeness of texts by stems, its analysers made once a language.

import { createLikeness } from '../../knowledge/likeness.ts'

const made = new Map<string, ReturnType<typeof createLikeness>>()

/** Share of the shorter text's stems that the other has too, 0 to 1. */
export function createLikenessOnce(language: string): ReturnType<typeof createLikeness> {
  let likeness = made.get(language)
  if (!likeness) {
    likeness = createLikeness(language)
    made.set(language, likeness)
  }
  return likeness
}
