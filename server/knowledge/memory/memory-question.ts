// What of a customer's words may be remembered as a question: cleaned, and only where it is worth keeping. Knows no table.

import { MEMORY_LIMITS } from '../../../sdk/protocol/knowledge-memory.ts'
import { createAnalyser } from '../stemming.ts'
import { isProfane } from './insults.ts'

export interface KeptQuestion {
  text: string
  /** The same for the same question in other spellings and order. */
  normal: string
}

/** Marks that redaction leaves, addresses of pages, and numbers that name one order or one customer. */
const PRIVATE = [
  /\[[^\][]{1,40}\]/gu,
  /\bhttps?:\/\/\S+/giu,
  /[#\w-]*(?:\p{N}[\p{N} .\-/]{2,}\p{N}|\p{N}{4,})[\w-]*/gu,
]
const GREETING =
  /^(?:hi|hello|hey|dear [\p{L} ]{2,20}|good (?:morning|afternoon|evening)|hallo|guten tag|moin|bonjour|salut|hola|buenas|ciao|hei|hej|مرحبا|السلام عليكم|שלום|سلام)(?: (?:there|team|all|zusammen))?[\s,.!،]+/iu
/** A question needs so many telling words; one alone is a search word. */
const FEWEST_WORDS = 2

const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  )

/** What is asked in a long message: the last sentence with a question mark, else the first one. */
function heartOf(text: string): string {
  if (text.length <= MEMORY_LIMITS.question) return text
  const sentences = sentencesOf(text)
  return sentences.findLast((sentence) => /[?？؟;;]$/u.test(sentence)) ?? sentences[0] ?? ''
}

/**
 * Null for what is not worth keeping: fewer than two telling words, over 200 characters, profane, or mostly numbers.
 * @param redact takes out what names a person
 */
export function readQuestion(
  given: string,
  locale: string,
  redact: (text: string) => string,
): KeptQuestion | null {
  const plain = redact(given.replace(/\s+/gu, ' ').trim())
  const text = PRIVATE.reduce(
    (kept, pattern) => kept.replace(pattern, ' '),
    heartOf(plain.replace(GREETING, '')),
  )
    .replace(/\s+/gu, ' ')
    .replace(/ ([?!.,;:？！。、])/gu, '$1')
    .trim()
  if (text.length > MEMORY_LIMITS.question || isProfane(text)) return null
  const marks = text.replace(/\s/gu, '')
  const letters = marks.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  if (letters * 2 < marks.length) return null
  const terms = createAnalyser(locale.toLowerCase().split(/[-_]/)[0]!)
    .terms(text)
    .filter(({ stop }) => !stop)
  const normal = [...new Set(terms.map(({ term }) => term))].sort()
  return normal.length < FEWEST_WORDS ? null : { text, normal: normal.join(' ') }
}
