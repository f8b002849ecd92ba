// Other sites' pages at the console's door, the headers that keep it shut, and clients that dawdle.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import test from 'node:test'
import request from 'supertest'
import { testApp } from '../../../test/helpers/middleware-app.ts'
import { consoleGuard } from './console-guard.ts'
import { consoleHeaders, resourceHeaders } from './security-headers.ts'
import { serverTimeouts } from './server-timeouts.ts'

const { app } = testApp((app) => {
  app.use(consoleGuard())
  app.all('/', (_req, res) => void res.json({ ok: true }))
})

for (const from of ['cross-site', 'same-site'])
  test(`a ${from} page may neither read nor change anything`, async () => {
    for (const method of ['get', 'post'] as const) {
      const answer = await request(app)
        [method]('/')
        .set({ 'sec-fetch-site': from, 'content-type': 'application/json' })
      assert.equal(answer.status, 403)
      assert.equal(answer.body.code, 'forbidden')
    }
  })

test('the console’s own page may, and so may what is no browser', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, {}]) {
    await request(app).get('/').set(headers).expect(200)
    await request(app).post('/').set(headers).send({}).expect(200)
  }
  await request(app).post('/').set('content-type', 'Application/JSON; charset=utf-8').send('{}').expect(200)
})

test('an address typed in is read, but changes nothing', async () => {
  await request(app).get('/').set('sec-fetch-site', 'none').expect(200)
  await request(app).post('/').set('sec-fetch-site', 'none').send({}).expect(403)
})

test('what a form can send changes nothing, even where the browser does not say whence', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])
    await request(app).post('/').set('content-type', type).send('{}').expect(415)
  await request(app).post('/').expect(415)
  await request(app).post('/').set('sec-fetch-site', 'same-origin').expect(200)
})

test('where files are taken, nothing but their bytes is, and from no other page', async () => {
  const { app } = testApp((app) => {
    app.use(consoleGuard({ bytes: true }))
    app.all('/', (_req, res) => void res.json({ ok: true }))
  })
  const put = (headers: Record<string, string>) => request(app).put('/').set(headers).send('x')
  await put({ 'content-type': 'application/octet-stream' }).expect(200)
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x'])
    await put({ 'content-type': type }).expect(415)
  await put({ 'content-type': 'application/octet-stream', 'sec-fetch-site': 'cross-site' }).expect(403)
})

test('console pages run own scripts only, trust Lit alone, and stand in no frame', async () => {
  const { app } = testApp((app) => {
    app.use(consoleHeaders({ publicUrl: 'https://desk.example', filesOrigin: 'https://files.example' }))
    app.get('/', (_req, res) => void res.json({}))
  })
  const { headers } = await request(app).get('/')
  assert.equal(
    headers['content-security-policy'],
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' blob: https://files.example;" +
      "media-src 'self' https://files.example;font-src 'self';connect-src 'self' wss://desk.example;" +
      "form-action 'self';base-uri 'none';object-src 'none';frame-src 'self';frame-ancestors 'none';" +
      "require-trusted-types-for 'script';trusted-types lit-html",
  )
  assert.match(headers['strict-transport-security']!, /max-age=31536000/)
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['x-powered-by'], undefined)
})

test('files for other sites’ pages may be loaded by them, and act as nothing', async () => {
  const { app } = testApp((app) => {
    app.use(resourceHeaders({ publicUrl: 'http://localhost:4600' }))
    app.get('/', (_req, res) => void res.json({}))
  })
  const { headers } = await request(app).get('/')
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin')
  assert.match(headers['content-security-policy']!, /^default-src 'none'/)
  assert.equal(headers['strict-transport-security'], undefined, 'no https, no promise of it')
})

test('a client that does not finish its headers is answered 408 and cut off', async (t) => {
  const server = createServer(serverTimeouts({ headersMs: 20, requestMs: 40, checkEveryMs: 5 }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: slow\r\n')
  const [answer] = await once(socket, 'data')
  assert.match(String(answer), /^HTTP\/1.1 408 /)
  await once(socket, 'close')
})

test('headers have ten seconds and requests five minutes, looked at every second', () => {
  const { headersTimeout, requestTimeout, connectionsCheckingInterval } = serverTimeouts()
  assert.deepEqual([headersTimeout, requestTimeout, connectionsCheckingInterval], [10_000, 300_000, 1000])
})
