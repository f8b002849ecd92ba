// Articles of one language as numbers: every word one, texts as lists of them. An article is read once, however often
// the index around it is made anew.

import { type GramNumbers, type Grams, gramsOf } from './char-grams.ts'
import type { IndexedArticle } from './index-builder.ts'
import { isCapital, startsSentence } from './proper-names.ts'
import { type Analyser, createAnalyser, type Term } from './stemming.ts'
import { createSynonyms, type Synonyms } from './synonyms.ts'
import { HEADING_WEIGHT, SUMMARY_WEIGHT } from './word-postings.ts'

/** A text as terms: first its telling words in their order, then the phrases in it. */
export interface Text {
  terms: Int32Array
  /** How many of the terms are words. */
  words: number
}

export interface AnalysedTitle extends Text {
  /** For each phrase, from which word to which it goes. */
  spans: Int32Array
  /** 1 for the article's own, less for what was only remembered. */
  weight: number
  /** One of the other phrasings. */
  other: boolean
  /** Parts of all its words: "where is my …" is telling as a whole. */
  grams: Grams
}

export interface IndexedPassage {
  passage: string
  heading: string
  text: string
  body: Text
  /** Place of its heading in the article's. */
  under: number
}

/** How words inside sentences are written: capitals tell names. */
export interface Capitals {
  /** Of each term: its number, how often it has a capital, and how often it is there. */
  terms: Int32Array
  capitals: number
  words: number
}

export interface AnalysedArticle {
  article: IndexedArticle
  /** The title first, then every other phrasing: each is a title of its own. */
  titles: AnalysedTitle[]
  summary: Text
  headings: Text[]
  passages: IndexedPassage[]
  /** Words in all of it, as they count. */
  length: number
  /** All its terms, each once, and how often the body has each. */
  terms: Int32Array
  body: Float32Array
  capitals: Capitals
}

/** @param own synonyms the owner wrote for this language */
export function createArticleAnalysis(language: string, own: readonly string[]) {
  const analyser: Analyser = createAnalyser(language)
  const synonyms: Synonyms = createSynonyms(language, analyser, own)
  const numbers = new Map<string, number>()
  const grams: GramNumbers = new Map()
  /** Folded words and their terms. */
  const vocabulary = new Map<string, string>()
  const known = new WeakMap<IndexedArticle, AnalysedArticle>()

  function numberOf(term: string): number {
    let number = numbers.get(term)
    if (number === undefined) {
      number = numbers.size
      numbers.set(term, number)
    }
    return number
  }

  function textOf(all: readonly Term[], content: readonly Term[]): Text & { spans: Int32Array } {
    const phrases = synonyms.phrases(all.map(({ term }) => term))
    for (const { word, term } of content) vocabulary.set(word, term)
    const places = phrases.length > 0 ? content.map(({ start }) => start) : []
    const spans = phrases.flatMap(({ from, to }) => {
      const first = places.findIndex((start) => start >= all[from]!.start)
      const last = places.findLastIndex((start) => start <= all[to]!.start)
      return [first < 0 ? places.length : first, last]
    })
    return {
      terms: Int32Array.from([...content, ...phrases], ({ term }) => numberOf(term)),
      words: content.length,
      spans: Int32Array.from(spans),
    }
  }

  const telling = (terms: readonly Term[]): Term[] => terms.filter(({ stop }) => !stop)
  function bodyOf(all: readonly Term[]): Text {
    const { terms, words } = textOf(all, telling(all))
    return { terms, words }
  }

  function titleOf(all: readonly Term[], weight: number, other: boolean): AnalysedTitle {
    const content = telling(all)
    const words = all.map(({ word }) => word)
    return { ...textOf(all, content.length > 0 ? content : all), weight, other, grams: gramsOf(words, grams) }
  }

  function capitalsOf(
    texts: readonly { text: string; terms: readonly Term[]; isTitle: boolean }[],
  ): Capitals {
    const seen = new Map<number, { capital: number; all: number }>()
    let capitals = 0
    let words = 0
    for (const { text, terms, isTitle } of texts) {
      const inside = terms.filter(({ stop, start }) => !stop && !startsSentence(text, start))
      const marked = inside.filter(({ start }) => isCapital(text, start))
      // Titles Like This have capitals that mean nothing.
      if (isTitle && marked.length > inside.length / 2) continue
      for (const { term, start } of inside) {
        const number = numberOf(term)
        const entry = seen.get(number) ?? { capital: 0, all: 0 }
        seen.set(number, entry)
        if (isCapital(text, start)) entry.capital += 1
        entry.all += 1
      }
      capitals += marked.length
      words += inside.length
    }
    const terms = Int32Array.from([...seen].flatMap(([number, { capital, all }]) => [number, capital, all]))
    return { terms, capitals, words }
  }

  function analyse(article: IndexedArticle): AnalysedArticle {
    const titleTerms = analyser.terms(article.title)
    const titles = [
      titleOf(titleTerms, 1, false),
      ...article.questions.map((text) => titleOf(analyser.terms(text), 1, true)),
      ...(article.remembered ?? []).map(({ text, weight }) => titleOf(analyser.terms(text), weight, true)),
    ]
    const summary = bodyOf(analyser.terms(article.summary ?? ''))
    const places = new Map<string, number>()
    const headings: Text[] = []
    const read = [{ text: article.title, terms: titleTerms, isTitle: true }]
    const passages = article.passages.map(({ passage, heading, text }): IndexedPassage => {
      let under = places.get(heading)
      if (under === undefined) {
        under = headings.push(bodyOf(analyser.terms(heading))) - 1
        places.set(heading, under)
      }
      const terms = analyser.terms(text)
      read.push({ text, terms, isTitle: false })
      return { passage, heading, text, body: bodyOf(terms), under }
    })
    const counts = new Map<number, number>()
    const count = ({ terms }: Text, weight: number): void => {
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight)
    }
    count(summary, SUMMARY_WEIGHT)
    for (const heading of headings) count(heading, HEADING_WEIGHT)
    for (const { body } of passages) count(body, 1)
    for (const title of titles) count(title, 0)
    const length =
      SUMMARY_WEIGHT * summary.words +
      headings.reduce((sum, { words }) => sum + HEADING_WEIGHT * words, 0) +
      passages.reduce((sum, { body }) => sum + body.words, 0)
    return {
      article,
      titles,
      summary,
      headings,
      passages,
      length,
      terms: Int32Array.from(counts.keys()),
      body: Float32Array.from(counts.values()),
      capitals: capitalsOf(read),
    }
  }

  return {
    analyser,
    synonyms,
    numbers,
    grams,
    vocabulary,
    own,
    analyse(article: IndexedArticle): AnalysedArticle {
      let analysed = known.get(article)
      if (!analysed) {
        analysed = analyse(article)
        known.set(article, analysed)
      }
      return analysed
    },
  }
}

export type ArticleAnalysis = ReturnType<typeof createArticleAnalysis>
