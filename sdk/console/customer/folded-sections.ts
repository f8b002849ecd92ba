// Which sections of the sidebar an agent has folded away: kept by this browser, the same for every customer.

const KEY = 'deskbell:folded-sections'

export function readFolded(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [])
  } catch {
    return new Set()
  }
}

export function keepFolded(folded: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...folded]))
  } catch {
    // Blocked storage: it holds until the page goes.
  }
}
