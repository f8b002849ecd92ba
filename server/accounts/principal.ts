// Who an agent's session stands for, as routes and commands see it.

import type { AgentKind } from '../../sdk/protocol/actor.ts'
import type { Role } from '../../sdk/protocol/agent.ts'

export type SessionKind = 'browser' | 'host' | 'api_key'

export interface AgentPrincipal {
  side: 'agent'
  kind: AgentKind
  /** The agent's id. */
  id: string
  name: string
  role: Role
  workspaceId: string
  sessionId: string
  /** Signed in by hand, by a host's token, or a server's key. */
  sessionKind: SessionKind
}
