// Who the agents are to the rooms above them: as actors of a log, as principals, as owners of a conversation.

import type { Actor } from '../sdk/protocol/actor.ts'
import type { Agents } from './accounts/agent.service.ts'
import type { AgentPrincipal } from './accounts/principal.ts'
import type { OwnerOf } from './conversations/access.ts'
import { Problem } from './platform/problem.ts'
import type { Sites } from './sites/site.service.ts'

export function createActors({
  agents,
  sites,
}: {
  agents: Pick<Agents, 'get' | 'assistantOf'>
  sites: Pick<Sites, 'get'>
}) {
  /** @throws Problem `agent-not-found` for one of another workspace, or a disabled one */
  const agentActor = async (workspaceId: string, agentId: string): Promise<Actor> => {
    const { id, kind, name } = await agents.get(workspaceId, agentId)
    return { id, kind, name }
  }
  /** For what is done later in somebody's name. @throws Problem `agent-not-found` for one who is no more */
  const principalOf = async (workspaceId: string, agentId: string): Promise<AgentPrincipal> => {
    const { id, kind, name, role } = await agents.get(workspaceId, agentId)
    return { side: 'agent', id, kind, name, role, workspaceId, sessionId: '', sessionKind: 'browser' }
  }
  /** Who has it; null also for one who was disabled since, as nobody answers then. */
  const ownerOf: OwnerOf = async ({ workspace_id, assignee_id }) => {
    if (!assignee_id) return null
    return agentActor(workspace_id, assignee_id).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'agent-not-found') return null
      throw error
    })
  }
  const assistantOf = async (workspaceId: string): Promise<Actor | null> => {
    const agent = await agents.assistantOf(workspaceId)
    return agent && { id: agent.id, kind: agent.kind, name: agent.name }
  }
  /** The AI agent where the site has it switched on. */
  const assistantOn = async (workspaceId: string, siteId: string): Promise<Actor | null> => {
    const site = await sites.get(siteId)
    return site?.assistantEnabled ? assistantOf(workspaceId) : null
  }
  return { agentActor, principalOf, ownerOf, assistantOf, assistantOn }
}
