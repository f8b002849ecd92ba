// Which pages may read what the widget's API answers.

import assert from 'node:assert/strict'
import test from 'node:test'
import request from 'supertest'
import { testApp } from '../../../test/helpers/middleware-app.ts'
import { type OriginList, widgetCors } from './widget-cors.ts'

const SITES: Record<string, OriginList> = {
  shop: { id: 'shop', allowedOrigins: ['https://good.example', 'https://other.example:8443'] },
  fresh: { id: 'fresh', allowedOrigins: [] },
}
const { app } = testApp((app) => {
  app.use(
    widgetCors({
      resolveSite: async (req) => SITES[String(req.query.site)] ?? null,
      ownOrigin: 'https://desk.example',
    }),
  )
  app.all('/', (_req, res) => {
    res.json({ site: res.locals.site?.id ?? null })
  })
})

const ask = (site: string, origin: string) => request(app).get(`/?site=${site}`).set('origin', origin)
const preflight = (site: string, origin: string) =>
  request(app).options(`/?site=${site}`).set({ origin, 'access-control-request-method': 'POST' })

test('a listed origin is echoed exactly, without credentials', async () => {
  for (const origin of ['https://good.example', 'https://other.example:8443']) {
    const answer = await ask('shop', origin).expect(200, { site: 'shop' })
    assert.equal(answer.headers['access-control-allow-origin'], origin)
    assert.equal(answer.headers['access-control-allow-credentials'], undefined)
    assert.match(answer.headers.vary!, /Origin/)
    assert.match(answer.headers['access-control-expose-headers']!, /Retry-After/)
  }
})

test('a preflight of a listed origin is answered with 204 and remembered for two hours', async () => {
  const answer = await preflight('shop', 'https://good.example').expect(204)
  assert.equal(answer.headers['access-control-allow-origin'], 'https://good.example')
  assert.equal(answer.headers['access-control-allow-headers'], 'content-type, authorization, idempotency-key')
  assert.match(answer.headers['access-control-allow-methods']!, /POST/)
  assert.equal(answer.headers['access-control-max-age'], '7200')
})

for (const origin of [
  'https://evil.example',
  'null',
  'https://good.example.evil.example',
  'https://evil-good.example',
  'http://good.example',
  'https://good.example:444',
  'https://GOOD.example',
  'http://localhost:3000',
])
  test(`${origin} is refused, and its preflight allows nothing`, async () => {
    const answer = await ask('shop', origin).expect(403)
    assert.equal(answer.body.code, 'origin-not-allowed')
    assert.equal(answer.headers['access-control-allow-origin'], undefined)
    const before = await preflight('shop', origin).expect(204)
    assert.equal(before.headers['access-control-allow-origin'], undefined)
    assert.equal(before.headers['access-control-allow-methods'], undefined)
    assert.match(before.headers.vary!, /Origin/)
  })

test('a site without a list allows local pages on any port, and only those', async () => {
  for (const origin of [
    'http://localhost:4601',
    'http://localhost',
    'http://127.0.0.1:1',
    'https://[::1]:65535',
  ])
    await ask('fresh', origin).expect(200)
  for (const origin of [
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost:',
    'null',
  ])
    await ask('fresh', origin).expect(403)
})

test('an unknown site allows no page', async () => {
  await ask('nobody', 'https://good.example').expect(403)
  const before = await preflight('nobody', 'https://good.example').expect(204)
  assert.equal(before.headers['access-control-allow-origin'], undefined)
})

test('requests without an origin pass, and pages of the server itself', async () => {
  await request(app).get('/').expect(200, { site: null })
  await request(app).get('/?site=shop').expect(200, { site: 'shop' })
  await ask('shop', 'https://desk.example').expect(200)
  await ask('shop', 'http://127.0.0.1:4600').set('host', '127.0.0.1:4600').expect(200)
})

test('an OPTIONS that is no preflight goes on to the routes', async () => {
  await request(app).options('/?site=shop').expect(200, { site: 'shop' })
})
