// The shape of an error on the wire: RFC 9457 problem details, the same over HTTP and sockets.

import * as z from 'zod'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'

export const ProblemCodeSchema = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])

export const ProblemBody = z.object({
  /** URI of the kind of problem: `https://deskbell.dev/problems/` + code. */
  type: z.string(),
  code: ProblemCodeSchema,
  title: z.string(),
  status: z.int(),
  /** What the caller can do about it. */
  detail: z.string().optional(),
  /** `urn:uuid:` + the request id, to find it in the log. */
  instance: z.string().optional(),
  /** Faults field by field; `pointer` is a JSON pointer (RFC 6901) into the request. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  /** Seconds after which a retry makes sense. */
  retry_after: z.number().optional(),
  /** Facts a program may act on, such as who took a conversation. */
  context: z.record(z.string(), z.unknown()).optional(),
  /** The same text as `detail` or `title`, for clients that read only `message`. */
  message: z.string(),
})
export type ProblemBody = z.infer<typeof ProblemBody>
