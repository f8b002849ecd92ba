// The team's search over REST.

import { Router } from 'express'
import { SearchQuery } from '../../../sdk/protocol/conversation-search.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { parse } from '../../platform/parse.ts'
import type { ConversationSearch } from './conversation-search.service.ts'

export function searchRoutes({ conversationSearch }: { conversationSearch: ConversationSearch }): Router {
  const router = Router()

  router.get('/search', async function searchEverything(request, response) {
    const { workspaceId, id } = agentOf(response)
    response.json(
      await conversationSearch.search({ workspaceId, agentId: id }, parse(SearchQuery, request.query)),
    )
  })

  return router
}
