// Who owns a conversation. Taking one is decided under its row lock: of two who click at once, one wins.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type OwnerOf } from './access.ts'
import type { AppendResult, Cause, ConversationLog, Decision } from './conversation-log.ts'
import type { Handoff } from './handoff.service.ts'
import { checkTransition, isOpen } from './lifecycle.ts'
import { takeOver } from './take-over.ts'

export interface AssignmentDeps {
  log: ConversationLog
  handoff: Handoff
  clock: () => Date
  /** @throws Problem `agent-not-found` for an agent of another workspace, or a disabled one */
  agentActor: (workspaceId: string, agentId: string) => Promise<Actor>
  ownerOf: OwnerOf
  department: (workspaceId: string, id: string) => Promise<{ id: string; name: string }>
}

/** One that is no more, and has not been taken from the row yet. */
function isGone(error: unknown): null {
  if (!(error instanceof Problem && error.code === 'department-not-found')) throw error
  return null
}

export function createAssignments({ log, handoff, clock, agentActor, ownerOf, department }: AssignmentDeps) {
  return {
    /**
     * Takes a conversation that waits, or that a machine holds.
     * @throws Problem `conversation-taken`, whose context says by whom
     */
    accept(agent: AgentPrincipal, conversationId: string, cause: Cause): Promise<AppendResult> {
      const me = actorOf(agent)
      return log.append(
        { workspaceId: agent.workspaceId, conversationId },
        async (row) => {
          authorize(agent, row)
          // Between a look and a click the customer may have ended it: that is no wish to be called back.
          if (!isOpen(row.status)) throw new Problem('conversation-closed', 'Reopen it first.')
          const owner = await ownerOf(row)
          if (owner?.kind === 'human') {
            const detail = owner.id === me.id ? 'You have it already.' : `${owner.name} has taken it.`
            throw new Problem('conversation-taken', detail, { context: { by: owner } })
          }
          checkTransition(row.status, 'assigned', 'agent')
          return takeOver(row, me, me, { previous: owner, now: clock() })
        },
        cause,
      )
    },

    /** Gives it to a colleague, to the AI agent, or (null) back to the queue. */
    async assign(
      agent: AgentPrincipal,
      conversationId: string,
      assigneeId: string | null,
      cause: Cause,
    ): Promise<AppendResult> {
      const me = actorOf(agent)
      const assignee = assigneeId ? await agentActor(agent.workspaceId, assigneeId) : null
      return log.append(
        { workspaceId: agent.workspaceId, conversationId },
        async (row): Promise<Decision> => {
          authorize(agent, row)
          if (!assignee) {
            checkTransition(row.status, 'escalated', 'agent')
            return handoff.toQueue(row, me, 'agent_left', null)
          }
          checkTransition(row.status, 'assigned', 'agent')
          return takeOver(row, me, assignee, { previous: await ownerOf(row), now: clock() })
        },
        cause,
      )
    },

    async move(
      agent: AgentPrincipal,
      conversationId: string,
      departmentId: string | null,
      cause: Cause,
    ): Promise<AppendResult> {
      const target = departmentId ? await department(agent.workspaceId, departmentId) : null
      return log.append(
        { workspaceId: agent.workspaceId, conversationId },
        async (row) => {
          authorize(agent, row)
          if (!isOpen(row.status)) throw new Problem('conversation-closed', 'Reopen it first.')
          const previous = row.department_id
            ? await department(row.workspace_id, row.department_id).catch(isGone)
            : null
          return {
            events: [
              {
                type: 'conversation.department_changed',
                actor: actorOf(agent),
                public: false,
                data: { department: target, previous },
              },
            ],
            patch: { department_id: departmentId },
          }
        },
        cause,
      )
    },
  }
}

export type Assignments = ReturnType<typeof createAssignments>
