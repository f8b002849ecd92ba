// What the one slot above the composer shows. The line to the server comes first: without it nothing else holds.

import type { ConnectionState } from '../../client/connection-state.ts'
import type { Queue, VisitorConversation } from '../../protocol/conversation.ts'
import type { Staffing } from '../../protocol/site.ts'

export type SlotState =
  | { kind: 'nothing' }
  | { kind: 'refused' }
  | { kind: 'offline' }
  | { kind: 'reconnecting' }
  | { kind: 'ask'; availability: Staffing | null }
  /** Asked for a person before the first message was written. */
  | { kind: 'wanted'; availability: Staffing | null }
  | { kind: 'queue'; queue: Queue }
  | { kind: 'ticket'; reference: string; contact: VisitorConversation['contact'] }

export interface SlotInput {
  conversation: VisitorConversation | null
  connection: ConnectionState
  availability: Staffing | null
  wantsPerson: boolean
  /** ms, by the same clock as `connection.since`. */
  now: number
}

/** A shorter break mends itself before anybody would have read about it. */
export const RECONNECT_GRACE = 2000

export function slotState({
  conversation,
  connection,
  availability,
  wantsPerson,
  now,
}: SlotInput): SlotState {
  if (connection.state === 'refused') return { kind: 'refused' }
  if (connection.state === 'offline') return { kind: 'offline' }
  if (connection.state === 'reconnecting' && now - connection.since >= RECONNECT_GRACE)
    return { kind: 'reconnecting' }
  if (!conversation) return { kind: wantsPerson ? 'wanted' : 'ask', availability }
  const { queue, status, assignee, reference, contact } = conversation
  if (queue?.staffed) return { kind: 'queue', queue }
  if (queue) return { kind: 'ticket', reference, contact }
  if (assignee?.kind === 'human' || status === 'resolved' || status === 'closed') return { kind: 'nothing' }
  return { kind: 'ask', availability }
}
