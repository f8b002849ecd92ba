// For each word the articles that say it, and how much for it each of them scores: BM25F, worked out beforehand. In a
// few long lists of numbers: one of thousands of little ones would cost more than what is in it.

import type { AnalysedArticle, AnalysedTitle } from './article-analysis.ts'

export interface Postings {
  /** Of term n, articles stand from `starts[n]` to `starts[n + 1]`, growing. */
  starts: Int32Array
  docs: Int32Array
  /** What the word is worth there before its rarity, of the best of the titles and the body together. */
  impact: Float32Array
  /** How telling each term is. */
  idf: Float32Array
}

/** How often a word of these counts beside one of the text. */
export const SUMMARY_WEIGHT = 2
export const HEADING_WEIGHT = 2
export const K1 = 1.6
export const TITLE = { weight: 4, b: 0.4 }
export const BODY = { weight: 1, b: 0.6 }
/** Articles of one step. */
const STEP = 200

/** Term frequency after length normalisation, as BM25 has it. */
export const normalised = (count: number, length: number, average: number, b: number): number =>
  count === 0 ? 0 : count / (1 - b + (b * length) / average)

export const saturated = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + K1)

/** How telling a term is that stands in `found` of `all` articles. */
export const idfOf = (all: number, found: number): number => Math.log(1 + (all - found + 0.5) / (found + 0.5))

/** Many phrasings match many questions by chance: what one says in part counts for less than the title's own words. */
const OTHER = 0.4
/** What a word in a title counts beside one in the article's own. */
export const standing = ({ weight, other }: Pick<AnalysedTitle, 'weight' | 'other'>): number =>
  other ? OTHER * weight : weight

/** @param size how many terms have numbers */
export function* postingSteps(
  docs: readonly AnalysedArticle[],
  size: number,
  averages: { title: number; body: number },
): Generator<void, Postings, void> {
  const starts = new Int32Array(size + 1)
  for (const { terms } of docs) for (const term of terms) starts[term + 1]! += 1
  const idf = Float32Array.from({ length: size }, (_, term) => idfOf(docs.length, starts[term + 1]!))
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!
  yield
  const places = starts.slice()
  const where = new Int32Array(starts[size]!)
  const impact = new Float32Array(starts[size]!)
  const titled = new Float32Array(size)
  const counts = new Float32Array(size)
  for (let doc = 0; doc < docs.length; doc++) {
    const { titles, terms, body, length } = docs[doc]!
    for (const title of titles) {
      for (const term of title.terms) counts[term]! += 1
      for (const term of title.terms) {
        if (counts[term] === 0) continue
        const frequency = standing(title) * normalised(counts[term]!, title.words, averages.title, TITLE.b)
        counts[term] = 0
        if (frequency > titled[term]!) titled[term] = frequency
      }
    }
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const inBody = normalised(body[at]!, length, averages.body, BODY.b)
      const place = places[term]!++
      where[place] = doc
      impact[place] = saturated(TITLE.weight * titled[term]! + BODY.weight * inBody)
    }
    for (const title of titles) for (const term of title.terms) titled[term] = 0
    if (doc % STEP === 0) yield
  }
  return { starts, docs: where, impact, idf }
}
