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
  /** Keys of one name are never in two runs at once: the later ones wait for the next. */
  nameOf?: (key: K) => string
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
  nameOf,
  waiting = 20_000,
}: BatcherOptions<K, V>): (key: K) => Promise<V> {
  let queue: Asked<K, V>[] = []
  let busy = 0

  /** Names of the keys that are being answered. */
  const under = new Set<string>()

  /** The longest-waiting that may run; empty when all of them wait for the other lanes. */
  function nextBatch(): Asked<K, V>[] {
    const batch: Asked<K, V>[] = []
    const left: Asked<K, V>[] = []
    let weight = 0
    for (const [index, asked] of queue.entries()) {
      if (nameOf && under.has(nameOf(asked.key))) {
        left.push(asked)
        continue
      }
      weight += weightOf(asked.key)
      if (weight > size && batch.length > 0) {
        left.push(...queue.slice(index))
        break
      }
      batch.push(asked)
    }
    queue = left
    return batch
  }

  async function answer(batch: Asked<K, V>[]): Promise<void> {
    const names = nameOf ? batch.map(({ key }) => nameOf(key)) : []
    for (const name of names) under.add(name)
    try {
      const values = await run(batch.map(({ key }) => key))
      for (const [index, { resolve }] of batch.entries()) resolve(values[index]!)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    for (const name of names) under.delete(name)
  }

  async function drive(): Promise<void> {
    busy += 1
    // Whoever asks within this turn of the event loop comes along.
    await nextTurn()
    // What waits for another lane, that lane takes along when it comes back.
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) await answer(batch)
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
