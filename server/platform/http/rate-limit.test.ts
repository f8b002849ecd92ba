// Limits as callers meet them. Time is the test's.

import assert from 'node:assert/strict'
import test from 'node:test'
import request from 'supertest'
import { testApp } from '../../../test/helpers/middleware-app.ts'
import { Problem } from '../problem.ts'
import { byIp, byIpAndSite, byPrincipal, createRateLimits } from './rate-limit.ts'
import { RATE_POLICIES, type RatePolicyName } from './rate-policies.ts'

const full = (retryAfter?: number) => (error: unknown) =>
  error instanceof Problem &&
  error.code === 'quota-exceeded' &&
  (retryAfter === undefined || error.extras.retryAfter === retryAfter)

test('60 messages a minute pass, the 61st is refused until the minute is over', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
  const limits = createRateLimits()
  for (let second = 0; second < 30; second++) {
    await limits.consume('message', 'ann')
    await limits.consume('message', 'ann')
    t.mock.timers.tick(1000)
  }
  await assert.rejects(limits.consume('message', 'ann'), full(30))
  await limits.consume('message', 'bob')
  t.mock.timers.tick(30_000)
  assert.deepEqual(await limits.consume('message', 'ann'), { remaining: 59, resetIn: 60 })
})

test('ten messages may come at once, the eleventh waits a second and costs nothing of the minute', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
  const limits = createRateLimits()
  for (let message = 0; message < 10; message++) await limits.consume('message', 'ann')
  for (let attempt = 0; attempt < 100; attempt++)
    await assert.rejects(limits.consume('message', 'ann'), full(1))
  t.mock.timers.tick(1000)
  assert.equal((await limits.consume('message', 'ann')).remaining, 49)
})

test('every policy refuses exactly after its points, by key', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
  const limits = createRateLimits()
  for (const [name, { points, burst }] of Object.entries(RATE_POLICIES).map(
    (entry) => entry as [RatePolicyName, { points: number; burst?: unknown }],
  )) {
    if (burst) continue
    await limits.consume(name, 'key', points)
    await assert.rejects(limits.consume(name, 'key'), full(), name)
    await limits.consume(name, 'other')
  }
})

test('what is reset starts anew', async () => {
  const limits = createRateLimits()
  await limits.consume('login', 'ann', 5)
  await assert.rejects(limits.consume('login', 'ann'), full())
  await limits.reset('login', 'ann')
  await limits.consume('login', 'ann')
})

test('lifted limits never refuse', async () => {
  const limits = createRateLimits({ lifted: true })
  for (let count = 0; count < 100; count++) await limits.consume('login', 'ann')
})

const server = (trustProxy: number, lifted = false) => {
  const limits = createRateLimits({ lifted })
  return testApp((app) => {
    app.set('trust proxy', trustProxy)
    app.use((req, res, next) => {
      res.locals.site = { id: req.query.site }
      if (req.query.visitor) res.locals.principal = { id: req.query.visitor }
      next()
    })
    app.get('/login', limits.limit('login', byIp), (_req, res) => void res.json({}))
    app.get('/transcript', limits.limit('transcript', byPrincipal), (_req, res) => void res.json({}))
    app.get('/reset', limits.limit('reset', byIpAndSite), (_req, res) => void res.json({}))
    app.get('/both', limits.limit('reset'), limits.limit('load'), (_req, res) => void res.json({}))
  }).app
}

test('answers tell what is left, and a refusal when to come back', async () => {
  const app = server(0)
  const first = await request(app).get('/login').expect(200)
  assert.equal(first.headers['ratelimit-policy'], '"login";q=5;w=900')
  assert.equal(first.headers.ratelimit, '"login";r=4;t=900')
  assert.equal(first.headers['retry-after'], undefined)
  for (let count = 2; count <= 5; count++) await request(app).get('/login').expect(200)
  const sixth = await request(app).get('/login').expect(429)
  assert.equal(sixth.body.code, 'quota-exceeded')
  assert.match(sixth.body.type, /quota-exceeded$/)
  assert.match(sixth.headers.ratelimit!, /^"login";r=0;t=\d+$/)
  assert.equal(sixth.headers['ratelimit-policy'], '"login";q=5;w=900')
  assert.equal(Number(sixth.headers['retry-after']), sixth.body.retry_after)
})

test('two policies on one route are both told', async () => {
  const answer = await request(server(0)).get('/both').expect(200)
  assert.equal(answer.headers['ratelimit-policy'], '"reset";q=3;w=3600, "load";q=200;w=3600')
})

test('visitors are counted apart; without one nothing is counted', async () => {
  const app = server(0)
  for (let count = 0; count < 5; count++) await request(app).get('/transcript?visitor=ann').expect(200)
  await request(app).get('/transcript?visitor=ann').expect(429)
  await request(app).get('/transcript?visitor=bob').expect(200)
  assert.equal((await request(app).get('/transcript').expect(200)).headers.ratelimit, undefined)
})

test('sites of one address are counted apart', async () => {
  const app = server(0)
  for (let count = 0; count < 3; count++) await request(app).get('/reset?site=one').expect(200)
  await request(app).get('/reset?site=one').expect(429)
  await request(app).get('/reset?site=two').expect(200)
})

test('a forwarded address counts only behind a trusted proxy', async () => {
  for (const [proxies, status] of [
    [0, 429],
    [1, 200],
  ] as const) {
    const app = server(proxies)
    for (let count = 0; count < 5; count++)
      await request(app).get('/login').set('x-forwarded-for', '203.0.113.1')
    await request(app).get('/login').set('x-forwarded-for', '203.0.113.2').expect(status)
  }
})

test('all of an IPv6 /64 is one address', async () => {
  const app = server(1)
  for (let host = 1; host <= 5; host++)
    await request(app).get('/login').set('x-forwarded-for', `2001:db8::${host}`)
  await request(app).get('/login').set('x-forwarded-for', '2001:db8:0:0:9::1').expect(429)
  await request(app).get('/login').set('x-forwarded-for', '2001:db8:0:1::1').expect(200)
})

test('lifted limits write no headers', async () => {
  assert.equal((await request(server(0, true)).get('/login').expect(200)).headers.ratelimit, undefined)
})
