// Articles of one language, made searchable: word statistics, titles in every phrasing, passages. Knows no query.

import { type CharIndex, createCharIndex } from './char-grams.ts'
import { type Compounds, createCompounds } from './languages/compounds.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { type Analyser, createAnalyser } from './stemming.ts'
import { createSynonyms, type Synonyms } from './synonyms.ts'

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

/** How often each term stands in a text, and how long the text is. */
export interface Bag {
  counts: ReadonlyMap<string, number>
  length: number
}

export interface IndexedDoc {
  article: IndexedArticle
  /** The title first, then every stored question: each is a title of its own. */
  titles: { words: Bag; pairs: Bag; chars: number; weight: number }[]
  /** Summary, headings and passages together. */
  body: Bag
  bodyPairs: Bag
  passages: { passage: string; heading: string; text: string; words: Bag }[]
  /** Places of the passages that have a term. */
  passagesWith: ReadonlyMap<string, readonly number[]>
}

export interface LanguageIndex {
  language: string
  analyser: Analyser
  docs: IndexedDoc[]
  /** Docs by term, and by pair of neighbouring terms ("return label"). */
  byTerm: ReadonlyMap<string, IndexedDoc[]>
  byPair: ReadonlyMap<string, IndexedDoc[]>
  /** Of titles, without stopwords and with them ("where is my …" is telling as a whole). */
  chars: CharIndex
  wholeChars: CharIndex
  spelling: Spelling
  compounds: Compounds
  synonyms: Synonyms
  averages: { title: number; body: number; passage: number }
}

const SUMMARY_WEIGHT = 2
const HEADING_WEIGHT = 2

export const pairsOf = (terms: readonly string[]): string[] =>
  terms.slice(1).map((term, index) => `${terms[index]} ${term}`)

interface Weighted {
  terms: readonly string[]
  weight: number
}

function bag(parts: readonly Weighted[]): Bag {
  const counts = new Map<string, number>()
  let length = 0
  for (const { terms, weight } of parts)
    for (const term of terms) {
      counts.set(term, (counts.get(term) ?? 0) + weight)
      length += weight
    }
  return { counts, length }
}

/** How telling a term is that stands in `found` of the articles. */
export const idf = (index: Pick<LanguageIndex, 'docs'>, found: number): number =>
  Math.log(1 + (index.docs.length - found + 0.5) / (found + 0.5))

const mean = (numbers: readonly number[]): number =>
  numbers.length > 0 ? Math.max(1, numbers.reduce((sum, number) => sum + number, 0) / numbers.length) : 1

function collect(docs: readonly IndexedDoc[], bagsOf: (doc: IndexedDoc) => Bag[]): Map<string, IndexedDoc[]> {
  const found = new Map<string, IndexedDoc[]>()
  for (const doc of docs) {
    const terms = new Set(bagsOf(doc).flatMap(({ counts }) => [...counts.keys()]))
    for (const term of terms) {
      const list = found.get(term)
      if (list) list.push(doc)
      else found.set(term, [doc])
    }
  }
  return found
}

function placesOf(passages: readonly { words: Bag }[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  passages.forEach(({ words }, at) => {
    for (const term of words.counts.keys()) {
      const list = places.get(term)
      if (list) list.push(at)
      else places.set(term, [at])
    }
  })
  return places
}

/** @param synonyms lines the owner wrote for this language */
export function buildLanguageIndex(
  language: string,
  articles: readonly IndexedArticle[],
  synonyms: readonly string[] = [],
): LanguageIndex {
  const analyser = createAnalyser(language)
  const vocabulary = new Map<string, string>()
  const titleWords: string[][] = []
  const wholeTitles: string[][] = []

  function content(text: string): string[] {
    const terms = analyser.terms(text).filter(({ stop }) => !stop)
    for (const { word, term } of terms) vocabulary.set(word, term)
    return terms.map(({ term }) => term)
  }

  const docs = articles.map((article): IndexedDoc => {
    const phrasings = [article.title, ...article.questions].map((text) => ({ text, weight: 1 }))
    const titles = [...phrasings, ...(article.remembered ?? [])].map(({ text: title, weight }) => {
      const found = analyser.content(title)
      const terms = found.map(({ term }) => term)
      for (const { word, term } of found) vocabulary.set(word, term)
      wholeTitles.push(analyser.terms(title).map(({ word }) => word))
      const chars = titleWords.push(found.map(({ word }) => word)) - 1
      const words = bag([{ terms, weight: 1 }])
      return { words, pairs: bag([{ terms: pairsOf(terms), weight: 1 }]), chars, weight }
    })
    const summary = content(article.summary ?? '')
    const headings = new Map<string, string[]>()
    const passages = article.passages.map(({ passage, heading, text }) => {
      if (!headings.has(heading)) headings.set(heading, content(heading))
      const terms = content(text)
      const words = bag([
        { terms, weight: 1 },
        { terms: headings.get(heading)!, weight: 1 },
      ])
      return { passage, heading, text, words, terms }
    })
    const parts: Weighted[] = [
      { terms: summary, weight: SUMMARY_WEIGHT },
      ...[...headings.values()].map((terms) => ({ terms, weight: HEADING_WEIGHT })),
      ...passages.map(({ terms }) => ({ terms, weight: 1 })),
    ]
    const bodyPairs = bag(parts.map(({ terms, weight }) => ({ terms: pairsOf(terms), weight })))
    return { article, titles, body: bag(parts), bodyPairs, passages, passagesWith: placesOf(passages) }
  })

  return {
    language,
    analyser,
    docs,
    byTerm: collect(docs, (doc) => [doc.body, ...doc.titles.map(({ words }) => words)]),
    byPair: collect(docs, (doc) => [doc.bodyPairs, ...doc.titles.map(({ pairs }) => pairs)]),
    chars: createCharIndex(titleWords),
    wholeChars: createCharIndex(wholeTitles),
    spelling: createSpelling(vocabulary),
    compounds: createCompounds(language, vocabulary),
    synonyms: createSynonyms(language, analyser, synonyms),
    averages: {
      title: mean(docs.flatMap(({ titles }) => titles.map(({ words }) => words.length))),
      body: mean(docs.map(({ body }) => body.length)),
      passage: mean(docs.flatMap(({ passages }) => passages.map(({ words }) => words.length))),
    },
  }
}
