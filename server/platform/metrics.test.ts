// The numbers, and who may read them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { Router } from 'express'
import request from 'supertest'
import { testApp } from '../../test/helpers/middleware-app.ts'
import { createMetrics } from './metrics.ts'

function serve(options: { token?: string; from?: string } = {}) {
  const metrics = createMetrics({ processMetrics: false, ...(options.token && { token: options.token }) })
  const { app } = testApp((app) => {
    app.use((req, _res, next) => {
      if (options.from) Object.defineProperty(req.socket, 'remoteAddress', { value: options.from })
      next()
    })
    app.use(metrics.http())
    const router = Router()
    router.get('/things/:id', (_req, res) => void res.json({}))
    app.use('/API', router)
    app.get('/metrics', metrics.handler())
  })
  return { metrics, app }
}

test('requests are counted by route pattern, never by path', async () => {
  const { app, metrics } = serve()
  await request(app).get('/api/things/secret-1')
  await request(app).get('/Api/things/secret-2')
  await request(app).get('/made-up-by-a-scanner')
  const text = await metrics.registry.metrics()
  assert.match(
    text,
    /deskbell_http_request_seconds_count\{method="GET",route="\/api\/things\/:id",status="200"\} 2/,
  )
  assert.match(text, /route="none",status="404"\} 1/)
  assert.doesNotMatch(text, /secret|scanner/)
})

test('sockets, commands, dropped frames and jobs are counted', async () => {
  const { metrics } = serve()
  metrics.hub.opened('visitor')
  metrics.hub.opened('visitor')
  metrics.hub.closed('visitor')
  metrics.hub.command('message.send', 'ok', 0.01)
  metrics.hub.dropped()
  metrics.job('assistant.answer', 'failed')
  const text = await metrics.registry.metrics()
  assert.match(text, /deskbell_sockets\{side="visitor"\} 1/)
  assert.match(text, /deskbell_commands_total\{command="message.send",outcome="ok"\} 1/)
  assert.match(text, /deskbell_frames_dropped_total 1/)
  assert.match(text, /deskbell_jobs_total\{job="assistant.answer",outcome="failed"\} 1/)
})

test('this machine may read them without a token; through a proxy that does not count', async () => {
  const { app } = serve()
  const answer = await request(app).get('/metrics').expect(200)
  assert.match(answer.headers['content-type']!, /^text\/plain/)
  await request(app).get('/metrics').set('x-forwarded-for', '127.0.0.1').expect(404)
})

test('another machine needs the token', async () => {
  const { app } = serve({ token: 'right', from: '203.0.113.7' })
  await request(app).get('/metrics').expect(404)
  await request(app).get('/metrics').set('authorization', 'Bearer wrong').expect(404)
  await request(app).get('/metrics').set('authorization', 'Bearer right').expect(200)
  await request(serve({ from: '203.0.113.7' }).app)
    .get('/metrics')
    .set('authorization', 'Bearer undefined')
    .expect(404)
})

test('two registries live side by side, with the process’s own numbers', async () => {
  const one = createMetrics()
  createMetrics()
  assert.match(await one.registry.metrics(), /deskbell_nodejs_eventloop_lag_seconds/)
})
