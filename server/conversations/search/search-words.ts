// A text as the words it is found by: folded alike in every language, so that case, accents and width do not matter.
// Scripts without spaces are cut into pairs of characters. Knows no table.

/** Longer ones are cut: nobody types them, and PostgreSQL takes no lexeme over 2 kB. */
const WORD_LENGTH = 40
/** PostgreSQL numbers no place higher. */
const LAST_PLACE = 16_383

const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const PIECE = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
/** The same where no script without spaces occurs, which is nearly always: several times as fast. */
const SPACED_PIECE = /[\p{L}\p{N}\p{M}]+/gu
/** Accents of Latin, Greek and Cyrillic, and the vowel signs of Arabic and Hebrew: many leave them out. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
const APOSTROPHES = /(?<=\p{L})['’ʼ](?=\p{L})/gu

export interface Word {
  /** As it is looked for. */
  word: string
  /** Where its piece stands in the text. */
  from: number
  to: number
  /** Counted from 1; phrases are made of neighbours. */
  place: number
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ð: 'd',
  þ: 'th',
}

/** What folding leaves as it is. */
const IS_PLAIN = /^[a-z0-9]*$/

export function foldWord(piece: string): string {
  const lower = piece.toLowerCase()
  if (IS_PLAIN.test(lower)) return lower
  const bare = piece.normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFC')
  return bare.replace(/[ßæœøđłıðþ]/g, (letter) => LETTERS[letter]!)
}

const cut = (word: string): string =>
  word.length <= WORD_LENGTH ? word : [...word].slice(0, WORD_LENGTH).join('')

/** Pairs of neighbours, and the last character alone: so a single one finds every text it is in. */
function* pairs(piece: string, at: number): Generator<Omit<Word, 'place'>> {
  const letters = [...piece]
  let from = at
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1] ?? ''
    yield { word: foldWord(letter + next), from, to: from + letter.length + next.length }
    from += letter.length
  }
}

/** The words of a text in order. */
export function* wordsOf(text: string): Generator<Word> {
  let place = 0
  // An apostrophe inside a word is no end of it: it gives way to nothing, and places in the text must not move.
  const joined = text.replace(APOSTROPHES, '\u0300')
  const isMixed = HAS_UNSPACED.test(joined)
  for (const { 0: piece, index } of joined.matchAll(isMixed ? PIECE : SPACED_PIECE)) {
    if (isMixed && IS_UNSPACED.test(piece))
      for (const pair of pairs(piece, index)) yield { ...pair, place: ++place }
    else {
      const word = cut(foldWord(piece))
      if (word) yield { word, from: index, to: index + piece.length, place: ++place }
    }
  }
}

/** Whether a word is looked for as the beginning of longer ones. */
export const isUnspaced = (text: string): boolean => IS_UNSPACED.test(text)

/** PostgreSQL's `tsvector` of a text, as text, with the facts beside its words. */
export function vectorOf(text: string, facts: readonly string[]): string {
  const places = new Map<string, number[]>()
  for (const { word, place } of wordsOf(text)) {
    const at = Math.min(place, LAST_PLACE)
    const known = places.get(word)
    if (!known) places.set(word, [at])
    else if (known.length < 100 && known.at(-1) !== at) known.push(at)
  }
  const words = [...places].map(([word, at]) => `'${word}':${at.join(',')}`)
  return [...facts.map((fact) => `'=${fact}'`), ...words].join(' ')
}
