// Requests: what goes out, and which error each kind of trouble becomes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment } from '../../test/helpers/manual-environment.ts'
import type { ApiError } from './api-error.ts'
import { createRest } from './rest.ts'

function setUp(answer: (url: string, init: RequestInit) => Promise<Response>) {
  const machine = manualEnvironment()
  const env = { ...machine.env, fetch: answer }
  return {
    ...machine,
    rest: createRest({ env, base: 'https://x.test/support/widget', query: { site: 'shop' } }),
  }
}

const fails = (status: number, body: unknown) =>
  setUp(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })).rest

test('a request carries site, query, token and JSON, and never a cookie', async () => {
  const seen: [string, RequestInit][] = []
  const { rest } = setUp(async (...request) => {
    seen.push(request)
    return Response.json({ ok: true })
  })
  await rest('POST', '/chat', { query: { q: 'a b', none: undefined }, body: { x: 1 }, token: 'secret' })
  const [[url, init]] = seen as [[string, RequestInit]]
  assert.equal(url, 'https://x.test/support/widget/chat?site=shop&q=a+b')
  assert.deepEqual(init.headers, { 'content-type': 'application/json', authorization: 'Bearer secret' })
  assert.equal(init.credentials, 'omit')
  assert.equal(init.body, '{"x":1}')
})

test('a problem of the server is thrown with its code and its whole body', async () => {
  const problem = {
    type: 'x',
    code: 'quota-exceeded',
    title: 'T',
    status: 429,
    message: 'Slow down',
    retry_after: 9,
  }
  await assert.rejects(fails(429, problem)('GET', '/x'), (error: ApiError) => {
    assert.deepEqual([error.code, error.message, error.retryable], ['quota-exceeded', 'Slow down', true])
    assert.equal(error.problem?.retry_after, 9)
    return true
  })
})

test('an answer that is no problem document still has a fitting code', async () => {
  await assert.rejects(fails(502, '<html>')('GET', '/x'), { code: 'unavailable', retryable: true })
  await assert.rejects(fails(413, '<html>')('GET', '/x'), { code: 'unavailable', retryable: false })
  await assert.rejects(fails(401, '')('GET', '/x'), { code: 'unauthenticated', retryable: false })
  await assert.rejects(fails(404, '')('GET', '/x'), { code: 'not-found' })
})

test('a server that is not reached is a network error', async () => {
  await assert.rejects(setUp(() => Promise.reject(new TypeError('x'))).rest('GET', '/x'), { code: 'network' })
})

const hangs = (_url: string, { signal }: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

test('without an answer in ten seconds the request is given up', async () => {
  const { rest, advance, timers } = setUp(hangs)
  const late = assert.rejects(rest('GET', '/x'), { code: 'timeout', retryable: true })
  await advance(10_000)
  await late
  assert.deepEqual(timers(), [])
})

test('a caller who gives up gets an AbortError, before or after the request went out', async () => {
  const { rest } = setUp(hangs)
  await assert.rejects(rest('GET', '/x', { signal: AbortSignal.abort() }), { name: 'AbortError' })
  const life = new AbortController()
  const gone = assert.rejects(rest('GET', '/x', { signal: life.signal }), { name: 'AbortError' })
  life.abort()
  await gone
})

test('an answer whose body is cut, or no JSON at all, is none; who gives up meanwhile hears of nothing else', async () => {
  const begun = (end: (body: ReadableStreamDefaultController) => void) =>
    setUp(
      async () =>
        new Response(
          new ReadableStream({
            start(body) {
              body.enqueue(new TextEncoder().encode('{"content":'))
              end(body)
            },
          }),
        ),
    ).rest
  const cut = begun((body) => body.error(new TypeError('cut')))
  await assert.rejects(cut('GET', '/x'), { code: 'network', retryable: true })
  await assert.rejects(fails(200, '<p>Sign in to our network</p>')('GET', '/x'), { code: 'network' })
  const life = new AbortController()
  const left = begun((body) => {
    life.abort(new Error('gone'))
    body.error(life.signal.reason)
  })
  await assert.rejects(left('GET', '/x', { signal: life.signal }), { message: 'gone' })
})
