// What was searched for last in this browser.

const KEY = 'deskbell:recent-searches'
const KEPT = 8

export function readSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

const write = (all: readonly string[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    // Blocked storage: they are forgotten with the page.
  }
}

/** Newest first; what it was typed on the way to is replaced by it. */
export function keepSearch(q: string): readonly string[] {
  const all = [q, ...readSearches().filter((each) => !q.startsWith(each))].slice(0, KEPT)
  write(all)
  return all
}

export function forgetSearches(): readonly string[] {
  write([])
  return []
}
