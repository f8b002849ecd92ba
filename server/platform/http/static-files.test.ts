// The smallest form the browser takes, how long it may be kept, and nothing from outside the folder.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import request from 'supertest'
import { staticFiles } from './static-files.ts'

const SCRIPT = 'export const answer = 42\n'

async function makeApp(t: TestContext) {
  const root = await mkdtemp(path.join(tmpdir(), 'deskbell-static-'))
  t.after(() => rm(root, { recursive: true }))
  const dir = path.join(root, 'assets')
  await mkdir(dir)
  await writeFile(path.join(root, 'secret.js'), 'secret')
  for (const name of ['panel-B3x_9fQz.js', 'embed.js']) {
    await writeFile(path.join(dir, name), SCRIPT)
    await writeFile(path.join(dir, `${name}.br`), brotliCompressSync(SCRIPT))
    await writeFile(path.join(dir, `${name}.gz`), gzipSync(SCRIPT))
  }
  const app = express()
  app.use('/assets', staticFiles({ dir, immutable: true, crossOrigin: true }))
  app.use((_req, res) => {
    res.status(404).json({ passed: 'on' })
  })
  return { app, dir }
}

const get = (app: express.Express, url: string, encoding = 'gzip, deflate, br, zstd') =>
  request(app).get(url).set('Accept-Encoding', encoding)

test('staticFiles: a browser that takes brotli gets it, though it names gzip first', async (t) => {
  const { app } = await makeApp(t)
  const { headers, status } = await get(app, '/assets/panel-B3x_9fQz.js').buffer(false)
  assert.equal(status, 200)
  assert.equal(headers['content-encoding'], 'br')
  assert.match(headers['content-type']!, /^text\/javascript/)
  assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(headers['access-control-allow-origin'], '*')
  assert.match(headers.vary!, /Accept-Encoding/)
})

test('staticFiles: without brotli it is gzip, without either the file itself', async (t) => {
  const { app } = await makeApp(t)
  const zipped = await get(app, '/assets/embed.js', 'gzip')
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  assert.equal(zipped.text, SCRIPT)
  const plain = await get(app, '/assets/embed.js', 'identity')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.text, SCRIPT)
  assert.equal((await get(app, '/assets/embed.js', 'br;q=0, gzip')).headers['content-encoding'], 'gzip')
})

test('staticFiles: a name without a digest is asked for again each time', async (t) => {
  const { app } = await makeApp(t)
  const first = await get(app, '/assets/embed.js', 'gzip')
  assert.equal(first.headers['cache-control'], 'no-cache')
  const again = await get(app, '/assets/embed.js', 'gzip').set('If-None-Match', first.headers.etag!)
  assert.equal(again.status, 304)
})

test('staticFiles: a compressed form older than its file is left over, and not served', async (t) => {
  const { app, dir } = await makeApp(t)
  const past = new Date('2020-01-01')
  await utimes(path.join(dir, 'embed.js.br'), past, past)
  assert.equal((await get(app, '/assets/embed.js')).headers['content-encoding'], 'gzip')
})

test('staticFiles: what is not there goes on untouched, whatever the path tries', async (t) => {
  const { app } = await makeApp(t)
  for (const url of [
    '/assets/none.js',
    '/assets/..%2fsecret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/%E0%A4%A.js',
    '/assets/',
  ])
    await get(app, url)
      .expect(404, { passed: 'on' })
      .expect('Content-Type', /json/)
      .expect(({ headers }) => assert.equal(headers['cache-control'], undefined))
  await request(app).post('/assets/embed.js').expect(404)
})
