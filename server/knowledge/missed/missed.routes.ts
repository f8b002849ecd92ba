// The searches that found nothing, over the agents' REST. Mounted under /api/v1 behind their guard.

import { Router } from 'express'
import { DismissMissed, ListMissed } from '../../../sdk/protocol/missed-search.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import type { MissedSearchCounts } from './missed.service.ts'

const PATH = '/knowledge/missing'

export function missedRoutes({ missed }: { missed: Pick<MissedSearchCounts, 'list' | 'dismiss'> }): Router {
  const router = Router()
  router.use(PATH, requireRole('owner', 'admin'))

  router.get(PATH, async function listMissed(request, response) {
    const { dismissed, limit } = parse(ListMissed, request.query)
    response.json(await missed.list(agentOf(response).workspaceId, dismissed === 'true', limit))
  })
  router.post(`${PATH}/dismiss`, async function dismissMissed(request, response) {
    const { ids, dismissed } = parse(DismissMissed, request.body ?? {})
    response.json({ changed: await missed.dismiss(agentOf(response).workspaceId, ids, dismissed) })
  })

  return refuseOtherMethods(router)
}
