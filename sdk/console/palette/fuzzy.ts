// Whether a few typed letters mean a text, how well, and which letters of it to print bold. Pure.

export interface Fit {
  /** The smaller the better. */
  cost: number
  /** Pieces of the label; every second one is what was typed, beginning with one that is not. */
  pieces: string[]
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** A letter without case and accents; still one of the text's own, so that places agree. */
const fold = (text: string): string[] =>
  [...text].map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().charAt(0) || letter)

/** Where a word stands in the letters, and what that costs: a beginning is better than the middle. */
function place(word: readonly string[], letters: readonly string[]): { at: number[]; cost: number } | null {
  let best: { at: number[]; cost: number } | null = null
  for (let start = 0; start + word.length <= letters.length; start++) {
    if (!word.every((letter, offset) => letters[start + offset] === letter)) continue
    const begins = !isLetter(letters[start - 1])
    const cost = start === 0 ? 0 : begins ? 1 + start / 100 : 4 + start / 100
    if (!best || cost < best.cost) best = { at: word.map((_, offset) => start + offset), cost }
  }
  return best ?? scattered(word, letters)
}

/** The first letters of words: "atm" for "Assign to me". */
function scattered(
  word: readonly string[],
  letters: readonly string[],
): { at: number[]; cost: number } | null {
  if (word.length < 2) return null
  const at: number[] = []
  let next = 0
  for (let index = 0; index < letters.length && next < word.length; index++) {
    const follows = at.at(-1) === index - 1
    if (letters[index] === word[next] && (follows || !isLetter(letters[index - 1]))) {
      at.push(index)
      next++
    }
  }
  return next === word.length ? { at, cost: 3 } : null
}

function pieces(label: string, marked: ReadonlySet<number>): string[] {
  const found = ['']
  for (const [index, letter] of [...label].entries()) {
    const isMarked = marked.has(index)
    if ((found.length % 2 === 0) !== isMarked) found.push('')
    found[found.length - 1] += letter
  }
  return found
}

/** Null where a typed word is neither in the label nor among the other words. */
export function fit(typed: string, label: string, words = ''): Fit | null {
  const letters = fold(label)
  const others = fold(words)
  const marked = new Set<number>()
  let cost = 0
  for (const word of typed.trim().split(/\s+/)) {
    const folded = fold(word)
    if (folded.length === 0) continue
    const here = place(folded, letters)
    if (here) {
      for (const index of here.at) marked.add(index)
      cost += here.cost
      continue
    }
    const there = others.length > 0 ? place(folded, others) : null
    if (!there) return null
    cost += 6 + there.cost
  }
  return { cost: cost + letters.length / 1000, pieces: pieces(label, marked) }
}
