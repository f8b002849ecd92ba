// Which agents follow a conversation, and which conversations belong together.

import type { ConversationRef } from '../../../sdk/protocol/triage-event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog, NewEvent } from '../conversation-log.ts'
import type { ConversationRow } from '../conversation-row.ts'

export const refOf = ({ id, reference, subject }: ConversationRow): ConversationRef => ({
  id,
  reference,
  subject,
})

export interface FollowersDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit'>
  log: ConversationLog
}

export function createFollowers({ db, bus, log }: FollowersDeps) {
  return {
    /**
     * Who ceases to follow has also dealt with being called for. Being called for ends by that, or when the
     * conversation is resolved; reading it is not dealing with it.
     * @throws Problem `conversation-not-found`
     */
    async follow(agent: AgentPrincipal, input: { conversation_id: string; follow: boolean }): Promise<void> {
      const [row] = await db.query<{ contact_id: string }>(
        `update conversations
            set follower_ids = array_remove(follower_ids, $3::uuid) || case when $4 then array[$3::uuid] else '{}' end,
                mentioned_ids = case when $4 then mentioned_ids else array_remove(mentioned_ids, $3::uuid) end
          where workspace_id = $1 and id = $2 returning contact_id`,
        [agent.workspaceId, input.conversation_id, agent.id, input.follow],
      )
      if (!row) throw new Problem('conversation-not-found')
      bus.emit('conversation.touched', {
        workspace_id: agent.workspaceId,
        conversation_id: input.conversation_id,
        contact_id: row.contact_id,
      })
    },

    /** Says of two that they belong together, on both. @throws Problem `transition-refused` where it is so already */
    link(
      agent: AgentPrincipal,
      input: { conversation_id: string; other_id: string; linked: boolean },
      cause: Cause,
    ): Promise<AppendResult> {
      const { conversation_id: id, other_id: otherId, linked } = input
      if (id === otherId) throw new Problem('invalid-request', 'A conversation is not linked to itself.')
      return log.appendAll(
        { workspaceId: agent.workspaceId, ids: [id, otherId] },
        async ([row, other], transaction) => {
          authorize(agent, row!)
          const pair = [agent.workspaceId, ...[id, otherId].sort()]
          const changed = await db.query(
            linked
              ? `insert into conversation_links (workspace_id, first_id, second_id) values ($1, $2, $3)
                 on conflict do nothing returning first_id`
              : `delete from conversation_links where workspace_id = $1 and first_id = $2 and second_id = $3
                 returning first_id`,
            pair,
            transaction,
          )
          if (changed.length === 0) throw new Problem('transition-refused', 'It is so already.')
          const told = (to: ConversationRow): NewEvent => ({
            type: 'conversation.linked',
            actor: actorOf(agent),
            public: false,
            data: { other: refOf(to), linked },
          })
          return [{ events: [told(other!)] }, { events: [told(row!)] }]
        },
        cause,
      )
    },
  }
}

export type Followers = ReturnType<typeof createFollowers>
