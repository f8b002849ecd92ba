// Bodies as clients send them, the wrong ones above all.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import request from 'supertest'
import { testApp } from '../../../test/helpers/middleware-app.ts'
import { jsonBody } from './json-body.ts'

const { app } = testApp((app) => {
  app.use(jsonBody())
  app.all('/', (req, res) => {
    res.json({ body: req.body ?? null })
  })
})

test('a JSON body is read, with or without a charset', async () => {
  for (const type of ['application/json', 'application/json; charset=utf-8']) {
    const { body } = await request(app).post('/').set('content-type', type).send('{"a":"ä"}').expect(200)
    assert.deepEqual(body, { body: { a: 'ä' } })
  }
})

test('a request without a body passes whatever it calls its type', async () => {
  await request(app).get('/').expect(200, { body: null })
  await request(app).post('/').expect(200, { body: null })
  await request(app).post('/').set('content-type', 'text/plain').expect(200, { body: null })
})

const refused =
  (body: string | Buffer, headers: Record<string, string>, status: number, code: string) => async () => {
    const answer = await request(app).post('/').set(headers).send(body)
    assert.equal(answer.status, status)
    assert.equal(answer.type, 'application/problem+json')
    assert.equal(answer.body.code, code)
    assert.equal(answer.body.status, status)
    assert.doesNotMatch(answer.text, /at JSON|node_modules/, 'no insides')
  }
const json = { 'content-type': 'application/json' }

test('malformed JSON is a 400', refused('{"a":', json, 400, 'malformed-json'))
test('a bare JSON word is a 400', refused('true', json, 400, 'malformed-json'))
test('a body of 65 KiB is a 413', refused(JSON.stringify('x'.repeat(65 * 1024)), json, 413, 'body-too-large'))
test(
  'a form is a 415',
  refused('a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'),
)
test(
  'JSON that calls itself text is a 415',
  refused('{}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'),
)
test(
  'another charset is a 415',
  refused('{}', { 'content-type': 'application/json; charset=latin1' }, 415, 'unsupported-media-type'),
)
test(
  'a compressed body is a 415, before anything is inflated',
  refused(gzipSync('{}'), { ...json, 'content-encoding': 'gzip' }, 415, 'unsupported-media-type'),
)

test('a body that does not end is let go of', async (t) => {
  const { app: slow } = testApp((app) => {
    app.use(jsonBody({ patienceMs: 20 }))
  })
  const server = createServer(slow)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(
    'POST / HTTP/1.1\r\nHost: slow\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  )
  socket.resume()
  await once(socket, 'close')
})
