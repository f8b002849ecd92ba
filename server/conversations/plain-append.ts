// The hot path: one plain message in one statement, which takes the next numbers and inserts. It does only what is
// the same for every such message; whatever asks for a decision (a resolved conversation, a change of hands, a
// repeat, an AI agent to be woken) it leaves untouched for the long way, by answering null.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { LastMessage } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Cause } from './conversation-log.ts'
import { EVENT_COLUMNS, type EventRow } from './conversation-row.ts'

/** PostgreSQL's SQLSTATE. */
const UNIQUE_VIOLATION = '23505'

export interface PlainMessage {
  workspaceId: string
  conversationId: string
  actor: Actor
  data: MessageData
  lastMessage: LastMessage
  cause: Cause
}

// A customer writes into their own open conversation that no machine holds; a person into the one they hold.
const CUSTOMER = `c.contact_id = $3 and c.status in ('new', 'triaging', 'assigned', 'waiting_on_customer', 'escalated')
  and (c.assignee_id is null or exists (select from agents a where a.id = c.assignee_id and a.kind = 'human'))`
const AGENT = `c.assignee_id = $3 and c.status in ('assigned', 'waiting_on_customer')`

const statement = (who: string, status: string): string => `
  with head as (
    update conversations c
       set last_seq = c.last_seq + 1, last_pub_seq = c.last_pub_seq + 1, last_message = $4::jsonb,
           status = ${status}, updated_at = now()
     where c.id = $1 and c.workspace_id = $2 and ${who}
    returning c.id, c.workspace_id, c.contact_id, c.last_seq, c.last_pub_seq
  ), added as (
    insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type,
                                     actor_kind, actor_id, actor_name, cid, cid_digest, data, created_at)
    select id, last_seq, last_pub_seq, workspace_id, $5, 'message.created', $6, $3, $7, $8, $9, $10::jsonb,
           -- Not now(), which is when the statement began to wait for the row: times must follow the numbers.
           clock_timestamp()
      from head
    returning ${EVENT_COLUMNS}
  )
  select added.*, head.contact_id from added, head`

const BY_CUSTOMER = [
  'plain-append-by-customer',
  statement(CUSTOMER, `case c.status when 'waiting_on_customer' then 'assigned' else c.status end`),
] as const
const BY_AGENT = ['plain-append-by-agent', statement(AGENT, `'waiting_on_customer'`)] as const

/** The appended row and whose conversation it is; null when the long way must decide. */
export function createPlainAppend({ db }: { db: Pick<Database, 'prepared'> }) {
  return async function plainAppend(
    message: PlainMessage,
  ): Promise<(EventRow & { contact_id: string }) | null> {
    const { workspaceId, conversationId, actor, data, lastMessage, cause } = message
    try {
      const [name, text] = actor.kind === 'contact' ? BY_CUSTOMER : BY_AGENT
      const [row] = await db.prepared<EventRow & { contact_id: string }>(name, text, [
        conversationId,
        workspaceId,
        actor.id,
        JSON.stringify(lastMessage),
        uuidv7(),
        actor.kind,
        actor.name,
        cause.cid,
        cause.digest,
        JSON.stringify(data),
      ])
      return row ?? null
    } catch (error) {
      // The cid is taken, and the numbers are not: the statement has undone itself. A repeat, most likely.
      if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return null
      throw error
    }
  }
}
