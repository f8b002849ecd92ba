// Help articles as customers see them on a site: read, counted, judged. What is drafted or hidden there does not exist.

import type * as z from 'zod'
import type { Article, ArticleFeedback, ArticleLink } from '../../sdk/protocol/help-article.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { createShortCache } from '../platform/short-cache.ts'
import { uuidv7 } from '../platform/uuid.ts'
import {
  ARTICLE_COLUMNS,
  type ArticleLinkRow,
  type ArticleRow,
  asArticle,
  asLink,
  languageOf,
  onSite,
  PUBLISHED_ARTICLES,
  type Reach,
} from './article-row.ts'
import type { ArticleSource } from './article-source.ts'
import type { ArticleLinks } from './articles/article-store.ts'
import {
  createArticleTaking,
  type Taken,
  type TakeOptions,
  type UpsertOutcome,
} from './articles/article-taking.ts'
import { type ArticleView, createArticleViews } from './articles/article-views.ts'

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

interface Judging extends Reach {
  /** Whether whoever votes has not told search of this article already: one stranger must not speak for many. */
  mayTeach: (articleId: string) => Promise<boolean>
}

export interface ListedArticle extends ArticleLink {
  locale: string
  summary: string | null
  featured: boolean
}

const POPULAR_MS = 10_000
/** Days a look at an article counts for, and how many looks a vote is worth. */
const POPULAR_DAYS = 30
const VOTE = 5

const sameLanguage = `($2::text is null or split_part(lower(a.locale), '-', 1) = $2)`

export interface ArticlesDeps {
  db: Database
  bus: Bus
  clock: () => Date
}

