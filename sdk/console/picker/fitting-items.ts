// What of a list fits what was typed: beginnings of words first. Pure.

interface Findable {
  label: string
  words?: string
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function rank(item: Findable, wanted: string): number {
  const label = folded(item.label)
  if (label.startsWith(wanted)) return 0
  const text = `${label} ${folded(item.words ?? '')}`
  if (text.split(/[\s/@_-]+/).some((word) => word.startsWith(wanted))) return 1
  return text.includes(wanted) ? 2 : 3
}

/** In the order they stand where they fit alike. */
export function fitting<T extends Findable>(items: readonly T[], query: string): readonly T[] {
  const wanted = folded(query.trim())
  if (!wanted) return items
  return items
    .map((item) => ({ item, rank: rank(item, wanted) }))
    .filter((each) => each.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
