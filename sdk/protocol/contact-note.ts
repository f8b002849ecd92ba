// What the team keeps in mind about a customer, whichever conversation it learnt it in.

import * as z from 'zod'
import { plainText } from './plain-text.ts'

/** So many of one customer are kept; the oldest must go before another comes. */
export const MOST_CONTACT_NOTES = 50

/** `POST /contacts/:id/notes`; the client's id makes a repeat safe. */
export const WriteContactNote = z.strictObject({
  id: z.uuid(),
  body: plainText().trim().min(1).max(2000),
})
export type WriteContactNote = z.input<typeof WriteContactNote>

export const ContactNote = z.object({
  id: z.uuid(),
  body: z.string(),
  author: z.object({ id: z.uuid(), name: z.string() }),
  at: z.string(),
})
export type ContactNote = z.infer<typeof ContactNote>

/** `GET /contacts/:id/notes`: newest first. */
export const ContactNotes = z.object({ notes: z.array(ContactNote) })
