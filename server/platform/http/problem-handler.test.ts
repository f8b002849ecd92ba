// What callers see of errors, and what only the log does.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type ClientRequest, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import test from 'node:test'
import { Router } from 'express'
import request from 'supertest'
import { ProblemBody } from '../../../sdk/protocol/problem-body.ts'
import { testApp } from '../../../test/helpers/middleware-app.ts'
import { Problem } from '../problem.ts'
import { goneSignal } from './gone-signal.ts'
import { refuseOtherMethods } from './other-methods.ts'

const throwing = (error: unknown) =>
  testApp((app) => {
    app.get('/', async () => {
      throw error
    })
    app.get('/named/:name', (req, res) => {
      res.json({ name: req.params.name })
    })
  })

test('a problem travels as RFC 9457 with its code, detail, faults and the request’s id', async () => {
  const errors = [{ pointer: '/email', detail: 'Not an address.' }]
  const { app, logged } = throwing(new Problem('invalid-request', 'Look at the e-mail.', { errors }))
  const answer = await request(app).get('/')
  assert.equal(answer.status, 422)
  assert.equal(answer.type, 'application/problem+json')
  const body = ProblemBody.parse(answer.body)
  assert.equal(body.type, 'https://deskbell.dev/problems/invalid-request')
  assert.equal(body.message, 'Look at the e-mail.')
  assert.deepEqual(body.errors, errors)
  assert.equal(body.instance, `urn:uuid:${answer.headers['x-request-id']}`)
  assert.deepEqual(logged, [], 'a caller’s mistake is no news')
})

test('an unforeseen error is `internal`: its words go to the log and nowhere else', async () => {
  const { app, logged } = throwing(new Error('relation "secrets" does not exist'))
  const answer = await request(app).get('/?email=ann@example.com')
  assert.equal(answer.status, 500)
  assert.equal(ProblemBody.parse(answer.body).code, 'internal')
  assert.doesNotMatch(answer.text, /secrets/)
  assert.match(JSON.stringify(logged), /relation .*secrets/)
  assert.match(JSON.stringify(logged), new RegExp(answer.headers['x-request-id']!))
  assert.doesNotMatch(JSON.stringify(logged), /ann@example/)
})

test('the values of a failed statement are not logged', async () => {
  const error = Object.assign(new Error('duplicate key'), {
    sql: 'insert …',
    parameters: ['ann@example.com'],
    parent: { code: '23505', detail: 'Key (email)=(ann@example.com) already exists.' },
  })
  const { app, logged } = throwing(error)
  await request(app).get('/').expect(500)
  assert.match(JSON.stringify(logged), /23505/)
  assert.doesNotMatch(JSON.stringify(logged), /ann@example/)
})

test('a thrown word is survived', async () => {
  const { app } = throwing('oops')
  await request(app).get('/').expect(500)
})

test('a problem that passes says when to come back', async () => {
  const { app } = throwing(new Problem('busy', undefined, { retryAfter: 1.2 }))
  const answer = await request(app).get('/').expect(503)
  assert.equal(answer.headers['retry-after'], '2')
})

test('a path nobody serves, and one that cannot be decoded, are 404', async () => {
  const { app } = throwing(null)
  for (const path of ['/nowhere', '/named/%E0%A4%A'])
    assert.equal((await request(app).get(path).expect(404)).body.code, 'not-found')
})

test('a method a path does not have is 405 with the ones it has', async () => {
  const { app } = testApp((app) => {
    const router = Router()
    router.get('/thing/:id', (_req, res) => void res.json({}))
    router.post('/thing/:id', (_req, res) => void res.json({}))
    app.use('/api', refuseOtherMethods(router))
  })
  const answer = await request(app).delete('/api/thing/1').expect(405)
  assert.equal(answer.body.code, 'method-not-allowed')
  assert.equal(answer.headers.allow, 'GET, HEAD, POST')
  await request(app).get('/api/thing/1').expect(200)
  await request(app).head('/api/thing/1').expect(200)
  await request(app).delete('/api/nothing').expect(404)
})

test('what was given up because its caller has gone is no failure; other faults are told all the same', async (t) => {
  const clients: ClientRequest[] = []
  const broken = Promise.withResolvers<void>()
  const { app, logged } = testApp((app) => {
    app.get('/:kind', (req, res, next) => {
      const { kind } = req.params
      const signal = goneSignal(res)
      signal.addEventListener('abort', () => {
        next(kind === 'gone' ? signal.reason : new Error('broken'))
        if (kind === 'broken') broken.resolve()
      })
      clients.at(-1)!.destroy()
    })
  })
  const server = app.listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  for (const kind of ['gone', 'broken']) {
    const client = get({ port: (server.address() as AddressInfo).port, path: `/${kind}` })
    clients.push(client)
    client.on('error', () => {})
    await new Promise((resolve) => client.once('close', resolve))
  }
  await broken.promise
  assert.equal(logged.length, 1)
  assert.match(JSON.stringify(logged), /broken/)
})
