// Limits of two nodes that count together: in PostgreSQL.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { Problem } from '../problem.ts'
import { createRateLimits, type RateLimits } from './rate-limit.ts'
import { postgresStore } from './rate-store.ts'

const QUIET = { info() {}, warn() {} } as never

/** How many of so many calls pass. */
async function passes(limits: RateLimits, times: number, ...call: Parameters<RateLimits['consume']>) {
  let passed = 0
  for (let i = 0; i < times; i++)
    await limits.consume(...call).then(
      () => {
        passed += 1
      },
      (error: unknown) =>
        assert.ok(error instanceof Problem && error.code === 'quota-exceeded', String(error)),
    )
  return passed
}

async function nodes(t: TestContext) {
  const { db } = await testDatabase(t)
  // However busy the machine, no statement takes longer than a caller waits.
  const { time } = manualTime()
  const start = () => createRateLimits({ store: postgresStore({ db, log: QUIET, time }) })
  return { db, a: start(), b: start() }
}

test('postgres: five wrong passwords are five on all nodes, and the right one forgets them on all', async (t) => {
  const { a, b } = await nodes(t)
  assert.equal(await passes(a, 3, 'login', 'ann'), 3)
  assert.equal(await passes(b, 5, 'login', 'ann'), 2)
  assert.equal(await passes(a, 1, 'login', 'ann'), 0)
  assert.equal(await passes(b, 1, 'login', 'bob'), 1)
  await a.reset('login', 'ann')
  assert.equal(await passes(b, 1, 'login', 'ann'), 1)
})

test('postgres: calls at the same moment on two nodes are counted each', async (t) => {
  const { a, b } = await nodes(t)
  const passed = await Promise.all([a, b].map((limits) => passes(limits, 20, 'session', 'here')))
  assert.equal(passed[0]! + passed[1]!, 40)
  assert.equal((await a.consume('session', 'here')).remaining, 19)
})

test('postgres: one policy’s keys are not another’s, and a miss that was none is given back', async (t) => {
  const { a, b } = await nodes(t)
  assert.equal(await passes(a, 12, 'statusMiss', 'key'), 10)
  assert.equal(await passes(b, 1, 'reset', 'key'), 1)
  await b.refund('reset', 'key')
  assert.equal((await a.consume('reset', 'key')).remaining, 2)
})

test('postgres: what comes often costs the database nothing', async (t) => {
  const { db, a, b } = await nodes(t)
  for (const policy of ['message', 'api', 'poll', 'load', 'search'] as const) {
    await a.consume(policy, 'ann')
    await b.consume(policy, 'ann')
  }
  assert.deepEqual(await db.query('select key from rate_limits'), [])
})

test('postgres: a window that is over starts anew', async (t) => {
  const { db, a, b } = await nodes(t)
  assert.equal(await passes(a, 4, 'reset', 'ann'), 3)
  await db.query(`update rate_limits set expire = 0 where key = 'reset:ann'`)
  assert.equal(await passes(b, 4, 'reset', 'ann'), 3)
})

test('postgres: while the table cannot be written each node counts by itself', async (t) => {
  const { db, a, b } = await nodes(t)
  await db.query('alter table rate_limits rename to elsewhere')
  assert.equal(await passes(a, 7, 'login', 'ann'), 5)
  assert.equal(await passes(b, 7, 'login', 'ann'), 5)
})
