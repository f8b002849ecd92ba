// A request whose body or answer is bytes: a file that goes in, an archive that comes out. Refused like any other.

import { ApiError, fromProblem } from './api-error.ts'
import type { Environment } from './client-environment.ts'

/** @throws ApiError */
export type RawRequest = (method: 'GET' | 'PUT', path: string, body?: Blob) => Promise<Response>

export const createRawRequest =
  ({ env, base }: { env: Pick<Environment, 'fetch'>; base: string }): RawRequest =>
  async (method, path, body) => {
    const answer = await env
      .fetch(base + path, {
        method,
        credentials: 'same-origin',
        ...(body && { body, headers: { 'content-type': 'application/octet-stream' } }),
      })
      .catch(() => {
        throw new ApiError('network')
      })
    if (answer.ok) return answer
    const problem = await answer.json().catch(() => null)
    throw problem?.code ? fromProblem(problem) : new ApiError('unavailable')
  }
