// The ticket form and the status view: a conversation by reference and e-mail, without a session.

import * as z from 'zod'
import { Actor } from './actor.ts'
import { AttachmentIds, hasContent, NO_CONTENT, SignedAttachment } from './attachment.ts'
import { Status } from './conversation.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Block } from './rich-text-tree.ts'
import { FieldValues } from './site-settings.ts'

const email = z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email())

export const NewTicket = z.strictObject({
  name: plainText().trim().min(1).max(LIMITS.name),
  email,
  subject: plainText().trim().min(1).max(LIMITS.subject),
  description: plainText().trim().min(1).max(LIMITS.description),
  department_id: z.uuid().nullish(),
  /** UUIDv7 of the client: sending the same form twice makes one ticket. */
  cid: z.uuid().optional(),
  attachments: AttachmentIds.optional(),
  /** What they were uploaded under; `cid` where it is missing. */
  upload_id: z.uuid().optional(),
  site: z.string().max(100).optional(),
  locale: z.string().max(35).optional(),
  page: z.strictObject({ url: z.url().max(2000), title: plainText().max(300) }).optional(),
  /** Answers to the site's `ticket.fields`. Absent from clients that know no such fields; they are not asked then. */
  fields: FieldValues.optional(),
})
export type NewTicket = z.input<typeof NewTicket>

export const TicketCreated = z.object({
  reference: z.string(),
  created_at: z.string(),
  /** Names of up to two people who will answer, and their department, as far as known. */
  people: z.array(z.string()),
  department: z.string().nullable(),
})
export type TicketCreated = z.infer<typeof TicketCreated>

/** What a mailed code was exchanged for. */
const access = z.string().min(20).max(100).optional()

export const TicketStatusQuery = z.object({
  reference: z.string().trim().toUpperCase().max(20),
  email,
  access,
  site: z.string().max(100).optional(),
})

export const TicketStatus = z.object({
  reference: z.string(),
  subject: z.string(),
  status: Status,
  /** The step a customer understands. */
  step: z.enum(['received', 'in_progress', 'waiting_for_you', 'solved']),
  status_label: z.string(),
  status_color: z.string(),
  created_at: z.string(),
  department: z.string().nullable(),
  /** Public messages, oldest first; the first is the customer's own description. */
  replies: z.array(
    z.object({
      id: z.uuid(),
      body: z.string(),
      content: z.array(Block),
      author: z.string(),
      actor: Actor,
      is_agent: z.boolean(),
      created_at: z.string(),
      /** Absent where there are none. Their addresses run out: ask for the status again. */
      attachments: z.array(SignedAttachment).optional(),
    }),
  ),
})
export type TicketStatus = z.infer<typeof TicketStatus>

/** A reply from the status view, authorised by reference and e-mail. */
export const TicketReply = z
  .strictObject({
    reference: z.string().trim().toUpperCase().max(20),
    email,
    body: plainText().trim().max(LIMITS.message),
    access,
    attachments: AttachmentIds.optional(),
    cid: z.uuid(),
    site: z.string().max(100).optional(),
  })
  .refine(hasContent, NO_CONTENT)
export type TicketReply = z.input<typeof TicketReply>

/** Asks for a code, to show that the e-mail is one's own. */
export const RequestTicketCode = z.strictObject({
  reference: z.string().trim().toUpperCase().max(20),
  email,
  locale: z.string().max(35).optional(),
  site: z.string().max(100).optional(),
})
export type RequestTicketCode = z.input<typeof RequestTicketCode>

/** The same whether or not there is such a ticket. */
export const TicketCodeRequested = z.object({
  verification_id: z.uuid(),
  /** Seconds. */
  expires_in: z.int(),
})
export type TicketCodeRequested = z.infer<typeof TicketCodeRequested>

export const RedeemTicketCode = z.object({
  reference: z.string().trim().toUpperCase().max(20),
  email,
  verification_id: z.uuid(),
  /** As typed: blanks between the digits are let pass. */
  verification_code: z
    .string()
    .max(30)
    .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8}$/)),
  site: z.string().max(100).optional(),
})
export type RedeemTicketCode = z.input<typeof RedeemTicketCode>

/** Opens the ticket's status, its files and its reply box for a while. */
export const TicketAccess = z.object({ access_token: z.string(), expires_at: z.string() })
export type TicketAccess = z.infer<typeof TicketAccess>

/** Where a transcript goes. */
export const MailTranscript = z.strictObject({
  email,
  locale: z.string().max(35).optional(),
  site: z.string().max(100).optional(),
})
export type MailTranscript = z.input<typeof MailTranscript>
