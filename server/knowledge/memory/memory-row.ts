// Remembered questions as rows with what is known of their articles, and rows as the protocol's objects.

import type { MemorySource, MemoryState, RememberedQuestion } from '../../../sdk/protocol/knowledge-memory.ts'
import { weightOf } from './memory-weight.ts'

export interface MemoryRow {
  id: string
  article_id: string
  article_slug: string
  article_title: string
  article_published: boolean
  article_updated_at: Date
  question: string
  locale: string
  source: MemorySource
  state: MemoryState
  weight: number
  seen: number
  contested: boolean
  first_seen_at: Date
  last_seen_at: Date
}

export const REMEMBERED = `remembered_questions r
  join articles a on a.workspace_id = r.workspace_id and a.id = r.article_id`

export const REMEMBERED_COLUMNS = `r.id, r.article_id, a.slug as article_slug, a.title as article_title,
  a.state = 'published' as article_published, a.updated_at as article_updated_at, r.question, r.locale, r.source,
  r.state, r.weight, r.seen, r.first_seen_at, r.last_seen_at,
  exists (select 1 from remembered_questions o where o.workspace_id = r.workspace_id and o.normal = r.normal
    and o.article_id <> r.article_id and o.state <> 'rejected' and o.last_seen_at >= r.last_seen_at
    and o.seen * o.weight > r.seen * r.weight) as contested`

export const asRemembered = (row: MemoryRow, now: number, countPending: boolean): RememberedQuestion => ({
  id: row.id,
  article: {
    id: row.article_id,
    slug: row.article_slug,
    title: row.article_title,
    published: row.article_published,
  },
  question: row.question,
  locale: row.locale,
  source: row.source,
  state: row.state,
  seen: row.seen,
  weight: row.article_published ? weightOf(row, now, countPending) : 0,
  first_seen_at: row.first_seen_at.toISOString(),
  last_seen_at: row.last_seen_at.toISOString(),
})
