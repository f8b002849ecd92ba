// The orders of the inbox. Each is a row of stretches; within one, a time and the id say who comes first, so that a page
// can begin behind any row.

import type { InboxView } from '../../../sdk/protocol/conversation.ts'
import { type InboxSort, Priority } from '../../../sdk/protocol/triage.ts'
import { FOLLOWED } from './inbox-views.ts'

export interface Stretch {
  /** Which rows of the list are in it; all where it says nothing. */
  where?: string
  /** A time of `c`, a conversation. */
  key: string
  direction: 'asc' | 'desc'
  /** The same rows in pieces that one index gives in order: see migrations/0039-longest-wait.sql. */
  pieces?: readonly Piece[]
}

export interface Piece {
  where: string
  /** What the index is in the order of. */
  key: string
  /** How much later the stretch's own key is; the same for all of a piece. */
  later?: string
}

const LATEST = { key: 'c.updated_at', direction: 'desc' } as const

/** Nothing is owed in what is resolved. */
const OWED = 'c.is_open and c.unanswered_since is not null'

/** How long an answer may take by a priority. $1 is the workspace. */
const target = (priority: string): string =>
  `make_interval(mins => ((select reply_targets from workspaces where id = $1)->>${priority})::int)`
const DUE = `(c.unanswered_since + ${target('c.priority')})`

const HASTE = [...Priority.options].reverse()
const byPriority = (of: (priority: string) => Omit<Piece, 'key'>): Piece[] =>
  HASTE.map((each) => {
    const { where, later } = of(`'${each}'`)
    return {
      where: `${OWED} and c.priority = '${each}'${where && ` and ${where}`}`,
      key: 'c.unanswered_since',
      ...(later && { later }),
    }
  })

const ORDERS: Record<InboxSort, readonly Stretch[]> = {
  newest: [LATEST],
  oldest: [{ key: 'c.updated_at', direction: 'asc' }],
  waiting: [
    {
      where: OWED,
      key: 'c.unanswered_since',
      direction: 'asc',
      pieces: byPriority(() => ({ where: '' })),
    },
    { where: `not (${OWED})`, ...LATEST },
  ],
  priority: HASTE.map((each) => ({ where: `c.priority = '${each}'`, ...LATEST })),
  deadline: [
    {
      where: `${OWED} and ${DUE} is not null`,
      key: DUE,
      direction: 'asc',
      pieces: byPriority((each) => ({ where: `${target(each)} is not null`, later: target(each) })),
    },
    { where: `not (${OWED} and ${DUE} is not null)`, ...LATEST },
  ],
}

/** $2 is the agent who asks. */
const HELD = 'c.assignee_id = $2'
const SETTLED = `c.status = 'waiting_on_customer' and c.unanswered_since is null`

/** What one's own list holds, in this order whatever the order within: to answer, answered, followed while a machine has it. */
const MINE: readonly { where: string; own: InboxSort }[] = [
  { where: `${HELD} and not (${SETTLED})`, own: 'waiting' },
  { where: `${HELD} and ${SETTLED}`, own: 'newest' },
  { where: FOLLOWED, own: 'newest' },
]

/** A view's own order where none is asked for. */
export function stretchesOf(view: InboxView, sort?: InboxSort): readonly Stretch[] {
  if (view === 'mine')
    return MINE.flatMap(({ where, own }) =>
      // What one person has is few enough to be put in order.
      ORDERS[sort ?? own].map(({ pieces: _, ...each }) => ({
        ...each,
        where: each.where ? `${where} and ${each.where}` : where,
      })),
    )
  if (view === 'resolved' && (sort === 'waiting' || sort === 'deadline')) return ORDERS.newest
  if (sort) return ORDERS[sort]
  if (view === 'waiting') return [{ key: 'c.waiting_since', direction: 'asc' }]
  if (view === 'drafts') return [{ key: 'c.draft_at', direction: 'asc' }]
  return ORDERS.newest
}
