// How well each article of one language fits a query, by eight measures; and which of its passages fits best. A first
// look takes the likeliest articles from the word lists; those few are then read through.

import type { AnalysedTitle, Text } from './article-analysis.ts'
import type { IndexedDoc, LanguageIndex } from './index-builder.ts'
import type { Query } from './query.ts'
import {
  BODY,
  HEADING_WEIGHT,
  normalised,
  SUMMARY_WEIGHT,
  saturated,
  standing,
  TITLE,
} from './word-postings.ts'

export interface Scores {
  doc: IndexedDoc
  index: LanguageIndex
  query: Query
  /** Score of each passage, in the article's order. */
  passages: number[]
  /** Words in the whole article, titles counting most. */
  words: number
  /** How much query and best title say the same, 0 to 1. */
  overlap: number
  /** Character n-grams of the best title: typos and compounds. */
  chars: number
  /** Neighbouring words. */
  pairs: number
  /** Words in the best passage. */
  passage: number
  /** Share of the query's telling words that the article has anywhere, 0 to 1. */
  coverage: number
  /** Share of them in one passage together with the best title, 0 to 1. */
  near: number
  /** Share of the title's names that the query names, 0 to 1. */
  names: number
}

/** So many articles are read through. */
const CANDIDATES = 200
const PASSAGE_B = 0.5
/** A name must be this surely meant. */
const NAMED = 0.6
/** What a pair of neighbours in the text counts beside one in a title. */
const BODY_PAIR = 0.4

/** A term some word of the query may stand for. */
interface Meaning {
  term: number
  /** Which words of the query, how surely, and how telling. */
  readings: { word: number; weight: number; idf: number }[]
}

/** What a query looks for, by number of term. */
interface Wanted {
  meanings: Meaning[]
  /** Place in `meanings` by term, -1 for a term that is not looked for. */
  byTerm: Int32Array
  /** What all words of the query tell together. */
  telling: number
}

function wantedOf(index: LanguageIndex, query: Query): Wanted {
  const meanings: Meaning[] = []
  const byTerm = new Int32Array(index.numbers.size).fill(-1)
  query.terms.forEach(({ readings }, word) => {
    for (const { number: term, weight, idf } of readings) {
      if (byTerm[term] === -1) byTerm[term] = meanings.push({ term, readings: [] }) - 1
      meanings[byTerm[term]!]!.readings.push({ word, weight, idf })
    }
  })
  return { meanings, byTerm, telling: query.terms.reduce((sum, { idf }) => sum + idf, 0) }
}

/** Of each article's titles the likest in parts of words. */
function likestTitles(
  { docs, chars, titleDocs, titleWeights }: LanguageIndex,
  words: readonly string[],
): Float32Array {
  const likest = new Float32Array(docs.length)
  const scores = chars.scores(words)
  for (let title = 0; title < scores.length; title++) {
    const like = titleWeights[title]! * scores[title]!
    const doc = titleDocs[title]!
    if (like > likest[doc]!) likest[doc] = like
  }
  return likest
}

/** What the word lists make of each article: of a word's readings the best counts. */
function firstLook({ docs: { length }, postings }: LanguageIndex, { terms }: Query): Float32Array {
  const { starts, docs, impact } = postings
  const sums = new Float32Array(length)
  const best = new Float32Array(length)
  for (const { readings } of terms) {
    for (const { number, weight, idf } of readings) {
      const worth = weight * idf
      for (let at = starts[number]!; at < starts[number + 1]!; at++) {
        const doc = docs[at]!
        const score = worth * impact[at]!
        if (score > best[doc]!) {
          sums[doc]! += score - best[doc]!
          best[doc] = score
        }
      }
    }
    for (const { number } of readings)
      for (let at = starts[number]!; at < starts[number + 1]!; at++) best[docs[at]!] = 0
  }
  return sums
}

/** The articles with any word, or part of a word, in common with the query; of many the likeliest. */
function candidatesOf(
  words: Float32Array,
  likest: Float32Array,
  visible: (doc: number) => boolean,
): number[] {
  const found: number[] = []
  let mostWords = 0
  let mostLike = 0
  for (let doc = 0; doc < words.length; doc++) {
    if ((words[doc] === 0 && likest[doc] === 0) || !visible(doc)) continue
    found.push(doc)
    mostWords = Math.max(mostWords, words[doc]!)
    mostLike = Math.max(mostLike, likest[doc]!)
  }
  if (found.length <= CANDIDATES) return found
  const promise = (doc: number): number =>
    (4 * words[doc]!) / (mostWords || 1) + likest[doc]! / (mostLike || 1)
  const values = Float32Array.from(found, promise).sort()
  const floor = values[values.length - CANDIDATES]!
  return found.filter((doc) => promise(doc) >= floor).slice(0, 2 * CANDIDATES)
}

/** Best weight of each word of the query among some terms. */
type Met = Float32Array

