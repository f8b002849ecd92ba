// Agents as colleagues and the console see them, and how they sign in.

import * as z from 'zod'
import { AgentKind } from './actor.ts'
import { LIMITS } from './limits.ts'

export const Availability = z.enum(['online', 'away', 'offline'])
export type Availability = z.infer<typeof Availability>

export const Role = z.enum(['owner', 'admin', 'agent'])
export type Role = z.infer<typeof Role>

export const Agent = z.object({
  id: z.uuid(),
  kind: AgentKind,
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  /** What the agent chose; an agent without an open console counts as offline whatever they chose. */
  availability: Availability,
  department_ids: z.array(z.uuid()),
  /** Chats an agent has at a time; absent of machines. */
  capacity: z.int().optional(),
})
export type Agent = z.infer<typeof Agent>

export const Department = z.object({ id: z.uuid(), name: z.string() })
export type Department = z.infer<typeof Department>

export const Login = z.strictObject({
  email: z.string().trim().max(LIMITS.email),
  password: z.string().min(1).max(1024),
})
export const RedeemLoginLink = z.strictObject({ token: z.string().min(20).max(200) })
/** Sets the agent's own password; used once after the first administrator's link. */
export const SetPassword = z.strictObject({
  password: z.string().min(12).max(1024),
  /** To sign in with, from an agent who has none yet: the first administrator. */
  email: z.string().trim().max(LIMITS.email).pipe(z.email()).optional(),
})

export const Me = z.object({
  agent: Agent,
  workspace: z.object({ id: z.uuid(), name: z.string() }),
  /** True until a password was chosen. */
  needs_password: z.boolean(),
})
export type Me = z.infer<typeof Me>
