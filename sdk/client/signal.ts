// News without a value that stays: who listens hears it once, who comes later does not.

type Listen<T> = (listener: (news: T) => void, options?: { signal?: AbortSignal }) => () => void

/** `listen` returns its own end. */
export function createSignal<T>(): { emit(news: T): void; listen: Listen<T> } {
  const listeners = new Set<(news: T) => void>()
  return {
    emit(news) {
      for (const listener of [...listeners]) listener(news)
    },
    listen(listener, { signal } = {}) {
      if (signal?.aborted) return () => {}
      listeners.add(listener)
      const stop = (): void => void listeners.delete(listener)
      signal?.addEventListener('abort', stop, { once: true })
      return stop
    },
  }
}
