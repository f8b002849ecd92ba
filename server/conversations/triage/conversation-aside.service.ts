// What only the agent's side of a conversation asks for: what they began to write elsewhere, what waits to be sent,
// what belongs to it.

import type { CommandParsed, CommandResult } from '../../../sdk/protocol/command.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'

type Aside = Omit<CommandResult<'conversation.aside'>, 'whispers'>

export interface KeptReply {
  kind: 'message' | 'note'
  body: string
  at: string
}

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    /** An agent has written on a reply they have not sent. Other nodes read it. */
    'reply.kept': {
      workspace_id: string
      conversation_id: string
      agent_id: string
      kind: KeptReply['kind']
      /** The socket it came by. */
      socket_id: string | undefined
      here?: { reply: KeptReply }
    }
  }
}

interface Which {
  conversation_id: string
  agent_id: string
  kind: KeptReply['kind']
}

export function createAsides({ db, bus }: { db: Pick<Database, 'query'>; bus: Pick<Bus, 'emit'> }) {
  return {
    /**
     * Of two devices the later text wins, also when it is none.
     * @throws Problem `conversation-not-found`
     */
    async keep(
      agent: AgentPrincipal,
      input: CommandParsed<'reply.keep'>,
      socketId: string | undefined,
    ): Promise<void> {
      const { conversation_id, kind, body, at } = input
      const [found] = await db.query<{ kept: boolean }>(
        `with there as (
           select id from conversations where workspace_id = $1 and id = $2
         ), kept as (
           insert into kept_replies (workspace_id, conversation_id, agent_id, kind, body, at)
           select $1, id, $3, $4, $5, least($6::timestamptz, now() + interval '1 minute') from there
           on conflict (conversation_id, agent_id, kind) do update set body = excluded.body, at = excluded.at
            where kept_replies.at < excluded.at
           returning 1
         )
         select exists (select from kept) as kept from there`,
        [agent.workspaceId, conversation_id, agent.id, kind, body, at],
      )
      if (!found) throw new Problem('conversation-not-found')
      if (!found.kept) return
      const news = { workspace_id: agent.workspaceId, conversation_id, agent_id: agent.id, kind }
      bus.emit('reply.kept', { ...news, socket_id: socketId, here: { reply: { kind, body, at } } })
    },

    async kept({ conversation_id, agent_id, kind }: Which): Promise<KeptReply | undefined> {
      const [row] = await db.query<{ body: string; at: Date }>(
        'select body, at from kept_replies where conversation_id = $1 and agent_id = $2 and kind = $3',
        [conversation_id, agent_id, kind],
      )
      return row && { kind, body: row.body, at: row.at.toISOString() }
    },

    /** @throws Problem `conversation-not-found` */
    async show(agent: AgentPrincipal, conversationId: string): Promise<Aside> {
      const time = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
      const [row] = await db.query<Aside>(
        `select
           coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'body', body,
                                                         'at', to_char(at at time zone 'UTC', ${time})))
              from kept_replies k where k.conversation_id = c.id and k.agent_id = $3 and k.body <> ''), '[]') as replies,
           coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'body', s.body,
                       'send_at', to_char(s.send_at at time zone 'UTC', ${time}), 'unless_reply', s.unless_reply,
                       'resolve', s.resolve, 'by', jsonb_build_object('id', a.id, 'name', a.name)) order by s.send_at, s.id)
              from scheduled_messages s join agents a on a.id = s.agent_id
             where s.conversation_id = c.id and s.state = 'waiting'), '[]') as scheduled,
           coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'subject', o.subject)
                              order by l.created_at desc)
              from (select second_id as id, created_at from conversation_links where first_id = c.id
                    union all select first_id, created_at from conversation_links where second_id = c.id
                    order by created_at desc limit 50) l
              join conversations o on o.id = l.id), '[]') as links,
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'reference', m.reference, 'subject', m.subject,
                       'messages', (select count(*) from conversation_events e
                                     where e.conversation_id = m.id and e.type = 'message.created'),
                       'at', to_char(g.merged_at at time zone 'UTC', ${time})) order by g.merged_at desc)
              from conversations m join conversation_merges g on g.conversation_id = m.id
             where m.merged_into = c.id), '[]') as merged
           from conversations c where c.workspace_id = $1 and c.id = $2`,
        [agent.workspaceId, conversationId, agent.id],
      )
      if (!row) throw new Problem('conversation-not-found')
      return row
    },
  }
}

export type Asides = ReturnType<typeof createAsides>
