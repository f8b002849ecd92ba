// How well each article of one language fits a query, by seven measures; and which of its passages fits best.

import { type Bag, type IndexedDoc, idf, type LanguageIndex, pairsOf } from './index-builder.ts'
import type { Query, QueryTerm } from './query.ts'

export interface Scores {
  doc: IndexedDoc
  index: LanguageIndex
  query: Query
  /** Score of each passage, in the article's order. */
  passages: number[]
  /** Words in the whole article, titles counting most. */
  words: number
  /** Words in the best title or stored question alone. */
  title: number
  /** How much query and best title are the same words, 0 to 1. */
  overlap: number
  /** Character n-grams of the best title: typos and compounds. */
  chars: number
  /** The same with stopwords. */
  wholeChars: number
  /** Neighbouring words. */
  pairs: number
  /** Words in the best passage. */
  passage: number
}

const K1 = 1.6
const TITLE = { weight: 4, b: 0.4 }
const BODY = { weight: 1, b: 0.6 }
const PASSAGE_B = 0.5

/** Term frequency after length normalisation, as BM25 has it. */
const normalised = (count: number, length: number, average: number, b: number): number =>
  count === 0 ? 0 : count / (1 - b + (b * length) / average)

const saturated = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + K1)

const frequency = (bag: Bag, term: string, average: number, b: number): number =>
  normalised(bag.counts.get(term) ?? 0, bag.length, average, b)

/** What of a query an article says at all: most of it most articles do not, and looking for it costs the same. */
function saidBy(index: LanguageIndex, { terms }: Query): Map<IndexedDoc, QueryTerm[]> {
  const said = new Map<IndexedDoc, QueryTerm[]>()
  for (const { readings, idf } of terms) {
    const here = new Map<IndexedDoc, QueryTerm>()
    for (const reading of readings)
      for (const doc of index.byTerm.get(reading.term) ?? []) {
        const term = here.get(doc)
        if (term) term.readings.push(reading)
        else here.set(doc, { readings: [reading], idf })
      }
    for (const [doc, term] of here) {
      const list = said.get(doc)
      if (list) list.push(term)
      else said.set(doc, [term])
    }
  }
  return said
}

function wordScores(
  index: LanguageIndex,
  terms: readonly QueryTerm[],
  doc: IndexedDoc,
): { words: number; title: number } {
  const { title, body } = index.averages
  let words = 0
  let inTitle = 0
  // Every phrasing is a title of its own; the one that suits the query speaks for the article.
  for (const { words: bag, weight: standing } of doc.titles) {
    let whole = 0
    let alone = 0
    for (const { readings } of terms) {
      // Of a word's readings the best counts, in the title and in all.
      let mostWhole = 0
      let mostAlone = 0
      for (const { term, weight, idf } of readings) {
        const inBag = frequency(bag, term, title, TITLE.b)
        const inBody = frequency(doc.body, term, body, BODY.b)
        const both = weight * idf * saturated(standing * TITLE.weight * inBag + BODY.weight * inBody)
        if (both > mostWhole) mostWhole = both
        const own = inBag === 0 ? 0 : standing * weight * idf * saturated(inBag)
        if (own > mostAlone) mostAlone = own
      }
      whole += mostWhole
      alone += mostAlone
    }
    words = Math.max(words, whole)
    inTitle = Math.max(inTitle, alone)
  }
  return { words, title: inTitle }
}

function pairScore(index: LanguageIndex, pairs: readonly string[], doc: IndexedDoc): number {
  let most = 0
  for (const title of doc.titles) {
    let score = 0
    for (const pair of pairs) {
      const count =
        title.weight * TITLE.weight * (title.pairs.counts.get(pair) ?? 0) +
        (doc.bodyPairs.counts.get(pair) ?? 0)
      if (count > 0) score += idf(index, index.byPair.get(pair)?.length ?? 0) * saturated(count)
    }
    most = Math.max(most, score)
  }
  return most
}

/** Shares, not sums: a long question and a short title meet in the middle. */
function overlap(query: Query, doc: IndexedDoc): number {
  const all = query.terms.reduce((sum, { idf }) => sum + idf, 0)
  if (all === 0) return 0
  let most = 0
  for (const { words, weight } of doc.titles) {
    let asked = 0
    const met = new Set<string>()
    for (const { readings, idf } of query.terms) {
      const reading = readings
        .filter(({ term }) => words.counts.has(term))
        .reduce((best, one) => (one.weight > best.weight ? one : best), { term: '', weight: 0 })
      if (reading.weight === 0) continue
      asked += idf * reading.weight
      met.add(reading.term)
    }
    most = Math.max(most, weight * Math.sqrt((asked / all) * (met.size / (words.counts.size || 1))))
  }
  return most
}

/** Scores of an article's passages, in the article's order; only those are looked at that have a term. */
function scorePassages(index: LanguageIndex, terms: readonly QueryTerm[], doc: IndexedDoc): number[] {
  const { passage: average } = index.averages
  const scores = new Array<number>(doc.passages.length).fill(0)
  for (const { readings } of terms) {
    const most = new Map<number, number>()
    for (const { term, weight, idf } of readings)
      for (const at of doc.passagesWith.get(term) ?? []) {
        const score = weight * idf * saturated(frequency(doc.passages[at]!.words, term, average, PASSAGE_B))
        if (score > (most.get(at) ?? 0)) most.set(at, score)
      }
    for (const [at, score] of most) scores[at]! += score
  }
  return scores
}

/** Every article with any word, or part of a word, in common with the query. */
export function scoreArticles(index: LanguageIndex, query: Query): Scores[] {
  const pairs = [...new Set(pairsOf(query.sequence))].filter((pair) => index.byPair.has(pair))
  const chars = index.chars.scores(query.words)
  const wholeChars = index.wholeChars.scores(query.allWords)
  const said = saidBy(index, query)
  const scores: Scores[] = []
  for (const doc of index.docs) {
    const likeness = Math.max(...doc.titles.map((title) => title.weight * chars[title.chars]!))
    const terms = said.get(doc) ?? []
    const words = wordScores(index, terms, doc)
    if (words.words === 0 && likeness === 0) continue
    const passages = scorePassages(index, terms, doc)
    scores.push({
      doc,
      index,
      query,
      passages,
      ...words,
      overlap: overlap(query, doc),
      chars: likeness,
      wholeChars: Math.max(...doc.titles.map((title) => title.weight * wholeChars[title.chars]!)),
      pairs: pairScore(index, pairs, doc),
      passage: Math.max(0, ...passages),
    })
  }
  return scores
}

/** The passage that fits best; undefined when none has a word of the query. */
export function bestPassage({ doc, passages, passage }: Scores): IndexedDoc['passages'][number] | undefined {
  return passage > 0 ? doc.passages[passages.indexOf(passage)] : undefined
}
