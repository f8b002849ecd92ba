// For orchestrators: alive (the process answers) and ready (the database does too).

import { Router } from 'express'
import type { Database } from './platform/database/database.ts'
import { Problem } from './platform/problem.ts'

export interface HealthDeps {
  db: Pick<Database, 'query'>
  /** True from the first moment of a stop: who balances loads sends nobody here any more. */
  isStopping: () => boolean
}

export function healthRoutes({ db, isStopping }: HealthDeps): Router {
  const router = Router()
  router.get('/healthz', function healthz(_request, response) {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async function readyz(_request, response) {
    if (isStopping()) throw new Problem('unavailable', 'The server is stopping.', { retryAfter: 1 })
    try {
      await db.query('select 1 as ready')
    } catch (error) {
      throw new Problem('unavailable', 'The database does not answer.', { cause: error, retryAfter: 1 })
    }
    response.json({ status: 'ready' })
  })
  return router
}
