// Public JSON travels in the smallest form a browser takes, and as it is where there is nothing to win.

import assert from 'node:assert/strict'
import test from 'node:test'
import express from 'express'
import request from 'supertest'
import { sendPublicJson } from './public-json.ts'

const articles = Array.from({ length: 40 }, (_, i) => ({
  slug: `article-${i}`,
  title: `Artikkel nummer ${i} på norsk`,
}))
const app = express()
  .get('/long', (req, res) => sendPublicJson(req, res, articles))
  .get('/short', (req, res) => sendPublicJson(req, res, { ok: true }))

test('sendPublicJson: a browser that takes brotli gets it, though it names gzip first', async () => {
  const { headers, body } = await request(app).get('/long').set('Accept-Encoding', 'gzip, deflate, br, zstd')
  assert.equal(headers['content-encoding'], 'br')
  assert.ok(Number(headers['content-length']) < JSON.stringify(articles).length / 4)
  assert.deepEqual(body, articles)
})

test('sendPublicJson: gzip where there is no brotli, and the text itself where there is neither', async () => {
  const gzip = await request(app).get('/long').set('Accept-Encoding', 'gzip')
  assert.equal(gzip.headers['content-encoding'], 'gzip')
  assert.deepEqual(gzip.body, articles)
  const plain = await request(app).get('/long').set('Accept-Encoding', 'identity')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.deepEqual(plain.body, articles)
  assert.match(plain.headers['content-type']!, /^application\/json; charset=utf-8$/)
})

test('sendPublicJson: a short answer is not worth it, and a cache is told what it depends on', async () => {
  const { headers, body } = await request(app).get('/short').set('Accept-Encoding', 'br')
  assert.equal(headers['content-encoding'], undefined)
  assert.equal(headers.vary, 'Accept-Encoding')
  assert.deepEqual(body, { ok: true })
})
