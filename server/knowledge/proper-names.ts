// Names among an index's words ("Gmail", "Visa", "Norway"): written with a capital where other words are not. An
// article about one product answers no question about another, however alike the words.

import type { IndexedArticle } from './index-builder.ts'
import type { Analyser } from './stemming.ts'

/** Seen so often inside sentences, and so seldom in small letters. */
const LEAST = 2
const SHARE = 0.6
/** Where more words than this have capitals they mean nothing: German nouns, Titles Like This. */
const TOO_MANY = 0.35

const startsSentence = (before: string): boolean => before === '' || /[.!?:;•|\n"“(]\s*$/.test(before)

export function collectNames(
  articles: readonly IndexedArticle[],
  analyser: Analyser,
  numbers: ReadonlyMap<string, number>,
): Set<number> {
  const seen = new Map<string, { capital: number; all: number; articles: Set<IndexedArticle> }>()
  let capitals = 0
  let words = 0
  for (const article of articles)
    for (const text of [article.title, ...article.passages.map((passage) => passage.text)]) {
      const inside = analyser
        .terms(text)
        .filter(({ stop, start }) => !stop && !startsSentence(text.slice(Math.max(0, start - 3), start)))
      const marked = inside.filter(({ start }) => /\p{Lu}/u.test(text[start]!))
      if (text === article.title && marked.length > inside.length / 2) continue
      for (const { term, start } of inside) {
        const entry = seen.get(term) ?? { capital: 0, all: 0, articles: new Set() }
        seen.set(term, entry)
        if (/\p{Lu}/u.test(text[start]!)) entry.capital += 1
        entry.all += 1
        entry.articles.add(article)
      }
      capitals += marked.length
      words += inside.length
    }
  if (capitals > words * TOO_MANY) return new Set()
  const names = [...seen].filter(
    ([, { capital, all, articles }]) => capital >= LEAST && capital >= all * SHARE && articles.size >= LEAST,
  )
  return new Set(names.map(([term]) => numbers.get(term)).filter((number) => number !== undefined))
}
