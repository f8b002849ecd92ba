// Operations on many conversations over the agents' REST. Mounted under /api/v1 behind their guard.

import { createHash } from 'node:crypto'
import { Router } from 'express'
import * as z from 'zod'
import { StartBulk } from '../../../sdk/protocol/desk-tools.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import type { Bulk } from './bulk.service.ts'

const anId = z.uuid()

export function bulkRoutes({ bulk }: { bulk: Bulk }): Router {
  const router = Router()

  router.post('/bulk', async function startBulk(request, response) {
    const input = parse(StartBulk, request.body ?? {})
    const digest = createHash('sha256').update(JSON.stringify(input)).digest()
    response.status(201).json(await bulk.start(agentOf(response), input, digest))
  })
  router.get('/bulk/:id', async function showBulk(request, response) {
    response.json(await bulk.get(agentOf(response), parse(anId, request.params.id)))
  })
  router.post('/bulk/:id/cancel', async function cancelBulk(request, response) {
    response.json(await bulk.cancel(agentOf(response), parse(anId, request.params.id)))
  })
  router.post('/bulk/:id/undo', async function undoBulk(request, response) {
    response.json(await bulk.undo(agentOf(response), parse(anId, request.params.id)))
  })

  return refuseOtherMethods(router)
}
