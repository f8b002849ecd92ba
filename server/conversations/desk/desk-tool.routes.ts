// Canned replies and macros over the agents' REST. Mounted under /api/v1 behind their guard.

import { type Response, Router } from 'express'
import * as z from 'zod'
import { RunMacro, WriteCannedReply, WriteMacro } from '../../../sdk/protocol/desk-tools.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import type { CannedReplies } from './canned-reply.service.ts'
import type { Macros } from './macro.service.ts'

export interface DeskToolRoutesDeps {
  cannedReplies: CannedReplies
  macros: Macros
  audit: Pick<Audit, 'record'>
}

const anId = z.uuid()
// Without its defaults: what is not named stays.
const ChangeCannedReply = WriteCannedReply.extend({ shared: z.boolean() }).partial()
const ChangeMacro = WriteMacro.extend({ shared: z.boolean() }).partial()

export function deskToolRoutes({ cannedReplies, macros, audit }: DeskToolRoutesDeps): Router {
  const router = Router()

  /** What is only one's own is nobody else's business. */
  async function note(
    response: Response,
    action: 'canned_reply.changed' | 'canned_reply.deleted' | 'macro.changed' | 'macro.deleted',
    shared: boolean,
    data: Record<string, unknown>,
  ): Promise<void> {
    const { workspaceId, id: agentId } = agentOf(response)
    if (shared) await audit.record({ workspaceId, agentId, action, data })
  }

  router.get('/canned-replies', async function listCannedReplies(_request, response) {
    response.json({ replies: await cannedReplies.list(agentOf(response)) })
  })
  router.post('/canned-replies', async function createCannedReply(request, response) {
    const made = await cannedReplies.create(agentOf(response), parse(WriteCannedReply, request.body ?? {}))
    const { id, shortcut, title } = made
    await note(response, 'canned_reply.changed', made.shared, { id, shortcut, title })
    response.status(201).json(made)
  })
  router.patch('/canned-replies/:id', async function changeCannedReply(request, response) {
    const change = parse(ChangeCannedReply, request.body ?? {})
    const { before, after } = await cannedReplies.change(
      agentOf(response),
      parse(anId, request.params.id),
      change,
    )
    const { id, shortcut, title } = after
    await note(response, 'canned_reply.changed', before.shared || after.shared, { id, shortcut, title })
    response.json(after)
  })
  router.delete('/canned-replies/:id', async function removeCannedReply(request, response) {
    const { id, shortcut, title, shared } = await cannedReplies.remove(
      agentOf(response),
      parse(anId, request.params.id),
    )
    await note(response, 'canned_reply.deleted', shared, { id, shortcut, title })
    response.json({ ok: true })
  })
  router.post('/canned-replies/:id/used', async function useCannedReply(request, response) {
    await cannedReplies.used(agentOf(response), parse(anId, request.params.id))
    response.json({ ok: true })
  })

  router.get('/macros', async function listMacros(_request, response) {
    response.json({ macros: await macros.list(agentOf(response)) })
  })
  router.post('/macros', async function createMacro(request, response) {
    const made = await macros.create(agentOf(response), parse(WriteMacro, request.body ?? {}))
    const { id, name, shared } = made
    await note(response, 'macro.changed', shared, { id, name })
    response.status(201).json(made)
  })
  router.patch('/macros/:id', async function changeMacro(request, response) {
    const change = parse(ChangeMacro, request.body ?? {})
    const { before, after } = await macros.change(agentOf(response), parse(anId, request.params.id), change)
    const { id, name } = after
    await note(response, 'macro.changed', before.shared || after.shared, { id, name })
    response.json(after)
  })
  router.delete('/macros/:id', async function removeMacro(request, response) {
    const { id, name, shared } = await macros.remove(agentOf(response), parse(anId, request.params.id))
    await note(response, 'macro.deleted', shared, { id, name })
    response.json({ ok: true })
  })
  router.post('/macros/:id/run', async function runMacro(request, response) {
    const input = parse(RunMacro, request.body ?? {})
    response.json(await macros.run(agentOf(response), parse(anId, request.params.id), input))
  })

  return refuseOtherMethods(router)
}
