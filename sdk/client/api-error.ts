// A problem of the server, or of the way to it, as an error with a typed code.

import type { ProblemBody } from '../protocol/problem.ts'

/** `network`: the server was not reached. `timeout`: no answer in time. The rest are the server's own codes. */
export type ApiErrorCode = ProblemBody['code'] | 'network' | 'timeout'

export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly problem: ProblemBody | null

  constructor(code: ApiErrorCode, message: string, problem: ProblemBody | null = null) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.problem = problem
  }
}
