// Enforces the rate policies, for routes as middleware and for socket commands and jobs as a plain call.
// A fixed window per key; where it is counted is the store's.

import type { Request, RequestHandler, Response } from 'express'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../problem.ts'
import { clientIp } from './client-ip.ts'
import { RATE_POLICIES, type RatePolicy, type RatePolicyName } from './rate-policies.ts'
import { memoryStore, type RateLimiter, type RateStore } from './rate-store.ts'

export interface RateState {
  remaining: number
  /** Seconds until the window starts anew. */
  resetIn: number
}

/** What a request is counted by; undefined: not counted. */
export type RateKey = (req: Request, res: Response) => string | undefined

export const byIp: RateKey = (req) => clientIp(req.ip)
/** The site as a `widgetCors` before it has found it. */
export const byIpAndSite: RateKey = (req, res) => `${clientIp(req.ip)} ${res.locals.site?.id ?? ''}`
/** The principal as an authenticating middleware before it has found it. */
export const byPrincipal: RateKey = (_req, res) => res.locals.principal?.id

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000))
const isFull = (thrown: unknown): thrown is RateLimiterRes => !(thrown instanceof Error)

export interface RateLimitsDeps {
  store?: RateStore
  /** Nothing is counted, for benchmarks and tests that are about something else. */
  lifted?: boolean
}

export function createRateLimits({ store = memoryStore, lifted = false }: RateLimitsDeps = {}) {
  const limiters = new Map<RatePolicyName, { main: RateLimiter; burst: RateLimiter | undefined }>()
  for (const [name, policy] of Object.entries(RATE_POLICIES) as [RatePolicyName, RatePolicy][]) {
    const { points, seconds, burst, shared = false } = policy
    limiters.set(name, {
      main: store({ name, points, duration: seconds, shared }),
      burst: burst && store({ name: `${name}-burst`, points: burst.points, duration: burst.seconds, shared }),
    })
  }

  async function take(
    limiter: RateLimiter,
    name: RatePolicyName,
    key: string,
    cost: number,
  ): Promise<RateState> {
    try {
      const { remainingPoints, msBeforeNext } = await limiter.consume(key, cost)
      return { remaining: remainingPoints, resetIn: seconds(msBeforeNext) }
    } catch (thrown) {
      if (!isFull(thrown)) throw thrown
      const retryAfter = seconds(thrown.msBeforeNext)
      const context = { policy: RATE_POLICIES[name].label }
      throw new Problem('quota-exceeded', `Try again in ${retryAfter} s.`, { retryAfter, context })
    }
  }

  /** @throws Problem `quota-exceeded` with `retryAfter` once the key has used up its quota. */
  async function consume(name: RatePolicyName, key: string, cost = 1): Promise<RateState> {
    const { points, seconds: window } = RATE_POLICIES[name]
    if (lifted) return { remaining: points, resetIn: window }
    const { main, burst } = limiters.get(name)!
    // The burst first: what it refuses must not count against the long window too.
    if (burst) await take(burst, name, key, cost)
    return take(main, name, key, cost)
  }

  function tell(res: Response, name: RatePolicyName, { remaining, resetIn }: RateState): void {
    const { label, points, seconds: window } = RATE_POLICIES[name]
    res.append('RateLimit-Policy', `"${label}";q=${points};w=${window}`)
    res.append('RateLimit', `"${label}";r=${remaining};t=${resetIn}`)
  }

  /** Consumes and writes the `RateLimit` headers, for handlers that know their key only after parsing. */
  async function consumeFor(res: Response, name: RatePolicyName, key: string, cost = 1): Promise<void> {
    if (lifted) return
    try {
      tell(res, name, await consume(name, key, cost))
    } catch (error) {
      if (error instanceof Problem) tell(res, name, { remaining: 0, resetIn: error.extras.retryAfter ?? 1 })
      throw error
    }
  }

  return {
    consume,
    consumeFor,
    /** Consumes, and says whether there was any left: for what is passed over in silence. */
    permits: (name: RatePolicyName, key: string): Promise<boolean> =>
      consume(name, key).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Problem) return false
          throw error
        },
      ),
    /** Forgets what a key has used: a right password ends the counting of wrong ones. */
    async reset(name: RatePolicyName, key: string): Promise<void> {
      const { main, burst } = limiters.get(name)!
      await main.delete(key)
      await burst?.delete(key)
    },
    /** Gives one point back: a look that found something is no miss. */
    async refund(name: RatePolicyName, key: string): Promise<void> {
      if (!lifted) await limiters.get(name)!.main.reward(key, 1)
    },
    /** Middleware that counts each request under one policy. */
    limit: (name: RatePolicyName, keyOf: RateKey = byIp): RequestHandler =>
      async function limit(req, res, next) {
        const key = keyOf(req, res)
        if (key !== undefined) await consumeFor(res, name, key)
        next()
      },
  }
}

export type RateLimits = ReturnType<typeof createRateLimits>
