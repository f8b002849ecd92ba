// Text into words with their places, and words into one spelling. Knows no language.

import { isUnspaced, splitUnspaced } from './languages/unspaced.ts'

export interface Token {
  /** Lower case, as the stemmers want it. */
  word: string
  start: number
  end: number
  /** Two characters of a script without spaces, beside the word they lie in. */
  extra?: true
}

/** "e-mail" is one word however it is written; numbers keep their decimals (31.8), words their apostrophe. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|\be-mail\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/giu

/** Letters that Unicode decomposition leaves alone, and what people type for them. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ی: 'ي',
  ک: 'ك',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

const digit = (character: string): string => {
  const code = character.codePointAt(0)!
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : character
}

/** Accents, and the vowel signs of Arabic and Hebrew. In other scripts a mark is a letter. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06edـ]/g

/** One spelling for what readers take for the same: no accents, no vowel signs, plain digits. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(/[٠-٩۰-۹]/g, digit)
}

function normal(word: string): string {
  const lower = word.toLowerCase()
  if (/^\p{N}/u.test(lower))
    return fold(lower)
      .replace(/[,.](?=\d{3}(?!\d))/g, '')
      .replace(',', '.')
  // "the parcel's" and "l'adresse" are about the parcel and the address.
  return lower
    .replace(/['’]s$/, '')
    .replace(/^(?:[cdjlmnst]|qu)['’](?=\p{L}{2})/u, '')
    .replace(/['’]/g, '')
    .replace(/^e-/, 'e')
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    if (isUnspaced(match[0])) {
      tokens.push(...splitUnspaced(match[0], match.index))
      continue
    }
    const word = normal(match[0])
    if (word) tokens.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}
