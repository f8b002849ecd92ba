// Requests to the server: JSON in, JSON out, problems as ApiError. Knows no path and no command.

import { ApiError, type ApiErrorCode, fromProblem } from './api-error.ts'
import type { Environment } from './client-environment.ts'

const TIMEOUT = 10_000

export interface RestRequest {
  query?: Record<string, unknown> | undefined
  body?: unknown
  token?: string | undefined
  signal?: AbortSignal | undefined
  /** Goes out even if the page is left right after. */
  keepalive?: boolean
  /** The answer may take up to a minute: a model is asked, or an owner's endpoint. The agent's client alone knows it. */
  patient?: boolean
}

/** @throws ApiError; an abort by the caller's signal is thrown as it is. */
export type Rest = <T>(method: string, path: string, request?: RestRequest) => Promise<T>

interface RestDeps {
  env: Pick<Environment, 'fetch' | 'after'>
  /** Such as `https://support.example.com/support/widget`. */
  base: string
  /** Added to every request's query. */
  query?: Record<string, string>
  credentials?: RequestCredentials
}

/** What an answer that is no problem document means: a proxy's page, most likely. */
const codeOf = (status: number): ApiErrorCode =>
  status === 401
    ? 'unauthenticated'
    : status === 404
      ? 'not-found'
      : status === 429
        ? 'quota-exceeded'
        : 'unavailable'

/** Requests against one base path. */
export function createRest({ env, base, query: always, credentials = 'omit' }: RestDeps): Rest {
  return async function rest<T>(method: string, path: string, request: RestRequest = {}): Promise<T> {
    const { query, body, token, signal, keepalive = false } = request
    const url = new URL(base + path)
    for (const [name, value] of Object.entries({ ...always, ...query }))
      if (value != null) url.searchParams.set(name, String(value))
    const headers: Record<string, string> = {}
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (token) headers.authorization = `Bearer ${token}`

    const abort = new AbortController()
    signal?.addEventListener('abort', () => abort.abort(), { once: true, signal: abort.signal })
    let code: 'network' | 'timeout' = 'network'
    const relax = env.after(TIMEOUT, () => {
      code = 'timeout'
      abort.abort()
    })
    try {
      signal?.throwIfAborted()
      const response = await env.fetch(url.href, {
        method,
        headers,
        credentials,
        keepalive,
        signal: abort.signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      // Cut short, it is no answer.
      if (response.ok) return await response.json()
      const answer = await response.json().catch(() => null)
      if (answer?.code) throw fromProblem(answer)
      throw new ApiError(codeOf(response.status), `HTTP ${response.status}`, null, response.status > 428)
    } catch (error) {
      if (error instanceof ApiError || signal?.aborted) throw error
      throw new ApiError(code)
    } finally {
      relax()
    }
  }
}
