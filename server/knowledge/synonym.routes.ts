// An owner's synonyms over the agents' REST. Mounted under /api/v1 behind their guard.

import { type Request, Router } from 'express'
import { ReplaceSynonyms, type SynonymLists } from '../../sdk/protocol/knowledge-memory.ts'
import type { Audit } from '../accounts/audit.service.ts'
import { agentOf, requireRole } from '../accounts/require-agent.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { OwnSynonyms } from './synonym.service.ts'

export interface SynonymRoutesDeps {
  synonyms: OwnSynonyms
  audit: Pick<Audit, 'record'>
}

const PATH = '/knowledge/synonyms'

export function synonymRoutes({ synonyms, audit }: SynonymRoutesDeps): Router {
  const router = Router()
  router.use(PATH, requireRole('owner', 'admin'))

  router.get(PATH, async function listSynonyms(_request, response) {
    const found: SynonymLists = { languages: await synonyms.list(agentOf(response).workspaceId) }
    response.json(found)
  })

  router.put(
    `${PATH}/:language`,
    async function replaceSynonyms(request: Request<{ language: string }>, response) {
      const { language } = request.params
      if (!/^[a-z]{2,3}$/.test(language))
        throw new Problem('not-found', 'Name a language by its code, as in en or pt.')
      const { lines } = parse(ReplaceSynonyms, request.body ?? {})
      const { workspaceId, id: agentId } = agentOf(response)
      const list = await synonyms.replace(workspaceId, language, lines)
      const data = { language, lines: list.lines.length }
      await audit.record({ workspaceId, agentId, action: 'search.synonyms_changed', data })
      response.json(list)
    },
  )

  return refuseOtherMethods(router)
}
