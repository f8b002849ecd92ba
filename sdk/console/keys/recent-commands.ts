// Which commands this browser ran last: for the palette, which lists them first.

const KEY = 'deskbell:recent-commands'

export const recentCommands = {
  read(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
    } catch {
      return []
    }
  },
  write(ids: readonly string[]): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(ids))
    } catch {
      // Blocked storage: it is forgotten with the page.
    }
  },
}
