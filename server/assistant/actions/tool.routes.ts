// An owner's tools over REST, for administrators. Mounted under /api/v1 behind the agents' guard.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { ChangeTool, NewTool, TestTool, type Tool, type ToolTest } from '../../../sdk/protocol/tool.ts'
import type { Audit, AuditEntry } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { Site, Sites } from '../../sites/site.service.ts'
import type { Tools } from './tool.service.ts'
import type { ToolCaller } from './tool-call.ts'
import type { InputCheck } from './tool-parameters.ts'

export interface ToolRoutesDeps {
  sites: Pick<Sites, 'read'>
  tools: Tools
  callTool: ToolCaller
  checkInput: InputCheck
  audit: Pick<Audit, 'record'>
  clock: () => Date
}

/** Nobody: what an endpoint's author tries their code with. */
const SAMPLE_CONTACT = { id: null, externalId: null, email: null, verified: false }

export function toolRoutes({ sites, tools, callTool, checkInput, audit, clock }: ToolRoutesDeps): Router {
  const router = Router()
  router.use(
    '/sites/:id/tools',
    requireRole('owner', 'admin'),
    function neverStored(_request, response, next) {
      response.set('Cache-Control', 'no-store')
      next()
    },
  )

  async function siteOf(request: Request<{ id: string }>, response: Response): Promise<Site> {
    const { id } = request.params
    const site = z.uuid().safeParse(id).success ? await sites.read(agentOf(response).workspaceId, id) : null
    if (!site) throw new Problem('site-not-found')
    return site
  }

  function idOf({ params }: Request<{ id: string; tool: string }>): string {
    if (!z.uuid().safeParse(params.tool).success) throw new Problem('tool-not-found')
    return params.tool
  }

  const record = (
    response: Response,
    action: AuditEntry['action'],
    site: Site,
    { id, name, effect, approval }: Tool,
    more: Record<string, unknown> = {},
  ): Promise<void> => {
    const { workspaceId, id: agentId } = agentOf(response)
    const unapproved = effect === 'write' && approval === 'none' && { unapproved_write: true }
    const data = { site_id: site.id, tool_id: id, name, effect, approval, ...unapproved, ...more }
    return audit.record({ workspaceId, agentId, action, data })
  }

  router.get('/sites/:id/tools', async function listTools(request: Request<{ id: string }>, response) {
    response.json({ tools: await tools.list(await siteOf(request, response)) })
  })

  router.post('/sites/:id/tools', async function createTool(request: Request<{ id: string }>, response) {
    const site = await siteOf(request, response)
    const made = await tools.create(site, parse(NewTool, request.body ?? {}), agentOf(response).id)
    await record(response, 'tool.created', site, made.tool)
    // The one time the secret is told.
    response.status(201).json(made)
  })

  type OfTool = Request<{ id: string; tool: string }>

  router.get('/sites/:id/tools/:tool', async function showTool(request: OfTool, response) {
    response.json({ tool: await tools.get(await siteOf(request, response), idOf(request)) })
  })

  router.patch('/sites/:id/tools/:tool', async function changeTool(request: OfTool, response) {
    const site = await siteOf(request, response)
    const change = parse(ChangeTool, request.body ?? {})
    const tool = await tools.change(site, idOf(request), change)
    await record(response, 'tool.changed', site, tool, { changed: Object.keys(change).sort() })
    response.json({ tool })
  })

  router.delete('/sites/:id/tools/:tool', async function deleteTool(request: OfTool, response) {
    const site = await siteOf(request, response)
    await record(response, 'tool.deleted', site, await tools.remove(site, idOf(request)))
    response.json({ ok: true })
  })

  router.post('/sites/:id/tools/:tool/secret', async function rotateSecret(request: OfTool, response) {
    const site = await siteOf(request, response)
    const made = await tools.rotate(site, idOf(request))
    await record(response, 'tool.secret_rotated', site, made.tool)
    response.json(made)
  })

  router.post('/sites/:id/tools/:tool/test', async function testTool(request: OfTool, response) {
    const site = await siteOf(request, response)
    const { input } = parse(TestTool, request.body ?? {})
    const tool = await tools.get(site, idOf(request))
    const { fault } = checkInput(tool.parameters, JSON.stringify(input))
    if (fault) throw new Problem('invalid-request', fault, { errors: [{ pointer: '/input', detail: fault }] })
    await record(response, 'tool.tested', site, tool)
    const begun = clock().getTime()
    const outcome = await callTool({
      tool,
      secrets: await tools.secretsOf(site.workspaceId, tool.id),
      actionId: uuidv7(),
      conversationId: null,
      contact: SAMPLE_CONTACT,
      input,
      test: true,
    })
    const answered = outcome.kind === 'answered'
    const result: ToolTest = {
      ok: answered && outcome.ok,
      status: answered ? outcome.status : null,
      result: outcome.text,
      milliseconds: Math.max(0, clock().getTime() - begun),
    }
    response.json(result)
  })

  return refuseOtherMethods(router)
}