export function createArticles({ db, bus, clock }: ArticlesDeps) {
  const taking = createArticleTaking({ db, clock })
  const views = createArticleViews({ db, clock })
  const popular = createShortCache<ArticleLink[]>({ ms: POPULAR_MS, clock })
  const stop = bus.on('knowledge.changed', popular.clear)

  /** Also by a slug it once had. */
  async function find(workspaceId: string, slug: string, { siteId }: Reach): Promise<ArticleRow> {
    const [row] = await db.query<ArticleRow>(
      `select ${ARTICLE_COLUMNS} from ${PUBLISHED_ARTICLES} and ${onSite('$3')} and a.slug = $2
       union all
       select ${ARTICLE_COLUMNS} from ${PUBLISHED_ARTICLES} and ${onSite('$3')} and a.id = (
         select s.article_id from article_slugs s where s.workspace_id = $1 and s.slug = $2)
       limit 1`,
      [workspaceId, slug, siteId],
    )
    if (!row) throw new Problem('article-not-found')
    return row
  }

  /** Links to those that are published, in the order asked for, under the slugs they have now. */
  async function links(
    workspaceId: string,
    slugs: readonly string[],
    { siteId }: Reach,
  ): Promise<ArticleLink[]> {
    if (slugs.length === 0) return []
    const rows = await db.query<ArticleLinkRow>(
      `with wanted as (
         select distinct on (coalesce(s.article_id, a.id)) coalesce(a.id, s.article_id) as id, w.place
           from unnest($2::text[]) with ordinality as w(slug, place)
           left join articles a on a.workspace_id = $1 and a.slug = w.slug
           left join article_slugs s on s.workspace_id = $1 and s.slug = w.slug
          order by coalesce(s.article_id, a.id), w.place)
       select a.slug, a.title, c.name as category from wanted w, ${PUBLISHED_ARTICLES} and a.id = w.id
          and ${onSite('$3')} order by w.place`,
      [workspaceId, slugs, siteId],
    )
    return rows.map(asLink)
  }

  async function readPopular(
    workspaceId: string,
    language: string,
    { siteId }: Reach,
    limit: number,
  ): Promise<ArticleLink[]> {
    const since = new Date(clock().getTime() - POPULAR_DAYS * 86_400_000).toISOString().slice(0, 10)
    const rows = await db.query<ArticleLinkRow>(
      `with languages as (
         select split_part(lower(a.locale), '-', 1) as language, count(*) as articles
         from ${PUBLISHED_ARTICLES} and ${onSite('$4')} group by 1
       ), looks as (
         select article_id, sum(views) as views from article_view_days
          where workspace_id = $1 and day > $5::date group by 1
       )
       select p.slug, p.title, p.category
         from (select a.id, a.slug, a.title, a.featured, c.name as category, c.position,
                      (a.helpful_count - a.unhelpful_count) * ${VOTE} as votes
                 from ${PUBLISHED_ARTICLES} and ${onSite('$4')}
                  and split_part(lower(a.locale), '-', 1) = (
                    select language from languages order by language = $2 desc, articles desc, language limit 1)) p
         left join looks l on l.article_id = p.id
        order by p.featured desc, p.votes + coalesce(l.views, 0) desc, p.position nulls last, p.title
       limit $3`,
      [workspaceId, language, limit, siteId, since],
    )
    return rows.map(asLink)
  }

  /** Writes an article from somewhere else. @throws ArticleFault, Problem */
  async function take(workspaceId: string, source: ArticleSource, options: TakeOptions = {}): Promise<Taken> {
    const taken = await taking.take(workspaceId, source, options)
    if (taken.outcome !== 'unchanged') bus.emit('knowledge.changed', { workspaceId })
    return taken
  }

  return {
    /** Published articles there, in a language where one is named. */
    async count(
      workspaceId: string,
      { siteId, locale }: Reach & { locale?: string | null },
    ): Promise<number> {
      const [row] = await db.query<{ count: number }>(
        `select count(*)::int as count from ${PUBLISHED_ARTICLES} and ${sameLanguage} and ${onSite('$3')}`,
        [workspaceId, locale ? languageOf(locale) : null, siteId],
      )
      return row!.count
    },
    /** One it once had will do for a slug: the article says which it has now. @throws Problem `article-not-found` */
    async get(workspaceId: string, slug: string, reach: Reach): Promise<Article> {
      const row = await find(workspaceId, slug, reach)
      const [related, translations] = await Promise.all([
        links(workspaceId, row.related, reach),
        db.query<NonNullable<Article['translations']>[number]>(
          `select a.locale, a.slug, a.title from ${PUBLISHED_ARTICLES} and ${onSite('$3')} and a.group_id = $2
             and a.id <> $4 order by a.locale`,
          [workspaceId, row.group_id, reach.siteId, row.id],
        ),
      ])
      return asArticle(row, related, translations)
    },
    /** Published articles by category and title. */
    async list(
      workspaceId: string,
      { siteId, locale }: Reach & { locale?: string | null },
    ): Promise<ListedArticle[]> {
      return db.query<ListedArticle>(
        `select a.slug, a.title, c.name as category, a.locale, a.summary, a.featured
         from ${PUBLISHED_ARTICLES} and ${sameLanguage} and ${onSite('$3')}
         order by c.position nulls last, a.title`,
        [workspaceId, locale ? languageOf(locale) : null, siteId],
      )
    },
    /** The featured ones first, then what is read and found helpful; in the visitor's language where there are any. */
    popular(
      workspaceId: string,
      locale: string | null,
      { siteId, limit = 6 }: Reach & { limit?: number },
    ): Promise<ArticleLink[]> {
      const language = locale ? languageOf(locale) : ''
      return popular.get(`${workspaceId} ${siteId} ${language} ${limit}`, () =>
        readPopular(workspaceId, language, { siteId }, limit),
      )
    },
    /** Somebody opened it; counted with others in a while. */
    viewed: (view: ArticleView): void => views.count(view),
    flushViews: views.flush,
    /** @throws Problem `article-not-found` */
    async feedback(
      workspaceId: string,
      slug: string,
      { helpful, comment, query, cid = uuidv7() }: z.output<typeof ArticleFeedback>,
      { mayTeach, ...reach }: Judging,
    ): Promise<void> {
      const { id, locale } = await find(workspaceId, slug, reach)
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
      if (isNew && query && (await mayTeach(id)))
        bus.emitHere('article.judged', { workspaceId, articleId: id, slug, locale, query, helpful })
    },
    take,
    /** A file's article, published unless it says otherwise. @param links names what relative links lead to */
    async upsert(
      workspaceId: string,
      source: ArticleSource,
      links: ArticleLinks = () => null,
    ): Promise<UpsertOutcome> {
      return (await take(workspaceId, source, { links })).outcome
    },
    async close(): Promise<void> {
      stop()
      await views.close()
    },
  }
}

export type Articles = ReturnType<typeof createArticles>
