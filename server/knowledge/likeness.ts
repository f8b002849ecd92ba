// How much of one text stands in another, by word stems: to tell a repetition, and where a summary was taken from.

import { createAnalyser } from './stemming.ts'

/** Share of the shorter text's stems that the other has too, 0 to 1. */
export function createLikeness(language: string): (a: string, b: string) => number {
  const analyser = createAnalyser(language)
  const stems = (text: string): Set<string> => new Set(analyser.content(text).map(({ term }) => term))
  return function likeness(a, b) {
    const [few, many] = [stems(a), stems(b)].sort((one, other) => one.size - other.size) as [
      Set<string>,
      Set<string>,
    ]
    if (few.size === 0) return 0
    return [...few].filter((stem) => many.has(stem)).length / few.size
  }
}
