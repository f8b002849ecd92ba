// Names among an index's words ("Gmail", "Visa", "Norway"): written with a capital where other words are not. An
// article about one product answers no question about another, however alike the words.

import type { Capitals } from './article-analysis.ts'

/** Seen so often inside sentences, and so seldom in small letters. */
const LEAST = 2
const SHARE = 0.6
/** Where more words than this have capitals they mean nothing: German nouns, Titles Like This. */
const TOO_MANY = 0.35
/** A sentence's end is looked for this far before a word. */
const BEFORE = 3
const ENDS: ReadonlySet<string> = new Set([...'.!?:;•|\n"“('])

export function startsSentence(text: string, start: number): boolean {
  if (start === 0) return true
  for (let at = start - 1; at >= Math.max(0, start - BEFORE); at--) {
    const sign = text[at]!
    if (ENDS.has(sign)) return true
    if (sign.trim() !== '') return false
  }
  return false
}

export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text[at]!)
}

/** @param size how many terms have numbers */
export function collectNames(articles: readonly { capitals: Capitals }[], size: number): Set<number> {
  const names = new Set<number>()
  const capital = new Int32Array(size)
  const all = new Int32Array(size)
  const found = new Int32Array(size)
  let capitals = 0
  let words = 0
  for (const { capitals: one } of articles) {
    for (let at = 0; at < one.terms.length; at += 3) {
      const term = one.terms[at]!
      capital[term]! += one.terms[at + 1]!
      all[term]! += one.terms[at + 2]!
      found[term]! += 1
    }
    capitals += one.capitals
    words += one.words
  }
  if (capitals > words * TOO_MANY) return names
  for (let term = 0; term < size; term++)
    if (capital[term]! >= LEAST && capital[term]! >= all[term]! * SHARE && found[term]! >= LEAST)
      names.add(term)
  return names
}
