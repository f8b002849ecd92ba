// The transcript of a conversation: as a file, or by mail.

import { ApiError, fromProblem } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import type { Rest } from './rest.ts'

export interface TranscriptDeps {
  env: Pick<Environment, 'fetch'>
  /** Origin of the server. */
  server: string
  site: string
  locale?: string | undefined
  rest: Rest
  authorized<T>(run: (token: string) => Promise<T>): Promise<T>
}

const TYPES = { text: 'text/plain', html: 'text/html' }

export function createTranscript(
  id: string,
  { env, server, site, locale = '', rest, authorized }: TranscriptDeps,
) {
  const path = `/chat/${id}/transcript`
  return {
    transcript: (format: 'text' | 'html'): Promise<Blob> =>
      authorized(async (token) => {
        const query = new URLSearchParams({ site, locale })
        const response = await env
          .fetch(`${server}/support/widget${path}?${query}`, {
            headers: { authorization: `Bearer ${token}`, accept: TYPES[format] },
            credentials: 'omit',
          })
          .catch(() => {
            throw new ApiError('network')
          })
        if (response.ok) return response.blob()
        const problem = await response.json().catch(() => null)
        throw problem?.code ? fromProblem(problem) : new ApiError('unavailable')
      }),
    mailTranscript: (email: string): Promise<void> =>
      authorized(async (token) => {
        await rest('POST', path, { body: { email, locale: locale || undefined, site }, token })
      }),
  }
}
