// New tickets, many in one statement: the contact, the conversation and its first two events. It does only what is the
// same for every new ticket; one that is there already it leaves to the long way, by answering null.

import type { LastMessage } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { AnsweredField } from '../../sdk/protocol/site-settings.ts'
import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Cause } from './conversation-log.ts'
import type { ConversationRow, EventRow } from './conversation-row.ts'

export interface NewTicketRow {
  conversationId: string
  workspaceId: string
  siteId: string
  /** Whose it is, and the name they go by. */
  contactId: string
  name: string
  /** To be made with the ticket unless it is there; null when the customer has a session and so is. */
  contact: { name: string; email: string; locale: string | null } | null
  reference: string
  subject: string
  departmentId: string | null
  locale: string | null
  page: ConversationRow['page']
  fields: AnsweredField[] | null
  /** Opens it again, with its reference. */
  email: string
  data: MessageData
  lastMessage: LastMessage
  waitingSince: Date
  cause: Cause
}

export type OpenedTicket = Pick<ConversationRow, 'id' | 'reference' | 'created_at' | 'department_id'>

export interface AppendedTicket {
  conversation: OpenedTicket
  events: [EventRow, EventRow]
}

interface Written {
  id: string
  created_at: Date
  opened_at: Date
}

// Rows are taken in the order of their ids, so that two nodes that are sent the same forms again never wait for each
// other in a ring. The reference tells this statement's row from another of the same id.
const STATEMENT = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g (
      conversation_id uuid, workspace_id uuid, site_id uuid, contact_id uuid, contact jsonb, actor_name text,
      reference text, subject text, department_id uuid, locale text, page jsonb, fields jsonb, email text,
      waiting_since timestamptz,
      last_message jsonb, created_id uuid, created_data jsonb, message_id uuid, message_data jsonb, cid uuid,
      cid_digest text)
  ), opened as (
    insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, department_id,
                               locale, page, fields, email, waiting_since, unanswered_since, last_message,
                               last_seq, last_pub_seq)
    select conversation_id, workspace_id, site_id, contact_id, 'ticket', reference, subject, department_id,
           locale, page, fields, email, waiting_since, waiting_since, last_message, 2, 2
      from given
     where (select ct.blocked_at from contacts ct where ct.id = given.contact_id) is null
     order by conversation_id
        on conflict (id) do nothing
    returning id, reference
  ), fit as materialized (
    select g.* from opened o join given g on g.conversation_id = o.id and g.reference = o.reference
  ), person as (
    insert into contacts (id, workspace_id, site_id, name, email, locale)
    select contact_id, workspace_id, site_id, contact->>'name', contact->>'email', contact->>'locale'
      from fit where contact is not null order by contact_id
        on conflict (id) do nothing
  )
  insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id,
                                   actor_name, cid, cid_digest, data, created_at)
  select f.conversation_id, e.seq, e.seq, f.workspace_id, e.id, e.type, 'contact', f.contact_id,
         f.actor_name, e.cid, decode(e.digest, 'hex'), e.data, clock_timestamp()
    from fit f cross join lateral (values
      (1, f.created_id, 'conversation.created', null::uuid, null, f.created_data),
      (2, f.message_id, 'message.created', f.cid, f.cid_digest, f.message_data)) e (seq, id, type, cid, digest, data)
   order by e.seq
  returning id, created_at, now() as opened_at`

/** Answers in the order of the tickets: what was written, or null where the long way must decide. */
export function createTicketAppend({ db }: { db: Pick<Database, 'prepared'> }) {
  return async function ticketAppend(tickets: readonly NewTicketRow[]): Promise<(AppendedTicket | null)[]> {
    const given = tickets.map((ticket) => ({
      conversation_id: ticket.conversationId,
      workspace_id: ticket.workspaceId,
      site_id: ticket.siteId,
      contact_id: ticket.contactId,
      contact: ticket.contact,
      actor_name: ticket.name,
      reference: ticket.reference,
      subject: ticket.subject,
      department_id: ticket.departmentId,
      locale: ticket.locale,
      page: ticket.page,
      fields: ticket.fields,
      email: ticket.email,
      waiting_since: ticket.waitingSince,
      last_message: ticket.lastMessage,
      created_id: uuidv7(),
      created_data: { channel: 'ticket', subject: ticket.subject, page: ticket.page },
      message_id: uuidv7(),
      message_data: ticket.data,
      cid: ticket.cause.cid,
      cid_digest: ticket.cause.digest.toString('hex'),
    }))
    const rows = await db.prepared<Written>('new-tickets', STATEMENT, [JSON.stringify(given)])
    const written = new Map(rows.map((row) => [row.id, row]))
    return given.map((ticket) => {
      const [created, message] = [written.get(ticket.created_id), written.get(ticket.message_id)]
      if (!created || !message) return null
      const { conversation_id, contact_id: actor_id, actor_name, reference, department_id } = ticket
      const by = { conversation_id, actor_kind: 'contact' as const, actor_id, actor_name }
      return {
        conversation: { id: conversation_id, reference, created_at: message.opened_at, department_id },
        events: [
          {
            ...by,
            id: created.id,
            created_at: created.created_at,
            seq: '1',
            pub_seq: '1',
            type: 'conversation.created',
            cid: null,
            data: ticket.created_data,
          },
          {
            ...by,
            id: message.id,
            created_at: message.created_at,
            seq: '2',
            pub_seq: '2',
            type: 'message.created',
            cid: ticket.cid,
            data: ticket.message_data,
          },
        ],
      }
    })
  }
}
