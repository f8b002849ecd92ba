// Help articles of a workspace: read, counted, judged by customers, and written from Markdown.

import type * as z from 'zod'
import type { Article, ArticleFeedback, ArticleLink } from '../../sdk/protocol/help-article.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { markdownToTree } from '../platform/markdown/markdown-tree.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import {
  ARTICLE_COLUMNS,
  type ArticleLinkRow,
  type ArticleRow,
  asArticle,
  asLink,
  languageOf,
  PUBLISHED_ARTICLES,
} from './article-row.ts'
import type { ArticleSource } from './article-source.ts'
import { createArticleWriter, type UpsertOutcome } from './article-writer.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Articles of the workspace were written. */
    'knowledge.changed': { workspaceId: string }
    /** A customer judged an article they had found by `query`. Told on the node that was asked. */
    'article.judged': {
      workspaceId: string
      articleId: string
      slug: string
      locale: string
      query: string
      helpful: boolean
    }
  }
}

export interface ListedArticle extends ArticleLink {
  locale: string
  summary: string | null
  featured: boolean
}

/** `/help/some-slug` → `some-slug`; articles written elsewhere link to each other like this. */
const helpSlug = (url: string): string | null => /^\/help\/([a-z0-9-]+)(?:[?#].*)?$/.exec(url)?.[1] ?? null

const sameLanguage = `($2::text is null or split_part(lower(a.locale), '-', 1) = $2)`

export function createArticles({ db, bus, clock }: { db: Database; bus: Bus; clock: () => Date }) {
  const writer = createArticleWriter({ db, clock })

  async function find(workspaceId: string, slug: string): Promise<ArticleRow> {
    const [row] = await db.query<ArticleRow>(
      `select ${ARTICLE_COLUMNS} from ${PUBLISHED_ARTICLES} and a.slug = $2`,
      [workspaceId, slug],
    )
    if (!row) throw new Problem('article-not-found')
    return row
  }

  /** Links to those that are published, in the order asked for. */
  async function links(workspaceId: string, slugs: readonly string[]): Promise<ArticleLink[]> {
    if (slugs.length === 0) return []
    const rows = await db.query<ArticleLinkRow>(
      `select a.slug, a.title, c.name as category from ${PUBLISHED_ARTICLES} and a.slug = any($2::text[])
       order by array_position($2::text[], a.slug)`,
      [workspaceId, slugs],
    )
    return rows.map(asLink)
  }

  async function count(workspaceId: string, locale?: string | null): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `select count(*)::int as count from ${PUBLISHED_ARTICLES} and ${sameLanguage}`,
      [workspaceId, locale ? languageOf(locale) : null],
    )
    return row!.count
  }

  return {
    count,
    /** @throws Problem `article-not-found` */
    async get(workspaceId: string, slug: string): Promise<Article> {
      const row = await find(workspaceId, slug)
      return asArticle(row, await links(workspaceId, row.related))
    },
    /** Published articles by category and title. */
    async list(workspaceId: string, locale?: string | null): Promise<ListedArticle[]> {
      return db.query<ListedArticle>(
        `select a.slug, a.title, c.name as category, a.locale, a.summary, a.featured
         from ${PUBLISHED_ARTICLES} and ${sameLanguage}
         order by c.position nulls last, a.title`,
        [workspaceId, locale ? languageOf(locale) : null],
      )
    },
    /** The featured ones first, then the most helpful; in the visitor's language where there are any. */
    async popular(workspaceId: string, locale: string | null, limit = 6): Promise<ArticleLink[]> {
      const rows = await db.query<ArticleLinkRow>(
        `with languages as (
           select split_part(lower(a.locale), '-', 1) as language, count(*) as articles
           from ${PUBLISHED_ARTICLES} group by 1
         )
         select a.slug, a.title, c.name as category from ${PUBLISHED_ARTICLES}
           and split_part(lower(a.locale), '-', 1) = (
             select language from languages order by language = $2 desc, articles desc, language limit 1)
         order by a.featured desc, a.helpful_count - a.unhelpful_count desc, c.position nulls last, a.title
         limit $3`,
        [workspaceId, locale ? languageOf(locale) : '', limit],
      )
      return rows.map(asLink)
    },
    /** @throws Problem `article-not-found` */
    async feedback(
      workspaceId: string,
      slug: string,
      { helpful, comment, query, cid = uuidv7() }: z.output<typeof ArticleFeedback>,
    ): Promise<void> {
      const { id, locale } = await find(workspaceId, slug)
      const counter = helpful ? 'helpful_count' : 'unhelpful_count'
      const isNew = await db.transaction(async (transaction) => {
        // A repeat of one's own vote brings the comment along, and is no second vote.
        const [vote] = await db.query<{ is_new: boolean }>(
          `insert into article_feedback as f (id, workspace_id, article_id, helpful, comment, created_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do update set comment = coalesce(excluded.comment, f.comment)
             where f.workspace_id = $2 and f.article_id = $3 and f.helpful = $4
           returning xmax = 0 as is_new`,
          [cid, workspaceId, id, helpful, comment || null, clock()],
          transaction,
        )
        if (!vote?.is_new) return false
        await db.query(
          `update articles set ${counter} = ${counter} + 1 where workspace_id = $1 and id = $2`,
          [workspaceId, id],
          transaction,
        )
        return true
      })
      if (isNew && query)
        bus.emitHere('article.judged', { workspaceId, articleId: id, slug, locale, query, helpful })
    },
    /**
     * Writes the article unless it is there already, word for word.
     * @param articleSlug names the article a relative link of the body leads to
     */
    async upsert(
      workspaceId: string,
      source: ArticleSource,
      articleSlug: (url: string) => string | null = helpSlug,
    ): Promise<UpsertOutcome> {
      const content = markdownToTree(source.body, {
        passageIds: true,
        images: true,
        articleSlug: (url) => articleSlug(url) ?? helpSlug(url),
      })
      const outcome = await writer.write(workspaceId, source, content)
      if (outcome !== 'unchanged') bus.emit('knowledge.changed', { workspaceId })
      return outcome
    },
  }
}

export type Articles = ReturnType<typeof createArticles>
