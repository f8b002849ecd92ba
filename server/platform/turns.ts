// Heavy work a few at a time: who comes while all hands are full waits, and when too many wait, goes.

import { Problem } from './problem.ts'

export interface TurnsOptions {
  /** Pieces of work done at once. */
  concurrent?: number
  /** Callers waiting; more are told `busy`. */
  queue?: number
}

export type Turns = ReturnType<typeof createTurns>

/** @throws Problem `busy`, besides what the work throws */
export function createTurns({ concurrent = 2, queue = 20 }: TurnsOptions = {}) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= concurrent) {
      if (waiting.length >= queue) throw new Problem('busy', undefined, { retryAfter: 1 })
      // Whoever finishes hands its place over, so nobody can slip in between.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
