// Many who ask for the same kind of thing in one moment share a statement: ten thousand hellos are not ten thousand
// queries. Few statements run at once, so that a crowd never holds every connection.

import { Problem } from './problem.ts'

export interface BatcherOptions<K, V> {
  /** Answers for all keys, in their order. What it throws, each of them gets. */
  run: (keys: readonly K[]) => Promise<readonly V[]>
  /** Weight of one run at most; one key alone may be heavier. */
  size: number
  /** What a key weighs; default 1. */
  weightOf?: (key: K) => number
  /** Runs at the same time. */
  lanes?: number
  /** Keys that may wait; more are refused with `busy`. */
  waiting?: number
}

interface Asked<K, V> {
  key: K
  resolve(value: V): void
  reject(error: unknown): void
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Returns `ask`. */
export function createBatcher<K, V>({
  run,
  size,
  weightOf = () => 1,
  lanes = 2,
  waiting = 20_000,
}: BatcherOptions<K, V>): (key: K) => Promise<V> {
  let queue: Asked<K, V>[] = []
  let busy = 0

  function nextBatch(): Asked<K, V>[] {
    let weight = 0
    let count = 0
    while (count < queue.length) {
      weight += weightOf(queue[count]!.key)
      if (weight > size && count > 0) break
      count += 1
    }
    const batch = queue.slice(0, count)
    queue = queue.slice(count)
    return batch
  }

  async function answer(batch: Asked<K, V>[]): Promise<void> {
    try {
      const values = await run(batch.map(({ key }) => key))
      for (const [index, { resolve }] of batch.entries()) resolve(values[index]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  async function drive(): Promise<void> {
    busy += 1
    // Whoever asks within this turn of the event loop comes along.
    await nextTurn()
    while (queue.length > 0) await answer(nextBatch())
    busy -= 1
  }

  return function ask(key) {
    if (queue.length >= waiting)
      return Promise.reject(new Problem('busy', 'Too many ask at the same time.', { retryAfter: 2 }))
    return new Promise<V>((resolve, reject) => {
      queue.push({ key, resolve, reject })
      if (busy < lanes) void drive()
    })
  }
}
