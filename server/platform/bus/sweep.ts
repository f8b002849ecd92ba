// Looks, again and again, for what the bus may have lost on the way from other nodes. What there is to look at is not
// its business.

import { errorFields } from '../error-fields.ts'
import type { Log } from '../log.ts'
import { systemTime, type Time } from '../time.ts'
import type { Bus } from './bus.ts'

/** Between two looks: so late news may be that got lost. */
const EVERY_MS = 2000

export interface SweepDeps {
  bus: Pick<Bus, 'isShared' | 'onGap'>
  looks: readonly (() => Promise<void>)[]
  log: Pick<Log, 'info' | 'warn'>
  time?: Time
}

/** Nothing to do on a node that is alone. The returned function ends it. */
export function startSweep({ bus, looks, log, time = systemTime }: SweepDeps): () => void {
  if (!bus.isShared) return () => {}
  let isClosed = false
  let isLooking = false
  let isWanted = false
  let isFailing = false
  let stopTimer = (): void => {}

  async function look(): Promise<void> {
    stopTimer()
    if (isLooking) {
      isWanted = true
      return
    }
    isLooking = true
    try {
      for (const one of looks) await one()
      if (isFailing) log.info('sweep: works again')
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ error: errorFields(error) }, 'sweep: could not look for lost news')
      isFailing = true
    }
    isLooking = false
    if (isClosed) return
    stopTimer = time.after(isWanted && !isFailing ? 0 : EVERY_MS, () => void look())
    isWanted = false
  }

  const stopGap = bus.onGap(() => void look())
  stopTimer = time.after(EVERY_MS, () => void look())
  return () => {
    isClosed = true
    stopGap()
    stopTimer()
  }
}
