// Errors as Escalated's widget reads them: `message`, and `errors` by the name of a field.

import type { ErrorRequestHandler } from 'express'
import type { ProblemCode } from '../../sdk/protocol/problem-catalogue.ts'
import { asProblem } from '../platform/as-problem.ts'

/** What has ended, or has not ended yet, is a fault of the input there. */
const AS_INPUT: ReadonlySet<ProblemCode> = new Set([
  'conversation-closed',
  'transition-refused',
  'not-rateable',
  'department-not-found',
])

/** Of `/department_id`, `department_id`; of a fault of the whole, `request`. */
const fieldOf = (pointer: string): string => pointer.split('/')[1] || 'request'

export const escalatedErrors = (): ErrorRequestHandler =>
  function escalatedErrors(error, _request, response, next) {
    const problem = asProblem(error)
    // Faults of ours are logged and worded where all are; they name no field.
    if (problem.status >= 500 || response.headersSent) return next(error)
    const { errors, retryAfter } = problem.extras
    if (retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(retryAfter)))
    const fields: Record<string, string[]> = {}
    for (const { pointer, detail } of errors ?? []) {
      const field = fieldOf(pointer)
      fields[field] = [...(fields[field] ?? []), detail]
    }
    const { message } = problem.toBody()
    response
      .status(AS_INPUT.has(problem.code) ? 422 : problem.status)
      .json({ message, ...(errors && { errors: fields }) })
  }
