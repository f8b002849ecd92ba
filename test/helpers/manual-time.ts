// A server's time that moves only when told.

import type { Time } from '../../server/platform/time.ts'

export function manualTime() {
  let now = 0
  const timers = new Set<{ at: number; call: () => void }>()
  const time: Time = {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  return {
    time,
    /** Moves the clock on, running what falls due in its order. */
    advance(ms: number): void {
      const until = now + ms
      for (;;) {
        let due: { at: number; call: () => void } | undefined
        for (const timer of timers) if (timer.at <= until && (!due || timer.at < due.at)) due = timer
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.call()
      }
      now = until
    },
    /** The clock alone moves on, as in a process that stood still. */
    stall(ms: number): void {
      now += ms
    },
  }
}
