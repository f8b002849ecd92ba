// The help centre over REST: both spellings of search, one article, a judgement, and what is refused.

import assert from 'node:assert/strict'
import test from 'node:test'
import request from 'supertest'
import { testApp } from '../../test/helpers/middleware-app.ts'
import { jsonBody } from '../platform/http/json-body.ts'
import { createRateLimits } from '../platform/http/rate-limit.ts'
import { Problem } from '../platform/problem.ts'
import { type KnowledgeRoutesOptions, knowledgeRoutes } from './knowledge.routes.ts'

const RESULT = { articles: [], searched: 3 }

function setUp({ lifted = true } = {}) {
  const calls: unknown[][] = []
  const options: KnowledgeRoutesOptions = {
    articles: {
      async get(...call) {
        calls.push(['get', ...call])
        throw new Problem('article-not-found')
      },
      async feedback(...call) {
        calls.push(['feedback', ...call])
      },
      viewed: () => {},
    },
    categories: {
      async list(...call) {
        calls.push(['categories', ...call])
        return []
      },
      async get(...call) {
        calls.push(['category', ...call])
        throw new Problem('not-found')
      },
    },
    search: {
      async search(workspaceId, q, { signal, ...options } = {}) {
        calls.push(['search', workspaceId, q, options, signal?.aborted])
        return RESULT
      },
    },
    limits: createRateLimits({ lifted }),
    siteOf: () => ({ id: 's1', workspaceId: 'w1', locale: 'nb' }),
  }
  const { app } = testApp((app) => app.use(jsonBody(), knowledgeRoutes(options)))
  return { calls, http: request(app) }
}

test('GET /articles and /articles/search: both spellings search, in the site’s language unless another is asked', async () => {
  const { calls, http } = setUp()
  for (const path of ['/articles?q=refund', '/articles/search?q=refund&locale=de&limit=3']) {
    const answer = await http.get(path).expect(200)
    assert.deepEqual(answer.body, RESULT)
  }
  assert.deepEqual(calls, [
    ['search', 'w1', 'refund', { locale: 'nb', limit: 10, siteId: 's1' }, false],
    ['search', 'w1', 'refund', { locale: 'de', limit: 3, siteId: 's1' }, false],
  ])
})

test('GET /articles/search: a missing, short or endless question is refused by name', async () => {
  const { calls, http } = setUp()
  for (const query of ['', '?q=a', `?q=${'x'.repeat(201)}`, '?q=refund&limit=1000']) {
    const { body } = await http.get(`/articles/search${query}`).expect(422)
    assert.equal(body.code, 'invalid-request')
    assert.match(body.errors[0].pointer, /^\/(q|limit)$/)
  }
  assert.deepEqual(calls, [])
})

test('GET /articles/:slug: an unknown article is article-not-found', async () => {
  const { http } = setUp()
  const { body } = await http.get('/articles/nothing').expect(404)
  assert.equal(body.code, 'article-not-found')
})

test('POST /articles/:slug/feedback: a judgement goes through, an unknown field does not', async () => {
  const { calls, http } = setUp()
  await http.post('/articles/refunds/feedback').send({ helpful: false, comment: ' Old ' }).expect(201)
  const { body } = await http
    .post('/articles/refunds/feedback')
    .send({ helpful: true, admin: true })
    .expect(422)
  assert.equal(body.code, 'invalid-request')
  const [judged, ...more] = calls as [unknown, unknown, unknown, unknown, { siteId: string }][]
  assert.deepEqual(judged?.slice(0, 4), ['feedback', 'w1', 'refunds', { helpful: false, comment: 'Old' }])
  assert.equal(judged?.[4].siteId, 's1')
  assert.deepEqual(more, [])
})

test('knowledge routes: a wrong method is 405 with what would do, and a flood is 429', async () => {
  const { http } = setUp()
  assert.equal((await http.delete('/articles/refunds').expect(405)).headers.allow, 'GET, HEAD')
  const limited = setUp({ lifted: false })
  for (let n = 0; n < 30; n++)
    await limited.http.post('/articles/a/feedback').send({ helpful: true }).expect(201)
  const { body, headers } = await limited.http
    .post('/articles/a/feedback')
    .send({ helpful: true })
    .expect(429)
  assert.equal(body.code, 'quota-exceeded')
  assert.match(headers.ratelimit!, /"feedback";r=0/)
})

test('GET /articles/categories: no article’s name, and in the language that is asked for', async () => {
  const { calls, http } = setUp()
  await http.get('/articles/categories?locale=de').expect(200, { categories: [] })
  await http.get('/articles/categories/c1').expect(404)
  assert.deepEqual(calls, [
    ['categories', 'w1', 'de', { siteId: 's1' }],
    ['category', 'w1', 'c1', 'nb', { siteId: 's1' }],
  ])
})
