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

// Keys come as JSON: of an array PostgreSQL believes that it pays to plan anew for each, which takes several times as
// long as the reading. And each key's rows are looked up by themselves: planned while there are few conversations and
// kept, it must not be answered by reading all of them later.
const SCOPED = `jsonb_to_recordset($1::jsonb) as k (place int, id uuid, "workspaceId" uuid)`

const DETAILS = `
  select v.*, k.place from ${SCOPED},
       lateral (${DETAIL_SELECT} where c.id = k.id and c.workspace_id = k."workspaceId" limit 1) v`

const LISTS = `
  select v.*, k.place from ${SCOPED},
       lateral (${DETAIL_SELECT} where c.contact_id = k.id and c.workspace_id = k."workspaceId"
                 order by c.updated_at desc limit 50) v
   order by k.place, v.updated_at desc`

const stretches = (column: 'seq' | 'pub_seq'): string => `
  select e.*, k.place
    from jsonb_to_recordset($1::jsonb) as k (place int, id uuid, "after" bigint, "limit" int),
         lateral (select ${EVENT_COLUMNS} from conversation_events
                   where conversation_id = k.id and ${column} > k."after" order by ${column} limit k."limit") e
   order by k.place, e.${column}`

export function createGatheredReads({ db }: { db: Pick<Database, 'prepared'> }) {
  /** The rows of each key, in the order of the keys. */
  async function read<Row extends object>(
    name: string,
    statement: string,
    keys: readonly (Scoped | StretchWanted)[],
  ): Promise<Row[][]> {
    const placed = keys.map((key, place) => ({ ...key, place }))
    const rows = await db.prepared<Row & { place: number }>(name, statement, [JSON.stringify(placed)])
    const answers: Row[][] = keys.map(() => [])
    for (const row of rows) answers[row.place]!.push(row)
    return answers
  }

  const stretch = (side: Side, statement: string) =>
    createBatcher<StretchWanted, EventRow[]>({
      size: SIZE.rows,
      weightOf: ({ likely }) => 1 + likely,
      run: (keys) => read(`gathered-stretches-${side}`, statement, keys),
    })

  return {
    /** Undefined: there is none of this id in the workspace. */
    detail: createBatcher<Scoped, ConversationDetail | undefined>({
      size: SIZE.conversations,
      run: async (keys) =>
        (await read<ConversationDetail>('gathered-details', DETAILS, keys)).map(([row]) => row),
    }),
    /** Rows after a cursor, in order. Who may see them is the caller's to know. */
    stretch: {
      visitor: stretch('visitor', stretches('pub_seq')),
      agent: stretch('agent', stretches('seq')),
    },
    /** A contact's own conversations, latest first. */
    list: createBatcher<Scoped, ConversationDetail[]>({
      size: SIZE.lists,
      run: (keys) => read('gathered-lists', LISTS, keys),
    }),
  }
}

export type GatheredReads = ReturnType<typeof createGatheredReads>
