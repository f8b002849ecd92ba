// A promise that is not waited for longer than it is worth.

import { systemTime, type Time } from './time.ts'

/** Settles as the promise does, or fails after so many milliseconds; what it was waiting for goes on by itself. */
export function within<T>(ms: number, promise: Promise<T>, time: Time = systemTime): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = time.after(ms, () => reject(new Error(`No answer within ${ms} ms.`)))
    promise.then(resolve, reject).finally(stop)
  })
}
