// The drafts of a workspace, those that wait and those that were decided, and how good they were.

import type * as z from 'zod'
import type {
  AssistantDraft,
  AssistantDraftPage,
  DraftFigures,
  DraftFiguresQuery,
  ListDrafts,
} from '../../../sdk/protocol/assistant-draft.ts'
import type { DiscardReason } from '../../../sdk/protocol/assistant-event.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'

interface ListedRow {
  id: string
  conversation_id: string
  site_id: string
  reference: string
  customer: string
  question: string
  preview: string
  answer: 'model' | 'quoted' | null
  confidence: number | null
  topic: string | null
  created_at: Date
  outcome: AssistantDraft['outcome']
  reason: DiscardReason | null
  comment: string
  edit_distance: number | null
  words_changed: number | null
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Date | null
  key: string
}

const rounded = (share: number | null): number | null => (share === null ? null : Number(share.toFixed(4)))

const listed = (row: ListedRow): AssistantDraft => {
  const { key: _, decided_by_name, ...rest } = row
  return {
    ...rest,
    confidence: rounded(row.confidence),
    edit_distance: rounded(row.edit_distance),
    created_at: row.created_at.toISOString(),
    decided_by: row.decided_by && { id: row.decided_by, name: decided_by_name ?? '' },
    decided_at: row.decided_at?.toISOString() ?? null,
  } as AssistantDraft
}

/** What an agent decided; that a conversation went on says nothing of a draft. */
const DECIDED = `('approved', 'edited', 'discarded')`
const AT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** @throws Problem `invalid-request` */
function readCursor(cursor: string | undefined): [at: string | null, id: string | null] {
  if (cursor === undefined) return [null, null]
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (AT.test(at) && ID.test(id)) return [at, id]
  throw new Problem('invalid-request', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/cursor', detail: 'Pass next_cursor of the page before.' }],
  })
}

export function createDraftList({ db }: { db: Pick<Database, 'query'> }) {
  async function countPending(workspaceId: string): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `select count(*)::int as count from conversations where workspace_id = $1 and draft_id is not null`,
      [workspaceId],
    )
    return row!.count
  }

  return {
    /** Those that wait oldest first, decided ones newest first. */
    async list(workspaceId: string, query: z.output<typeof ListDrafts>): Promise<AssistantDraftPage> {
      const { state, site = null, limit } = query
      const [at, id] = readCursor(query.cursor)
      const waits = state === 'pending'
      const column = waits ? 'd.created_at' : 'd.decided_at'
      const rows = await db.query<ListedRow>(
        `select d.id, d.conversation_id, d.site_id, c.reference, ct.name as customer, d.question, d.preview,
                d.answer, d.confidence, d.topic, d.created_at, d.outcome, d.reason, d.comment, d.edit_distance,
                d.words_changed, d.decided_by, d.decided_by_name, d.decided_at,
                to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
           from assistant_drafts d
           join conversations c on c.id = d.conversation_id
           join contacts ct on ct.id = c.contact_id
          where d.workspace_id = $1 and ${waits ? 'd.outcome is null' : `d.outcome in ${DECIDED}`}
            and ($2::uuid is null or d.site_id = $2)
            and ($3::timestamptz is null or (${column}, d.id) ${waits ? '>' : '<'} ($3::timestamptz, $4::uuid))
          order by ${column} ${waits ? 'asc' : 'desc'}, d.id ${waits ? 'asc' : 'desc'} limit $5`,
        [workspaceId, site, at, id, limit + 1],
      )
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        drafts: page.map(listed),
        next_cursor:
          rows.length > limit && last ? Buffer.from(`${last.key} ${last.id}`).toString('base64url') : null,
        pending: await countPending(workspaceId),
      }
    },

    async figures(workspaceId: string, query: z.output<typeof DraftFiguresQuery>): Promise<DraftFigures> {
      const { days, site = null, topic = null } = query
      const rows = await db.query<{
        outcome: NonNullable<AssistantDraft['outcome']>
        reason: DiscardReason | null
        count: number
        distance: number | null
      }>(
        `select outcome, reason, count(*)::int as count, sum(edit_distance)::float8 as distance
           from assistant_drafts
          where workspace_id = $1 and outcome is not null and decided_at > now() - make_interval(days => $2)
            and ($3::uuid is null or site_id = $3) and ($4::text is null or topic = $4)
          group by outcome, reason`,
        [workspaceId, days, site, topic],
      )
      const [waited] = await db.query<{ seconds: number | null }>(
        `select percentile_cont(0.5) within group (
                  order by extract(epoch from decided_at - created_at))::float8 as seconds
           from assistant_drafts
          where workspace_id = $1 and outcome in ${DECIDED} and decided_at > now() - make_interval(days => $2)
            and ($3::uuid is null or site_id = $3) and ($4::text is null or topic = $4)`,
        [workspaceId, days, site, topic],
      )
      const of = (outcome: string): number =>
        rows.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0)
      const reasons = { wrong: 0, incomplete: 0, tone: 0, not_needed: 0, other: 0 }
      for (const { reason, count } of rows) if (reason) reasons[reason] += count
      const sent = of('approved') + of('edited')
      const decided = sent + of('discarded')
      const distance = rows.reduce((sum, row) => sum + (row.distance ?? 0), 0)
      return {
        days,
        pending: await countPending(workspaceId),
        approved: of('approved'),
        edited: of('edited'),
        discarded: of('discarded'),
        superseded: of('superseded'),
        acceptance: decided > 0 ? rounded(sent / decided) : null,
        mean_edit_distance: sent > 0 ? rounded(distance / sent) : null,
        median_seconds: waited?.seconds ?? null,
        reasons,
      }
    },
  }
}

export type DraftList = ReturnType<typeof createDraftList>
