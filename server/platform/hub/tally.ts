// Counts by key, with a limit; keys at zero take no memory.

/** What the other nodes count. News of it travels, so a limit can be passed by what opens in the same moment. */
export interface Elsewhere {
  count(key: string): number
  /** This node's count has changed. */
  tell(key: string, count: number): void
}

const ALONE: Elsewhere = { count: () => 0, tell() {} }

export function createTally(elsewhere: Elsewhere = ALONE) {
  const counts = new Map<string, number>()
  return {
    /** False when the key is at its limit already; otherwise counts one more. */
    take(key: string, limit: number): boolean {
      const count = counts.get(key) ?? 0
      if (count + elsewhere.count(key) >= limit) return false
      counts.set(key, count + 1)
      elsewhere.tell(key, count + 1)
      return true
    },
    release(key: string): void {
      const count = (counts.get(key) ?? 0) - 1
      if (count < 0) return
      if (count === 0) counts.delete(key)
      else counts.set(key, count)
      elsewhere.tell(key, count)
    },
    get size(): number {
      return counts.size
    },
  }
}
