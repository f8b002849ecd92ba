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
export function createSpelling(vocabulary: ReadonlyMap<string, string>) {
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
