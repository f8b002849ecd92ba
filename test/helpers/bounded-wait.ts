// How tests wait: for something to be so or to happen, never for time to pass, and never without an end, as a test that
// waits for what does not come would take the whole run along.

import { setTimeout as sleep } from 'node:timers/promises'

/** Far more than anything takes on a busy machine; less than a test may take. */
const PATIENCE = 30_000

interface Waiting {
  /** What is waited for, as the failure names it, or tells it at the end; by itself the code that looks for it. */
  what?: string | (() => string)
  within?: number
}

type Found<T> = Exclude<T, undefined | null | false>

/** What `look` finds as soon as it finds something: neither undefined nor null nor false. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  { what = String(look), within = PATIENCE }: Waiting = {},
): Promise<Found<T>> {
  for (const end = performance.now() + within; performance.now() < end; await sleep(10)) {
    const found = await look()
    if (found !== undefined && found !== null && found !== false) return found as Found<T>
  }
  throw new Error(`in vain for ${within} ms: ${typeof what === 'string' ? what : what()}`)
}

/** What `promise` resolves to, unless that takes too long. */
export async function inTime<T>(what: string, promise: Promise<T>, within: number = PATIENCE): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`in vain for ${within} ms: ${what}`)), within)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
