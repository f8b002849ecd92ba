// What each view of the inbox holds, in SQL. The browser tells the same rules again: sdk/client/inbox-membership.ts.

import type { InboxView, Status } from '../../../sdk/protocol/conversation.ts'
import { isOpen } from '../lifecycle.ts'

/** What was merged stands where it went; spam stands in its own view. */
const LISTED = `c.spam_at is null and c.merged_into is null`
export const IN_SIGHT = `c.is_open and c.snoozed_until is null and ${LISTED}`

/** $1 is the workspace. */
const MACHINES = `select id from agents where workspace_id = $1 and kind <> 'human'`

/** What a machine has and the agent follows: listed below one's own, and not counted with it. $2 is who asks. */
export const FOLLOWED = `c.follower_ids @> array[$2::uuid] and c.follower_ids <> '{}' and c.assignee_id = any(array(${MACHINES}))`

/** What counts as a view's. $1 is the workspace, $2 the agent who asks. */
export const VIEWS: Record<InboxView, string> = {
  mine: `c.assignee_id = $2 and ${IN_SIGHT}`,
  waiting: `c.waiting_since is not null and ${IN_SIGHT}`,
  unassigned: `c.assignee_id is null and ${IN_SIGHT}`,
  assistant: `c.assignee_id = any(array(${MACHINES})) and ${IN_SIGHT}`,
  drafts: `c.draft_id is not null and ${IN_SIGHT}`,
  mentions: `c.mentioned_ids @> array[$2::uuid] and c.mentioned_ids <> '{}' and ${IN_SIGHT}`,
  following: `c.follower_ids @> array[$2::uuid] and c.follower_ids <> '{}' and ${IN_SIGHT}`,
  open: IN_SIGHT,
  snoozed: `c.snoozed_until is not null and c.is_open and ${LISTED}`,
  resolved: `not c.is_open and ${LISTED}`,
  spam: `c.spam_at is not null and c.merged_into is null`,
}

/**
 * A view as parts that an index can each give in order; their rows are the view's. `from` stands before the
 * conversations, where a part is one for each row of something.
 */
export function partsOf(view: InboxView, status?: readonly Status[]): { from?: string; where: string }[] {
  // Each machine has an order of its own; of several the index has none.
  if (view === 'assistant')
    return [{ from: `(${MACHINES}) machine`, where: `c.assignee_id = machine.id and ${IN_SIGHT}` }]
  // Who holds what is said by each stretch of its order.
  if (view === 'mine') return [{ where: IN_SIGHT }]
  if (view !== 'open' || !status) return [{ where: VIEWS[view] }]
  // In place of being open stands the status that is asked for.
  return [
    ...(status.some(isOpen) ? [{ where: IN_SIGHT }] : []),
    ...(status.every(isOpen) ? [] : [{ where: VIEWS.resolved }]),
  ]
}
