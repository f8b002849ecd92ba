// Articles of one language, made searchable: every word a number, texts as lists of numbers, and for each word the
// articles that say it. Knows no query.

import { type CharIndex, createCharIndex } from './char-grams.ts'
import { type Compounds, createCompounds } from './languages/compounds.ts'
import { collectNames } from './proper-names.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { type Analyser, createAnalyser, type Term } from './stemming.ts'
import { createSynonyms, type Synonyms } from './synonyms.ts'
import { createPostings, HEADING_WEIGHT, type Posting, SUMMARY_WEIGHT } from './word-postings.ts'

export interface IndexedArticle {
  id: string
  slug: string
  title: string
  category: string | null
  summary: string | null
  locale: string
  /** The author's other phrasings; each counts as a title. */
  questions: string[]
  /** Questions it has answered: titles too, weighing 0 to 1 beside the title's own 1. */
  remembered?: { text: string; weight: number }[]
  /** Translations of one another share it. */
  group?: string
  passages: { passage: string; heading: string; text: string }[]
}

/** A text as terms: first its telling words in their order, then the phrases in it. */
export interface Text {
  terms: Int32Array
  /** How many of the terms are words. */
  words: number
}

export interface Title extends Text {
  /** For each phrase, from which word to which it goes. */
  spans: Int32Array
  /** Its place in the character index. */
  chars: number
  /** 1 for the article's own, less for what was only remembered. */
  weight: number
  /** One of the other phrasings. */
  other: boolean
}

export interface IndexedPassage {
  passage: string
  heading: string
  text: string
  body: Text
  /** Place of its heading in the article's. */
  under: number
}

export interface IndexedDoc {
  article: IndexedArticle
  /** Place in the index. */
  at: number
  /** The title first, then every other phrasing: each is a title of its own. */
  titles: Title[]
  summary: Text
  headings: Text[]
  passages: IndexedPassage[]
  /** Words in all of it, as they count. */
  length: number
  /** Names in the title: of products, firms, places. */
  names: number[]
}

export interface LanguageIndex {
  language: string
  analyser: Analyser
  docs: IndexedDoc[]
  /** A term's number, and by that number what says it and how telling it is. */
  numbers: ReadonlyMap<string, number>
  postings: readonly Posting[]
  names: ReadonlySet<number>
  /** Of titles with all their words: "where is my …" is telling as a whole. */
  chars: CharIndex
  /** Article of each title of the character index. */
  titleDocs: Int32Array
  spelling: Spelling
  compounds: Compounds
  synonyms: Synonyms
  averages: { title: number; body: number; passage: number }
}

const mean = (numbers: readonly number[]): number =>
  numbers.length > 0 ? Math.max(1, numbers.reduce((sum, number) => sum + number, 0) / numbers.length) : 1

/** @param own synonyms the owner wrote for this language */
export function buildLanguageIndex(
  language: string,
  articles: readonly IndexedArticle[],
  own: readonly string[] = [],
): LanguageIndex {
  const analyser = createAnalyser(language)
  const synonyms = createSynonyms(language, analyser, own)
  const numbers = new Map<string, number>()
  const vocabulary = new Map<string, string>()
  const titleWords: string[][] = []
  const titleDocs: number[] = []

  function numberOf(term: string): number {
    let number = numbers.get(term)
    if (number === undefined) {
      number = numbers.size
      numbers.set(term, number)
    }
    return number
  }

  function textOf(all: readonly Term[], content: readonly Term[]): Title {
    const phrases = synonyms.phrases(all.map(({ term }) => term))
    for (const { word, term } of content) vocabulary.set(word, term)
    const places = content.map(({ start }) => start)
    const spans = phrases.flatMap(({ from, to }) => {
      const first = places.findIndex((start) => start >= all[from]!.start)
      const last = places.findLastIndex((start) => start <= all[to]!.start)
      return [first < 0 ? places.length : first, last]
    })
    return {
      terms: Int32Array.from([...content, ...phrases], ({ term }) => numberOf(term)),
      words: content.length,
      spans: Int32Array.from(spans),
      chars: -1,
      weight: 1,
      other: false,
    }
  }

  function bodyOf(text: string): Text {
    const all = analyser.terms(text)
    const { terms, words } = textOf(
      all,
      all.filter(({ stop }) => !stop),
    )
    return { terms, words }
  }

  function titleOf(text: string, weight: number, other: boolean, doc: number): Title {
    const all = analyser.terms(text)
    const content = all.filter(({ stop }) => !stop)
    titleDocs.push(doc)
    const chars = titleWords.push(all.map(({ word }) => word)) - 1
    return { ...textOf(all, content.length > 0 ? content : all), chars, weight, other }
  }

  const docs = articles.map((article, at): IndexedDoc => {
    const phrasings = [article.title, ...article.questions].map((text) => ({ text, weight: 1 }))
    const titles = [...phrasings, ...(article.remembered ?? [])].map(({ text, weight }, place) =>
      titleOf(text, weight, place > 0, at),
    )
    const summary = bodyOf(article.summary ?? '')
    const places = new Map<string, number>()
    const headings: Text[] = []
    const passages = article.passages.map(({ passage, heading, text }): IndexedPassage => {
      let under = places.get(heading)
      if (under === undefined) {
        under = headings.push(bodyOf(heading)) - 1
        places.set(heading, under)
      }
      return { passage, heading, text, body: bodyOf(text), under }
    })
    const length =
      SUMMARY_WEIGHT * summary.words +
      headings.reduce((sum, { words }) => sum + HEADING_WEIGHT * words, 0) +
      passages.reduce((sum, { body }) => sum + body.words, 0)
    return { article, at, titles, summary, headings, passages, length, names: [] }
  })

  const averages = {
    title: mean(docs.flatMap(({ titles }) => titles.map(({ words }) => words))),
    body: mean(docs.map(({ length }) => length)),
    passage: mean(
      docs.flatMap(({ headings, passages }) =>
        passages.map(({ body, under }) => body.words + headings[under]!.words),
      ),
    ),
  }
  const names = collectNames(articles, analyser, numbers)
  for (const doc of docs) doc.names = [...new Set(doc.titles[0]!.terms)].filter((term) => names.has(term))

  return {
    language,
    analyser,
    docs,
    numbers,
    postings: createPostings(docs, numbers.size, averages),
    names,
    chars: createCharIndex(titleWords),
    titleDocs: Int32Array.from(titleDocs),
    spelling: createSpelling(vocabulary),
    compounds: createCompounds(language, vocabulary),
    synonyms,
    averages,
  }
}
