// Which bus a node has: Redis where there is one, else the database it shares with other nodes; a node with a database
// of its own is alone.

import type { Config } from './config.ts'
import type { Bus } from './platform/bus/bus.ts'
import { createCarriedBus } from './platform/bus/carried-bus.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import { createPostgresCarrier } from './platform/bus/postgres-carrier.ts'
import { createRedisCarrier } from './platform/bus/redis-carrier.ts'
import type { Database } from './platform/database/database.ts'
import { errorFields } from './platform/error-fields.ts'
import type { Log } from './platform/log.ts'
import type { Redis } from './platform/redis.ts'

export interface NodeBusDeps {
  config: Pick<Config, 'databaseUrl' | 'redisUrl'>
  db: Database
  databaseUrl: string
  /** Null without REDIS_URL. */
  redis: Redis | null
  log: Log
}

export function createNodeBus({ config, db, databaseUrl, redis, log }: NodeBusDeps): Bus {
  const onError = (error: unknown): void => log.error({ error: errorFields(error) }, 'bus: a listener failed')
  if (redis && config.redisUrl)
    return createCarriedBus({
      carrier: createRedisCarrier({ redis, url: config.redisUrl, db }),
      onError,
      log,
    })
  if (config.databaseUrl)
    return createCarriedBus({ carrier: createPostgresCarrier({ db, url: databaseUrl }), onError, log })
  return createInProcessBus({ onError })
}
