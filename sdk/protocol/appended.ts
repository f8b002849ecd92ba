// What whoever appends to a conversation's log is answered.

import * as z from 'zod'

/** Answer to whatever appended to a log: the row is committed. `seq` is in the sender's numbers. */
export const Appended = z.object({
  conversation_id: z.uuid(),
  id: z.uuid(),
  seq: z.int(),
  at: z.string(),
})
export type Appended = z.infer<typeof Appended>
