// Limits of two nodes that count together: in a real Redis, which comes and goes.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { eventually, inTime } from '../../../test/helpers/bounded-wait.ts'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { NO_REDIS, startRedis } from '../../../test/helpers/redis-server.ts'
import { connectRedis } from '../redis.ts'
import type { Time } from '../time.ts'
import { createRateLimits, type RateLimits } from './rate-limit.ts'
import { redisStore } from './rate-store.ts'

const QUIET = { info() {}, warn() {} } as never

async function passes(limits: RateLimits, times: number, ...call: Parameters<RateLimits['consume']>) {
  const calls = Array.from({ length: times }, () => limits.consume(...call))
  return (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled').length
}

async function nodes(t: TestContext, time?: Time) {
  const server = await startRedis(t)
  const lines: string[] = []
  const note = (_fields: unknown, line?: string): void => void lines.push(line ?? String(_fields))
  const start = async () => {
    const redis = connectRedis({ url: server.url, log: QUIET })
    t.after(redis.close)
    await eventually(redis.isReady)
    const store = redisStore({
      client: redis.client,
      log: { info: note, warn: note } as never,
      ...(time && { time }),
    })
    return { redis, limits: createRateLimits({ store }) }
  }
  const [a, b] = [await start(), await start()]
  return { server, lines, a: a.limits, b: b.limits, isReady: () => a.redis.isReady() && b.redis.isReady() }
}

test('redis: every policy is counted over all nodes, bursts too', { skip: NO_REDIS }, async (t) => {
  // Hundreds at once take a busy machine longer than a caller waits: here all do.
  const { a, b } = await nodes(t, manualTime().time)
  assert.equal(await passes(a, 3, 'login', 'ann'), 3)
  assert.equal(await passes(b, 5, 'login', 'ann'), 2)
  await b.reset('login', 'ann')
  assert.equal(await passes(a, 7, 'login', 'ann'), 5)
  assert.equal(await passes(a, 300, 'api', 'ann'), 300)
  assert.equal(await passes(b, 400, 'api', 'ann'), 300)
  const [first, second] = await Promise.all([passes(a, 8, 'message', 'ann'), passes(b, 8, 'message', 'ann')])
  assert.equal(first + second, 10)
  await a.consume('reset', 'ann')
  await a.refund('reset', 'ann')
  assert.equal((await b.consume('reset', 'ann')).remaining, 2)
})

test('redis: gone, each node counts by itself; back, they count together again', {
  skip: NO_REDIS,
}, async (t) => {
  const { time, advance } = manualTime()
  const { server, lines, a, b, isReady } = await nodes(t, time)
  await server.kill()
  assert.equal(await passes(a, 7, 'login', 'ann'), 5)
  assert.equal(await passes(b, 7, 'login', 'ann'), 5)
  assert.deepEqual(lines, Array(2).fill('rate limits: Redis is away, each node counts by itself'))
  await server.start()
  await eventually(isReady)
  for (const limits of [a, b])
    await eventually(async () => {
      const told = lines.length
      // One looks whether it is back after each pause.
      advance(2000)
      await limits.refund('api', 'whoever looks again')
      return lines.length > told
    })
  assert.equal(await passes(a, 3, 'login', 'bob'), 3)
  assert.equal(await passes(b, 3, 'login', 'bob'), 2)
})

test('redis: frozen, it keeps callers for half a second and nobody after them', {
  skip: NO_REDIS,
}, async (t) => {
  const { time, advance } = manualTime()
  const { server, a } = await nodes(t, time)
  server.freeze()
  const first = passes(a, 5, 'login', 'ann')
  const answered = first.then(() => true)
  await eventually(() => {
    advance(500)
    return Promise.race([answered, false])
  })
  assert.equal(await first, 5)
  // Sooner than the connection itself would be given up.
  assert.equal(await inTime('an answer without a wait', passes(a, 1, 'login', 'ann'), 3000), 0)
})
