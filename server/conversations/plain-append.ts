// The hot path: plain messages, many in one statement, which takes their numbers and inserts them. It does only what is
// the same for every such message; whatever asks for a decision (a resolved conversation, a change of hands, a repeat,
// an AI agent to be woken) it leaves untouched for the long way, by answering null.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { LastMessage } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Cause } from './conversation-log.ts'
import type { EventRow } from './conversation-row.ts'

export interface PlainMessage {
  workspaceId: string
  conversationId: string
  actor: Actor
  data: MessageData
  lastMessage: LastMessage
  /** What the writer had seen; anything after it asks for a decision. */
  afterSeq?: number | undefined
  cause: Cause
}

/** The appended row, and whose conversation it is. */
export interface AppendedPlain {
  row: EventRow
  contactId: string
}

interface Numbered {
  id: string
  seq: string
  pub_seq: string
  created_at: Date
  contact_id: string
}

// A conversation that somebody else holds is left out: nobody waits here, so neither can two nodes wait for each other.
// `held` is read under the lock, so it is the latest of the row, whatever the statement's snapshot says.
// Planned once and kept, perhaps while all tables are empty, it must not be tempted into a plan that only short tables
// bear: hence no "not exists", which may be joined by reading the whole log, and no "=" that an index of the workspace
// could answer in place of the primary key.
// A customer writes into their own open conversation that no machine holds; a person into the one they hold.
const STATEMENT = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g (
      n int, conversation_id uuid, workspace_id uuid, id uuid, actor_kind text, actor_id uuid, actor_name text,
      cid uuid, cid_digest text, data jsonb, last_message jsonb, after_seq bigint)
  ), held as materialized (
    select c.*
      from (select distinct conversation_id, workspace_id from given) g
     cross join lateral (
       select id, workspace_id, contact_id, assignee_id, status, is_open, last_seq, last_pub_seq,
             snoozed_until is not null or reply_cancels as awaits_customer
         from conversations
        where id = g.conversation_id and workspace_id is not distinct from g.workspace_id
          for no key update skip locked) c
  ), fit as materialized (
    select g.*, h.status, h.last_seq, h.last_pub_seq,
           row_number() over (partition by g.conversation_id order by g.n) as place,
           count(*) over (partition by g.conversation_id) as places,
           bool_or(g.actor_kind <> 'contact') over (partition by g.conversation_id) as answered
      from given g join held h on h.id = g.conversation_id and h.workspace_id = g.workspace_id
     where case g.actor_kind
             when 'contact' then h.contact_id = g.actor_id and h.is_open and not h.awaits_customer
               and (h.assignee_id is null
                 or exists (select from agents a where a.id = h.assignee_id and a.kind = 'human'))
               and (select ct.blocked_at from contacts ct where ct.id = g.actor_id) is null
             else h.assignee_id = g.actor_id and h.status in ('assigned', 'waiting_on_customer')
               and h.last_seq <= coalesce(g.after_seq, h.last_seq) end
       and (select true from conversation_events e
             where e.conversation_id = g.conversation_id and e.actor_id = g.actor_id and e.cid = g.cid) is null
  ), head as (
    update conversations c
       set last_seq = f.last_seq + f.places, last_pub_seq = f.last_pub_seq + f.places,
           last_message = f.last_message,
           status = case when f.actor_kind <> 'contact' then 'waiting_on_customer'
                         when f.status = 'waiting_on_customer' then 'assigned' else f.status end,
           unanswered_since = case when f.actor_kind <> 'contact' then null
                                   when f.answered then now() else coalesce(c.unanswered_since, now()) end,
           -- True to within a second; see migrations/0007-hot-path.sql.
           updated_at = case when c.updated_at > now() - interval '1 second' then c.updated_at else now() end
      from fit f where c.id = f.conversation_id and f.place = f.places
  )
  insert into conversation_events as e (conversation_id, seq, pub_seq, workspace_id, id, type,
                                        actor_kind, actor_id, actor_name, cid, cid_digest, data, created_at)
  select conversation_id, last_seq + place, last_pub_seq + place, workspace_id, id, 'message.created',
         actor_kind, actor_id, actor_name, cid, decode(cid_digest, 'hex'), data,
         -- Not now(), which is when the statement began: times must follow the numbers.
         clock_timestamp()
    from fit order by n
  returning id, seq, pub_seq, created_at, case actor_kind when 'contact' then actor_id
    else (select contact_id from conversations c where c.id = e.conversation_id) end as contact_id`

/** Answers in the order of the messages: the appended row, or null where the long way must decide. */
export function createPlainAppend({ db }: { db: Pick<Database, 'prepared'> }) {
  return async function plainAppend(messages: readonly PlainMessage[]): Promise<(AppendedPlain | null)[]> {
    const given = messages.map((message, index) => ({
      n: index,
      conversation_id: message.conversationId,
      workspace_id: message.workspaceId,
      id: uuidv7(),
      actor_kind: message.actor.kind,
      actor_id: message.actor.id,
      actor_name: message.actor.name,
      cid: message.cause.cid,
      cid_digest: message.cause.digest.toString('hex'),
      data: message.data,
      last_message: message.lastMessage,
      after_seq: message.afterSeq,
    }))
    const rows = await db.prepared<Numbered>('plain-append', STATEMENT, [JSON.stringify(given)])
    const numbered = new Map(rows.map((row) => [row.id, row]))
    return given.map(({ conversation_id, id, actor_kind, actor_id, actor_name, cid, data }) => {
      const found = numbered.get(id)
      if (!found) return null
      const { seq, pub_seq, created_at, contact_id } = found
      return {
        contactId: contact_id,
        row: {
          conversation_id,
          seq,
          pub_seq,
          id,
          type: 'message.created',
          actor_kind,
          actor_id,
          actor_name,
          cid,
          data,
          created_at,
        },
      }
    })
  }
}
