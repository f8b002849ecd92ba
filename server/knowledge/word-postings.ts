// For each word the articles that say it, and how much for it each of them scores: BM25F, worked out beforehand.

import type { IndexedDoc, Title } from './index-builder.ts'

export interface Posting {
  /** Places of articles, growing. */
  docs: Int32Array
  /** What the word is worth there before its rarity, of the best of the titles and the body together. */
  impact: Float32Array
  /** How telling the word is. */
  idf: number
}

/** How often a word of these counts beside one of the text. */
export const SUMMARY_WEIGHT = 2
export const HEADING_WEIGHT = 2
export const K1 = 1.6
export const TITLE = { weight: 4, b: 0.4 }
export const BODY = { weight: 1, b: 0.6 }

/** Term frequency after length normalisation, as BM25 has it. */
export const normalised = (count: number, length: number, average: number, b: number): number =>
  count === 0 ? 0 : count / (1 - b + (b * length) / average)

export const saturated = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + K1)

/** How telling a term is that stands in `found` of `all` articles. */
export const idfOf = (all: number, found: number): number => Math.log(1 + (all - found + 0.5) / (found + 0.5))

/** Many phrasings match many questions by chance: what one says in part counts for less than the title's own words. */
const OTHER = 0.4
/** What a word in a title counts beside one in the article's own. */
export const standing = ({ weight, other }: Title): number => (other ? OTHER * weight : weight)

function countTerms(doc: IndexedDoc): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (terms: Int32Array, weight: number): void => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  add(doc.summary.terms, SUMMARY_WEIGHT)
  for (const heading of doc.headings) add(heading.terms, HEADING_WEIGHT)
  for (const { body } of doc.passages) add(body.terms, 1)
  return counts
}

export function createPostings(
  docs: readonly IndexedDoc[],
  terms: number,
  averages: { title: number; body: number },
): Posting[] {
  const lists = Array.from({ length: terms }, () => ({ docs: [] as number[], impact: [] as number[] }))
  for (const doc of docs) {
    const body = countTerms(doc)
    const titles = new Map<number, number>()
    for (const title of doc.titles) {
      const counts = new Map<number, number>()
      for (const term of title.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
      for (const [term, count] of counts) {
        const frequency = standing(title) * normalised(count, title.words, averages.title, TITLE.b)
        if (frequency > (titles.get(term) ?? 0)) titles.set(term, frequency)
      }
    }
    for (const term of new Set([...body.keys(), ...titles.keys()])) {
      const inBody = normalised(body.get(term) ?? 0, doc.length, averages.body, BODY.b)
      lists[term]!.docs.push(doc.at)
      lists[term]!.impact.push(saturated(TITLE.weight * (titles.get(term) ?? 0) + BODY.weight * inBody))
    }
  }
  return lists.map((list) => ({
    docs: Int32Array.from(list.docs),
    impact: Float32Array.from(list.impact),
    idf: idfOf(docs.length, list.docs.length),
  }))
}
