// How likely an article holds the answer, measured against the query alone: the best of a bad lot stays bad.

import type { Query } from './query.ts'
import { createReader, type Scores } from './ranking.ts'

export interface Evidence {
  /** Share of the query's telling words that the article has anywhere. */
  article: number
  /** Share of them in its best passage together with its best title. */
  passage: number
  /** How much query and best title are the same words. */
  title: number
  /** The same by parts of words. */
  chars: number
}

/** Looser relations find an article, but prove nothing; synonyms prove less than the word itself. */
const SURE = 0.6

/** The query as it was surely meant. */
const strictly = (query: Query): Query => ({
  ...query,
  terms: query.terms.map(({ readings, idf, unknown }) => {
    const sure = readings
      .filter(({ weight }) => weight >= SURE)
      .map((reading) => ({ ...reading, weight: reading.weight ** 2 }))
    return { readings: sure, idf: sure.length > 0 ? idf : Math.max(idf, unknown), unknown }
  }),
})

export function evidenceOf({ index, query, doc }: Scores): Evidence {
  const { coverage, near, overlap } = createReader(index, strictly(query))(doc)
  const titles = [doc.article.title, ...doc.article.questions]
  const chars = titles.map((title) => {
    const words = index.analyser.content(title).map(({ word }) => word)
    return index.chars.likeness(query.words, words)
  })
  return { article: coverage, passage: near, title: overlap, chars: Math.max(...chars) }
}

/**
 * Fitted by logistic regression on 1,570 questions of three help centres, on each other's questions and on small talk:
 * how likely the best article is the right one.
 */
const WEIGHTS = { article: 1.5, passage: 2, title: 1.9, chars: 0.4, margin: 4, bias: -3.05 }

/**
 * 0 to 1.
 * @param margin how far the best article is ahead of the next
 */
export function confidenceOf({
  article,
  passage,
  title,
  chars,
  margin,
}: Evidence & { margin: number }): number {
  const sum =
    WEIGHTS.bias +
    WEIGHTS.article * article +
    WEIGHTS.passage * passage +
    WEIGHTS.title * title +
    WEIGHTS.chars * chars +
    WEIGHTS.margin * margin
  return 1 / (1 + Math.exp(-sum))
}

/** Below it a person had better answer. */
export const DEFAULT_FLOOR = 0.38
