// What somebody typed, read in the terms of one language's articles.

import { idf, type LanguageIndex } from './index-builder.ts'
import type { Term } from './stemming.ts'

/** One reading of a word. */
export interface Reading {
  term: string
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
}

export interface Query {
  terms: QueryTerm[]
  /** The likeliest term of each word, in order, for neighbouring pairs. */
  sequence: string[]
  /** Folded words for the character indexes: the telling ones, and all as they stand. */
  words: string[]
  allWords: string[]
}

const COMPLETED = 0.8
const CORRECTED = 0.7
/** A word inside another, or one of the two it is made of. */
const COMPOUND = 0.7
const SYNONYM = 0.65
const PHRASE = 0.8
/** A word the articles never use is a sign of another subject. */
const UNKNOWN = 1.5
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
  const { byTerm, spelling, synonyms, compounds } = index
  const content = wordsOf(index.analyser.content(text), (term) => byTerm.has(term)).slice(0, MAX_TERMS)
  const all = index.analyser.terms(text).filter(({ extra }) => !extra)
  const query: Query = {
    terms: [],
    sequence: [],
    words: content.map(({ word }) => word),
    allWords: all.map(({ word }) => word),
  }

  /** The word itself, or what it was meant to become. */
  function plain(term: string, word: string, last: boolean): { term: string; weight: number }[] {
    if (byTerm.has(term)) return [{ term, weight: 1 }]
    const same = spelling.same(word)
    if (same !== undefined && byTerm.has(same)) return [{ term: same, weight: 1 }]
    const completed = typing && last ? spelling.completions(word) : []
    const finished = [...completed].map((option) => ({ term: option, weight: COMPLETED }))
    if (finished.length > 0) return finished
    // A word we know to be a word is not a typing mistake.
    if (synonyms.of(term).size > 0) return []
    const parts = compounds.partsOf(word).filter((part) => byTerm.has(part))
    if (parts.length === 0) parts.push(...compounds.endingIn({ word, term }))
    if (parts.length > 0) return parts.map((part) => ({ term: part, weight: COMPOUND }))
    return [...spelling.corrections(word)].map((option) => ({ term: option, weight: CORRECTED }))
  }

  const phrases = synonyms.ofPhrases(all.map(({ term }) => term))
  const seen = new Set<string>()
  content.forEach(({ term, word, start }, position) => {
    const found = plain(term, word, position === content.length - 1)
    query.sequence.push(found[0]?.term ?? term)
    if (seen.has(term)) return
    seen.add(term)
    const weights = new Map(found.map((reading) => [reading.term, reading.weight]))
    const also = (other: string, weight: number) => {
      if (byTerm.has(other) && !weights.has(other)) weights.set(other, weight)
    }
    for (const whole of compounds.withPart(found[0]?.term ?? term)) also(whole, COMPOUND)
    for (const phrase of phrases) if (all[phrase.position]!.start === start) also(phrase.term, PHRASE)
    for (const { term: known } of found.length > 0 ? found : [{ term }])
      for (const synonym of synonyms.of(known)) also(synonym, SYNONYM)
    const own = Math.max(0, ...found.map((reading) => idf(index, byTerm.get(reading.term)!.length)))
    const readings = [...weights].map(([reading, weight]) => {
      const telling = idf(index, byTerm.get(reading)!.length)
      // A rare synonym must not count for more than the word that was typed.
      return { term: reading, weight, idf: own > 0 ? Math.min(own, telling) : telling }
    })
    const most = Math.max(0, ...readings.map((reading) => reading.idf))
    query.terms.push({ readings, idf: own || most || UNKNOWN * idf(index, 0) })
  })
  return query
}
