// What it means that somebody takes a conversation: a new owner, a new epoch, and nobody waits any more.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Decision } from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'

export function takeOver(
  row: ConversationRow,
  by: Actor,
  assignee: Actor | null,
  { previous, now }: { previous: Actor | null; now: Date },
): Decision {
  const epoch = row.assignment_epoch + 1
  const person = assignee?.kind === 'human'
  const waited =
    person && row.waiting_since ? Math.round((now.getTime() - row.waiting_since.getTime()) / 1000) : null
  return {
    events: [
      {
        type: 'conversation.assigned',
        actor: by,
        // Customers are told when a person joins; who of the machines has it is the team's business.
        public: person,
        data: { assignee, previous, epoch, waited_seconds: waited },
      },
    ],
    patch: {
      assignee_id: assignee?.id ?? null,
      assignment_epoch: epoch,
      waiting_since: null,
      handoff_reason: null,
      status: 'assigned',
      resolved_at: null,
      ...(waited !== null && { accepted_at: now, waited_seconds: waited }),
    },
  }
}
