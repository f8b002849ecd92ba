// What everybody does while the faults go on: each seat acts at its own pace, by its own chance, until told to stop.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Seat } from './chaos-seat.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface ActingSeat extends Seat {
  act(random: SeededRandom): Promise<void>
  /** ms between two acts, at least and at most. */
  pace: readonly [number, number]
}

/** Ends once nobody begins anything new; a write that hangs is left to the end of the run. */
export async function runWorkload(
  seats: readonly ActingSeat[],
  random: SeededRandom,
  stop: AbortSignal,
): Promise<void> {
  async function live(seat: ActingSeat): Promise<void> {
    const own = random.fork(seat.name)
    while (!stop.aborted) {
      await sleep(own.int(...seat.pace), undefined, { signal: stop }).catch(() => {})
      if (stop.aborted || !seat.isUsable()) continue
      // A tab that froze or died in the middle never comes back to it.
      const stopped = new Promise<void>((resolve) =>
        stop.addEventListener('abort', () => resolve(), { once: true }),
      )
      await Promise.race([seat.act(own).catch(() => {}), stopped])
    }
  }
  await Promise.all(seats.map(live))
}
