// A workspace's articles in memory, ready to be searched; loaded again when their version in the database moves.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { languageOf, PUBLISHED_ARTICLES } from './article-row.ts'
import { buildLanguageIndex, type IndexedArticle, type LanguageIndex } from './index-builder.ts'

export interface KnowledgeIndex {
  languages: LanguageIndex[]
  /** Articles in it. */
  size: number
}

interface Held {
  index: Promise<KnowledgeIndex>
  version: string
  checkedAt: number
}

/** How old news of other nodes' changes may be. */
const CHECK_MS = 1000
/** Workspaces kept in memory; beyond it the one loaded first goes. */
const MAX_HELD = 200

export function buildKnowledgeIndex(articles: readonly IndexedArticle[]): KnowledgeIndex {
  const byLanguage = Map.groupBy(articles, ({ locale }) => languageOf(locale))
  const languages = [...byLanguage].map(([language, group]) => buildLanguageIndex(language, group))
  return { languages, size: articles.length }
}

export function createKnowledgeIndexes({
  db,
  bus,
  now = Date.now,
}: {
  db: Database
  bus: Pick<Bus, 'on'>
  now?: () => number
}) {
  const held = new Map<string, Held>()
  const stop = bus.on('knowledge.changed', ({ workspaceId }) => {
    const entry = held.get(workspaceId)
    if (entry) entry.checkedAt = Number.NEGATIVE_INFINITY
  })

  async function versionOf(workspaceId: string): Promise<string> {
    const [row] = await db.query<{ version: string }>(
      'select version::text from knowledge_versions where workspace_id = $1',
      [workspaceId],
    )
    return row?.version ?? '0'
  }

  async function load(workspaceId: string): Promise<KnowledgeIndex> {
    const articles = await db.query<IndexedArticle>(
      `select a.id, a.slug, a.title, c.name as category, a.summary, a.locale, a.questions,
         coalesce((select json_agg(json_build_object('passage', p.passage, 'heading', p.heading, 'text', p.text)
           order by p.position) from article_passages p
           where p.workspace_id = a.workspace_id and p.article_id = a.id), '[]') as passages
       from ${PUBLISHED_ARTICLES} order by a.slug`,
      [workspaceId],
    )
    return buildKnowledgeIndex(articles)
  }

  return {
    async of(workspaceId: string): Promise<KnowledgeIndex> {
      const entry = held.get(workspaceId)
      if (entry && now() - entry.checkedAt < CHECK_MS) return entry.index
      // Read before the articles: a change in between makes the next look load once too often, never too seldom.
      const checkedAt = now()
      const version = await versionOf(workspaceId)
      const current = held.get(workspaceId)
      if (current?.version === version) {
        current.checkedAt = Math.max(current.checkedAt, checkedAt)
        return current.index
      }
      const index = load(workspaceId)
      const next = { index, version, checkedAt }
      held.delete(workspaceId)
      held.set(workspaceId, next)
      if (held.size > MAX_HELD) held.delete(held.keys().next().value!)
      index.catch(() => held.get(workspaceId) === next && held.delete(workspaceId))
      return index
    },
    close: stop,
  }
}
