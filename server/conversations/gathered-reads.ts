// What readers need when they come back, asked by many at once and read in few statements: conversations by id,
// stretches of their logs, customers' lists.

import { createBatcher } from '../platform/batcher.ts'
import type { Database } from '../platform/database/database.ts'
import { EVENT_COLUMNS, type EventRow, type Side } from './conversation-row.ts'
import { type ConversationDetail, DETAIL_SELECT } from './conversation-view.ts'

interface Scoped {
  workspaceId: string
  id: string
}

export interface StretchWanted {
  id: string
  /** In the side's numbers. */
  after: number
  limit: number
  /** How many rows are likely to come: so many weigh on a statement. */
  likely: number
}

/** Conversations, or log rows, of one statement. */
const SIZE = { conversations: 250, rows: 2000, lists: 100 }

// Planned while there are few conversations and kept, it must not be answered from an index of the workspace, which
// would read all of them later: hence "is true", which no index knows.
const DETAILS = `${DETAIL_SELECT}
  where c.id = any($1::uuid[]) and (c.workspace_id = any($2::uuid[])) is true`

const LISTS = `
  select v.*, k.place from unnest($1::uuid[], $2::uuid[]) with ordinality as k (contact_id, workspace_id, place),
       lateral (${DETAIL_SELECT} where c.contact_id = k.contact_id and c.workspace_id = k.workspace_id
                 order by c.updated_at desc limit 50) v
   order by k.place, v.updated_at desc`

const stretches = (column: 'seq' | 'pub_seq'): string => `
  select e.*, k.place
    from unnest($1::uuid[], $2::bigint[], $3::int[]) with ordinality as k (id, "after", "limit", place),
         lateral (select ${EVENT_COLUMNS} from conversation_events
                   where conversation_id = k.id and ${column} > k."after" order by ${column} limit k."limit") e
   order by k.place, e.${column}`

/** Rows that carry their asker's place, counted from 1, back to their askers. */
function byPlace<R extends { place: string }>(rows: R[], count: number): R[][] {
  const answers: R[][] = Array.from({ length: count }, () => [])
  for (const row of rows) answers[Number(row.place) - 1]!.push(row)
  return answers
}

export function createGatheredReads({ db }: { db: Pick<Database, 'prepared'> }) {
  const detail = createBatcher<Scoped, ConversationDetail | undefined>({
    size: SIZE.conversations,
    async run(keys) {
      const rows = await db.prepared<ConversationDetail>('gathered-details', DETAILS, [
        keys.map(({ id }) => id),
        keys.map(({ workspaceId }) => workspaceId),
      ])
      const byId = new Map(rows.map((row) => [row.id, row]))
      return keys.map(({ id, workspaceId }) => {
        const row = byId.get(id)
        return row?.workspace_id === workspaceId ? row : undefined
      })
    },
  })

  const stretch = (side: Side) =>
    createBatcher<StretchWanted, EventRow[]>({
      size: SIZE.rows,
      weightOf: ({ likely }) => 1 + likely,
      async run(keys) {
        const rows = await db.prepared<EventRow & { place: string }>(
          `gathered-stretches-${side}`,
          stretches(side === 'visitor' ? 'pub_seq' : 'seq'),
          [keys.map(({ id }) => id), keys.map(({ after }) => after), keys.map(({ limit }) => limit)],
        )
        return byPlace(rows, keys.length)
      },
    })

  return {
    /** Undefined: there is none of this id in the workspace. */
    detail,
    /** Rows after a cursor, in order. Who may see them is the caller's to know. */
    stretch: { visitor: stretch('visitor'), agent: stretch('agent') },
    /** A contact's own conversations, latest first. */
    list: createBatcher<Scoped, ConversationDetail[]>({
      size: SIZE.lists,
      async run(keys) {
        const rows = await db.prepared<ConversationDetail & { place: string }>('gathered-lists', LISTS, [
          keys.map(({ id }) => id),
          keys.map(({ workspaceId }) => workspaceId),
        ])
        return byPlace(rows, keys.length)
      },
    }),
  }
}

export type GatheredReads = ReturnType<typeof createGatheredReads>
