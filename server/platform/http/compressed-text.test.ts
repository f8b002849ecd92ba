// As small as the caller takes it, made once, forgotten in order of use.

import assert from 'node:assert/strict'
import test from 'node:test'
import express from 'express'
import request from 'supertest'
import { createCompressedText } from './compressed-text.ts'

const SCRIPT = 'const answer = 42\n'.repeat(50)

function makeApp() {
  const send = createCompressedText({ keep: 2 })
  const app = express()
  app.get('/:name', (req, res) => send(req, res.type('text/javascript'), `// ${req.params.name}\n${SCRIPT}`))
  return app
}

test('sendCompressed: brotli where it is taken, though gzip is named first', async () => {
  const { headers, status } = await request(makeApp())
    .get('/a')
    .set('Accept-Encoding', 'gzip, deflate, br')
    .buffer(false)
  assert.equal(status, 200)
  assert.equal(headers['content-encoding'], 'br')
  assert.match(headers['content-type']!, /^text\/javascript/)
  assert.equal(headers.vary, 'Accept-Encoding')
  assert.ok(Number(headers['content-length']) < 100)
})

test('sendCompressed: gzip and plain text hold the same, also after others were sent', async () => {
  const app = makeApp()
  for (const name of ['a', 'b', 'c', 'a']) {
    const zipped = await request(app).get(`/${name}`).set('Accept-Encoding', 'gzip')
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.equal(zipped.text, `// ${name}\n${SCRIPT}`)
  }
  const plain = await request(app).get('/a').set('Accept-Encoding', 'identity')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.text, `// a\n${SCRIPT}`)
})
