// The team's administration: people, departments, the workspace, keys, the audit log. Mounted under /api/v1, behind
// `requireAgent`; everything here is for owners and administrators.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import {
  ChangeAgent,
  InviteAgent,
  NewApiKey,
  WorkspaceSettings,
  WriteDepartment,
} from '../../sdk/protocol/team-admin.ts'
import { changedValues } from '../platform/changed-names.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { Agents } from './agent.service.ts'
import type { ApiKeys } from './api-key.service.ts'
import type { Audit, AuditEntry } from './audit.service.ts'
import type { ConsoleKeys } from './console-key.service.ts'
import type { DepartmentAdmin } from './department-admin.service.ts'
import { INVITE_MS, type SendInvite } from './invite-mail.ts'
import type { LoginLinks } from './login-link.service.ts'
import type { Preferences } from './preference.service.ts'
import type { AgentPrincipal } from './principal.ts'
import { agentOf, bySomebody, requireRole } from './require-agent.ts'
import type { Sessions } from './session.service.ts'
import type { Team } from './team.service.ts'
import type { WorkspaceSettingsRoom } from './workspace-settings.service.ts'

export interface TeamAdminDeps {
  agents: Pick<Agents, 'changed'>
  apiKeys: ApiKeys
  audit: Audit
  consoleKeys: ConsoleKeys
  departmentAdmin: DepartmentAdmin
  links: Pick<LoginLinks, 'create'>
  sendInvite: SendInvite
  preferences: Pick<Preferences, 'get'>
  sessions: Pick<Sessions, 'revokeOfConsoleKey'>
  team: Team
  workspaceSettings: WorkspaceSettingsRoom
  /** As users reach the server. */
  publicUrl: string
}

const ChangeWorkspace = WorkspaceSettings.partial()
// No defaults: what is not named stays.
const ChangeDepartment = z
  .strictObject({
    ...WriteDepartment.shape,
    agent_ids: WriteDepartment.shape.agent_ids.unwrap(),
  })
  .partial()
const AuditQuery = z.object({
  action: z.string().max(60).optional(),
  agent_id: z.uuid().optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  cursor: z.uuid().optional(),
})
const Id = z.uuid()

/** What does not look like an id is nobody's. @throws Problem `missing` */
function idOf(given: string | undefined, missing: Problem['code']): string {
  const id = Id.safeParse(given)
  if (!id.success) throw new Problem(missing)
  return id.data
}

/** What was there of what is changed, and what is there now. */
const changeOf = (before: object, to: object) => ({
  from: Object.fromEntries(Object.keys(to).map((key) => [key, (before as Record<string, unknown>)[key]])),
  to,
})

