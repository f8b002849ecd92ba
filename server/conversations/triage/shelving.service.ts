// Spam, and customers who are not let in any more.

import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog } from '../conversation-log.ts'
import { isOpen } from '../lifecycle.ts'

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    /** Something of it has changed that its log does not tell: whoever draws it reads it anew. */
    'conversation.touched': { workspace_id: string; conversation_id: string; contact_id: string }
  }
}

export interface ShelvingDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit'>
  log: ConversationLog
  clock: () => Date
}

/** Conversations of a blocked customer that are redrawn at once; older ones are when they are next looked at. */
const REDRAWN = 50

export function createShelving({ db, bus, log, clock }: ShelvingDeps) {
  return {
    /**
     * Spam leaves the queue, and no AI agent answers it: the epoch moves on, so that what is being written comes too late.
     * @throws Problem `transition-refused` where it is so already
     */
    spam(
      agent: AgentPrincipal,
      input: { conversation_id: string; spam: boolean },
      cause: Cause,
    ): Promise<AppendResult> {
      return log.append(
        { workspaceId: agent.workspaceId, conversationId: input.conversation_id },
        (row) => {
          authorize(agent, row)
          const { spam } = input
          if (spam === (row.spam_at !== null)) throw new Problem('transition-refused', 'It is so already.')
          // Whoever waited for a person before waits again, as long as they had.
          const waits = !spam && isOpen(row.status) && row.status === 'escalated' && !row.assignee_id
          return {
            events: [
              { type: 'conversation.spam_changed', actor: actorOf(agent), public: false, data: { spam } },
            ],
            patch: {
              spam_at: spam ? clock() : null,
              waiting_since: waits ? (row.unanswered_since ?? clock()) : spam ? null : row.waiting_since,
              ...(spam && { assignment_epoch: row.assignment_epoch + 1 }),
            },
          }
        },
        cause,
      )
    },

    /** @throws Problem `transition-refused` where it is so already */
    async block(
      agent: AgentPrincipal,
      input: { conversation_id: string; blocked: boolean },
      cause: Cause,
    ): Promise<AppendResult> {
      const { workspaceId } = agent
      const { blocked } = input
      const result = await log.append(
        { workspaceId, conversationId: input.conversation_id },
        async (row, transaction) => {
          authorize(agent, row)
          const changed = await db.query(
            `update contacts set blocked_at = case when $3 then now() end
              where workspace_id = $1 and id = $2 and (blocked_at is not null) <> $3 returning id`,
            [workspaceId, row.contact_id, blocked],
            transaction,
          )
          if (changed.length === 0) throw new Problem('transition-refused', 'It is so already.')
          return {
            events: [{ type: 'contact.blocked', actor: actorOf(agent), public: false, data: { blocked } }],
            patch: blocked ? { assignment_epoch: row.assignment_epoch + 1 } : {},
          }
        },
        cause,
      )
      if (result.repeated) return result
      const contact_id = result.conversation.contact_id
      const others = await db.query<{ id: string }>(
        `select id from conversations where workspace_id = $1 and contact_id = $2 and id <> $3
          order by updated_at desc limit ${REDRAWN}`,
        [workspaceId, contact_id, input.conversation_id],
      )
      for (const { id } of others)
        bus.emit('conversation.touched', { workspace_id: workspaceId, conversation_id: id, contact_id })
      return result
    },
  }
}

export type Shelving = ReturnType<typeof createShelving>
