// The list an owner reviews: what search remembers, over the agents' REST. Mounted under /api/v1 behind their guard.

import { type Request, Router } from 'express'
import * as z from 'zod'
import {
  ChangeRemembered,
  DecideRemembered,
  MemorySettings,
  NewRemembered,
  RememberedQuery,
} from '../../../sdk/protocol/knowledge-memory.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { Search } from '../search.service.ts'
import type { Memory } from './memory.service.ts'

export interface MemoryRoutesDeps {
  memory: Memory
  search: Pick<Search, 'status'>
  audit: Pick<Audit, 'record'>
}

const PATH = '/knowledge/remembered'
const STATUS = '/knowledge/search-status'

export function memoryRoutes({ memory, search, audit }: MemoryRoutesDeps): Router {
  const router = Router()
  router.use(PATH, requireRole('owner', 'admin'))

  type One = Request<{ id: string }>
  const idOf = ({ params }: One): string => {
    if (!z.uuid().safeParse(params.id).success) throw new Problem('remembered-not-found')
    return params.id
  }
  const record = (response: Parameters<typeof agentOf>[0], data: Record<string, unknown>): Promise<void> => {
    const { workspaceId, id: agentId } = agentOf(response)
    return audit.record({ workspaceId, agentId, action: 'search.memory_changed', data })
  }

  router.get(PATH, async function listRemembered(request, response) {
    response.json(await memory.list(agentOf(response).workspaceId, parse(RememberedQuery, request.query)))
  })

  router.post(PATH, async function addRemembered(request, response) {
    const { article_id, question, locale } = parse(NewRemembered, request.body ?? {})
    const added = await memory.add(agentOf(response).workspaceId, {
      articleId: article_id,
      question,
      locale,
    })
    await record(response, { did: 'added', id: added.id, article: added.article.id })
    response.status(201).json({ question: added })
  })

  // Before the ids: none of them reads so.
  router.get(`${PATH}/settings`, async function readMemorySettings(_request, response) {
    response.json(await memory.settings(agentOf(response).workspaceId))
  })
  router.put(`${PATH}/settings`, async function setMemorySettings(request, response) {
    const wanted = parse(MemorySettings, request.body ?? {})
    const settings = await memory.set(agentOf(response).workspaceId, wanted)
    await record(response, { did: 'set', ...settings })
    response.json(settings)
  })
  router.post(`${PATH}/decide`, async function decideRemembered(request, response) {
    const decisions = parse(DecideRemembered, request.body ?? {})
    const decided = await memory.decide(agentOf(response).workspaceId, decisions)
    if (decided.changed > 0) await record(response, { did: 'decided', changed: decided.changed })
    response.json(decided)
  })

  router.post(`${PATH}/:id`, async function changeRemembered(request: One, response) {
    const id = idOf(request)
    const change = parse(ChangeRemembered, request.body ?? {})
    const question = await memory.change(agentOf(response).workspaceId, id, change)
    await record(response, { did: 'changed', id, ...(change.state && { state: change.state }) })
    response.json({ question })
  })
  router.delete(`${PATH}/:id`, async function forgetRemembered(request: One, response) {
    const question = await memory.remove(agentOf(response).workspaceId, idOf(request))
    await record(response, { did: 'forgotten', id: question.id, article: question.article.id })
    response.json({ question })
  })

  router.get(STATUS, requireRole('owner', 'admin'), async function readSearchStatus(_request, response) {
    response.json(await search.status(agentOf(response).workspaceId))
  })

  return refuseOtherMethods(router)
}
