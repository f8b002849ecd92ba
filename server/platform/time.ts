// Time as a dependency: a clock that only goes forward, and timers that keep no process alive.

export interface Time {
  /** Milliseconds since some moment; for distances, never for dates. */
  now(): number
  /** Calls once after so many milliseconds; the returned function stops it. */
  after(ms: number, call: () => void): () => void
}

export const systemTime: Time = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms).unref()
    return () => clearTimeout(timer)
  },
}
