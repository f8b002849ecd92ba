// Counts what customers searched for and found no good answer to. A search that is typed on is one search, and only its end counts;
// nothing of who searched is kept beyond those seconds, and that in memory alone.

import { MISSED_LIMITS, type MissedSearch, type MissedSearches } from '../../../sdk/protocol/missed-search.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { languageOf } from '../article-row.ts'
import { readMissed } from './missed-query.ts'

/** Who has not typed on for so long has finished. */
const SETTLE_MS = 5000
const MOST_PENDING = 5000
/** Search finds something to nearly everything: what is this unlikely to be the answer is none. */
const UNLIKELY = 0.3

export interface FinishedSearch {
  workspaceId: string
  /** Tells the searches of one person from others', for a few seconds: such as their address. */
  who: string
  query: string
  locale: string
  siteId: string
}

interface Pending extends FinishedSearch {
  until: number
}

export interface MissedSearchesDeps {
  db: Pick<Database, 'query'>
  log: Pick<Log, 'warn'>
  clock: () => Date
  redact: (text: string) => string
  /** 0 to 1: how likely the articles of the site have the answer. */
  confidence: (search: FinishedSearch) => Promise<number>
  settleMs?: number
}

type Row = Omit<MissedSearch, 'first_at' | 'last_at' | 'locale'> & {
  language: string
  first_at: Date
  last_at: Date
  open: number
}

export function createMissedSearches({
  db,
  log,
  clock,
  redact,
  confidence,
  settleMs = SETTLE_MS,
}: MissedSearchesDeps) {
  const pending = new Map<string, Pending>()
  let timer: NodeJS.Timeout | undefined

  async function count(search: Pending): Promise<void> {
    const { workspaceId, query, locale } = search
    const language = languageOf(locale)
    const kept = readMissed(query, language, redact)
    if (!kept || (await confidence(search)) >= UNLIKELY) return
    const [{ is_new = false } = {}] = await db.query<{ is_new: boolean }>(
      `insert into missed_searches (id, workspace_id, language, normal, query, first_at, last_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (workspace_id, language, normal) do update
         set count = missed_searches.count + 1, last_at = excluded.last_at
       returning xmax = 0 as is_new`,
      [uuidv7(), workspaceId, language, kept.normal, kept.text, clock()],
    )
    if (is_new) await forget(workspaceId)
  }

  /** The old ones, and of too many those asked least and longest ago. */
  async function forget(workspaceId: string): Promise<void> {
    const oldest = new Date(clock().getTime() - MISSED_LIMITS.days * 24 * 60 * 60 * 1000)
    await db.query(
      `delete from missed_searches where workspace_id = $1 and (last_at < $2 or id in (
         select id from missed_searches where workspace_id = $1 order by count desc, last_at desc, id offset $3))`,
      [workspaceId, oldest, MISSED_LIMITS.kept],
    )
  }

  /** Writes what has settled. @param all  whether it has settled or not */
  async function flush(all = false): Promise<void> {
    const now = clock().getTime()
    const settled = [...pending].filter(([, { until }]) => all || until <= now)
    for (const [who] of settled) pending.delete(who)
    for (const [, search] of settled)
      await count(search).catch((error: unknown) =>
        log.warn({ error: errorFields(error) }, 'knowledge: a search that found nothing was not counted'),
      )
  }

  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush().then(() => pending.size > 0 && later())
    }, settleMs).unref()
  }

  return {
    /** Never fails and never waits: a search must not. */
    searched(search: FinishedSearch): void {
      const { who, query } = search
      const key = `${search.workspaceId} ${who}`
      const before = pending.get(key)
      const typed = query.trim().toLowerCase()
      const held = before?.query.trim().toLowerCase() ?? ''
      // Typed on or taken back: the same search, and its end is what counts.
      const isSame = before && (typed.startsWith(held) || held.startsWith(typed))
      if (before && !isSame) before.until = 0
      if (before && !isSame) pending.set(`${key} ${before.query}`, before)
      pending.delete(key)
      if (pending.size < MOST_PENDING) pending.set(key, { ...search, until: clock().getTime() + settleMs })
      if (pending.size > 0) later()
    },
    flush,

    async list(workspaceId: string, dismissed: boolean, limit: number): Promise<MissedSearches> {
      const rows = await db.query<Row>(
        `select id, query, language, count, first_at, last_at,
           (select count(*)::int from missed_searches where workspace_id = $1 and dismissed_at is null) as open
         from missed_searches where workspace_id = $1 and (dismissed_at is not null) = $2
         order by count desc, last_at desc, id limit $3`,
        [workspaceId, dismissed, limit],
      )
      const searches = rows.map(({ open: _, language, first_at, last_at, ...row }) => ({
        ...row,
        locale: language,
        first_at: first_at.toISOString(),
        last_at: last_at.toISOString(),
      }))
      return { searches, open: rows[0]?.open ?? (dismissed ? await openIn(workspaceId) : 0) }
    },

    /** Sets aside, or takes up again; ids that are not there are passed by. */
    async dismiss(workspaceId: string, ids: readonly string[], dismissed: boolean): Promise<number> {
      const rows = await db.query(
        `update missed_searches set dismissed_at = $3 where workspace_id = $1 and id = any($2::uuid[]) returning id`,
        [workspaceId, ids, dismissed ? clock() : null],
      )
      return rows.length
    },

    close(): void {
      clearTimeout(timer)
    },
  }

  async function openIn(workspaceId: string): Promise<number> {
    const [row] = await db.query<{ open: number }>(
      'select count(*)::int as open from missed_searches where workspace_id = $1 and dismissed_at is null',
      [workspaceId],
    )
    return row!.open
  }
}

export type MissedSearchCounts = ReturnType<typeof createMissedSearches>
