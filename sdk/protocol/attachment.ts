// Files: what one is, how it is handed over, and where it can be fetched. What it is was found by the server in its
// bytes, not by its name.

import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'

export const Attachment = z.object({
  id: z.uuid(),
  name: plainText().min(1).max(LIMITS.fileName),
  /** Media type. */
  type: z.string().max(100),
  /** Bytes. */
  size: z.int().min(0),
  /** Only what the server has drawn anew may be shown in the page; everything else is downloaded. */
  kind: z.enum(['image', 'audio', 'video', 'file']),
  /** Of images, px. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})
export type Attachment = z.infer<typeof Attachment>

/** Ids of uploaded files, as a message names them. */
export const AttachmentIds = z
  .array(z.uuid())
  .min(1)
  .max(LIMITS.files)
  .refine((ids) => new Set(ids).size === ids.length, 'Name each file once')

/** A message is a text, files, or both. */
export const hasContent = ({ body, attachments }: { body: string; attachments?: unknown }): boolean =>
  body !== '' || attachments !== undefined
export const NO_CONTENT = { path: ['body'], error: 'Write something, or send a file' }

const file = { name: z.string().min(1).max(1000), size: z.int().positive() }
const email = z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email())

/** Asks to hand over one file. A conversation may be one that has not begun: its id is the client's choice. */
export const NewUpload = z.union([
  z.strictObject({ ...file, conversation_id: z.uuid() }),
  /** For a ticket form without a session; what `NewTicket.upload_id` names. */
  z.strictObject({ ...file, form: z.uuid() }),
  /** For a reply from the status view; `access` is what a mailed code was exchanged for, where the site wants one. */
  z.strictObject({
    ...file,
    reference: z.string().trim().toUpperCase().max(20),
    email,
    access: z.string().min(20).max(100).optional(),
  }),
])
export type NewUpload = z.infer<typeof NewUpload>

/** Where the bytes go: one `PUT` of them as they are, with the ticket as bearer token, within ten minutes. */
export const UploadTicket = z.object({
  id: z.uuid(),
  /** A path on this server. */
  url: z.string(),
  ticket: z.string(),
  expires_at: z.string(),
})
export type UploadTicket = z.infer<typeof UploadTicket>

export const Uploaded = z.object({ attachment: Attachment })
export type Uploaded = z.infer<typeof Uploaded>

/** Addresses good for a quarter of an hour, for whoever has them. */
const signed = {
  url: z.string(),
  /** A small image of an image; null of what is not shown. */
  thumb_url: z.string().nullable(),
}

export const AskLinks = z.strictObject({ ids: z.array(z.uuid()).min(1).max(50) })

export const AttachmentLink = z.object({ id: z.uuid(), ...signed, expires_at: z.string() })
export type AttachmentLink = z.infer<typeof AttachmentLink>

/** Those of the files asked for that are there. */
export const AttachmentLinks = z.object({ links: z.array(AttachmentLink) })

/** As the status view gets it, in one answer. */
export const SignedAttachment = z.object({ ...Attachment.shape, ...signed })
export type SignedAttachment = z.infer<typeof SignedAttachment>
