// Tells the other side that somebody types: now and then while the text changes, and when it stops.

import type { Environment } from './client-environment.ts'

const EVERY = 1_000
const IDLE = 5_000
/** The longest preview the server takes. */
const PREVIEW = 500

interface TypingDeps {
  env: Pick<Environment, 'now' | 'after'>
  start(text: string): void
  stop(): void
}

/** Turns every change of a composer into few signals. */
export function createTypingSender({ env, start, stop }: TypingDeps) {
  const nothing = (): void => {}
  let active = false
  let toldAt = -Infinity
  let cancelNext = nothing
  let cancelIdle = nothing

  /** Nobody types any more; tells so unless the message itself does. */
  function end(tell: boolean): void {
    cancelNext()
    cancelIdle()
    cancelNext = nothing
    if (active && tell) stop()
    active = false
    toldAt = -Infinity
  }

  return {
    /** The composer's text has changed. */
    change(text: string): void {
      if (!text.trim()) {
        end(true)
        return
      }
      const tell = (): void => {
        cancelNext = nothing
        active = true
        toldAt = env.now()
        start(text.slice(0, PREVIEW))
      }
      cancelIdle()
      cancelIdle = env.after(IDLE, () => end(true))
      cancelNext()
      // Never longer, though the device's clock was set back.
      const wait = Math.min(EVERY, toldAt + EVERY - env.now())
      if (wait <= 0) tell()
      else cancelNext = env.after(wait, tell)
    },
    end,
  }
}
