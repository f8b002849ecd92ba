// Whether whoever asked still waits for the answer.

import type { Response } from 'express'
import { Problem } from '../problem.ts'

/** Aborted, with Problem `unavailable`, when the connection ends; after the answer that matters to nobody. */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort(new Problem('unavailable', 'Nobody waits for it any more.')))
  return gone.signal
}
