// How good a ranking is, in figures: recall, mean reciprocal rank, and how far chance moves them. Knows no search.

/** Where the right article of a question came, from 0; -1 when it did not come at all. */
export interface Placed {
  article: string
  place: number
}

export interface SearchFigures {
  'recall@1': number
  'recall@3': number
  MRR: number
}

export interface Interval {
  from: number
  to: number
}

const DRAWS = 1000

/** The same numbers for the same seed on every machine (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return function random() {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fisher and Yates; the list given stays as it is. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[copy[at], copy[other]] = [copy[other]!, copy[at]!]
  }
  return copy
}

export function figuresOf(placed: readonly Placed[]): SearchFigures {
  let first = 0
  let three = 0
  let reciprocal = 0
  for (const { place } of placed) {
    if (place === 0) first++
    if (place >= 0 && place < 3) three++
    if (place >= 0) reciprocal += 1 / (place + 1)
  }
  const all = placed.length || 1
  return { 'recall@1': first / all, 'recall@3': three / all, MRR: reciprocal / all }
}

/** 95 % interval by drawing articles, not questions: questions about one article stand and fall together. */
export function intervalsOf(placed: readonly Placed[], seed: number): Record<keyof SearchFigures, Interval> {
  const groups = [...Map.groupBy(placed, ({ article }) => article).values()]
  const random = createRandom(seed)
  const draws = Array.from({ length: DRAWS }, () =>
    figuresOf(groups.flatMap(() => groups[Math.floor(random() * groups.length)]!)),
  )
  const interval = (name: keyof SearchFigures): Interval => {
    const values = draws.map((draw) => draw[name]).sort((a, b) => a - b)
    return { from: values[Math.floor(DRAWS * 0.025)]!, to: values[Math.ceil(DRAWS * 0.975) - 1]! }
  }
  return { 'recall@1': interval('recall@1'), 'recall@3': interval('recall@3'), MRR: interval('MRR') }
}

/** The value that `share` of the sorted numbers do not exceed. */
export const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0
