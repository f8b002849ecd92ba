// Words nobody wrote in an article, read as the nearest one somebody did: beginnings and typing mistakes.

import { atOnce, type Steps } from '../platform/slices.ts'

const MAX_PREFIXES = 8
/** So much of their parts two words share to be alike, and so many of those are taken. */
const ALIKE = 0.45
const MOST_ALIKE = 6
/** Letters of a word that has parts. */
const LEAST = 4
/** Words of one step. */
const STEP = 1000

/** Edits between two words, a swap of neighbours counting once (Damerau, restricted); stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const width = b.length + 1
  const rows = new Uint8Array(3 * width)
  let [before, previous, row] = [0, width, 2 * width]
  for (let j = 0; j < width; j++) rows[previous + j] = j
  for (let i = 1; i <= a.length; i++) {
    rows[row] = i
    let best = i
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(
        rows[previous + j]! + 1,
        rows[row + j - 1]! + 1,
        rows[previous + j - 1]! + (same ? 0 : 1),
      )
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, rows[before + j - 2]! + 1)
      rows[row + j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    ;[before, previous, row] = [previous, row, before]
  }
  return rows[previous + b.length]!
}

/** Short words have too many neighbours to guess at. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/** A swap of neighbours changes so many of a word's parts of three letters. */
const PARTS_OF_AN_EDIT = 4
/** Longer ones nobody mistypes, and a distance must fit a byte. */
const LONGEST = 60

function partsOf(word: string): Set<string> {
  const padded = ` ${word} `
  const parts = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) parts.add(padded.slice(at, at + 3))
  return parts
}

/**
 * @param vocabulary folded words and their terms
 * @param isUsed whether any article says the term; words of others are passed over
 * @param usesOf in how many articles a term is
 */
export function* spellingSteps(
  vocabulary: ReadonlyMap<string, string>,
  isUsed: (term: string) => boolean = () => true,
  usesOf: (term: string) => number = () => 1,
) {
  const words: string[] = []
  const sorted: string[] = []
  const numbers = new Map<string, number>()
  const lists: number[][] = []
  const sizes: number[] = []
  let done = 0
  for (const [word, term] of vocabulary) {
    if (++done % STEP === 0) yield
    if (!isUsed(term) || /^\d/.test(word)) continue
    sorted.push(word)
    if (word.length < LEAST || word.length > LONGEST) continue
    const at = words.push(word) - 1
    const parts = partsOf(word)
    sizes.push(parts.size)
    for (const part of parts) {
      let number = numbers.get(part)
      if (number === undefined) {
        number = lists.push([]) - 1
        numbers.set(part, number)
      }
      lists[number]!.push(at)
    }
  }
  sorted.sort()
  const having: Int32Array[] = []
  for (const list of lists) {
    having.push(Int32Array.from(list))
    if (having.length % STEP === 0) yield
  }
  /** How many parts each word shares with the one looked for; all 0 between two looks. */
  const shared = new Uint8Array(words.length)

  /** Calls for each word with any part of this one. */
  function eachAlike(parts: ReadonlySet<string>, call: (at: number, common: number) => void): void {
    const touched: number[] = []
    for (const part of parts) {
      const number = numbers.get(part)
      if (number === undefined) continue
      for (const at of having[number]!) if (shared[at]!++ === 0) touched.push(at)
    }
    for (const at of touched) {
      const common = shared[at]!
      shared[at] = 0
      call(at, common)
    }
  }

  return {
    /** Term of the word itself, as somebody wrote it who had its accents. */
    same: (word: string): string | undefined => vocabulary.get(word),
    /** Terms of words made of the same parts ("unsubscribing", compounds), with how much they share (Dice). */
    similar(word: string): Map<string, number> {
      const found = new Map<string, number>()
      if (word.length < LEAST || word.length > LONGEST) return found
      const parts = partsOf(word)
      const alike: [at: number, share: number][] = []
      eachAlike(parts, (at, common) => {
        const share = (2 * common) / (parts.size + sizes[at]!)
        if (share >= ALIKE) alike.push([at, share])
      })
      for (const [at, share] of alike.sort((a, b) => b[1] - a[1]).slice(0, MOST_ALIKE)) {
        const term = vocabulary.get(words[at]!)!
        found.set(term, Math.max(share, found.get(term) ?? 0))
      }
      return found
    },
    /** Terms of the words that begin so, the most used first: for a word still being typed. */
    completions(word: string): Set<string> {
      if (word.length < 3) return new Set()
      let from = 0
      for (let to = sorted.length; from < to; ) {
        const middle = (from + to) >> 1
        if (sorted[middle]! < word) from = middle + 1
        else to = middle
      }
      const terms = new Set<string>()
      for (let at = from; sorted[at]?.startsWith(word); at++) terms.add(vocabulary.get(sorted[at]!)!)
      if (terms.size <= MAX_PREFIXES) return terms
      return new Set([...terms].sort((a, b) => usesOf(b) - usesOf(a)).slice(0, MAX_PREFIXES))
    },
    /** Terms of the nearest words, all equally near. People seldom mistype the first letter. */
    corrections(word: string): Set<string> {
      const terms = new Set<string>()
      let limit = allowed(word.length)
      if (limit === 0 || word.length > LONGEST) return terms
      const fewest = Math.max(1, word.length - PARTS_OF_AN_EDIT * limit)
      eachAlike(partsOf(word), (at, common) => {
        const candidate = words[at]!
        if (common < fewest || candidate[0] !== word[0]) return
        const distance = editDistance(word, candidate, limit)
        if (distance > limit) return
        if (distance < limit) terms.clear()
        limit = distance
        terms.add(vocabulary.get(candidate)!)
      })
      return terms
    },
  }
}

export type Spelling = ReturnType<typeof spellingSteps> extends Steps<infer T> ? T : never

/** @param vocabulary folded words and their terms */
export const createSpelling = (vocabulary: ReadonlyMap<string, string>): Spelling =>
  atOnce(spellingSteps(vocabulary))
