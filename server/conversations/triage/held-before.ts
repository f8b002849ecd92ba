// Who had a conversation before, for taking something back: unless they have left meanwhile. Then it waits for a person.

import type { Database, Transaction } from '../../platform/database/database.ts'
import type { ConversationRow } from '../conversation-row.ts'
import { isOpen } from '../lifecycle.ts'

/** As it was kept as JSON. */
export interface HeldBefore {
  status: ConversationRow['status']
  assignee_id: string | null
  waiting_since: string | null
  handoff_reason: ConversationRow['handoff_reason']
}

/** Held until the commit: whoever is being disabled just now waits, and their conversations are looked for after it. */
export async function heldBefore<T extends HeldBefore>(
  { db, clock }: { db: Pick<Database, 'query'>; clock: () => Date },
  workspaceId: string,
  before: T,
  transaction: Transaction,
): Promise<T> {
  if (before.assignee_id === null) return before
  const here = await db.query(
    'select id from agents where workspace_id = $1 and id = $2 and disabled_at is null for share',
    [workspaceId, before.assignee_id],
    transaction,
  )
  if (here.length > 0) return before
  if (!isOpen(before.status)) return { ...before, assignee_id: null }
  return {
    ...before,
    status: 'escalated',
    assignee_id: null,
    waiting_since: clock().toISOString(),
    handoff_reason: 'agent_left',
  }
}
