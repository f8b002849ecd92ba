// Is a sentence backed by the passages it cites? Its words must stand there, and above all its numbers with their
// units, its names, and its yes or no.

import { fold } from '../../knowledge/tokenizer.ts'
import type { Passage } from './retrieval.ts'
import { type Amount, amountsOf, analyserOf, type Clause, clausesOf } from './statement.ts'

export type Unsupported = 'no_source' | 'number' | 'name' | 'negation' | 'words'

/** A share of content words this large must come from the cited text. */
const ENOUGH = 0.5
/** Two clauses that share so much speak of the same. */
const SAME = 0.6
/** Another clause that is nearly as close may settle it the other way. */
const NEARLY = 0.85

const MARKS = /\[\d+(?:\s*,\s*\d+)*\]/g
const LIST_MARK = /^\s*(?:[-*•]|\d+[.)])\s+/

export interface SupportOptions {
  /** Of the sentence. */
  language: string
  /** Names that need no source: the site's own. */
  known?: readonly string[]
}

const textOf = (passages: readonly Passage[]): string =>
  passages.map(({ title, heading, text }) => `${title}\n${heading}\n${text}`).join('\n')

/** Where the unit is known on both sides it must be the same one. */
const holds = (amount: Amount, source: readonly Amount[]): boolean =>
  source.some(
    ({ number, unit }) =>
      number === amount.number && (unit === null || amount.unit === null || unit === amount.unit),
  )

/** Model numbers, addresses, hosts (with any stop a browser takes for one): nobody words them differently. */
const CODES =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|https?:\/\/\S+|(?:[\p{L}\p{N}-]{2,}[.。．｡])+[a-z]{2,}(?![\p{L}\p{N}])(?:\/\S*)?|(?<![\p{L}\p{N}.])[\p{L}\p{N}][.。．｡](?:com|cc|co|gg|io|la|ly|me|net|org|to)(?![\p{L}\p{N}])(?:\/\S*)?|\b(?=[\w-]*\d)(?=[\w-]*[a-z])\w[\w-]{2,}\b/giu
/** A number that runs into its unit is an amount, and checked as one. */
const SIZE = /^\d+(?:[.,]\d+)?\p{L}{1,4}$/u
/** Shouted words are passed on as they stand, and are as good as names. */
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu
/** German writes all nouns so. */
const NOUNS_LIKE_NAMES = new Set(['de'])

function names(text: string, language: string): string[] {
  if (NOUNS_LIKE_NAMES.has(language)) return []
  const found: string[] = []
  for (const match of text.matchAll(/(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}[\p{L}-]+/gu)) found.push(match[0])
  return found
}

const shared = (a: Clause, b: Clause): number =>
  a.stems.size > 0 ? [...a.stems].filter((stem) => b.stems.has(stem)).length / a.stems.size : 0

/** Says no to what the source says yes to, or the other way round. */
function contradicts(sentence: readonly Clause[], source: readonly Clause[]): boolean {
  return sentence.some((clause) => {
    if (clause.stems.size < 2) return false
    const rated = source.map((other) => ({ other, share: shared(clause, other) }))
    const best = Math.max(0, ...rated.map(({ share }) => share))
    if (best < SAME) return false
    return rated
      .filter(({ share }) => share >= best * NEARLY)
      .every(({ other }) => other.negated !== clause.negated)
  })
}

/** Why a sentence may not be sent; null when it may. */
export function unsupported(
  sentence: string,
  cited: readonly Passage[],
  { language, known = [] }: SupportOptions,
): Unsupported | null {
  if (cited.length === 0) return 'no_source'
  const text = sentence.replace(MARKS, ' ').replace(LIST_MARK, '')
  const source = textOf(cited)
  const inSource = amountsOf(source)
  if (amountsOf(text).some((amount) => !holds(amount, inSource))) return 'number'
  const folded = fold(`${source} ${known.join(' ')}`)
  const exact = (word: string): boolean => folded.includes(fold(word.replace(/[.,;:!?)]+$/, '')))
  const codes = [...(text.match(CODES) ?? []), ...(text.match(SHOUTED) ?? [])].filter(
    (code) => !SIZE.test(code),
  )
  if (codes.some((code) => !exact(code))) return 'name'
  // What was translated can be held to its numbers and codes alone; its source stands beside it.
  if (cited.every((passage) => passage.language !== undefined && passage.language !== language)) return null
  if (names(text, language).some((name) => !exact(name))) return 'name'
  const analyser = analyserOf(language)
  const content = analyser.terms(text).filter(({ stop, word }) => !stop && !/^\d/.test(word))
  if (content.length === 0) return null
  const stems = new Set(analyser.terms(source).map(({ term }) => term))
  const held = content.filter(({ term }) => stems.has(term)).length
  if (held / content.length < ENOUGH) return 'words'
  const clauses = cited.flatMap((passage) => clausesOf(passage.text, language))
  return contradicts(clausesOf(text, language), clauses) ? 'negation' : null
}
