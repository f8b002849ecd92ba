// Character 3- to 5-grams of words, weighted by TF-IDF: finds titles despite typos and in compounds.

import type { Steps } from '../platform/slices.ts'

const MIN = 3
const MAX = 5
/** Texts of one step. */
const STEP = 200

/** Which parts of words a text has, by number, and what each weighs by how often it is there. */
export interface Grams {
  numbers: Int32Array
  weights: Float32Array
}

function countGrams(words: readonly string[]): Map<string, number> {
  const grams = new Map<string, number>()
  for (const word of words) {
    const padded = ` ${word} `
    for (let size = MIN; size <= MAX; size++)
      for (let at = 0; at + size <= padded.length; at++) {
        const gram = padded.slice(at, at + size)
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
  }
  return grams
}

const frequency = (count: number): number => 1 + Math.log(count)

/** Grams get numbers as they are met. */
export type GramNumbers = Map<string, number>

export function gramsOf(words: readonly string[], known: GramNumbers): Grams {
  const counted = countGrams(words)
  const numbers = new Int32Array(counted.size)
  const weights = new Float32Array(counted.size)
  let at = 0
  for (const [gram, count] of counted) {
    let number = known.get(gram)
    if (number === undefined) {
      number = known.size
      known.set(gram, number)
    }
    numbers[at] = number
    weights[at] = frequency(count)
    at += 1
  }
  return { numbers, weights }
}

/** @param texts grams of each text; scores come back in the same order */
export function* charIndexSteps(texts: readonly Grams[], known: GramNumbers) {
  const size = known.size
  const starts = new Int32Array(size + 1)
  for (const { numbers } of texts) for (const gram of numbers) starts[gram + 1]! += 1
  const idfOf = (found: number): number => Math.log((1 + texts.length) / (1 + found)) + 1
  const idf = Float32Array.from({ length: size }, (_, gram) => idfOf(starts[gram + 1]!))
  for (let gram = 0; gram < size; gram++) starts[gram + 1]! += starts[gram]!
  yield
  const places = starts.slice()
  const where = new Int32Array(starts[size]!)
  const shares = new Float32Array(starts[size]!)
  for (let text = 0; text < texts.length; text++) {
    const { numbers, weights } = texts[text]!
    let sum = 0
    for (let at = 0; at < numbers.length; at++) sum += (weights[at]! * idf[numbers[at]!]!) ** 2
    const norm = Math.sqrt(sum) || 1
    for (let at = 0; at < numbers.length; at++) {
      const place = places[numbers[at]!]!++
      where[place] = text
      shares[place] = (weights[at]! * idf[numbers[at]!]!) / norm
    }
    if (text % STEP === 0) yield
  }

  const numberOf = (gram: string): number | undefined => {
    const number = known.get(gram)
    // Numbers go on growing for the next index.
    return number !== undefined && number < size ? number : undefined
  }
  function weigh(words: readonly string[]): { weights: Map<string, number>; norm: number } {
    let sum = 0
    const weights = countGrams(words)
    for (const [gram, count] of weights) {
      const number = numberOf(gram)
      const weight = frequency(count) * (number === undefined ? idfOf(0) : idf[number]!)
      weights.set(gram, weight)
      sum += weight * weight
    }
    return { weights, norm: Math.sqrt(sum) || 1 }
  }

  return {
    /** Cosine of the words with every text. */
    scores(words: readonly string[]): Float32Array {
      const scores = new Float32Array(texts.length)
      const { weights, norm } = weigh(words)
      for (const [gram, weight] of weights) {
        const number = numberOf(gram)
        if (number === undefined) continue
        const share = weight / norm
        for (let at = starts[number]!; at < starts[number + 1]!; at++)
          scores[where[at]!]! += share * shares[at]!
      }
      return scores
    },
    /** Cosine of two lists of words, seen with what is rare in all texts. */
    likeness(some: readonly string[], others: readonly string[]): number {
      const one = weigh(some)
      const other = weigh(others)
      let product = 0
      for (const [gram, weight] of one.weights) product += weight * (other.weights.get(gram) ?? 0)
      return product / (one.norm * other.norm)
    },
  }
}

export type CharIndex = ReturnType<typeof charIndexSteps> extends Steps<infer T> ? T : never
