// An agent's own preferences over REST.

import { Router } from 'express'
import { AgentPreferences } from '../../sdk/protocol/notification.ts'
import { parse } from '../platform/parse.ts'
import type { Preferences } from './preference.service.ts'
import { agentOf } from './require-agent.ts'

export function preferenceRoutes({ preferences }: { preferences: Preferences }): Router {
  const router = Router()

  router.get('/me/preferences', async function getPreferences(_request, response) {
    const { workspaceId, id } = agentOf(response)
    response.json(await preferences.get(workspaceId, id))
  })

  router.put('/me/preferences', async function putPreferences(request, response) {
    const { workspaceId, id } = agentOf(response)
    const chosen = parse(AgentPreferences, request.body)
    await preferences.put(workspaceId, id, chosen)
    response.json(chosen)
  })

  return router
}
