// Tickets without a session: the form makes a conversation, and reference with e-mail opens it again.

import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { SignedAttachment } from '../../sdk/protocol/attachment.ts'
import type { Status } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { NewTicket, TicketReply, TicketStatus, TicketStatusQuery } from '../../sdk/protocol/ticket.ts'
import type { Contacts } from '../contacts/contact.service.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { derivedUuid, uuidv7 } from '../platform/uuid.ts'
import type { AttachmentLinks } from './attachment-links.ts'
import type { Conversations } from './conversation.service.ts'
import type { Cause, ConversationLog } from './conversation-log.ts'
import type { EventRow } from './conversation-row.ts'
import type { ConversationDetail, ConversationViews } from './conversation-view.ts'
import { foldedMessages } from './folded-rows.ts'
import type { Messages } from './message.service.ts'
import { normaliseReference } from './reference.ts'
import type { OpenedTicket } from './ticket-append.ts'

const STEPS: Record<Status, [step: TicketStatus['step'], label: string, color: string]> = {
  new: ['received', 'Received', '#605d57'],
  triaging: ['received', 'Received', '#605d57'],
  escalated: ['received', 'Received', '#605d57'],
  assigned: ['in_progress', 'In progress', '#2b50c7'],
  waiting_on_customer: ['waiting_for_you', 'Waiting for you', '#755010'],
  resolved: ['solved', 'Solved', '#2b7440'],
  closed: ['solved', 'Solved', '#2b7440'],
}
const MOST_REPLIES = 200

/** Who uploads for a form that no session stands behind; the contact of the ticket, if it is sent under this id. */
export const formUploader = (siteId: string, form: string): string => derivedUuid('contact', siteId, form)

export interface TicketDeps {
  db: Database
  log: ConversationLog
  contacts: Contacts
  conversations: Conversations
  messages: Messages
  views: ConversationViews
  links: Pick<AttachmentLinks, 'of'>
}

export function createTickets({ db, log, contacts, conversations, messages, views, links }: TicketDeps) {
  const causeOf = (cid: string, actorId: string, what: unknown): Cause => ({
    cid,
    actorId,
    digest: createHash('sha256').update(JSON.stringify(what)).digest(),
  })

  /** @throws Problem `ticket-not-found`, the same for every kind of miss */
  async function find(
    siteId: string,
    query: z.output<typeof TicketStatusQuery>,
  ): Promise<ConversationDetail> {
    const [row] = await db.query<{ id: string; workspace_id: string }>(
      `select c.id, c.workspace_id from conversations c join contacts ct on ct.id = c.contact_id
        where c.reference = $1 and c.site_id = $2 and lower(ct.email) = $3`,
      [normaliseReference(query.reference), siteId, query.email],
    )
    if (!row)
      throw new Problem('ticket-not-found', 'Look again at the reference and the e-mail you gave with it.')
    return views.load(row.workspace_id, row.id)
  }

  /** Of all files in these messages: whoever may read them may have their files. */
  async function signedFiles(
    { workspace_id: workspaceId, id: conversationId, contact_id: uploaderId }: ConversationDetail,
    events: readonly EventRow[],
  ): Promise<Map<string, SignedAttachment>> {
    const files = events.flatMap(({ data }) => (data as MessageData).attachments ?? [])
    if (files.length === 0) return new Map()
    const at = { workspaceId, conversationId, uploaderId }
    const found = await links.of(
      at,
      files.map(({ id }) => id),
    )
    const byId = new Map(found.map((link) => [link.id, link]))
    return new Map(
      files.flatMap((file) => {
        const link = byId.get(file.id)
        return link ? [[file.id, { ...file, url: link.url, thumb_url: link.thumb_url }]] : []
      }),
    )
  }

  async function statusOf(row: ConversationDetail): Promise<TicketStatus> {
    const [step, status_label, status_color] = STEPS[row.status]
    const events = foldedMessages(await log.read(row.id, 'visitor', { limit: MOST_REPLIES, newest: true }))
    const signed = await signedFiles(row, events)
    return {
      reference: row.reference,
      subject: row.subject,
      status: row.status,
      step,
      status_label,
      status_color,
      created_at: row.created_at.toISOString(),
      department: row.department_name,
      replies: events.map((event) => {
        const { body, content, attachments } = event.data as MessageData
        return {
          id: event.id,
          body,
          content,
          author: event.actor_name,
          actor: { kind: event.actor_kind, id: event.actor_id, name: event.actor_name },
          is_agent: event.actor_kind !== 'contact',
          created_at: new Date(event.created_at).toISOString(),
          ...(attachments && { attachments: attachments.flatMap(({ id }) => signed.get(id) ?? []) }),
        }
      }),
    }
  }

  return {
    /** Opens a ticket. With a visitor's session it is theirs; without, a contact is made for it. */
    async open(
      site: { id: string; workspaceId: string },
      visitor: VisitorPrincipal | null,
      { cid = uuidv7(), ...input }: z.output<typeof NewTicket>,
    ): Promise<OpenedTicket> {
      // Whoever sends the form how often: a contact made for it must not be made twice.
      const id = visitor?.id ?? formUploader(site.id, cid)
      const given = { name: input.name, email: input.email, locale: input.locale ?? null }
      if (visitor) await contacts.update(site.workspaceId, visitor.id, given)
      const principal: VisitorPrincipal = {
        side: 'visitor',
        kind: 'contact',
        id,
        name: input.name,
        workspaceId: site.workspaceId,
        siteId: site.id,
        sessionId: visitor?.sessionId ?? '',
      }
      const ticket = {
        conversationId: cid,
        subject: input.subject,
        description: input.description,
        departmentId: input.department_id ?? null,
        locale: input.locale ?? null,
        page: input.page ?? null,
        // Absent, it leaves no trace in the digest either: what an older node was sent is the same command here.
        ...(input.fields && { fields: input.fields }),
        ...(input.attachments && { attachments: input.attachments }),
      }
      const cause = causeOf(cid, id, ticket)
      const { attachments: ids, ...rest } = ticket
      const from = input.upload_id ?? cid
      // Without a session the form's files are its own; a session may have come since.
      const files = ids && { ids, from, uploaderIds: [id, formUploader(site.id, from)] }
      return conversations.openTicket(principal, { ...rest, contact: visitor ? null : given, files }, cause)
    },

    /** The ticket somebody may see. @throws Problem `ticket-not-found` */
    locate: find,

    async status(siteId: string, query: z.output<typeof TicketStatusQuery>): Promise<TicketStatus> {
      return statusOf(await find(siteId, query))
    },

    /** The customer answers from the status view. */
    async reply(siteId: string, input: z.output<typeof TicketReply>): Promise<TicketStatus> {
      const row = await find(siteId, input)
      const principal: VisitorPrincipal = {
        side: 'visitor',
        kind: 'contact',
        id: row.contact_id,
        name: row.contact_name,
        workspaceId: row.workspace_id,
        siteId: row.site_id,
        sessionId: '',
      }
      const message = {
        conversation_id: row.id,
        body: input.body,
        ...(input.attachments && { attachments: input.attachments }),
      }
      await messages.send(principal, message, causeOf(input.cid, row.contact_id, message))
      return statusOf(await views.load(row.workspace_id, row.id))
    },
  }
}

export type Tickets = ReturnType<typeof createTickets>