/** Reads articles through, one after the other. */
export function createReader(index: LanguageIndex, query: Query) {
  const { meanings, byTerm, telling } = wantedOf(index, query)
  const { averages } = index
  const size = query.terms.length
  const counts = new Float32Array(meanings.length)
  const here = new Float32Array(meanings.length)
  const bestOf = new Float32Array(size)

  function count(text: Text, weight: number, into: Float32Array): void {
    for (const term of text.terms) {
      const at = byTerm[term]!
      if (at >= 0) into[at]! += weight
    }
  }

  /** Sum over the query's words of the best of their readings. */
  function sumOfBest(frequencyOf: (meaning: number) => number): number {
    bestOf.fill(0)
    meanings.forEach(({ readings }, at) => {
      const frequency = frequencyOf(at)
      if (frequency === 0) return
      const worth = saturated(frequency)
      for (const { word, weight, idf } of readings)
        bestOf[word] = Math.max(bestOf[word]!, weight * idf * worth)
    })
    return bestOf.reduce((sum, score) => sum + score, 0)
  }

  function meet(terms: Int32Array, met: Met): Met {
    for (const term of terms) {
      const at = byTerm[term]!
      if (at < 0) continue
      for (const { word, weight } of meanings[at]!.readings) met[word] = Math.max(met[word]!, weight)
    }
    return met
  }

  const share = (met: Met): number =>
    telling > 0 ? query.terms.reduce((sum, { idf }, word) => sum + idf * met[word]!, 0) / telling : 0

  /** How surely the query means a term. */
  function meant(term: number): number {
    const at = byTerm[term]!
    return at < 0 ? 0 : meanings[at]!.readings.reduce((most, { weight }) => Math.max(most, weight), 0)
  }

  /** How much of a title the query says; a phrase speaks for the words in it. */
  function said({ terms, words, spans }: AnalysedTitle): number {
    let held = 0
    let whole = 0
    for (let place = 0; place < words; place++) {
      let surely = meant(terms[place]!)
      for (let phrase = 0; phrase * 2 < spans.length; phrase++)
        if (spans[phrase * 2]! <= place && place <= spans[phrase * 2 + 1]!)
          surely = Math.max(surely, meant(terms[words + phrase]!))
      const idf = index.postings.idf[terms[place]!]!
      held += idf * surely
      whole += idf
    }
    return whole > 0 ? held / whole : 0
  }

  /** Words that follow one another in the query and, as whatever they stand for, in the text. */
  function pairsIn({ terms, words }: Text, weight: number, into: Float32Array): void {
    for (let place = 1; place < words; place++) {
      const before = byTerm[terms[place - 1]!]!
      const after = byTerm[terms[place]!]!
      if (before < 0 || after < 0 || before === after) continue
      for (const one of meanings[before]!.readings)
        for (const other of meanings[after]!.readings) {
          if (other.word !== one.word + 1) continue
          const score = (weight * one.weight * other.weight * (one.idf + other.idf)) / 2
          into[one.word] = Math.max(into[one.word]!, score)
        }
    }
  }

  return function read(doc: IndexedDoc): Omit<Scores, 'doc' | 'index' | 'query' | 'chars'> {
    counts.fill(0)
    count(doc.summary, SUMMARY_WEIGHT, counts)
    for (const heading of doc.headings) count(heading, HEADING_WEIGHT, counts)
    const mets: Met[] = []
    const passages = doc.passages.map(({ body, under }) => {
      here.fill(0)
      const heading = doc.headings[under]!
      count(body, 1, here)
      for (let at = 0; at < here.length; at++) counts[at]! += here[at]!
      count(heading, 1, here)
      mets.push(meet(heading.terms, meet(body.terms, new Float32Array(size))))
      const length = body.words + heading.words
      return sumOfBest((at) => normalised(here[at]!, length, averages.passage, PASSAGE_B))
    })

    let words = 0
    let overlap = 0
    let titled: Met = new Float32Array(size)
    let pairs = 0
    const anywhere: Met = meet(doc.summary.terms, new Float32Array(size))
    for (const met of mets)
      for (let word = 0; word < size; word++) anywhere[word] = Math.max(anywhere[word]!, met[word]!)
    const bodyPairs = new Float32Array(size)
    for (const { body } of doc.passages) pairsIn(body, BODY_PAIR, bodyPairs)
    // Every phrasing is a title of its own; the one that suits the query speaks for the article.
    for (const title of doc.titles) {
      here.fill(0)
      count(title, 1, here)
      words = Math.max(
        words,
        sumOfBest(
          (at) =>
            TITLE.weight * standing(title) * normalised(here[at]!, title.words, averages.title, TITLE.b) +
            BODY.weight * normalised(counts[at]!, doc.length, averages.body, BODY.b),
        ),
      )
      const met = meet(title.terms, new Float32Array(size))
      for (let word = 0; word < size; word++) anywhere[word] = Math.max(anywhere[word]!, met[word]!)
      const alike = share(met) * said(title)
      // A phrasing that says the same speaks for the article; one that says half of it, for little.
      const same = title.other ? title.weight * alike : Math.sqrt(alike)
      if (same > overlap) {
        overlap = same
        titled = met
      }
      const own = Float32Array.from(bodyPairs)
      pairsIn(title, standing(title), own)
      pairs = Math.max(
        pairs,
        own.reduce((sum, score) => sum + score, 0),
      )
    }
    const near = mets.map((met) => share(met.map((weight, word) => Math.max(weight, titled[word]!))))
    const named = doc.names.filter((term) => meant(term) > NAMED)
    return {
      passages,
      words,
      overlap,
      pairs,
      passage: Math.max(0, ...passages),
      coverage: share(anywhere),
      near: Math.max(share(titled), ...near),
      names: doc.names.length > 0 ? named.length / doc.names.length : 0,
    }
  }
}

/** The likeliest articles for a query, in no order. */
export function scoreArticles(
  index: LanguageIndex,
  query: Query,
  visible: (doc: IndexedDoc) => boolean = () => true,
): Scores[] {
  const likest = likestTitles(index, query.allWords)
  const found = candidatesOf(firstLook(index, query), likest, (at) => visible(index.docs[at]!))
  const read = createReader(index, query)
  return found.map((at) => {
    const doc = index.docs[at]!
    return { doc, index, query, chars: likest[at]!, ...read(doc) }
  })
}

/** The passage that fits best; undefined when none has a word of the query. */
export function bestPassage({ doc, passages, passage }: Scores): IndexedDoc['passages'][number] | undefined {
  return passage > 0 ? doc.passages[passages.indexOf(passage)] : undefined
}
