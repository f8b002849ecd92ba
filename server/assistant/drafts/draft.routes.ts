// The drafts over REST: the list and the figures. Deciding about one is a command of its conversation.

import { Router } from 'express'
import { DraftFiguresQuery, ListDrafts } from '../../../sdk/protocol/assistant-draft.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { parse } from '../../platform/parse.ts'
import type { DraftList } from './draft-list.ts'

export function draftRoutes({ draftList }: { draftList: DraftList }): Router {
  const router = Router()

  router.get('/assistant/drafts', async function listDrafts(request, response) {
    response.json(await draftList.list(agentOf(response).workspaceId, parse(ListDrafts, request.query)))
  })

  router.get('/assistant/drafts/figures', async function draftFigures(request, response) {
    const query = parse(DraftFiguresQuery, request.query)
    response.json(await draftList.figures(agentOf(response).workspaceId, query))
  })

  return router
}
