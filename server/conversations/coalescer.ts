// Work asked for again while it runs, or soon after, is done once more and not once per asking.

export interface CoalescerOptions<T> {
  keyOf: (subject: T) => string
  run: (subject: T) => Promise<void>
  onError: (error: unknown) => void
  /** Least milliseconds between two runs for one key; the first runs at once. */
  restMs?: number
}

export function createCoalescer<T>({ keyOf, run, onError, restMs = 0 }: CoalescerOptions<T>) {
  /** Key → whether it was asked for again since the last run began. */
  const busy = new Map<string, boolean>()
  let closed = false

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, restMs).unref()
    })

  async function drive(key: string, subject: T): Promise<void> {
    do {
      busy.set(key, false)
      await run(subject).catch(onError)
      if (restMs > 0) await rest()
    } while (busy.get(key) && !closed)
    busy.delete(key)
  }

  return {
    ask(subject: T): void {
      const key = keyOf(subject)
      if (busy.has(key)) busy.set(key, true)
      else if (!closed) void drive(key, subject)
    },
    close(): void {
      closed = true
    },
  }
}
