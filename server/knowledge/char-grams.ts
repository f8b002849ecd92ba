// Character 3- to 5-grams of words, weighted by TF-IDF: finds titles despite typos and in compounds.

const MIN = 3
const MAX = 5

function gramsOf(words: readonly string[]): Map<string, number> {
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

/** @param texts the words of each text; scores come back in the same order */
export function createCharIndex(texts: readonly (readonly string[])[]) {
  const counted = texts.map(gramsOf)
  const frequency = new Map<string, number>()
  for (const grams of counted)
    for (const gram of grams.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  const idf = (gram: string): number => Math.log((1 + texts.length) / (1 + (frequency.get(gram) ?? 0))) + 1

  /** Logarithmic term frequency, and the vector's length. */
  function weigh(grams: ReadonlyMap<string, number>): { weights: Map<string, number>; norm: number } {
    let sum = 0
    const weights = new Map<string, number>()
    for (const [gram, count] of grams) {
      const weight = (1 + Math.log(count)) * idf(gram)
      weights.set(gram, weight)
      sum += weight * weight
    }
    return { weights, norm: Math.sqrt(sum) || 1 }
  }

  const lists = new Map<string, { texts: number[]; weights: number[] }>()
  counted.forEach((grams, text) => {
    const { weights, norm } = weigh(grams)
    for (const [gram, weight] of weights) {
      let list = lists.get(gram)
      if (!list) {
        list = { texts: [], weights: [] }
        lists.set(gram, list)
      }
      list.texts.push(text)
      list.weights.push(weight / norm)
    }
  })
  const postings = new Map(
    [...lists].map(([gram, { texts, weights }]) => [
      gram,
      { texts: Int32Array.from(texts), weights: Float32Array.from(weights) },
    ]),
  )

  return {
    /** Cosine of the words with every text. */
    scores(words: readonly string[]): Float32Array {
      const scores = new Float32Array(texts.length)
      const { weights, norm } = weigh(gramsOf(words))
      for (const [gram, weight] of weights) {
        const posting = postings.get(gram)
        if (!posting) continue
        const share = weight / norm
        for (let at = 0; at < posting.texts.length; at++)
          scores[posting.texts[at]!]! += share * posting.weights[at]!
      }
      return scores
    },
    /** Cosine of two lists of words, seen with what is rare in all texts. */
    likeness(some: readonly string[], others: readonly string[]): number {
      const one = weigh(gramsOf(some))
      const other = weigh(gramsOf(others))
      let product = 0
      for (const [gram, weight] of one.weights) product += weight * (other.weights.get(gram) ?? 0)
      return product / (one.norm * other.norm)
    },
  }
}

export type CharIndex = ReturnType<typeof createCharIndex>
