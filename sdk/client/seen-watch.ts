// What somebody at the screen has surely seen of a log. What came a moment ago is drawn, but not yet noticed: they were
// looking at what they wrote.

import type { LogEvent } from '../protocol/event.ts'
import type { Store } from './store.ts'

/** Before that nobody has taken in what is new. */
const NOTICED_MS = 3000

export function watchSeen(state: Store<{ events: readonly LogEvent[] }>, now: () => number) {
  /** The last number held, and since when; the first is noticed, those after it are not yet. */
  let held: { seq: number; at: number }[] = []

  const last = (): number => state.get().events.at(-1)?.seq ?? 0

  /** The latest of those that have been there long enough stands first. */
  function settle(): void {
    const noticed = held.findLastIndex(({ at }) => now() - at >= NOTICED_MS)
    if (noticed > 0) held = held.slice(noticed)
  }

  function look(): void {
    const seq = last()
    settle()
    // What there was on opening is what its reader answers to.
    if (held.length === 0) held = seq > 0 ? [{ seq, at: Number.NEGATIVE_INFINITY }] : []
    else if (seq > held.at(-1)!.seq) held = [...held, { seq, at: now() }]
  }

  const close = state.subscribe(look)
  look()

  return {
    /** The last number that has been there long enough; null where nothing is there yet to have been seen. */
    seq(): number | null {
      look()
      return held[0]?.seq ?? null
    },
    /** Somebody was told of this one and has decided about it: seen, however new it is. */
    notice(seq: number): void {
      look()
      if (held[0] && held[0].seq >= seq) return
      held = [{ seq, at: Number.NEGATIVE_INFINITY }, ...held.filter((each) => each.seq > seq)]
    },
    close,
  }
}
