// What Escalated's widget sends, within the limits it publishes.

import * as z from 'zod'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import { plainText } from '../../sdk/protocol/plain-text.ts'

const BODY = 5000

const email = z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email())
const name = plainText().trim().min(1).max(255)
/** An empty choice comes as null, or as the empty text of the form. */
const department_id = z
  .union([z.literal('').transform(() => null), z.uuid()])
  .nullish()
  .transform((id) => id ?? null)

/** Of a mailed code, where the site wants one. */
export const CodeProof = z.object({
  verification_id: z.uuid(),
  verification_code: z.string().trim().min(1).max(16),
})

export const EscalatedTicket = z.object({
  name,
  email,
  subject: plainText().trim().min(1).max(255),
  description: plainText().trim().min(1).max(BODY),
  department_id,
})

export const EscalatedChat = z.object({
  name,
  email,
  department_id,
  message: plainText()
    .trim()
    .max(BODY)
    .nullish()
    .transform((text) => text ?? ''),
})

export const EscalatedMessage = z.object({ body: plainText().trim().min(1).max(BODY) })

export const EscalatedRating = z.object({
  rating: z.coerce.number().int().min(1).max(5),
  comment: plainText()
    .trim()
    .max(LIMITS.comment)
    .nullish()
    .transform((text) => text ?? ''),
})

export const EscalatedSearch = z.object({ q: plainText().trim().min(2).max(LIMITS.query) })

const reference = z.string().trim().min(1).max(50)
export const EscalatedStatus = z.object({ reference, email })
/** With a token in the header the e-mail is not asked for. */
export const EscalatedAccess = z.object({ reference, access: z.string().min(1).max(200) })

export const EscalatedVerification = z.object({ email, purpose: z.enum(['ticket', 'chat', 'lookup']) })
export const EscalatedLookup = z.object({ email, reference, ...CodeProof.shape })
