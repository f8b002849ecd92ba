// Remembers answers for a few seconds, absent ones too, and one question is asked once however many wait for it.

export interface ShortCacheOptions {
  ms: number
  clock: () => Date
  /** Made-up keys must not fill the memory: above this, all is forgotten. */
  size?: number
}

export function createShortCache<V>({ ms, clock, size = 1000 }: ShortCacheOptions) {
  const held = new Map<string, { until: number; value: Promise<V> }>()
  return {
    get(key: string, ask: () => Promise<V>): Promise<V> {
      const now = clock().getTime()
      const known = held.get(key)
      if (known && known.until > now) return known.value
      if (held.size >= size) held.clear()
      const entry = { until: now + ms, value: ask() }
      held.set(key, entry)
      // A failure is nobody's answer but this caller's.
      entry.value.catch(() => {
        if (held.get(key) === entry) held.delete(key)
      })
      return entry.value
    },
    clear: (): void => held.clear(),
  }
}
