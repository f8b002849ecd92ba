// Where the counts of the rate limits are kept: in this process, or where all nodes see them. Decides no limit.

import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import { createRateInsurance, type RateInsurance, type RateInsuranceDeps } from './rate-insurance.ts'

/** One window of a policy. */
export interface RateWindow {
  name: string
  points: number
  /** Seconds. */
  duration: number
  /** Whether the policy is worth a statement a call where only the database is shared. */
  shared: boolean
}

/** A refusal is thrown as `RateLimiterRes`, which is no Error. */
export interface RateLimiter {
  consume(key: string, points: number): Promise<RateLimiterRes>
  delete(key: string): Promise<unknown>
  reward(key: string, points: number): Promise<unknown>
}

export type RateStore = (window: RateWindow) => RateLimiter

/** Counts of this process alone. */
export const memoryStore: RateStore = ({ points, duration }) => new RateLimiterMemory({ points, duration })

/** Both limiters as one: the shared counts, and this node's own while those are out of reach. */
const insured = (insurance: RateInsurance, main: RateLimiter, spare: RateLimiter): RateLimiter => ({
  consume: (key, points) =>
    insurance(
      () => main.consume(key, points),
      () => spare.consume(key, points),
    ),
  delete: (key) =>
    insurance(
      () => main.delete(key),
      () => spare.delete(key),
    ),
  reward: (key, points) =>
    insurance(
      () => main.reward(key, points),
      () => spare.reward(key, points),
    ),
})

export type SharedStoreDeps = Omit<RateInsuranceDeps, 'what'>

/** All policies count in Redis. `client`: of node-redis. */
export function redisStore({ client, ...deps }: SharedStoreDeps & { client: object }): RateStore {
  const insurance = createRateInsurance({ ...deps, what: 'Redis' })
  return (window) => {
    const { name, points, duration } = window
    const main = new RateLimiterRedis({
      storeClient: client,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `deskbell:rate:${name}`,
      points,
      duration,
    })
    return insured(insurance, main, memoryStore(window))
  }
}

/**
 * Rare policies count in the database. Frequent ones (messages, reading, the API) stay with each node, as a statement
 * for each would cost more than it guards: a caller who spreads over N nodes may do N times as much of those.
 */
export function postgresStore({
  db,
  ...deps
}: SharedStoreDeps & { db: Pick<Database, 'prepared'> }): RateStore {
  const insurance = createRateInsurance({ ...deps, what: 'PostgreSQL' })
  const storeClient = {
    async query({ name, text, values }: { name: string; text: string; values: unknown[] }) {
      const rows = await db.prepared(name, text, values)
      return { rows, rowCount: rows.length }
    },
  }
  let isSwept = false
  return (window) => {
    if (!window.shared) return memoryStore(window)
    const { name, points, duration } = window
    const main = new RateLimiterPostgres({
      storeClient,
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      // One of them for all: it sweeps the whole table.
      clearExpiredByTimeout: !isSwept,
      keyPrefix: name,
      points,
      duration,
    })
    isSwept = true
    return insured(insurance, main, memoryStore(window))
  }
}
