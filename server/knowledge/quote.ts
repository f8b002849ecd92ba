// The answer without a model: the best whole sentences, list items and table rows of the ranked passages.

import { answerKind, isOfKind } from './answer-kind.ts'
import { createLikeness, type Likeness } from './likeness.ts'
import {
  escaped,
  inContext,
  type Piece,
  piecesOf,
  type QuotablePassage,
  sectionOf,
  sentencesOf,
} from './quotable-pieces.ts'
import { createAnalyser } from './stemming.ts'
import { createSynonyms } from './synonyms.ts'

export interface Quote {
  slug: string
  title: string
  passage: string
  /** As the article has it. */
  quote: string
  /** For a message: Markdown, and a table row with its column names. */
  text: string
}

const MAX_QUOTES = 3
const MAX_LENGTH = 400
const SYNONYM = 0.45
/** Looser relations say nothing of where the answer is. */
const NEAR = 0.6
/** What a piece gains from the heading above it, or from the names of its columns. */
const CONTEXT = 0.5
/** A further quote must be this good beside the best. */
const ENOUGH = 0.55
/** Another article is quoted too only if it is nearly as good: many articles make no answer. */
const RIVAL = 0.9
/** So much of a quote in another makes it a repetition. */
const REPETITION = 0.7
/** A number within a row's range counts like a telling word. */
const RANGE_WORTH = 2
/** What a row is called counts more than what stands in it. */
const NAMED = 1.6
/** A block whose heading is what was asked. */
const ASKED = 1.2
/** A summary with so much less of the question than a section made for it speaks of something else. */
const BESIDE = 0.5
/** A piece that is not the kind of answer asked for. */
const OTHER_KIND = 0.7
/** A piece twice as likely to have a word by chance says less by having it: characters. */
const LONG = 800
/** Of two equally good passages the one ranked higher. */
const RANK_DECAY = 0.95

const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const RANGE = new RegExp(`(${NUMBER})\\s*[–-]\\s*(${NUMBER})`)
const amountOf = (number: string): number => Number(number.replace(',', '.'))

const FIGURES = new RegExp(NUMBER, 'g')

/** Numbers of a question that lie within what a row is for: 40 in "35–42 mm". */
function inRange(name: string, numbers: readonly number[]): number {
  const [, from, to] = RANGE.exec(name) ?? []
  if (from === undefined || to === undefined) {
    const own = (name.match(FIGURES) ?? []).map(amountOf)
    return numbers.filter((number) => own.includes(number)).length
  }
  return numbers.filter((number) => number >= amountOf(from) && number <= amountOf(to)).length
}

export interface PickedQuotes {
  /** Whether one of them is the kind of answer that was asked for: a price, a number. True where any text may be. */
  isKind: boolean
  quotes: Quote[]
  /** Share of the question's words that the quotes, or the titles above them, speak of. */
  confidence: number
}

interface Matcher {
  /** How much of the question a text has, words that all passages have counting little; `but` has none that count. */
  match(text: string, but?: string): number
  /** Whether each of its words was asked for. */
  isAsked(text: string): boolean
  /** The same as a share of the question, every word counting alike. */
  share(text: string): number
}

function createMatcher(question: string, passages: readonly QuotablePassage[], language: string): Matcher {
  const analyser = createAnalyser(language)
  const synonyms = createSynonyms(language, analyser)
  /** Words, and phrases that stand for one: "United Kingdom" is what "UK" asks for. */
  const termsOf = (text: string): Set<string> => {
    const words = analyser.terms(text).map(({ term }) => term)
    return new Set([...words, ...synonyms.phrases(words).map(({ term }) => term)])
  }
  const near = (term: string): string[] =>
    [...synonyms.related(term)].filter(([, weight]) => weight >= NEAR).map(([other]) => other)
  const asked = new Map<string, number>()
  for (const { term } of analyser.content(question)) asked.set(term, 1)
  const whole = analyser.terms(question).map(({ term }) => term)
  for (const { term } of synonyms.phrases(whole)) for (const other of near(term)) asked.set(other, 1)
  for (const term of [...asked.keys()])
    for (const other of near(term)) if (!asked.has(other)) asked.set(other, SYNONYM)
  const bags = passages.map(({ text }) => termsOf(text))
  const telling = (term: string): number =>
    Math.log(1 + (passages.length + 1) / (bags.filter((terms) => terms.has(term)).length + 0.5))
  return {
    match(text, but = '') {
      const said = but === '' ? null : termsOf(but)
      let sum = 0
      for (const term of termsOf(text)) if (!said?.has(term)) sum += (asked.get(term) ?? 0) * telling(term)
      return sum
    },
    isAsked(text) {
      const terms = [...new Set(analyser.content(text).map(({ term }) => term))]
      return terms.length > 0 && terms.every((term) => asked.has(term))
    },
    share(text) {
      const found = termsOf(text)
      const terms = [...new Set(analyser.content(question).map(({ term }) => term))]
      const held = terms.filter((term) => found.has(term) || near(term).some((one) => found.has(one)))
      return terms.length > 0 ? held.length / terms.length : 0
    },
  }
}

