// A file that belongs to a message. What it is was found by the server in its bytes, not by its name.

import * as z from 'zod'
import { plainText } from './plain-text.ts'

export const Attachment = z.object({
  id: z.uuid(),
  name: plainText().min(1).max(200),
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
