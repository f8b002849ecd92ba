// How much of a text was changed, in words: Levenshtein's distance, cut off where texts are long.

/** Longer texts are compared by their first words; the rest counts as changed where the lengths differ. */
const MOST_WORDS = 1500

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

export interface EditDistance {
  /** Words put in, taken out or replaced. */
  changed: number
  /** Of the longer text's words, 0 to 1. */
  share: number
}

export function editDistance(before: string, after: string): EditDistance {
  const [from, to] = [words(before), words(after)]
  const longest = Math.max(from.length, to.length)
  if (longest === 0) return { changed: 0, share: 0 }
  const [a, b] = [from.slice(0, MOST_WORDS), to.slice(0, MOST_WORDS)]
  let row = b.map((_, index) => index + 1)
  a.forEach((word, done) => {
    let [diagonal, left] = [done, done + 1]
    row = row.map((above, index) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (word === b[index] ? 0 : 1))
      diagonal = above
      left = cost
      return cost
    })
  })
  const compared = b.length > 0 ? row.at(-1)! : a.length
  const beyond = Math.abs(Math.max(0, from.length - MOST_WORDS) - Math.max(0, to.length - MOST_WORDS))
  const changed = compared + beyond
  return { changed, share: Math.min(1, changed / longest) }
}
