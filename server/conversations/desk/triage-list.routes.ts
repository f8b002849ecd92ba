// Tags, topics and fields over the agents' REST, and a customer's conversations. Mounted under /api/v1 behind their guard.

import { type RequestHandler, type Response, Router } from 'express'
import * as z from 'zod'
import { type TakenAway, WriteConversationField, WriteTag, WriteTopic } from '../../../sdk/protocol/triage.ts'
import type { Audit, AuditEntry } from '../../accounts/audit.service.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import type { Inbox } from '../inbox/inbox.service.ts'
import { GONE_KINDS, type StripGone } from './strip-gone.ts'
import type { TriageLists } from './triage-list.service.ts'

export interface TriageListRoutesDeps {
  triageLists: TriageLists
  inbox: Pick<Inbox, 'ofContact'>
  audit: Pick<Audit, 'record'>
  departments: { get(workspaceId: string, id: string): Promise<unknown> }
  stripGone: Pick<StripGone, 'left'>
}

type Action = Extract<AuditEntry['action'], `${'tag' | 'topic' | 'field'}.${string}`>

const anId = z.uuid()

export function triageListRoutes({
  triageLists,
  inbox,
  audit,
  departments,
  stripGone,
}: TriageListRoutesDeps): Router {
  const router = Router()
  const { tags, topics, fields } = triageLists
  const admins = requireRole('owner', 'admin')

  const note = (response: Response, action: Action, data: Record<string, unknown>): Promise<void> => {
    const { workspaceId, id: agentId } = agentOf(response)
    return audit.record({ workspaceId, agentId, action, data })
  }

  /** The three are written alike; only who may, and what they say, differs. */
  function list<I>(
    path: string,
    name: string,
    schema: z.ZodType<I>,
    service: {
      list(workspaceId: string): Promise<object[]>
      create(by: AgentPrincipal, input: I): Promise<{ id: string }>
      change(workspaceId: string, id: string, input: I): Promise<{ id: string }>
      remove(workspaceId: string, id: string): Promise<{ name: string }>
    },
    actions: { created: Action; changed: Action; deleted: Action },
    may: { create: RequestHandler[] },
    check: (workspaceId: string, input: I) => Promise<unknown> = async () => undefined,
  ): void {
    router.get(path, async function listAll(_request, response) {
      response.json({ [name]: await service.list(agentOf(response).workspaceId) })
    })
    router.post(path, ...may.create, async function create(request, response) {
      const { workspaceId } = agentOf(response)
      const input = parse(schema, request.body ?? {})
      await check(workspaceId, input)
      const made = await service.create(agentOf(response), input)
      await note(response, actions.created, { id: made.id, ...input })
      response.status(201).json(made)
    })
    router.patch(`${path}/:id`, admins, async function change(request, response) {
      const { workspaceId } = agentOf(response)
      const input = parse(schema, request.body ?? {})
      await check(workspaceId, input)
      const changed = await service.change(workspaceId, parse(anId, request.params.id), input)
      await note(response, actions.changed, { ...input, id: changed.id })
      response.json(changed)
    })
    router.delete(`${path}/:id`, admins, async function remove(request, response) {
      const id = parse(anId, request.params.id)
      const gone = await service.remove(agentOf(response).workspaceId, id)
      await note(response, actions.deleted, { id, ...gone })
      response.json({ ok: true })
    })
  }

  list(
    '/tags',
    'tags',
    WriteTag,
    tags,
    { created: 'tag.created', changed: 'tag.changed', deleted: 'tag.deleted' },
    { create: [] },
  )
  list(
    '/topics',
    'topics',
    WriteTopic,
    topics,
    { created: 'topic.changed', changed: 'topic.changed', deleted: 'topic.deleted' },
    { create: [admins] },
    async (workspaceId, { department_id }) =>
      department_id ? departments.get(workspaceId, department_id) : undefined,
  )
  list(
    '/conversation-fields',
    'fields',
    WriteConversationField,
    fields,
    { created: 'field.changed', changed: 'field.changed', deleted: 'field.deleted' },
    { create: [admins] },
  )

  // What was deleted is taken from its conversations bit by bit.
  router.get('/taken-away/:kind', admins, async function countTakenAway(request, response) {
    const kind = parse(z.enum(GONE_KINDS), request.params.kind)
    const taken: TakenAway = { left: await stripGone.left(agentOf(response).workspaceId, kind) }
    response.json(taken)
  })

  router.get('/contacts/:id/conversations', async function ofContact(request, response) {
    const id = parse(anId, request.params.id)
    response.json({ conversations: await inbox.ofContact(agentOf(response).workspaceId, id) })
  })

  return refuseOtherMethods(router)
}
