// How long a client may take to say what it wants. Passed to `http.createServer`, which alone can set the last.

import type { ServerOptions } from 'node:http'

/**
 * Options for `http.createServer(serverTimeouts(), app)`: headers within 10 s, the whole request within
 * five minutes, which a file of 10 MB takes on a slow line; JSON has its own, shorter time (`jsonBody`).
 * Node looks for late connections only every 30 s by default, which would make 10 s up to 40.
 */
export const serverTimeouts = ({
  headersMs = 10_000,
  requestMs = 300_000,
  checkEveryMs = 1000,
}: {
  headersMs?: number
  requestMs?: number
  checkEveryMs?: number
} = {}): ServerOptions => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: checkEveryMs,
  maxHeaderSize: 16 * 1024,
})
