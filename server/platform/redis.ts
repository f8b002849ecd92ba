// A connection to Redis that is kept for ever: while Redis is away, commands fail at once and the process lives on.

import { latePackage } from './late-package.ts'
import type { Log } from './log.ts'

/** All in milliseconds. */
const INTERVALS = {
  connect: 5000,
  /** Between signs of life. */
  ping: 2000,
  /** Nothing heard for so long, not even an answer to a ping: the connection is dead, and what waits on it fails. */
  silence: 5000,
  longestWait: 3000,
}

export interface RedisDeps {
  url: string
  log: Pick<Log, 'info' | 'warn'>
}

/** Begins to connect and returns at once. */
export function connectRedis({ url, log }: RedisDeps) {
  let isAway: boolean | null = null
  const client = latePackage('@redis/client').createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: INTERVALS.ping,
    socket: {
      connectTimeout: INTERVALS.connect,
      socketTimeout: INTERVALS.silence,
      reconnectStrategy: (retries) =>
        Math.min(INTERVALS.longestWait, 50 * 2 ** Math.min(retries, 10)) * (0.5 + Math.random() / 2),
    },
  })
  client.on('error', (error: Error) => {
    if (isAway !== true) log.warn({ error: { name: error.name, message: error.message } }, 'redis: away')
    isAway = true
  })
  client.on('ready', () => {
    if (isAway !== false) log.info('redis: connected')
    isAway = false
  })
  // It tries for ever; only closing ends it.
  client.connect().catch(() => {})

  return {
    client,
    isReady: (): boolean => client.isReady,
    close: (): void => client.destroy(),
  }
}

export type Redis = ReturnType<typeof connectRedis>
