// Tickets without a session: the form makes a conversation, and reference with e-mail opens it again.

import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { SignedAttachment } from '../../sdk/protocol/attachment.ts'
import type { Status } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type {
  NewTicket,
  RedeemTicketCode,
  TicketReply,
  TicketStatus,
  TicketStatusQuery,
} from '../../sdk/protocol/ticket.ts'
import type { Contacts } from '../contacts/contact.service.ts'
import type { Verifications } from '../contacts/verification.service.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { derivedUuid, uuidv7 } from '../platform/uuid.ts'
import type { AttachmentLinks } from './attachment-links.ts'
import type { Conversations } from './conversation.service.ts'
import type { Grant, Grants } from './conversation-grant.ts'
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
  grants: Grants
  verifications: Verifications
}

/** Of a site, what decides how its tickets are looked up. */
export interface TicketSite {
  id: string
  workspaceId: string
  settings: { ticket: { lookup: 'email' | 'code' } }
}

/** What somebody shows to see a ticket: its e-mail, or a token that a mailed code was given for. */
export type TicketClaim = Pick<z.output<typeof TicketStatusQuery>, 'reference' | 'access'> & {
  email?: string
}

/** How long a mailed code opens a ticket. */
export const ACCESS_SECONDS = 3600

export function createTickets({
  db,
  log,
  contacts,
  conversations,
  messages,
  views,
  links,
  grants,
  verifications,
}: TicketDeps) {
  const causeOf = (cid: string, actorId: string, what: unknown): Cause => ({
    cid,
    actorId,
    digest: createHash('sha256').update(JSON.stringify(what)).digest(),
  })

  /** @throws Problem `ticket-not-found`, the same for every kind of miss */
  async function match(site: TicketSite, claim: TicketClaim, id: string | null): Promise<ConversationDetail> {
    const [row] = await db.query<{ id: string }>(
      `select c.id from conversations c join contacts ct on ct.id = c.contact_id
        where c.reference = $1 and c.site_id = $2 and c.workspace_id = $3
          and case when $4::uuid is null then coalesce(c.email, lower(ct.email)) = $5 else c.id = $4 end`,
      [normaliseReference(claim.reference), site.id, site.workspaceId, id, claim.email ?? ''],
    )
    if (!row)
      throw new Problem('ticket-not-found', 'Look again at the reference and the e-mail you gave with it.')
    return views.load(site.workspaceId, row.id)
  }

  /** @throws Problem `code-required` before anything is looked up, where the site wants a code and none was given */
  async function find(site: TicketSite, claim: TicketClaim): Promise<ConversationDetail> {
    const granted = claim.access ? await grants.open(site, 'ticket', claim.access) : null
    if (!granted && site.settings.ticket.lookup === 'code')
      throw new Problem('code-required', 'Ask for a code with the reference and the e-mail.')
    return match(site, claim, granted)
  }

  /** Of all files in these messages: whoever may read them may have their files. */
  async function signedFiles(
    { workspace_id: workspaceId, id: conversationId, contact_id: uploaderId }: ConversationDetail,
    events: readonly EventRow[],
  ): Promise<Map<string, SignedAttachment>> {
    const files = events.flatMap(({ data }) => (data as MessageData).attachments ?? [])
    if (files.length === 0) return new Map()
    const at = { side: 'visitor' as const, workspaceId, conversationId, uploaderId }
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
      // What was uploaded for the form is its own; a node of the release before gave it to the session.
      const files = ids && { ids, from, uploaderIds: [id, formUploader(site.id, from)] }
      const opening = { ...rest, email: input.email, contact: visitor ? null : given, files }
      return conversations.openTicket(principal, opening, cause)
    },

    /** The ticket somebody may see. @throws Problem `ticket-not-found` */
    locate: find,

    async status(site: TicketSite, claim: TicketClaim): Promise<TicketStatus> {
      return statusOf(await find(site, claim))
    },

    /** Whether anything was opened on this site with this address. */
    async hasAny(at: { workspaceId: string; siteId: string; address: string }): Promise<boolean> {
      const rows = await db.query(
        'select 1 from conversations where workspace_id = $1 and site_id = $2 and email = $3 limit 1',
        [at.workspaceId, at.siteId, at.address],
      )
      return rows.length > 0
    },

    /**
     * A token for the ticket, against a code that was mailed to its address.
     * @throws Problem `code-wrong`, `ticket-not-found`
     */
    redeem(
      site: TicketSite,
      { reference, email, ...proof }: z.output<typeof RedeemTicketCode>,
    ): Promise<Grant & { reference: string; subject: string }> {
      const scope = {
        workspaceId: site.workspaceId,
        siteId: site.id,
        purpose: 'lookup' as const,
        address: email,
      }
      return verifications.prove(scope, proof, async () => {
        const { id, subject, reference: exact } = await match(site, { reference, email }, null)
        const grant = await grants.issue(
          { workspaceId: site.workspaceId, conversationId: id },
          'ticket',
          ACCESS_SECONDS,
        )
        return { ...grant, reference: exact, subject }
      })
    },

    /** The customer answers from the status view. */
    async reply(site: TicketSite, input: z.output<typeof TicketReply>): Promise<TicketStatus> {
      const row = await find(site, input)
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
