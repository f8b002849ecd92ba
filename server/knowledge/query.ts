// What somebody typed, read in the terms of one language's articles.

import type { LanguageIndex } from './index-builder.ts'
import type { Term } from './stemming.ts'
import { weightOfWord } from './weak-words.ts'
import { idfOf } from './word-postings.ts'

/** One reading of a word. */
export interface Reading {
  term: string
  /** Its number in the index. */
  number: number
  /** How sure it is that this is meant. */
  weight: number
  /** How telling the term is. */
  idf: number
}

export interface QueryTerm {
  /** Terms of the articles the word may stand for; empty when they never say it. */
  readings: Reading[]
  /** How telling the word is; one the articles never use is the most telling of all. */
  idf: number
  /** The same if the articles did not use it. */
  unknown: number
}

export interface Query {
  /** In the order they were typed. */
  terms: QueryTerm[]
  /** Folded words for the character index: the telling ones, and all as they stand. */
  words: string[]
  allWords: string[]
}

/** COMPOUND: a word inside another, or one of the two it is made of. UNKNOWN: a sign of another subject. */
const Q = { COMPLETED: 0.8, CORRECTED: 0.7, SIMILAR: 0.6, COMPOUND: 0.7, UNKNOWN: 1.5 }
const MAX_TERMS = 40

const overlap = (a: Term, b: Term): boolean => a.start < b.end && b.start < a.end

/** Words; pairs of characters stand in only for a word that the articles cut otherwise. */
function wordsOf(terms: readonly Term[], isKnown: (term: string) => boolean): Term[] {
  if (!terms.some(({ extra }) => extra)) return [...terms]
  const unknown = terms.filter(({ term, extra }) => !extra && !isKnown(term))
  const pairs = terms.filter(
    (one) => one.extra && isKnown(one.term) && unknown.some((word) => overlap(word, one)),
  )
  return terms.filter((one) =>
    one.extra ? pairs.includes(one) : !unknown.includes(one) || !pairs.some((pair) => overlap(pair, one)),
  )
}

/** @param typing the last word may be unfinished */
export function readQuery(index: LanguageIndex, text: string, typing: boolean): Query {
  const { numbers, postings, spelling, synonyms, compounds } = index
  const all = index.analyser.terms(text).filter(({ extra }) => !extra)
  const content = wordsOf(index.analyser.content(text), (term) => numbers.has(term)).slice(0, MAX_TERMS)
  const phrases = synonyms.phrases(all.map(({ term }) => term))
  const covered = new Set<string>()
  const seen = new Set<string>()

  /** The word itself, or what it was meant to become. */
  function plain(term: string, word: string, last: boolean): [term: string, weight: number][] {
    if (numbers.has(term)) return [[term, 1]]
    const same = spelling.same(word)
    if (same !== undefined && numbers.has(same)) return [[same, 1]]
    const completed = typing && last ? [...spelling.completions(word)] : []
    if (completed.length > 0) return completed.map((option) => [option, Q.COMPLETED])
    // A word we know to be a word is not a typing mistake.
    if (synonyms.related(term).size > 0) return []
    const parts = compounds.partsOf(word).filter((part) => numbers.has(part))
    if (parts.length === 0) parts.push(...compounds.endingIn({ word, term }))
    if (parts.length > 0) return parts.map((part) => [part, Q.COMPOUND])
    return [...spelling.corrections(word)].map((option) => [option, Q.CORRECTED])
  }

  function termOf(weights: ReadonlyMap<string, number>, factor: number, own: number): QueryTerm {
    const readings = [...weights].map(([term, weight]): Reading => {
      const number = numbers.get(term)!
      const idf = factor * postings.idf[number]!
      // A rare synonym must not count for more than the word that was typed.
      return { term, number, weight, idf: own > 0 ? Math.min(own, idf) : idf }
    })
    const most = readings.reduce((best, { idf, weight }) => Math.max(best, idf * weight), 0)
    const unknown = factor * Q.UNKNOWN * idfOf(index.docs.length, 0)
    return { readings, idf: own || most || unknown, unknown }
  }

  /** @param sure how much a relation of the term counts */
  function relate(weights: Map<string, number>, term: string, sure: number): void {
    for (const [other, weight] of [[term, 1] as const, ...synonyms.related(term)])
      if (numbers.has(other)) weights.set(other, Math.max(weight * sure, weights.get(other) ?? 0))
  }

  const terms: QueryTerm[] = []
  content.forEach(({ term, word, start }, position) => {
    if (seen.has(term)) return
    seen.add(term)
    const found = plain(term, word, position === content.length - 1)
    const weights = new Map(found)
    for (const whole of compounds.withPart(found[0]?.[0] ?? term))
      if (numbers.has(whole)) weights.set(whole, Math.max(Q.COMPOUND, weights.get(whole) ?? 0))
    for (const phrase of phrases) {
      if (all[phrase.from]!.start > start || all[phrase.to]!.start < start) continue
      covered.add(phrase.term)
      relate(weights, phrase.term, 1)
    }
    for (const [known, sure] of found.length > 0 ? found : [[term, 1] as const]) relate(weights, known, sure)
    if (!numbers.has(term))
      for (const [other, likeness] of spelling.similar(word))
        weights.set(other, Math.max(likeness * Q.SIMILAR, weights.get(other) ?? 0))
    const factor = weightOfWord(index.language, word)
    const own = found.reduce((most, [one]) => Math.max(most, postings.idf[numbers.get(one)!]!), 0)
    terms.push(termOf(weights, factor, factor * own))
  })
  // Of little words alone: "how to get it back".
  for (const { term } of phrases) {
    if (covered.has(term)) continue
    covered.add(term)
    const weights = new Map<string, number>()
    relate(weights, term, 1)
    const own = numbers.get(term)
    const factor = weightOfWord(index.language, term)
    if (weights.size > 0)
      terms.push(termOf(weights, factor, own === undefined ? 0 : factor * postings.idf[own]!))
  }
  return { terms, words: content.map(({ word }) => word), allWords: all.map(({ word }) => word) }
}
