// A workspace's people, rooms and keys as administrators see and change them.

import * as z from 'zod'
import { Agent, Role } from './agent.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { ReplyTargets, SolveTargets } from './triage.ts'

export const TEAM_LIMITS = { capacity: 50, apiKeys: 50, origins: 50 } as const

export const AdminAgent = z.object({
  ...Agent.shape,
  disabled_at: z.string().nullable(),
  /** Has never signed in. */
  invited: z.boolean(),
  last_seen_at: z.string().nullable(),
  open_conversations: z.int(),
})
export type AdminAgent = z.infer<typeof AdminAgent>

/** `POST /admin/agents`; answers with the agent and, where no mail goes out, the link to hand over. */
export const InviteAgent = z.strictObject({
  name: plainText().trim().min(1).max(LIMITS.name),
  email: z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email()),
  role: Role.default('agent'),
  department_ids: z.array(z.uuid()).max(50).default([]),
  capacity: z.int().min(1).max(TEAM_LIMITS.capacity).default(6),
})
export type InviteAgent = z.input<typeof InviteAgent>
export const InvitedAgent = z.object({ agent: AdminAgent, link: z.string().nullable(), mailed: z.boolean() })
export type InvitedAgent = z.infer<typeof InvitedAgent>

/** `PATCH /admin/agents/:id`. Owners alone make owners; the last owner stays one. */
export const ChangeAgent = z
  .strictObject({
    name: plainText().trim().min(1).max(LIMITS.name),
    role: Role,
    department_ids: z.array(z.uuid()).max(50),
    capacity: z.int().min(1).max(TEAM_LIMITS.capacity),
    disabled: z.boolean(),
  })
  .partial()
export type ChangeAgent = z.input<typeof ChangeAgent>

/** `POST /admin/departments`, `PATCH /admin/departments/:id`; `DELETE` lets its conversations go to none. */
export const WriteDepartment = z.strictObject({
  name: plainText().trim().min(1).max(80),
  agent_ids: z.array(z.uuid()).max(500).default([]),
  position: z.int().min(0).max(1000).optional(),
})
export type WriteDepartment = z.input<typeof WriteDepartment>
export const AdminDepartment = z.object({
  id: z.uuid(),
  name: z.string(),
  agent_ids: z.array(z.uuid()),
  position: z.int(),
  open_conversations: z.int(),
})
export type AdminDepartment = z.infer<typeof AdminDepartment>

/** `GET` and `PATCH /admin/workspace` */
export const WorkspaceSettings = z.strictObject({
  name: plainText().trim().min(1).max(80),
  targets: ReplyTargets,
  solve_targets: SolveTargets,
  /** Pages of these origins may show the console, signed in by a host token. */
  console_origins: z.array(z.string().max(300)).max(TEAM_LIMITS.origins),
})
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>

/** A secret for servers, sent as `Authorization: Bearer …`; acts as the agent it names. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  agent: z.object({ id: z.uuid(), name: z.string() }),
  /** Its first letters, to tell it by. */
  hint: z.string(),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
export const NewApiKey = z.strictObject({
  name: plainText().trim().min(1).max(60),
  agent_id: z.uuid(),
  expires_at: z.iso.datetime().nullable().default(null),
})
/** The only time the secret is told. */
export const CreatedApiKey = z.object({ key: ApiKey, secret: z.string() })

/** Signs host tokens: see `HostToken`. */
export const ConsoleKey = z.object({
  /** The token's `kid`. */
  id: z.uuid(),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
})
export type ConsoleKey = z.infer<typeof ConsoleKey>
export const CreatedConsoleKey = z.object({ key: ConsoleKey, secret: z.string() })

/**
 * `POST /console/sessions` with a token (JWT, RFC 7519, HS256) that a company's own admin page signs for one of its
 * people: `sub` the agent's e-mail, `aud` `deskbell-console`, `iat`, `exp` at most five minutes later, `jti` used once.
 * Answers with a session's bearer token.
 */
export const HostToken = z.strictObject({ token: z.string().min(20).max(8192) })
export const HostSession = z.object({ token: z.string(), expires_at: z.string() })
export type HostSession = z.infer<typeof HostSession>

export const AuditEntryView = z.object({
  id: z.uuid(),
  at: z.string(),
  agent: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  action: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** What the colleagues, departments and sites in it were called then, by id. */
  names: z.record(z.string(), z.string()),
})
export type AuditEntryView = z.infer<typeof AuditEntryView>
/** `GET /admin/audit?action=&agent_id=&since=&until=&cursor=`, newest first */
export const AuditPage = z.object({ entries: z.array(AuditEntryView), next_cursor: z.string().nullable() })
export type AuditPage = z.infer<typeof AuditPage>
