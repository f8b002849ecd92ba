// What must survive when a text is said in other words or another language: its numbers, addresses, marks and names.

import { fold } from '../../knowledge/tokenizer.ts'
import { detectLanguage } from '../pipeline/language.ts'

const ADDRESSES = /https?:\/\/[^\s)\]>"]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
/** Marks of sources, and of what was hidden. */
const MARKS = /\[[^\]\n]{1,40}\]/g
const NUMBERS = /\d+(?:[.,:/-]\d+)*/g
const CODES = /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{3,}\b/g
const NAMES = /(?<=[\p{Ll}\p{N},;:)] )\p{Lu}\p{Ll}[\p{L}’'-]+/gu

const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660))
  })

const found = (text: string, pattern: RegExp): string[] =>
  (text.match(pattern) ?? []).map((each) => each.replace(/[.,;:!?]+$/, ''))

/** `1,200.50` and `1.200,50` are the same: another language sets other marks. */
const digitsOf = (number: string): string => number.replace(/\D/g, '')

export interface FactChanges {
  /** Of the first text and not in the second. */
  lost: string[]
  /** Numbers nobody wrote. */
  added: string[]
}

/** @param names  whether names must be the same letter by letter, as within one language */
export function changedFacts(
  before: string,
  after: string,
  { names = false }: { names?: boolean } = {},
): FactChanges {
  const [from, to] = [asciiDigits(before), asciiDigits(after)]
  const exact = [...found(from, ADDRESSES), ...found(from, MARKS), ...found(from, CODES)]
  // German writes every noun so.
  if (names && detectLanguage(before) !== 'de') exact.push(...found(from, NAMES))
  const folded = fold(to)
  const lost = exact.filter((fact) => !folded.includes(fold(fact)))
  const plain = (text: string): string => text.replace(ADDRESSES, ' ').replace(MARKS, ' ').replace(CODES, ' ')
  const [numbersBefore, numbersAfter] = [plain(from), plain(to)].map((text) => found(text, NUMBERS)) as [
    string[],
    string[],
  ]
  const has = (numbers: string[], number: string): boolean =>
    numbers.some((other) => digitsOf(other) === digitsOf(number))
  lost.push(...numbersBefore.filter((number) => !has(numbersAfter, number)))
  const added = numbersAfter.filter((number) => !has(numbersBefore, number))
  return { lost: [...new Set(lost)], added: [...new Set(added)] }
}
