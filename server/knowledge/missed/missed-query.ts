// What of a search that found nothing may be kept: without what could say who asked. Knows no table.

import { MISSED_LIMITS } from '../../../sdk/protocol/missed-search.ts'
import { isProfane } from '../memory/insults.ts'
import { createAnalyser } from '../stemming.ts'

/** Marks that redaction leaves, addresses, whatever has an at sign, and numbers that name one order or one customer. */
const PRIVATE = [
  /\[[^\][]{1,40}\]/gu,
  /\bhttps?:\/\/\S+/giu,
  /\S*@\S*/gu,
  /[#\w-]*(?:\p{N}[\p{N} .\-/]{2,}\p{N}|\p{N}{4,})[\w-]*/gu,
]

export interface MissedQuery {
  text: string
  /** The same for the same words in other forms and order. */
  normal: string
}

/**
 * Null for what is no search: too short or too long, profane, mostly numbers, or without a telling word.
 * @param redact takes out what names a person
 */
export function readMissed(
  given: string,
  language: string,
  redact: (text: string) => string,
): MissedQuery | null {
  const plain = given.replace(/\s+/gu, ' ').trim()
  if (plain.length > MISSED_LIMITS.longest) return null
  const text = PRIVATE.reduce((kept, pattern) => kept.replace(pattern, ' '), redact(plain))
    .replace(/\s+/gu, ' ')
    .trim()
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  if (letters < MISSED_LIMITS.shortest || letters * 2 < text.replace(/\s/gu, '').length || isProfane(text))
    return null
  const terms = createAnalyser(language)
    .terms(text)
    .filter(({ stop }) => !stop)
  const normal = [...new Set(terms.map(({ term }) => term))].sort().join(' ')
  return normal ? { text, normal } : null
}
