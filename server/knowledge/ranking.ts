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
  /** How near it is in meaning, beside the nearest; 0 where that is not known. */
  meaning: number
}

/** So many articles are read through. */
const CANDIDATES = 200
/** Of how promising an article is. */
const STEPS = 4000
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
  // How promising each is, in steps: counting them is quicker than sorting thousands.
  const byWords = (STEPS * 0.8) / (mostWords || 1)
  const byLikeness = (STEPS * 0.2) / (mostLike || 1)
  const promise = new Uint16Array(found.length)
  const counted = new Uint16Array(STEPS + 1)
  for (let at = 0; at < found.length; at++) {
    const step = Math.floor(words[found[at]!]! * byWords + likest[found[at]!]! * byLikeness)
    promise[at] = step
    counted[step]! += 1
  }
  let floor = STEPS
  for (let taken = counted[floor]!; taken < CANDIDATES; taken += counted[floor]!) floor -= 1
  return found.filter((_, at) => promise[at]! >= floor).slice(0, 2 * CANDIDATES)
}

/** Best weight of each word of the query among some terms. */
type Met = Float32Array

/** Of a text what the query means: which meaning, and at which place, by turns. Most texts have little. */
type Hits = readonly number[]

const NOTHING: Hits = []

const sumOf = (values: Float32Array): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at]!
  return sum
}

function raise(into: Float32Array, by: Float32Array): void {
  for (let at = 0; at < into.length; at++) if (by[at]! > into[at]!) into[at] = by[at]!
}

