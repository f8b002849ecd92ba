// Whatever was thrown, as a Problem: the one place that decides what an unforeseen error looks like outside.

import { Problem } from './problem.ts'

/** Problems pass; everything else becomes `internal`, with the error as its cause for the log. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('internal', undefined, { cause: error })
