// Articles of one language, made searchable: for each word the articles that say it, and what to read a query by. Knows
// no query.

import { atOnce } from '../platform/slices.ts'
import {
  type AnalysedArticle,
  type AnalysedTitle,
  type ArticleAnalysis,
  createArticleAnalysis,
} from './article-analysis.ts'
import { type CharIndex, charIndexSteps } from './char-grams.ts'
import { type Compounds, compoundSteps } from './languages/compounds.ts'
import { collectNames } from './proper-names.ts'
import { type Spelling, spellingSteps } from './spelling.ts'
import type { Analyser } from './stemming.ts'
import type { Synonyms } from './synonyms.ts'
import { type Postings, postingSteps } from './word-postings.ts'

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

export interface IndexedDoc extends AnalysedArticle {
  /** Place in the index. */
  at: number
  /** Names in the title: of products, firms, places. */
  names: number[]
}

/** Numbers of the terms that an index's articles say. */
export interface TermNumbers {
  has(term: string): boolean
  get(term: string): number | undefined
  /** All numbers are below. */
  size: number
}

export interface LanguageIndex {
  language: string
  analyser: Analyser
  docs: IndexedDoc[]
  /** A term's number, and by that number what says it and how telling it is. */
  numbers: TermNumbers
  postings: Postings
  names: ReadonlySet<number>
  /** Of titles with all their words. */
  chars: CharIndex
  /** Article of each title of the character index, and what the title counts. */
  titleDocs: Int32Array
  titleWeights: Float32Array
  spelling: Spelling
  compounds: Compounds
  synonyms: Synonyms
  averages: { title: number; body: number; passage: number }
}

/** Articles of one step while they are read, and while they are only counted. */
const STEP = 4
const QUICK_STEP = 500

function meanOf(): { add(number: number): void; mean(): number } {
  let sum = 0
  let count = 0
  return {
    add(number) {
      sum += number
      count += 1
    },
    mean: () => (count > 0 ? Math.max(1, sum / count) : 1),
  }
}

function averagesOf(docs: readonly AnalysedArticle[]): LanguageIndex['averages'] {
  const [title, body, passage] = [meanOf(), meanOf(), meanOf()]
  for (const doc of docs) {
    for (const { words } of doc.titles) title.add(words)
    body.add(doc.length)
    for (const one of doc.passages) passage.add(one.body.words + doc.headings[one.under]!.words)
  }
  return { title: title.mean(), body: body.mean(), passage: passage.mean() }
}

/** What the index's own articles say of all the terms that ever were: numbers go on growing for the next index. */
function ownNumbers(numbers: ReadonlyMap<string, number>, { starts }: Postings): TermNumbers {
  const size = starts.length - 1
  const get = (term: string): number | undefined => {
    const number = numbers.get(term)
    return number !== undefined && number < size && starts[number + 1]! > starts[number]! ? number : undefined
  }
  return { get, has: (term) => get(term) !== undefined, size }
}

/** @param analysis of this language; what it has read already is not read again */
export function* languageIndexSteps(
  language: string,
  articles: readonly IndexedArticle[],
  analysis: ArticleAnalysis,
): Generator<void, LanguageIndex, void> {
  const { analyser, synonyms, vocabulary, grams } = analysis
  const analysed: AnalysedArticle[] = []
  for (const article of articles) if (analysed.push(analysis.analyse(article)) % STEP === 0) yield
  const averages = averagesOf(analysed)
  yield
  const size = analysis.numbers.size
  const postings = yield* postingSteps(analysed, size, averages)
  const numbers = ownNumbers(analysis.numbers, postings)
  const names = collectNames(analysed, size)
  yield
  const titles: AnalysedTitle[] = []
  const titleDocs: number[] = []
  const docs: IndexedDoc[] = []
  for (const one of analysed) {
    const at = docs.length
    for (const title of one.titles) {
      titles.push(title)
      titleDocs.push(at)
    }
    const own = [...new Set(one.titles[0]!.terms)].filter((term) => names.has(term))
    docs.push({ ...one, at, names: own })
    if (at % QUICK_STEP === 0) yield
  }
  const chars = yield* charIndexSteps(
    titles.map(({ grams }) => grams),
    grams,
  )
  const usesOf = (term: string): number => {
    const number = numbers.get(term)
    return number === undefined ? 0 : postings.starts[number + 1]! - postings.starts[number]!
  }
  return {
    language,
    analyser,
    docs,
    numbers,
    postings,
    names,
    chars,
    titleDocs: Int32Array.from(titleDocs),
    titleWeights: Float32Array.from(titles, ({ weight }) => weight),
    spelling: yield* spellingSteps(vocabulary, numbers.has, usesOf),
    compounds: yield* compoundSteps(language, vocabulary, numbers.has),
    synonyms,
    averages,
  }
}

/** @param own synonyms the owner wrote for this language */
export const buildLanguageIndex = (
  language: string,
  articles: readonly IndexedArticle[],
  own: readonly string[] = [],
): LanguageIndex => atOnce(languageIndexSteps(language, articles, createArticleAnalysis(language, own)))
