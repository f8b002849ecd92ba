// The OpenAI package, set up for any compatible server: one key, one address, and nothing of this process besides.
// Knows neither models nor prompts.

import type { APIConnectionError, APIError, OpenAI } from 'openai'
import { latePackage } from './late-package.ts'

export const OPENAI_BASE_URL = 'https://api.openai.com/v1'

/**
 * The package's others tell of this machine (its system, its versions) and of what else the environment holds
 * (`OPENAI_ORG_ID`, `OPENAI_CUSTOM_HEADERS`), which may be meant for another server.
 */
const HEADERS: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type'])

export interface OpenAIServer {
  /** Empty: the server wants none. Goes into one header and nowhere else. */
  apiKey: string
  /** Up to `/v1`. */
  baseUrl: string
}

export const isApiError = (error: unknown): error is APIError =>
  error instanceof latePackage('openai').APIError

export const isConnectionError = (error: unknown): error is APIConnectionError =>
  error instanceof latePackage('openai').APIConnectionError

/**
 * Asks once: who asks knows better whether it is worth another try. How long it may take is said by a signal with each
 * request: the package's own timeout ends with the headers, where a refusal's body may still take for ever.
 */
export const createOpenAI = ({ apiKey, baseUrl }: OpenAIServer): OpenAI =>
  new (latePackage('openai').OpenAI)({
    // It insists on a key; the header that counts is the one below.
    apiKey: apiKey || 'none',
    baseURL: baseUrl.replace(/\/+$/, ''),
    maxRetries: 0,
    // Stated here, it wins over `OPENAI_CUSTOM_HEADERS`.
    defaultHeaders: { authorization: apiKey ? `Bearer ${apiKey}` : null },
    // `OPENAI_LOG` would have customers' words written to the console.
    logLevel: 'off',
    fetch(url, init) {
      const headers = new Headers(init?.headers)
      for (const name of [...headers.keys()]) if (!HEADERS.has(name)) headers.delete(name)
      return fetch(url, { ...init, headers })
    },
  })
