// Vectors in this process, and which of them are nearest to another. Knows neither texts nor a database.

/** From so many numbers on, a rough look comes before the exact one. */
const ROUGH_FROM = 2_000_000
/** Of the rough look, so many times what is asked for is looked at exactly. */
const ROUGH_SHARE = 6
/** Pairs looked at to learn how near texts of this site are that have nothing to do with each other. */
const PAIRS = 500

/** Set bits of a 32-bit number. */
function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function signsOf(vector: Float32Array, words: number, into: Uint32Array, at: number): void {
  for (let word = 0; word < words; word++) {
    let bits = 0
    const from = word * 32
    const to = Math.min(vector.length, from + 32)
    for (let place = from; place < to; place++) if (vector[place]! > 0) bits |= 1 << (place - from)
    into[at + word] = bits
  }
}

/** @param vectors of length 1 and one dimension; places in the results are theirs */
export function createNearest(vectors: readonly Float32Array[]) {
  const dimensions = vectors[0]?.length ?? 0
  const words = Math.ceil(dimensions / 32)
  const isRough = vectors.length * dimensions > ROUGH_FROM
  const signs = new Uint32Array(isRough ? vectors.length * words : 0)
  if (isRough) for (const [at, vector] of vectors.entries()) signsOf(vector, words, signs, at * words)

  function cosine(a: Float32Array, b: Float32Array): number {
    let sum = 0
    for (let at = 0; at < dimensions; at++) sum += a[at]! * b[at]!
    return sum
  }

  /** Places of those whose numbers mostly have the same signs. */
  function roughly(vector: Float32Array, count: number): number[] {
    const own = new Uint32Array(words)
    signsOf(vector, words, own, 0)
    const distances = new Uint16Array(vectors.length)
    const counted = new Uint32Array(dimensions + 1)
    for (let at = 0; at < vectors.length; at++) {
      let distance = 0
      for (let word = 0; word < words; word++) distance += bitsOf(signs[at * words + word]! ^ own[word]!)
      distances[at] = distance
      counted[distance]! += 1
    }
    let limit = 0
    for (let found = 0; limit <= dimensions && found < count; limit++) found += counted[limit]!
    const places: number[] = []
    for (let at = 0; at < vectors.length; at++) if (distances[at]! < limit) places.push(at)
    return places
  }

  function typical(): number {
    if (vectors.length < 2) return 0
    let sum = 0
    // The same pairs each time: steps that have no divisor in common with most numbers.
    for (let pair = 0; pair < PAIRS; pair++)
      sum += cosine(vectors[(pair * 7919) % vectors.length]!, vectors[(pair * 104_729 + 1) % vectors.length]!)
    return sum / PAIRS
  }

  return {
    dimensions,
    /** How near any two of them are: what is no nearer than that has nothing to do with the question. */
    typical: typical(),
    /** The nearest with their cosine, the nearest first. */
    nearest(vector: Float32Array, count: number): { at: number; similarity: number }[] {
      if (vector.length !== dimensions) return []
      const places = isRough ? roughly(vector, count * ROUGH_SHARE) : vectors.map((_, at) => at)
      return places
        .map((at) => ({ at, similarity: cosine(vectors[at]!, vector) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, count)
    },
  }
}

export type Nearest = ReturnType<typeof createNearest>
