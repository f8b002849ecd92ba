// A problem of the server, or of the way to it, as an error with a typed code.

import type { ProblemBody } from '../protocol/problem-body.ts'

/** `network`: the server was not reached. `timeout`: no answer in time. The rest are the server's own codes. */
export type ApiErrorCode = ProblemBody['code'] | 'network' | 'timeout'

/** Codes after which the same request may succeed if sent again. A contract test holds it to the protocol's list. */
export const RETRYABLE_CODES: readonly ApiErrorCode[] = [
  'network',
  'timeout',
  'quota-exceeded',
  'busy',
  'unavailable',
  'internal',
]

export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly problem: ProblemBody | null
  /** Whether the same request may succeed if sent again later. */
  readonly retryable: boolean

  constructor(
    code: ApiErrorCode,
    message: string = code,
    problem: ProblemBody | null = null,
    retryable: boolean = RETRYABLE_CODES.includes(code),
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.problem = problem
    this.retryable = retryable
  }
}

/** The error a problem of the server is thrown as. */
export const fromProblem = (problem: ProblemBody, retryable?: boolean): ApiError =>
  new ApiError(problem.code, problem.message ?? problem.title, problem, retryable)
