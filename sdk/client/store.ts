// A value that tells when it changes. What elements read; no framework in it.

export interface Store<T> {
  get(): T
  /** Calls on every change, not at once; the returned function stops it. */
  subscribe(listener: (value: T) => void, options?: { signal?: AbortSignal }): () => void
}

export interface WritableStore<T> extends Store<T> {
  set(value: T): void
  update(change: (value: T) => T): void
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  const set = (next: T): void => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener(value)
  }
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener, { signal } = {}) {
      if (signal?.aborted) return () => {}
      listeners.add(listener)
      const stop = (): void => void listeners.delete(listener)
      signal?.addEventListener('abort', stop, { once: true })
      return stop
    },
  }
}
