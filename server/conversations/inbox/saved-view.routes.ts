// Saved views over REST. Mounted under /api/v1 behind the agents' guard; who may change which, is the service's.

import { Router } from 'express'
import * as z from 'zod'
import { agentOf } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import type { SavedViews } from './saved-view.service.ts'

const Params = z.object({ id: z.uuid() })
const Body = z.record(z.string(), z.unknown())

export function savedViewRoutes({ savedViews }: { savedViews: SavedViews }): Router {
  const router = Router()

  router.get('/views', async function listViews(_request, response) {
    response.json({ views: await savedViews.list(agentOf(response)) })
  })

  router.post('/views', async function createView(request, response) {
    response.status(201).json(await savedViews.create(agentOf(response), request.body ?? {}))
  })

  router.patch('/views/:id', async function changeView(request, response) {
    const { id } = parse(Params, request.params)
    response.json(await savedViews.change(agentOf(response), id, parse(Body, request.body ?? {})))
  })

  router.delete('/views/:id', async function removeView(request, response) {
    await savedViews.remove(agentOf(response), parse(Params, request.params).id)
    response.json({ ok: true })
  })

  return refuseOtherMethods(router)
}
