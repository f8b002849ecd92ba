// What a site's help centre holds, without the articles' text: read once, kept in memory until the workspace's articles
// change, and kept on while the database is away. Knows no page and no address.

import { PUBLISHED_ARTICLES } from '../knowledge/article-row.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Log } from '../platform/log.ts'
import { arrange, type Shelf, type ShelfArticle, type ShelfTopic } from './shelf.ts'

/** How old news of other nodes' changes may be. */
const CHECK_MS = 1000
/** Votes move no version; what is popular follows them in this time. */
const KEEP_MS = 600_000
const MAX_HELD = 200

interface Held {
  shelf: Promise<Shelf>
  version: string
  readAt: number
  checkedAt: number
}

export interface HelpShelvesDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'on'>
  log: Pick<Log, 'warn'>
  now?: () => number
}

interface Scope {
  id: string
  workspaceId: string
}

export function createHelpShelves({ db, bus, log, now = Date.now }: HelpShelvesDeps) {
  const held = new Map<string, Held>()
  const stop = bus.on('knowledge.changed', () => {
    for (const entry of held.values()) entry.checkedAt = Number.NEGATIVE_INFINITY
  })

  async function versionOf(workspaceId: string): Promise<string> {
    const [row] = await db.query<{ version: string }>(
      'select version::text from knowledge_versions where workspace_id = $1',
      [workspaceId],
    )
    return row?.version ?? '0'
  }

  async function read({ id, workspaceId }: Scope): Promise<Shelf> {
    const [articles, topics, former] = await Promise.all([
      db.query<ShelfArticle>(
        `select a.id, a.group_id as family, a.slug, a.locale, a.title, a.summary, a.category_id as topic, a.featured,
           a.helpful_count - a.unhelpful_count as votes, a.related, a.updated_at
         from ${PUBLISHED_ARTICLES} and (a.site_ids is null or $2::uuid = any(a.site_ids))
         order by a.title, a.slug`,
        [workspaceId, id],
      ),
      db.query<ShelfTopic>(
        `select id, slug, name, description, translations, parent_id as parent from article_categories
         where workspace_id = $1 order by position, name, id`,
        [workspaceId],
      ),
      db.query<{ slug: string; article_id: string }>(
        'select slug, article_id from article_slugs where workspace_id = $1',
        [workspaceId],
      ),
    ])
    return arrange(articles, topics, new Map(former.map(({ slug, article_id }) => [slug, article_id])))
  }

  return {
    /** One look at the version a second at most; a database that is away leaves what was last read. */
    async of(site: Scope): Promise<Shelf> {
      const entry = held.get(site.id)
      if (entry && now() - entry.checkedAt < CHECK_MS) return entry.shelf
      // Before the version is read, so that a change in between is looked at once too often and never too seldom.
      const checkedAt = now()
      let version: string
      try {
        version = await versionOf(site.workspaceId)
      } catch (error) {
        if (!entry) throw error
        log.warn(
          { error: errorFields(error) },
          'help centre: the database is away, the pages stay as they were',
        )
        entry.checkedAt = checkedAt
        return entry.shelf
      }
      const current = held.get(site.id)
      if (current?.version === version && checkedAt - current.readAt < KEEP_MS) {
        current.checkedAt = Math.max(current.checkedAt, checkedAt)
        return current.shelf
      }
      const next: Held = { shelf: read(site), version, readAt: checkedAt, checkedAt }
      held.delete(site.id)
      held.set(site.id, next)
      if (held.size > MAX_HELD) held.delete(held.keys().next().value!)
      return next.shelf.catch((error: unknown) => {
        if (held.get(site.id) === next) {
          held.delete(site.id)
          if (current) held.set(site.id, { ...current, checkedAt })
        }
        if (current) return current.shelf
        throw error
      })
    },
    close: stop,
  }
}

export type HelpShelves = ReturnType<typeof createHelpShelves>
