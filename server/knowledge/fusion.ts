// The measures of all languages' articles as one list: each divided by its best, weighed and summed.

import { languageOf } from './article-row.ts'
import type { Scores } from './ranking.ts'

export interface RankedArticle extends Scores {
  /** 0 to 1; the best article of a search is near 1 whether or not it is any good. */
  score: number
}

const MEASURES = {
  words: 0.24,
  overlap: 0.19,
  chars: 0.06,
  pairs: 0.07,
  passage: 0.16,
  coverage: 0.06,
  near: 0.13,
  names: 0.09,
} as const
/** What meaning counts beside all that, where it is known: words stay the larger part, as they can be checked. */
const MEANING = 0.7
/** An article in another language than the visitor's has to be this much better. */
const FOREIGN = 0.75

/** Translations share a group; and `where-is-my-parcel-de` in German is one of `where-is-my-parcel`. */
function topicOf({ doc: { article } }: Scores): string {
  const suffix = `-${article.locale.toLowerCase()}`
  const short = `-${languageOf(article.locale)}`
  for (const ending of [suffix, short])
    if (article.slug.endsWith(ending)) return article.slug.slice(0, -ending.length)
  return article.slug
}

/** Best first; of one topic's translations the visitor's, or else the best one. */
export function fuse(scores: readonly Scores[], language: string | null): RankedArticle[] {
  const measures = Object.entries(MEASURES) as [keyof typeof MEASURES, number][]
  const best = Object.fromEntries(
    measures.map(([measure]) => [
      measure,
      scores.reduce((most, one) => Math.max(most, one[measure]), 0) || 1,
    ]),
  )
  const isMeant = scores.some(({ meaning }) => meaning > 0)
  const ranked = scores
    .map((one): RankedArticle => {
      const sum = measures.reduce(
        (total, [measure, weight]) => total + (weight * one[measure]) / best[measure]!,
        0,
      )
      // Of a search without meanings each score stays as it is.
      const whole = isMeant ? (sum + MEANING * one.meaning) / (1 + MEANING) : sum
      const foreign = language !== null && one.index.language !== language
      return { ...one, score: foreign ? whole * FOREIGN : whole }
    })
    .sort((a, b) => b.score - a.score || (a.doc.article.slug < b.doc.article.slug ? -1 : 1))
  const topics = new Set<string>()
  return ranked.filter((one) => {
    const { group } = one.doc.article
    const named = [topicOf(one), ...(group ? [`group ${group}`] : [])]
    const isNew = !named.some((topic) => topics.has(topic))
    for (const topic of named) topics.add(topic)
    return isNew
  })
}
