// Work asked for again while it runs is done once more afterwards, not once per asking.

export interface CoalescerOptions<T> {
  keyOf: (subject: T) => string
  run: (subject: T) => Promise<void>
  onError: (error: unknown) => void
}

export function createCoalescer<T>({ keyOf, run, onError }: CoalescerOptions<T>) {
  /** Key → whether it was asked for again since the running one began. */
  const running = new Map<string, boolean>()

  async function drive(key: string, subject: T): Promise<void> {
    do {
      running.set(key, false)
      await run(subject).catch(onError)
    } while (running.get(key))
    running.delete(key)
  }

  return {
    ask(subject: T): void {
      const key = keyOf(subject)
      if (running.has(key)) running.set(key, true)
      else void drive(key, subject)
    },
  }
}