/** The passages of the best article, and of one that is nearly as good. */
function fromBest(passages: readonly QuotablePassage[]): QuotablePassage[] {
  const top = Math.max(...passages.map(({ articleScore = 1 }) => articleScore))
  return passages.filter(({ articleScore = 1 }) => articleScore >= top * RIVAL)
}

interface Candidate {
  score: number
  passage: QuotablePassage
  piece: Piece
  section: string
  /** Whether the section is what was asked. */
  asked: boolean
}

/** Best passages first, as search ranks them. */
export function pickQuotes(question: string, ranked: readonly QuotablePassage[]): PickedQuotes {
  const passages = fromBest(ranked)
  const [first] = passages
  if (!first) return { quotes: [], confidence: 0, isKind: false }
  const { match, share, isAsked } = createMatcher(question, passages, first.language ?? 'en')
  const kind = answerKind(question)
  const numbers = (question.match(new RegExp(NUMBER, 'g')) ?? []).map(amountOf)
  const candidates = passages.flatMap((passage, rank) => {
    // The innermost heading says what its block is about: where that was asked, the block need not say it again.
    const section = sectionOf(passage)
    const asked = isAsked(section)
    const named = match(passage.heading) * (asked ? ASKED : CONTEXT)
    return piecesOf(passage).map((piece): Candidate => {
      const { quote, above, name, kindName } = piece
      const own =
        name === undefined
          ? match(`${passage.intro ?? ''} ${quote}`)
          : match(name, kindName) * NAMED +
            match(quote.split(' | ').slice(1).join(' ').replace(FIGURES, ' ')) +
            inRange(name, numbers) * RANGE_WORTH
      const head = above === undefined ? 0 : CONTEXT * match(above)
      const fit = kind === null || isOfKind(kind, quote) ? 1 : OTHER_KIND
      const score =
        own > 0 || named > 0
          ? ((own + named + head) * fit * RANK_DECAY ** rank) / (1 + quote.length / LONG)
          : 0
      return { score, passage, piece, section, asked }
    })
  })
  const usable = candidates.filter(({ score, piece }) => score > 0 && piece.quote.length <= MAX_LENGTH)
  usable.sort((a, b) => b.score - a.score)
  const [best] = usable
  const likeness = createLikeness(first.language ?? 'en')
  const lead = leadOf(first, passages, likeness)
  // Where a section bears the question's name, what stands there is the answer, and a summary that is of the rest is not.
  const isBeside =
    lead !== undefined &&
    best?.asked &&
    share(lead.quote) < share(`${best.section} ${best.piece.quote}`) * BESIDE
  const found: Quote[] = lead && !isBeside ? [lead] : []
  let section = ''
  for (const { score, ...candidate } of usable) {
    if (found.length >= MAX_QUOTES || score < best!.score * ENOUGH) break
    const fresh = withoutRepeated(candidate.piece, found, likeness)
    if (!fresh) continue
    found.push(quoteOf({ ...candidate, piece: fresh }, section))
    section = candidate.section
  }
  const quotes = found.length > 0 ? found : candidates.slice(0, 1).map((one) => quoteOf(one, ''))
  return {
    quotes,
    confidence: share(quotes.map(({ title, quote }) => `${title} ${quote}`).join(' ')),
    isKind: kind === null || quotes.some(({ quote }) => isOfKind(kind, quote)),
  }
}

/** @param before  the section the customer has just read of */
function quoteOf({ passage, piece, section }: Omit<Candidate, 'score'>, before: string): Quote {
  const { slug, title, passage: id, intro } = passage
  const text = inContext(piece, section === before ? '' : section, intro)
  return { slug, title, passage: id, quote: piece.quote, text }
}

/**
 * An article says its main point more than once; a customer needs it once. Of a block that begins with it, what follows.
 * Null where nothing is new.
 */
function withoutRepeated(value: Piece, found: readonly Quote[], likeness: Likeness): Piece | null {
  // A summary stands in what it sums up, and says none of its steps.
  const isSaid = (text: string): boolean =>
    found.some(({ quote }) => likeness.within(text, quote) >= REPETITION)
  const sentences = value.text === escaped(value.quote) ? sentencesOf(value.quote) : []
  const fresh = sentences.slice(sentences.findIndex((sentence) => !isSaid(sentence)))
  if (sentences.length < 2 || fresh.length === sentences.length) return isSaid(value.quote) ? null : value
  const quote = fresh.join(' ')
  return sentences.every(isSaid) || isSaid(quote) ? null : { ...value, quote, text: escaped(quote) }
}

/** The summary of the article in front, citing the passage that says the same at length. */
function leadOf(
  { slug, title, summary }: QuotablePassage,
  passages: readonly QuotablePassage[],
  likeness: (a: string, b: string) => number,
): Quote | undefined {
  if (!summary) return undefined
  const own = passages.filter((one) => one.slug === slug)
  const source = own.reduce((best, one) =>
    likeness(summary, one.text) > likeness(summary, best.text) ? one : best,
  )
  return { slug, title, passage: source.passage, quote: summary, text: escaped(summary) }
}
