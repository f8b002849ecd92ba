// Words nobody wrote in an article, read as the nearest one somebody did: beginnings and typing mistakes.

const MAX_PREFIXES = 8

/** Edits between two words, a swap of neighbours counting once (Damerau, restricted); stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      best = Math.min(best, cost)
    }
    if (best > limit) return limit + 1
    before = previous
    previous = row
  }
  return previous[b.length]!
}

/** Short words have too many neighbours to guess at. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/** @param vocabulary folded words and their terms */
const SP = { FLOOR: 0.45, MOST: 6 }
const gramsOf = (word: string): Set<string> => {
  const padded = ` ${word} `
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  return grams
}

export function createSpelling(vocabulary: ReadonlyMap<string, string>) {
  const words = [...vocabulary.keys()].filter((w) => w.length >= 4 && !/^\d/.test(w))
  const sizes = words.map((w) => gramsOf(w).size)
  const byGram = new Map<string, number[]>()
  words.forEach((w, at) => {
    for (const g of gramsOf(w)) {
      const l = byGram.get(g)
      if (l) l.push(at)
      else byGram.set(g, [at])
    }
  })
  const byInitial = new Map<string, string[]>()
  for (const word of vocabulary.keys()) {
    if (/^\d/.test(word)) continue
    const list = byInitial.get(word[0]!) ?? []
    list.push(word)
    byInitial.set(word[0]!, list)
  }

  return {
    /** Term of the word itself, as somebody wrote it who had its accents. */
    same: (word: string): string | undefined => vocabulary.get(word),
    /** Terms of words made of the same parts ("unsubscribing", compounds), with how much they share (Dice). */
    similar(word: string): Map<string, number> {
      const found = new Map<string, number>()
      if (word.length < 4) return found
      const grams = gramsOf(word)
      const counts = new Map<number, number>()
      for (const g of grams) for (const at of byGram.get(g) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
      const list = [...counts]
        .map(([at, n]) => [at, (2 * n) / (grams.size + sizes[at]!)] as const)
        .filter(([, d]) => d >= SP.FLOOR)
        .sort((a, b) => b[1] - a[1])
        .slice(0, SP.MOST)
      for (const [at, d] of list) {
        const t = vocabulary.get(words[at]!)!
        found.set(t, Math.max(d, found.get(t) ?? 0))
      }
      return found
    },
    /** Terms of the words that begin so: for a word still being typed. */
    completions(word: string): Set<string> {
      const terms = new Set<string>()
      if (word.length < 3) return terms
      for (const candidate of byInitial.get(word[0]!) ?? []) {
        if (candidate.startsWith(word)) terms.add(vocabulary.get(candidate)!)
        if (terms.size >= MAX_PREFIXES) break
      }
      return terms
    },
    /** Terms of the nearest words, all equally near. People seldom mistype the first letter. */
    corrections(word: string): Set<string> {
      let limit = allowed(word.length)
      const terms = new Set<string>()
      if (limit === 0) return terms
      for (const candidate of byInitial.get(word[0]!) ?? []) {
        if (candidate.length < 4) continue
        const distance = editDistance(word, candidate, limit)
        if (distance > limit) continue
        if (distance < limit) terms.clear()
        limit = distance
        terms.add(vocabulary.get(candidate)!)
      }
      return terms
    },
  }
}

export type Spelling = ReturnType<typeof createSpelling>
