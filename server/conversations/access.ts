// Who may touch which conversation: a visitor their own, an agent those of the workspace. Others do not exist.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { Problem } from '../platform/problem.ts'
import type { ConversationRow } from './conversation-row.ts'

export type Principal = AgentPrincipal | VisitorPrincipal

export const actorOf = (principal: Principal): Actor => ({
  kind: principal.kind,
  id: principal.id,
  name: principal.name,
})

/** Who answers a conversation: null while nobody does. Told by whoever keeps agents. */
export type OwnerOf = (row: Pick<ConversationRow, 'workspace_id' | 'assignee_id'>) => Promise<Actor | null>

/** @throws Problem `conversation-not-found`: to who may not see it, it is not there (404, never 403). */
export function authorize(
  principal: Principal,
  conversation: Pick<ConversationRow, 'workspace_id' | 'contact_id'>,
): void {
  const own = principal.side === 'agent' || conversation.contact_id === principal.id
  if (conversation.workspace_id !== principal.workspaceId || !own) throw new Problem('conversation-not-found')
}