export function teamAdminRoutes(deps: TeamAdminDeps): Router {
  const { agents, apiKeys, audit, consoleKeys, departmentAdmin, links, preferences, sendInvite, sessions } =
    deps
  const { team, workspaceSettings, publicUrl } = deps
  const router = Router()

  router.use('/admin', requireRole('owner', 'admin'), function neverStored(_request, response, next) {
    response.set('Cache-Control', 'no-store')
    next()
  })

  const note = (
    { workspaceId, id: agentId }: AgentPrincipal,
    action: AuditEntry['action'],
    data: Record<string, unknown>,
  ): Promise<void> => audit.record({ workspaceId, agentId, action, data })

  /** Of the console: theirs, if they ever chose one; else that of who asks them in. */
  async function languageFor(by: AgentPrincipal, agentId: string, request: Request): Promise<string | null> {
    const theirs = await preferences.get(by.workspaceId, agentId)
    const own = await preferences.get(by.workspaceId, by.id)
    return theirs.locale || own.locale || request.acceptsLanguages()[0] || null
  }

  /** A way in, by mail where mail goes out; else in the answer, this once. */
  async function letIn(by: AgentPrincipal, agentId: string, request: Request) {
    const agent = await team.checkInvitable(by, agentId)
    const { workspaceId, name } = by
    const link = `${publicUrl}/console#login=${await links.create(agent.id, { ttlMs: INVITE_MS })}`
    const { name: workspace } = await workspaceSettings.get(workspaceId)
    const to = agent.email
    const mailed =
      to !== null &&
      (await sendInvite({
        workspaceId,
        workspace,
        by: name,
        to,
        link,
        locale: await languageFor(by, agent.id, request),
      }))
    await note(by, 'agent.invited', { agent_id: agent.id, mailed })
    return { agent, link: mailed ? null : link, mailed }
  }

  router.get('/admin/agents', async function listTeam(_request, response) {
    response.json({ agents: await team.list(agentOf(response).workspaceId) })
  })

  router.post('/admin/agents', bySomebody, async function inviteAgent(request, response) {
    const by = agentOf(response)
    const input = parse(InviteAgent, request.body)
    const { id } = await team.invite(by, input)
    await note(by, 'agent.created', { agent_id: id, role: input.role })
    response.status(201).json(await letIn(by, id, request))
  })

  router.post('/admin/agents/:id/invite', bySomebody, async function inviteAgain(request, response) {
    const id = idOf(request.params.id as string, 'agent-not-found')
    response.json(await letIn(agentOf(response), id, request))
  })

  router.patch('/admin/agents/:id', bySomebody, async function changeAgent(request, response) {
    const by = agentOf(response)
    const change = parse(ChangeAgent, request.body)
    const before = await team.get(by.workspaceId, idOf(request.params.id as string, 'agent-not-found'))
    const agent = await team.change(by, before.id, change)
    const { disabled, ...rest } = change
    if (Object.keys(rest).length > 0) {
      await note(by, 'agent.changed', { agent_id: agent.id, ...changeOf(before, rest) })
    }
    const was = before.disabled_at !== null
    if (disabled !== undefined && disabled !== was)
      await note(by, disabled ? 'agent.disabled' : 'agent.enabled', { agent_id: agent.id })
    response.json(agent)
  })

  router.get('/admin/departments', async function listDepartments(_request, response) {
    response.json({ departments: await departmentAdmin.list(agentOf(response).workspaceId) })
  })

  router.post('/admin/departments', async function createDepartment(request, response) {
    const by = agentOf(response)
    const department = await departmentAdmin.create(by.workspaceId, parse(WriteDepartment, request.body))
    await note(by, 'department.created', { department_id: department.id, name: department.name })
    tellMembers(by.workspaceId, department.agent_ids)
    response.status(201).json(department)
  })

  router.patch('/admin/departments/:id', async function changeDepartment(request, response) {
    const by = agentOf(response)
    const id = idOf(request.params.id as string, 'department-not-found')
    const change = parse(ChangeDepartment, request.body)
    const { workspaceId } = by
    const before = (await departmentAdmin.list(workspaceId)).find((department) => department.id === id)
    const department = await departmentAdmin.change(workspaceId, id, change)
    await note(by, 'department.changed', { department_id: id, ...changeOf(before ?? {}, change) })
    if (change.agent_ids) tellMembers(workspaceId, [...(before?.agent_ids ?? []), ...department.agent_ids])
    response.json(department)
  })

  router.delete('/admin/departments/:id', async function removeDepartment(request, response) {
    const by = agentOf(response)
    const id = idOf(request.params.id as string, 'department-not-found')
    const { name } = await departmentAdmin.remove(by.workspaceId, id)
    await note(by, 'department.deleted', { department_id: id, name })
    response.json({ ok: true })
  })

  /** Colleagues see who is in which department. */
  function tellMembers(workspaceId: string, agentIds: readonly string[]): void {
    for (const id of new Set(agentIds)) agents.changed(workspaceId, id)
  }

  router.get('/admin/workspace', async function readWorkspace(_request, response) {
    response.json(await workspaceSettings.get(agentOf(response).workspaceId))
  })

  router.patch('/admin/workspace', bySomebody, async function changeWorkspace(request, response) {
    const by = agentOf(response)
    const change = parse(ChangeWorkspace, request.body)
    const before = await workspaceSettings.get(by.workspaceId)
    const settings = await workspaceSettings.change(by.workspaceId, change)
    await note(by, 'workspace.changed', changedValues(before, settings))
    response.json(settings)
  })

  router.get('/admin/api-keys', async function listApiKeys(_request, response) {
    response.json({ keys: await apiKeys.list(agentOf(response).workspaceId) })
  })

  router.post('/admin/api-keys', bySomebody, async function createApiKey(request, response) {
    const by = agentOf(response)
    const { name, agent_id: agentId, expires_at: expiresAt } = parse(NewApiKey, request.body)
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
      const past = { pointer: '/expires_at', detail: 'This moment has passed.' }
      throw new Problem('invalid-request', past.detail, { errors: [past] })
    }
    // It acts as them: nobody makes a key to more than they may do themselves.
    await team.checkKeyFor(by, agentId)
    const made = await apiKeys.create(by.workspaceId, { name, agentId, expiresAt })
    await note(by, 'api_key.created', { key_id: made.key.id, name, agent_id: agentId, expires_at: expiresAt })
    response.status(201).json(made)
  })

  router.delete('/admin/api-keys/:id', async function revokeApiKey(request, response) {
    const by = agentOf(response)
    const id = idOf(request.params.id as string, 'key-not-found')
    const { name, agentId } = await apiKeys.revoke(by.workspaceId, id)
    await note(by, 'api_key.revoked', { key_id: id, name, agent_id: agentId })
    response.json({ ok: true })
  })

  router.get('/admin/console-keys', async function listConsoleKeys(_request, response) {
    response.json({ keys: await consoleKeys.list(agentOf(response).workspaceId) })
  })

  // A host token may name anybody, owners too: only they hand out what signs them.
  router.post('/admin/console-keys', bySomebody, requireRole('owner'), createConsoleKey)
  async function createConsoleKey(_request: unknown, response: Response): Promise<void> {
    const by = agentOf(response)
    const made = await consoleKeys.create(by.workspaceId, by.id)
    await note(by, 'console_key.created', { kid: made.key.id })
    response.status(201).json(made)
  }

  router.delete('/admin/console-keys/:id', async function revokeConsoleKey(request, response) {
    const by = agentOf(response)
    const id = idOf(request.params.id as string, 'key-not-found')
    await consoleKeys.revoke(by.workspaceId, id)
    // Whoever revokes one fears that somebody else had it.
    await sessions.revokeOfConsoleKey(by.workspaceId, id)
    await note(by, 'console_key.revoked', { kid: id })
    response.json({ ok: true })
  })

  router.get('/admin/audit', async function readAudit(request, response) {
    const { action, agent_id: agentId, since, until, cursor: before } = parse(AuditQuery, request.query)
    response.json(
      await audit.list(agentOf(response).workspaceId, {
        action: action ?? null,
        agentId: agentId ?? null,
        before: before ?? null,
        since: since ?? null,
        until: until ?? null,
      }),
    )
  })

  return router
}
