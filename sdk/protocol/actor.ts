// Who did something: a customer, an agent of any kind, or the system itself.

import * as z from 'zod'

export const AgentKind = z.enum(['human', 'ai', 'bot'])
export type AgentKind = z.infer<typeof AgentKind>

export const ActorKind = z.enum(['contact', 'human', 'ai', 'bot', 'system'])

export const Actor = z.object({
  kind: ActorKind,
  /** Null for the system. */
  id: z.uuid().nullable(),
  /** What to show; empty for a customer who gave no name. */
  name: z.string(),
})
export type Actor = z.infer<typeof Actor>
