// How much of one text stands in another, by word stems: to tell a repetition, and where a summary was taken from.

import { createAnalyser } from './stemming.ts'

export interface Likeness {
  /** Share of the shorter text's stems that the other has too, 0 to 1. */
  (a: string, b: string): number
  /** Share of a text's stems that the other has, 0 to 1. */
  within(text: string, other: string): number
}

export function createLikeness(language: string): Likeness {
  const analyser = createAnalyser(language)
  const stems = (text: string): Set<string> => new Set(analyser.content(text).map(({ term }) => term))
  const share = (some: ReadonlySet<string>, all: ReadonlySet<string>): number =>
    some.size === 0 ? 0 : [...some].filter((stem) => all.has(stem)).length / some.size
  function likeness(a: string, b: string): number {
    const [few, many] = [stems(a), stems(b)].sort((one, other) => one.size - other.size)
    return share(few!, many!)
  }
  return Object.assign(likeness, {
    within: (text: string, other: string): number => share(stems(text), stems(other)),
  })
}
