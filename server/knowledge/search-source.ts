// What a workspace's search is made from, as the database has it: published articles with their passages, remembered
// questions, an owner's synonyms. Articles that have not changed are not read again.

import type { Database } from '../platform/database/database.ts'
import { PUBLISHED_ARTICLES } from './article-row.ts'
import type { IndexedArticle } from './index-builder.ts'
import { type MemoryRow, REMEMBERED, REMEMBERED_COLUMNS } from './memory/memory-row.ts'
import { weightOf } from './memory/memory-weight.ts'

export interface SourceArticle {
  article: IndexedArticle
  /** Of the row, its category and its further titles: the same again means that nothing has changed. */
  digest: string
}

export interface SearchSource {
  /** By article id, in the order of their slugs. */
  articles: ReadonlyMap<string, SourceArticle>
  /** Lines an owner wrote, by language. */
  synonyms: ReadonlyMap<string, readonly string[]>
  /** Remembered questions that count. */
  remembered: number
}

/** Which state of the database an index is of. `memory` moves with each question heard; indexes follow it later. */
export interface SourceVersion {
  articles: string
  memory: string
}

/** Articles asked for in one statement: their texts come as one answer. */
const READ_AT_ONCE = 500
/** Weights fade day by day; a step is worth a new look at its article. */
const WEIGHT_STEP = 0.05

type Titles = { text: string; weight: number }[]

export function createSearchSources({
  db,
  now = Date.now,
}: {
  db: Pick<Database, 'query'>
  now?: () => number
}) {
  async function titlesOf(workspaceId: string): Promise<Map<string, Titles>> {
    const [settings] = await db.query<{ count_pending: boolean }>(
      'select count_pending from search_settings where workspace_id = $1',
      [workspaceId],
    )
    const rows = await db.query<MemoryRow>(
      `select ${REMEMBERED_COLUMNS} from ${REMEMBERED}
        where r.workspace_id = $1 and r.state <> 'rejected' and a.state = 'published'
        order by r.article_id, r.id`,
      [workspaceId],
    )
    const titles = new Map<string, Titles>()
    for (const row of rows) {
      const exact = weightOf(row, now(), settings?.count_pending ?? true)
      if (exact === 0) continue
      const weight = Math.max(WEIGHT_STEP, Math.round(exact / WEIGHT_STEP) * WEIGHT_STEP)
      const list = titles.get(row.article_id) ?? []
      list.push({ text: row.question, weight })
      titles.set(row.article_id, list)
    }
    return titles
  }

  type Read = Omit<IndexedArticle, 'remembered'>

  async function read(workspaceId: string, ids: readonly string[]): Promise<Map<string, Read>> {
    const articles = new Map<string, Read>()
    for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
      const some = ids.slice(from, from + READ_AT_ONCE)
      const rows = await db.query<Omit<Read, 'passages'>>(
        `select a.id, a.slug, a.title, c.name as category, a.summary, a.locale, a.questions, a.group_id as "group"
         from ${PUBLISHED_ARTICLES} and a.id = any($2::uuid[])`,
        [workspaceId, some],
      )
      for (const row of rows) articles.set(row.id, { ...row, passages: [] })
      // One statement for all: one an article depends on a plan that may be made before the table has statistics.
      const passages = await db.query<Read['passages'][number] & { article_id: string }>(
        `select article_id, passage, heading, text from article_passages
          where workspace_id = $1 and article_id = any($2::uuid[]) order by article_id, position`,
        [workspaceId, some],
      )
      for (const { article_id, passage, heading, text } of passages)
        articles.get(article_id)?.passages.push({ passage, heading, text })
    }
    return articles
  }

  return {
    async version(workspaceId: string): Promise<SourceVersion> {
      const [row] = await db.query<SourceVersion>(
        'select version::text as articles, memory::text from knowledge_versions where workspace_id = $1',
        [workspaceId],
      )
      return row ?? { articles: '0', memory: '0' }
    },

    /** @param before what was loaded last: its unchanged articles are taken over */
    async load(workspaceId: string, before?: SearchSource): Promise<SearchSource> {
      // A row's xmin is the transaction that wrote it: whatever changed it, by whatever way, the number is another.
      const rows = await db.query<{ id: string; written: string }>(
        `select a.id, a.xmin::text || ' ' || coalesce(c.xmin::text, '') as written
         from ${PUBLISHED_ARTICLES} order by a.slug`,
        [workspaceId],
      )
      const titles = await titlesOf(workspaceId)
      const digests = new Map(
        rows.map(({ id, written }) => [id, `${written} ${JSON.stringify(titles.get(id) ?? [])}`]),
      )
      const changed = [...digests].filter(([id, digest]) => before?.articles.get(id)?.digest !== digest)
      const found = await read(
        workspaceId,
        changed.map(([id]) => id),
      )
      const articles = new Map<string, SourceArticle>()
      let remembered = 0
      for (const [id, digest] of digests) {
        const article = found.get(id)
        const held = before?.articles.get(id)
        // One that vanished between the two statements is neither read nor held in this state.
        if (article) articles.set(id, { digest, article: { ...article, remembered: titles.get(id) ?? [] } })
        else if (held?.digest === digest) articles.set(id, held)
        if (articles.has(id)) remembered += titles.get(id)?.length ?? 0
      }
      const lines = await db.query<{ language: string; lines: string[] }>(
        'select language, lines from search_synonyms where workspace_id = $1',
        [workspaceId],
      )
      return {
        articles,
        remembered,
        synonyms: new Map(lines.map(({ language, lines }) => [language, lines])),
      }
    },

    /** Ids of the articles a site shows; null when each of the workspace's sites shows all of them. */
    async visible(workspaceId: string, siteId: string): Promise<ReadonlySet<string> | null> {
      const [some] = await db.query(
        `select 1 from articles where workspace_id = $1 and site_ids is not null limit 1`,
        [workspaceId],
      )
      if (!some) return null
      const rows = await db.query<{ id: string }>(
        `select a.id from ${PUBLISHED_ARTICLES} and (a.site_ids is null or $2 = any(a.site_ids))`,
        [workspaceId, siteId],
      )
      return new Set(rows.map(({ id }) => id))
    },
  }
}

export type SearchSources = ReturnType<typeof createSearchSources>
