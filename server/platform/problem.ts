// The one error the server throws on purpose. It knows its code; only http/ and hub/ know how it travels.

import type { ProblemBody } from '../../sdk/protocol/problem-body.ts'
import { PROBLEMS, type ProblemCode, RETRYABLE } from '../../sdk/protocol/problem-catalogue.ts'

export interface ProblemExtras {
  errors?: { pointer: string; detail: string }[]
  /** Seconds after which a retry makes sense. */
  retryAfter?: number
  context?: Record<string, unknown>
  cause?: unknown
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, detail?: string, extras: ProblemExtras = {}) {
    super(detail ?? PROBLEMS[code].title, { cause: extras.cause })
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    this.extras = extras
  }

  get status(): number {
    return PROBLEMS[this.code].status
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code)
  }

  /** RFC 9457 body; `requestId` ties it to the server's log. */
  toBody(requestId?: string): ProblemBody {
    const { errors, retryAfter, context } = this.extras
    return {
      type: `https://deskbell.dev/problems/${this.code}`,
      code: this.code,
      title: PROBLEMS[this.code].title,
      status: this.status,
      ...(this.detail !== undefined && { detail: this.detail }),
      ...(requestId !== undefined && { instance: `urn:uuid:${requestId}` }),
      ...(errors !== undefined && { errors }),
      ...(retryAfter !== undefined && { retry_after: retryAfter }),
      ...(context !== undefined && { context }),
      message: this.detail ?? PROBLEMS[this.code].title,
    }
  }
}
