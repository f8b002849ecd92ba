// Cases, corrections and what the floor does, over REST. Mounted under /api/v1 behind the agents' guard.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { ChangeCase, ListCases, NewCase, NewCorrection } from '../../../sdk/protocol/assistant-case.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { Cases } from './case.service.ts'
import type { CaseRuns } from './case-run.service.ts'
import type { Corrections } from './correction.service.ts'
import type { Floors } from './floor.service.ts'

export interface EvaluationRoutesDeps {
  cases: Cases
  caseRuns: Pick<CaseRuns, 'start' | 'latest'>
  corrections: Pick<Corrections, 'correct'>
  floors: Floors
  audit: Pick<Audit, 'record'>
}

export function evaluationRoutes({
  cases,
  caseRuns,
  corrections,
  floors,
  audit,
}: EvaluationRoutesDeps): Router {
  const router = Router()
  const administrators = requireRole('owner', 'admin')

  router.post('/assistant/corrections', async function correct(request, response) {
    const { workspaceId, id: agentId } = agentOf(response)
    const correction = await corrections.correct(
      { workspaceId, agentId },
      parse(NewCorrection, request.body ?? {}),
    )
    const data = { case_id: correction.case.id, article_id: correction.article.id }
    await audit.record({ workspaceId, agentId, action: 'assistant.corrected', data })
    response.status(201).json(correction)
  })

  router.get('/assistant/cases', administrators, async function listCases(request, response) {
    response.json(await cases.list(agentOf(response).workspaceId, parse(ListCases, request.query)))
  })

  router.post('/assistant/cases', administrators, async function addCase(request, response) {
    const { workspaceId, id: agentId } = agentOf(response)
    const id = await cases.write({ workspaceId, agentId }, parse(NewCase, request.body ?? {}))
    response.status(201).json({ case: await cases.read(workspaceId, id) })
  })

  router.get('/assistant/cases/run', administrators, async function showRun(_request, response) {
    response.json({ run: await caseRuns.latest(agentOf(response).workspaceId) })
  })

  router.post('/assistant/cases/run', administrators, async function startRun(_request, response) {
    const { workspaceId, id: agentId } = agentOf(response)
    response.status(202).json({ run: await caseRuns.start(workspaceId, agentId) })
  })

  router.get(
    '/assistant/cases/:id',
    administrators,
    async function showCase(request: Request<{ id: string }>, response) {
      response.json({ case: await cases.read(agentOf(response).workspaceId, request.params.id) })
    },
  )

  router.patch(
    '/assistant/cases/:id',
    administrators,
    async function changeCase(request: Request<{ id: string }>, response) {
      const change = parse(ChangeCase, request.body ?? {})
      response.json({ case: await cases.change(agentOf(response).workspaceId, request.params.id, change) })
    },
  )

  router.delete(
    '/assistant/cases/:id',
    administrators,
    async function removeCase(request: Request<{ id: string }>, response) {
      const { workspaceId, id: agentId } = agentOf(response)
      await cases.remove(workspaceId, request.params.id)
      const data = { case_id: request.params.id }
      await audit.record({ workspaceId, agentId, action: 'assistant.case_removed', data })
      response.json({})
    },
  )

  /** Of a site of the agent's workspace. @throws Problem `site-not-found` */
  async function ofSite<T>(
    request: Request<{ id: string }>,
    response: Response,
    read: (workspaceId: string, siteId: string) => Promise<T | null>,
  ): Promise<T> {
    const { id } = request.params
    const found = z.uuid().safeParse(id).success ? await read(agentOf(response).workspaceId, id) : null
    if (found === null) throw new Problem('site-not-found')
    return found
  }

  router.get(
    '/sites/:id/assistant/floor',
    administrators,
    async function showFloor(request: Request<{ id: string }>, response) {
      response.json(await ofSite(request, response, floors.effect))
    },
  )

  router.get(
    '/sites/:id/assistant/usage',
    administrators,
    async function showUsage(request: Request<{ id: string }>, response) {
      response.json(await ofSite(request, response, floors.usage))
    },
  )

  return refuseOtherMethods(router)
}
