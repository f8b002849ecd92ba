// The words a conversation's state is told in.

import * as z from 'zod'

export const Channel = z.enum(['chat', 'ticket'])
export type Channel = z.infer<typeof Channel>

export const Status = z.enum([
  'new',
  'triaging',
  'assigned',
  'waiting_on_customer',
  'escalated',
  'resolved',
  'closed',
])
export type Status = z.infer<typeof Status>