/** Reads articles through, one after the other. */
export function createReader(index: LanguageIndex, query: Query) {
  const { meanings, byTerm, telling } = wantedOf(index, query)
  const { averages } = index
  const size = query.terms.length
  const idfs = Float32Array.from(query.terms, ({ idf }) => idf)
  /** How surely the query means each. */
  const sure = Float32Array.from(meanings, ({ readings }) =>
    readings.reduce((most, { weight }) => Math.max(most, weight), 0),
  )
  const inBody = new Float32Array(meanings.length)
  const here = new Float32Array(meanings.length)
  const bestOf = new Float32Array(size)

  function hitsOf({ terms }: Text): Hits {
    let found: number[] | undefined
    for (let place = 0; place < terms.length; place++) {
      const at = byTerm[terms[place]!]!
      if (at < 0) continue
      if (found) found.push(at, place)
      else found = [at, place]
    }
    return found ?? NOTHING
  }

  function count(hits: Hits, weight: number, into: Float32Array): void {
    for (let at = 0; at < hits.length; at += 2) into[hits[at]!]! += weight
  }

  /** Takes notice of a meaning with its frequency. */
  function note(meaning: number, frequency: number): void {
    if (frequency === 0) return
    const worth = saturated(frequency)
    for (const { word, weight, idf } of meanings[meaning]!.readings) {
      const score = weight * idf * worth
      if (score > bestOf[word]!) bestOf[word] = score
    }
  }

  function meet(hits: Hits, met: Met): Met {
    for (let at = 0; at < hits.length; at += 2)
      for (const { word, weight } of meanings[hits[at]!]!.readings)
        if (weight > met[word]!) met[word] = weight
    return met
  }

  function share(met: Met): number {
    if (telling <= 0) return 0
    let sum = 0
    for (let word = 0; word < size; word++) sum += idfs[word]! * met[word]!
    return sum / telling
  }

  /** How surely the query means a term. */
  function meant(term: number): number {
    const at = byTerm[term]!
    return at < 0 ? 0 : sure[at]!
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
  function pairsIn(hits: Hits, words: number, weight: number, into: Float32Array): void {
    for (let at = 2; at < hits.length; at += 2) {
      const [before, after] = [hits[at - 2]!, hits[at]!]
      const place = hits[at + 1]!
      if (place >= words || hits[at - 1] !== place - 1 || before === after) continue
      for (const one of meanings[before]!.readings)
        for (const other of meanings[after]!.readings) {
          if (other.word !== one.word + 1) continue
          const score = (weight * one.weight * other.weight * (one.idf + other.idf)) / 2
          if (score > into[one.word]!) into[one.word] = score
        }
    }
  }

  return function read(doc: IndexedDoc): Omit<Scores, 'doc' | 'index' | 'query' | 'chars' | 'meaning'> {
    inBody.fill(0)
    const summary = hitsOf(doc.summary)
    const headings = doc.headings.map(hitsOf)
    const bodies = doc.passages.map(({ body }) => hitsOf(body))
    count(summary, SUMMARY_WEIGHT, inBody)
    for (const hits of headings) count(hits, HEADING_WEIGHT, inBody)
    const anywhere: Met = meet(summary, new Float32Array(size))
    const bodyPairs = new Float32Array(size)
    const mets: Met[] = []
    const passages = doc.passages.map(({ body, under }, at) => {
      const [own, heading] = [bodies[at]!, headings[under]!]
      const met = meet(heading, meet(own, new Float32Array(size)))
      mets.push(met)
      if (own.length === 0 && heading.length === 0) return 0
      raise(anywhere, met)
      pairsIn(own, body.words, BODY_PAIR, bodyPairs)
      count(own, 1, inBody)
      here.fill(0)
      count(own, 1, here)
      count(heading, 1, here)
      bestOf.fill(0)
      const length = body.words + doc.headings[under]!.words
      for (const hits of [own, heading])
        for (let hit = 0; hit < hits.length; hit += 2) {
          const meaning = hits[hit]!
          note(meaning, normalised(here[meaning]!, length, averages.passage, PASSAGE_B))
        }
      return sumOf(bestOf)
    })
    for (let meaning = 0; meaning < inBody.length; meaning++)
      inBody[meaning] = BODY.weight * normalised(inBody[meaning]!, doc.length, averages.body, BODY.b)

    let words = 0
    let overlap = 0
    let titled: Met = new Float32Array(size)
    let pairs = 0
    // Every phrasing is a title of its own; the one that suits the query speaks for the article.
    for (const title of doc.titles) {
      const hits = hitsOf(title)
      here.fill(0)
      count(hits, TITLE.weight * standing(title), here)
      bestOf.fill(0)
      for (let meaning = 0; meaning < here.length; meaning++)
        note(meaning, normalised(here[meaning]!, title.words, averages.title, TITLE.b) + inBody[meaning]!)
      words = Math.max(words, sumOf(bestOf))
      const met = meet(hits, new Float32Array(size))
      raise(anywhere, met)
      const alike = share(met) * said(title)
      // A phrasing that says the same speaks for the article; one that says half of it, for little.
      const same = title.other ? title.weight * alike : Math.sqrt(alike)
      if (same > overlap) {
        overlap = same
        titled = met
      }
      const own = bodyPairs.slice()
      pairsIn(hits, title.words, standing(title), own)
      pairs = Math.max(pairs, sumOf(own))
    }
    let near = share(titled)
    for (const met of mets) {
      raise(met, titled)
      near = Math.max(near, share(met))
    }
    const named = doc.names.filter((term) => meant(term) > NAMED)
    return {
      passages,
      words,
      overlap,
      pairs,
      passage: Math.max(0, ...passages),
      coverage: share(anywhere),
      near,
      names: doc.names.length > 0 ? named.length / doc.names.length : 0,
    }
  }
}

const NOWHERE: ReadonlyMap<string, number> = new Map()

/**
 * The likeliest articles for a query, in no order.
 * @param near how near in meaning articles are, 0 to 1, by id
 */
export function scoreArticles(
  index: LanguageIndex,
  query: Query,
  visible: (doc: IndexedDoc) => boolean = () => true,
  near: ReadonlyMap<string, number> = NOWHERE,
): Scores[] {
  const likest = likestTitles(index, query.allWords)
  const found = candidatesOf(firstLook(index, query), likest, (at) => visible(index.docs[at]!))
  const read = createReader(index, query)
  const nearness = ({ article }: IndexedDoc): number => near.get(article.id) ?? 0
  // What is near in meaning may have no word in common.
  if (near.size > 0) {
    const known = new Set(found)
    for (const doc of index.docs)
      if (nearness(doc) > 0 && !known.has(doc.at) && visible(doc)) found.push(doc.at)
  }
  return found.map((at) => {
    const doc = index.docs[at]!
    return { doc, index, query, chars: likest[at]!, meaning: nearness(doc), ...read(doc) }
  })
}

/** The passage that fits best; undefined when none has a word of the query. */
export function bestPassage({ doc, passages, passage }: Scores): IndexedDoc['passages'][number] | undefined {
  return passage > 0 ? doc.passages[passages.indexOf(passage)] : undefined
}
