// A workspace's own cases: kept, listed, changed. How they are replayed, and how corrections make them, is elsewhere.

import * as z from 'zod'
import {
  type AssistantCase,
  type AssistantCasePage,
  CASE_LIMITS,
  type CaseResult,
  type CaseVerdict,
  type ChangeCase,
  type ListCases,
  type NewCase,
} from '../../../sdk/protocol/assistant-case.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { readCursor, writeCursor } from '../../platform/page-cursor.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'

export interface CaseRow {
  id: string
  workspace_id: string
  site_id: string
  title: string
  turns: AssistantCase['turns']
  locale: string | null
  expected: AssistantCase['expected']
  must_not: string[]
  source: AssistantCase['source']
  conversation_id: string | null
  message_id: string | null
  article: AssistantCase['article']
  result: CaseResult | null
  ran_at: Date | null
  run_id: string | null
  created_by: AssistantCase['created_by']
  created_at: Date
  updated_at: Date
}

/** What a correction adds to what can be typed. */
export interface CaseOrigin {
  conversationId: string
  messageId: string
  articleId: string
  articleVersion: number
}

/** A published version at least as new as the correction's. */
export const IS_PUBLISHED = `coalesce(a.state = 'published' and coalesce(a.published_version, a.version) >= c.article_version, false)`

export const CASES = `
  select c.id, c.workspace_id, c.site_id, c.title, c.turns, c.locale, c.expected, c.must_not, c.source, c.conversation_id,
         c.message_id, c.result, c.ran_at, c.run_id, c.created_at, c.updated_at,
         case when a.id is not null then jsonb_build_object(
           'id', a.id, 'slug', a.slug, 'title', a.title, 'published', ${IS_PUBLISHED}) end as article,
         case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as created_by
    from assistant_cases c
    left join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    left join agents g on g.workspace_id = c.workspace_id and g.id = c.created_by`

const asCase = ({ workspace_id: _own, run_id: _run, ...row }: CaseRow): AssistantCase => ({
  ...row,
  ran_at: row.ran_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
})

export function createCases({ db, clock }: { db: Database; clock: () => Date }) {
  async function read(workspaceId: string, id: string): Promise<AssistantCase> {
    const [row] = z.uuid().safeParse(id).success
      ? await db.query<CaseRow>(`${CASES} where c.workspace_id = $1 and c.id = $2`, [workspaceId, id])
      : []
    if (!row) throw new Problem('case-not-found')
    return asCase(row)
  }

  return {
    read,

    async list(
      workspaceId: string,
      { site, verdict, cursor, limit }: z.output<typeof ListCases>,
    ): Promise<AssistantCasePage> {
      const [at, after] = cursor ? readCursor(z.tuple([z.iso.datetime(), z.uuid()]), cursor) : [null, null]
      const rows = await db.query<CaseRow>(
        `${CASES} where c.workspace_id = $1 and ($2::uuid is null or c.site_id = $2) and ($3::text is null or c.verdict = $3)
           and ($4::timestamptz is null or (date_trunc('milliseconds', c.created_at), c.id) < ($4, $5::uuid))
         order by date_trunc('milliseconds', c.created_at) desc, c.id desc limit $6`,
        [workspaceId, site ?? null, verdict ?? null, at, after, limit + 1],
      )
      const counted = await db.query<{ verdict: CaseVerdict | null; count: number }>(
        'select verdict, count(*)::int as count from assistant_cases where workspace_id = $1 group by verdict',
        [workspaceId],
      )
      const count = (wanted: CaseVerdict | null): number =>
        counted.find(({ verdict }) => verdict === wanted)?.count ?? 0
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        cases: rows.slice(0, limit).map(asCase),
        next_cursor: last ? writeCursor(last.created_at.toISOString(), last.id) : null,
        counts: {
          passed: count('passed'),
          declined: count('declined'),
          failed: count('failed'),
          waiting: count(null),
        },
      }
    },

    /**
     * Within the caller's transaction, if there is one. A message corrected again changes its case.
     * @throws Problem `too-many-cases`, `site-not-found`
     */
    async write(
      { workspaceId, agentId }: { workspaceId: string; agentId: string },
      { site_id, title, turns, locale, expected, must_not }: z.output<typeof NewCase>,
      origin: CaseOrigin | null = null,
      transaction?: Transaction,
    ): Promise<string> {
      const [room] = await db.query<{ kept: number; has_site: boolean }>(
        `select (select count(*)::int from assistant_cases where workspace_id = $1) as kept,
                exists (select 1 from sites where workspace_id = $1 and id = $2) as has_site`,
        [workspaceId, site_id],
        transaction,
      )
      if (!room!.has_site) throw new Problem('site-not-found')
      if (room!.kept >= CASE_LIMITS.cases) throw new Problem('too-many-cases')
      const [row] = await db.query<{ id: string }>(
        `insert into assistant_cases (id, workspace_id, site_id, title, turns, locale, expected, must_not, source,
                conversation_id, message_id, article_id, article_version, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9, $10, $11, $12, $13, $14, $15, $15)
         on conflict (workspace_id, message_id) do update set title = excluded.title, turns = excluded.turns,
           expected = excluded.expected, must_not = excluded.must_not, article_id = excluded.article_id,
           article_version = excluded.article_version, remembered_at = null, result = null, verdict = null,
           ran_at = null, updated_at = excluded.updated_at
         returning id`,
        [
          uuidv7(),
          workspaceId,
          site_id,
          title,
          JSON.stringify(turns),
          locale,
          JSON.stringify(expected),
          must_not,
          origin ? 'correction' : 'typed',
          origin?.conversationId ?? null,
          origin?.messageId ?? null,
          origin?.articleId ?? null,
          origin?.articleVersion ?? null,
          agentId,
          clock(),
        ],
        transaction,
      )
      return row!.id
    },

    /** What is changed has to be replayed anew. @throws Problem `case-not-found` */
    async change(
      workspaceId: string,
      id: string,
      change: z.output<typeof ChangeCase>,
    ): Promise<AssistantCase> {
      const { title, turns, locale, expected, must_not } = { ...(await read(workspaceId, id)), ...change }
      await db.query(
        `update assistant_cases set title = $3, turns = $4::jsonb, locale = $5, expected = $6::jsonb, must_not = $7,
                result = null, verdict = null, ran_at = null, updated_at = $8
          where workspace_id = $1 and id = $2 returning id`,
        [workspaceId, id, title, JSON.stringify(turns), locale, JSON.stringify(expected), must_not, clock()],
      )
      return read(workspaceId, id)
    },

    /** @throws Problem `case-not-found` */
    async remove(workspaceId: string, id: string): Promise<void> {
      await read(workspaceId, id)
      await db.query('delete from assistant_cases where workspace_id = $1 and id = $2', [workspaceId, id])
    },
  }
}

export type Cases = ReturnType<typeof createCases>
