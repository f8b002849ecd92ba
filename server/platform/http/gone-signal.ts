// Whether whoever asked still waits for the answer.

import type { Response } from 'express'
import { Problem } from '../problem.ts'

/** Why something was given up; nobody is there to be told, and nothing has failed. */
export class CallerGone extends Problem {
  constructor() {
    super('unavailable', 'Nobody waits for it any more.')
  }
}

/** Aborted when the connection ends; after the answer that matters to nobody. */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort(new CallerGone()))
  return gone.signal
}
