// What orchestrators are told.

import assert from 'node:assert/strict'
import test from 'node:test'
import request from 'supertest'
import { testApp } from '../test/helpers/middleware-app.ts'
import { healthRoutes } from './health.routes.ts'

test('health: a server that stops is alive and no longer ready, though its database answers', async () => {
  let stopping = false
  const db = { query: async () => [] }
  const { app } = testApp((app) => app.use(healthRoutes({ db, isStopping: () => stopping })))
  const statuses = async () =>
    Promise.all(['/healthz', '/readyz'].map(async (path) => (await request(app).get(path)).status))
  assert.deepEqual(await statuses(), [200, 200])
  stopping = true
  assert.deepEqual(await statuses(), [200, 503])
})
