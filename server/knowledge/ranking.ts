// How well each article of one language fits a query, by four measures; and which of its passages fits best.

import { type Bag, type IndexedDoc, idf, type LanguageIndex, pairsOf } from './index-builder.ts'
import type { Query, QueryTerm } from './query.ts'

export interface Scores {
  doc: IndexedDoc
  index: LanguageIndex
  query: Query
  /** Words in the whole article, titles counting most. */
  words: number
  /** Words in the best title or stored question alone. */
  title: number
  /** Character n-grams of the best title: typos and compounds. */
  chars: number
  /** Neighbouring words. */
  pairs: number
}

const K1 = 1.4
const TITLE = { weight: 4, b: 0.4 }
const BODY = { weight: 1, b: 0.6 }
const PASSAGE_B = 0.5

/** Term frequency after length normalisation, as BM25 has it. */
const normalised = (count: number, length: number, average: number, b: number): number =>
  count === 0 ? 0 : count / (1 - b + (b * length) / average)

const saturated = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + K1)

/** The best of a word's readings in one text. */
function best({ readings }: QueryTerm, score: (term: string) => number): number {
  let most = 0
  for (const { term, weight, idf } of readings) most = Math.max(most, weight * idf * score(term))
  return most
}

const frequency = (bag: Bag, term: string, average: number, b: number): number =>
  normalised(bag.counts.get(term) ?? 0, bag.length, average, b)

function wordScores(index: LanguageIndex, query: Query, doc: IndexedDoc): { words: number; title: number } {
  const { title, body } = index.averages
  let words = 0
  let inTitle = 0
  // Every phrasing is a title of its own; the one that suits the query speaks for the article.
  for (const { words: bag } of doc.titles) {
    let whole = 0
    let alone = 0
    for (const term of query.terms) {
      whole += best(term, (option) =>
        saturated(
          TITLE.weight * frequency(bag, option, title, TITLE.b) +
            BODY.weight * frequency(doc.body, option, body, BODY.b),
        ),
      )
      alone += best(term, (option) => saturated(frequency(bag, option, title, TITLE.b)))
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
      const count = TITLE.weight * (title.pairs.counts.get(pair) ?? 0) + (doc.bodyPairs.counts.get(pair) ?? 0)
      if (count > 0) score += idf(index, index.byPair.get(pair)?.length ?? 0) * saturated(count)
    }
    most = Math.max(most, score)
  }
  return most
}

/** Every article with any word, or part of a word, in common with the query. */
export function scoreArticles(index: LanguageIndex, query: Query): Scores[] {
  const pairs = [...new Set(pairsOf(query.sequence))].filter((pair) => index.byPair.has(pair))
  const chars = index.chars.scores(query.words)
  const scores: Scores[] = []
  for (const doc of index.docs) {
    const likeness = Math.max(...doc.titles.map((title) => chars[title.chars]!))
    const { words, title } = wordScores(index, query, doc)
    if (words === 0 && likeness === 0) continue
    scores.push({ doc, index, query, words, title, chars: likeness, pairs: pairScore(index, pairs, doc) })
  }
  return scores
}

/** Passages of an article with their scores, in the article's order. */
export function scorePassages({ doc, index, query }: Scores): { at: number; score: number }[] {
  const { passage: average } = index.averages
  return doc.passages.map(({ words }, at) => {
    let score = 0
    for (const term of query.terms)
      score += best(term, (option) => saturated(frequency(words, option, average, PASSAGE_B)))
    return { at, score }
  })
}
