// Counts kept elsewhere can be out of reach. Then this node's own decide: nobody is refused, nor kept waiting, for that.

import { within } from '../deadline.ts'
import { errorFields } from '../error-fields.ts'
import type { Log } from '../log.ts'
import { systemTime, type Time } from '../time.ts'

export interface RateInsuranceDeps {
  log: Pick<Log, 'info' | 'warn'>
  /** What the log calls the store. */
  what: string
  time?: Time
}

/** Longer than this no caller waits for a count. */
const PATIENCE_MS = 500
/** Between two looks whether the store is back; one caller takes the look, the others do not wait. */
const PAUSE_MS = 1000

/** Runs `main`, or `spare` while the store is away; what is thrown that is no Error is an answer, a refusal. */
export type RateInsurance = <T>(main: () => Promise<T>, spare: () => Promise<T>) => Promise<T>

export function createRateInsurance({ log, what, time = systemTime }: RateInsuranceDeps): RateInsurance {
  let isAway = false
  let lookAt = 0

  function isBack(): void {
    if (!isAway) return
    isAway = false
    log.info(`rate limits: counted in ${what} again`)
  }

  function isGone(error: Error): void {
    lookAt = time.now() + PAUSE_MS
    if (isAway) return
    isAway = true
    log.warn({ error: errorFields(error) }, `rate limits: ${what} is away, each node counts by itself`)
  }

  return async function insure(main, spare) {
    if (isAway) {
      if (time.now() < lookAt) return spare()
      lookAt = time.now() + PATIENCE_MS + PAUSE_MS
    }
    try {
      const answer = await within(PATIENCE_MS, main(), time)
      isBack()
      return answer
    } catch (thrown) {
      if (!(thrown instanceof Error)) {
        isBack()
        throw thrown
      }
      isGone(thrown)
      return spare()
    }
  }
}
