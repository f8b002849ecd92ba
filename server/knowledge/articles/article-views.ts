// How often articles are opened, by day: gathered in memory and written together. Knows articles, never people.

import type { Database } from '../../platform/database/database.ts'

export interface ArticleView {
  workspaceId: string
  articleId: string
  /** `User-Agent` of the request. */
  userAgent?: string | undefined
  /** `Sec-Purpose` or `Purpose`: what a browser fetches ahead nobody has looked at. */
  purpose?: string | undefined
}

/** Programs that say so. Those that do not are few, and no harm. */
const BOT =
  /bot\b|bot[/;)]|crawl|spider|slurp|preview|facebookexternalhit|embedly|headless|lighthouse|monitor|curl\/|wget\/|python-|java\/|go-http|node-fetch|axios|okhttp|libwww|httpclient|scrapy|feed/i

const FLUSH_MS = 15_000
/** Written at once when so many articles wait. */
const MOST_WAITING = 2000
/** Days kept. */
const KEEP_DAYS = 400

const isBot = (userAgent: string | undefined): boolean => !userAgent || BOT.test(userAgent)

export interface ArticleViewsDeps {
  db: Pick<Database, 'query'>
  clock: () => Date
  flushMs?: number
}

export function createArticleViews({ db, clock, flushMs = FLUSH_MS }: ArticleViewsDeps) {
  let waiting = new Map<string, { workspaceId: string; articleId: string; day: string; views: number }>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let sweptOn = ''

  async function write(rows: { workspaceId: string; articleId: string; day: string; views: number }[]) {
    // Joined, so that an article that is gone by now, or another workspace's, is nobody's trouble.
    await db.query(
      `insert into article_view_days as d (article_id, workspace_id, day, views)
       select a.id, a.workspace_id, v.day, sum(v.views)::int
         from unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[]) as v(article_id, workspace_id, day, views)
         join articles a on a.id = v.article_id and a.workspace_id = v.workspace_id
        group by a.id, a.workspace_id, v.day order by a.id
       on conflict (article_id, day) do update set views = d.views + excluded.views`,
      [
        rows.map(({ articleId }) => articleId),
        rows.map(({ workspaceId }) => workspaceId),
        rows.map(({ day }) => day),
        rows.map(({ views }) => views),
      ],
    )
    const today = rows.at(-1)!.day
    if (today === sweptOn) return
    sweptOn = today
    const workspaces = [...new Set(rows.map(({ workspaceId }) => workspaceId))]
    await db.query(
      'delete from article_view_days where workspace_id = any($1::uuid[]) and day < $2::date - $3::int',
      [workspaces, today, KEEP_DAYS],
    )
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const rows = [...waiting.values()]
    waiting = new Map()
    // What cannot be written is let go: these are rough numbers, and must not fill the memory of a server in trouble.
    if (rows.length > 0) writing = writing.then(() => write(rows)).catch(() => {})
    return writing
  }

  return {
    count({ workspaceId, articleId, userAgent, purpose }: ArticleView): void {
      if (isBot(userAgent) || /prefetch|prerender|preview/i.test(purpose ?? '')) return
      const day = clock().toISOString().slice(0, 10)
      const key = `${articleId} ${day}`
      const held = waiting.get(key) ?? { workspaceId, articleId, day, views: 0 }
      held.views += 1
      waiting.set(key, held)
      if (waiting.size >= MOST_WAITING) void flush()
      else timer ??= setTimeout(flush, flushMs).unref()
    },
    flush,
    close: flush,
  }
}
