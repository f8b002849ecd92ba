// Counts by key, with a limit; keys at zero take no memory.

export function createTally() {
  const counts = new Map<string, number>()
  return {
    /** False when the key is at its limit already; otherwise counts one more. */
    take(key: string, limit: number): boolean {
      const count = counts.get(key) ?? 0
      if (count >= limit) return false
      counts.set(key, count + 1)
      return true
    },
    release(key: string): void {
      const count = counts.get(key) ?? 0
      if (count <= 1) counts.delete(key)
      else counts.set(key, count - 1)
    },
    get size(): number {
      return counts.size
    },
  }
}
