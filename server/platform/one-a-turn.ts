// Work that holds the event loop for some milliseconds: one piece in a turn of it, so that whatever else has come is
// served in between.

import { Problem } from './problem.ts'

interface Waiting {
  run(): void
  signal: AbortSignal | undefined
}

/** @param queue pieces that may wait; who comes after them is told `busy` */
export function createOneATurn({ queue = 200 }: { queue?: number } = {}) {
  const waiting: Waiting[] = []
  let isTurning = false

  function turn(): void {
    // Whoever has gone meanwhile needs no turn.
    const next = waiting.findIndex(({ signal }) => !signal?.aborted)
    for (const { run } of waiting.splice(0, next < 0 ? waiting.length : next + 1)) run()
    if (next < 0) isTurning = false
    else setImmediate(turn)
  }

  /** @throws Problem `busy`; the signal's reason when it has been given up; what the work throws */
  return function inTurn<T>(work: () => T, signal?: AbortSignal): Promise<T> {
    if (waiting.length >= queue) return Promise.reject(new Problem('busy', undefined, { retryAfter: 1 }))
    return new Promise((resolve, reject) => {
      function run(): void {
        try {
          signal?.throwIfAborted()
          resolve(work())
        } catch (error) {
          reject(error)
        }
      }
      waiting.push({ run, signal })
      if (isTurning) return
      isTurning = true
      turn()
    })
  }
}

export type OneATurn = ReturnType<typeof createOneATurn>
