// A part of the console that is fetched when somebody asks for it: where it does not come, that is said.

import { reasonOf } from './copilot/failure-reason.ts'
import type { Desk } from './desk.context.ts'

/** @param what was asked for, in words; undefined where it did not come */
export const fetchedPart = <T>(
  { t, undo }: Desk,
  what: string,
  fetch: () => Promise<T>,
): Promise<T | undefined> =>
  fetch().catch((error: unknown) => {
    undo.fail({ what, reason: reasonOf(error, t) })
    return undefined
  })
