// Articles as the people who keep them see them: lists, one with its latest text, its versions, what customers said.

import * as z from 'zod'
import type {
  AdminArticle,
  ArticleDiff,
  ArticlePage,
  ArticleVersion,
  FeedbackPage,
  ListArticles,
  ListedAdminArticle,
  VersionPage,
} from '../../../sdk/protocol/article-admin.ts'
import type { Database } from '../../platform/database/database.ts'
import { readCursor, writeCursor } from '../../platform/page-cursor.ts'
import { Problem } from '../../platform/problem.ts'
import { diffVersions } from './article-diff.ts'
import { createArticleSlugs } from './article-slug.ts'

const VIEW_DAYS = 30

const STATE_VERSION = `case when a.state = 'published' then coalesce(a.published_version, a.version) end`
const FROM = `articles a
  left join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.number = a.version
  left join agents p on p.workspace_id = a.workspace_id
    and p.id = case when v.article_id is null then a.author_id else v.author_id end`
const TITLE = 'coalesce(v.title, a.title)'
const SUMMARY = 'case when v.article_id is null then a.summary else v.summary end'
const COLUMNS = `a.id, a.group_id, a.slug, a.locale, a.state, ${TITLE} as title, ${SUMMARY} as summary, a.category_id,
  a.featured, a.site_ids as sites, a.version, ${STATE_VERSION} as published_version,
  a.state = 'published' and a.version > ${STATE_VERSION} as has_draft, a.revision,
  case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as author,
  a.created_at, a.changed_at, a.changed_at::text as changed_exactly, a.updated_at, a.published_at, a.deleted_at,
  a.source, a.helpful_count as helpful, a.unhelpful_count as unhelpful`
const VIEWS = `(select coalesce(sum(d.views), 0)::int from article_view_days d
  where d.workspace_id = a.workspace_id and d.article_id = a.id`

type Times = 'created_at' | 'changed_at' | 'updated_at' | 'published_at' | 'deleted_at'
type Row<T> = Omit<T, Times> & { [time in Times]: Date } & { changed_exactly: string }

function asListed<T extends ListedAdminArticle>({ changed_exactly: _, ...row }: Row<T>): T {
  const at = (date: Date | null): string | null => date?.toISOString() ?? null
  return {
    ...row,
    created_at: at(row.created_at),
    changed_at: at(row.changed_at),
    updated_at: at(row.updated_at),
    published_at: at(row.published_at),
    deleted_at: at(row.deleted_at),
  } as unknown as T
}

const VERSION_COLUMNS = `v.number, v.title, v.origin, v.note, v.created_at, length(v.body)::int as length,
  case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as author,
  a.state = 'published' and v.number = coalesce(a.published_version, a.version) as published`
const VERSIONS = `article_versions v join articles a on a.workspace_id = v.workspace_id and a.id = v.article_id
  left join agents p on p.workspace_id = v.workspace_id and p.id = v.author_id`

interface Page {
  limit: number
  cursor?: string | undefined
}

export function createArticleReading({ db, clock }: { db: Pick<Database, 'query'>; clock: () => Date }) {
  const slugs = createArticleSlugs({ db })

  /** First day that counts as lately. */
  const since = (): string =>
    new Date(clock().getTime() - (VIEW_DAYS - 1) * 86_400_000).toISOString().slice(0, 10)

  /** The filters but for the state, and what they bind. */
  function conditions(
    workspaceId: string,
    { category, locale, site, group, has_draft, deleted, q }: z.output<typeof ListArticles>,
  ): { where: string; bind: unknown[] } {
    const bind: unknown[] = [workspaceId]
    const add = (value: unknown): string => `$${bind.push(value)}`
    const where = ['a.workspace_id = $1', `a.deleted_at is ${deleted ? 'not ' : ''}null`]
    if (category === 'none') where.push('a.category_id is null')
    else if (category !== undefined)
      where.push(`a.category_id in (
        with recursive below as (
          select id, 1 as depth from article_categories where workspace_id = $1 and id = ${add(category)}
          union select c.id, b.depth + 1 from article_categories c join below b on c.parent_id = b.id
           where c.workspace_id = $1 and b.depth < 10)
        select id from below)`)
    if (locale !== undefined) where.push(`lower(a.locale) = lower(${add(locale)})`)
    if (site !== undefined) where.push(`(a.site_ids is null or ${add(site)}::uuid = any(a.site_ids))`)
    if (group !== undefined) where.push(`a.group_id = ${add(group)}`)
    if (has_draft !== undefined)
      where.push(`(a.state = 'published' and a.version > ${STATE_VERSION}) = ${add(has_draft)}`)
    if (q) {
      const needle = add(q.toLowerCase())
      const haystack = [TITLE, 'a.slug', `coalesce(${SUMMARY}, '')`, 'coalesce(v.body, a.body)']
      where.push(`(${haystack.map((text) => `position(${needle} in lower(${text})) > 0`).join(' or ')})`)
    }
    return { where: where.join(' and '), bind }
  }

  async function read(workspaceId: string, id: string): Promise<AdminArticle> {
    const [row] = await db.query<Row<Omit<AdminArticle, 'translations'>>>(
      `select ${COLUMNS}, ${VIEWS} and d.day >= $3::date) as views_30_days, ${VIEWS}) as views,
         coalesce(v.body, a.body) as body, coalesce(v.questions, a.questions) as questions,
         coalesce(v.related, a.related) as related
       from ${FROM} where a.workspace_id = $1 and a.id = $2`,
      [workspaceId, id, since()],
    )
    if (!row) throw new Problem('article-not-found')
    const translations = await db.query<AdminArticle['translations'][number]>(
      `select a.id, a.slug, a.locale, ${TITLE} as title, a.state,
         a.state = 'published' and a.version > ${STATE_VERSION} as has_draft
       from ${FROM} where a.workspace_id = $1 and a.group_id = $2 and a.id <> $3 and a.deleted_at is null
       order by a.locale`,
      [workspaceId, row.group_id, id],
    )
    return { ...asListed<AdminArticle>(row as Row<AdminArticle>), translations }
  }

  async function version(workspaceId: string, id: string, number: number): Promise<ArticleVersion> {
    const [row] = await db.query<Omit<ArticleVersion, 'created_at'> & { created_at: Date }>(
      `select ${VERSION_COLUMNS}, v.summary, v.body, v.questions, v.related from ${VERSIONS}
        where v.workspace_id = $1 and v.article_id = $2 and v.number = $3`,
      [workspaceId, id, number],
    )
    if (!row) throw new Problem('version-not-found')
    return { ...row, created_at: row.created_at.toISOString() }
  }

  return {
    /** With its latest text. @throws Problem `article-not-found` */
    read,

    /** Also by a slug it once had. @throws Problem `article-not-found` */
    async readBySlug(workspaceId: string, slug: string): Promise<AdminArticle> {
      const owner = await slugs.ownerOf(workspaceId, slug)
      if (!owner) throw new Problem('article-not-found')
      return read(workspaceId, owner.article_id)
    },

    /** The last changed first. @throws Problem `invalid-request` for a cursor that is none */
    async list(workspaceId: string, filter: z.output<typeof ListArticles>): Promise<ArticlePage> {
      const { state, limit, cursor } = filter
      const { where, bind } = conditions(workspaceId, filter)
      const paged = [...bind, since(), state ?? null, limit + 1]
      const at = bind.length
      let after = ''
      if (cursor !== undefined) {
        const [changed, id] = readCursor(z.tuple([z.string().regex(/^\d{4}-[\d :.+-]+$/), z.uuid()]), cursor)
        after = `and (a.changed_at, a.id) < ($${paged.push(changed)}::timestamptz, $${paged.push(id)}::uuid)`
      }
      const rows = await db.query<Row<ListedAdminArticle>>(
        `select ${COLUMNS}, ${VIEWS} and d.day >= $${at + 1}::date) as views_30_days from ${FROM}
          where ${where} and ($${at + 2}::text is null or a.state = $${at + 2}) ${after}
          order by a.changed_at desc, a.id desc limit $${at + 3}`,
        paged,
      )
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      const page: ArticlePage = {
        articles: shown.map((row) => asListed(row)),
        next: last ? writeCursor(last.changed_exactly, last.id) : null,
      }
      if (cursor !== undefined) return page
      const counted = await db.query<{ state: keyof NonNullable<ArticlePage['counts']>; count: number }>(
        `select a.state, count(*)::int as count from ${FROM} where ${where} group by a.state`,
        bind,
      )
      const counts = { draft: 0, published: 0, archived: 0 }
      for (const { state, count } of counted) counts[state] = count
      return { ...page, counts }
    },

    /** The latest first. @throws Problem `article-not-found` */
    async versions(workspaceId: string, id: string, { limit, cursor }: Page): Promise<VersionPage> {
      await read(workspaceId, id)
      const before = cursor === undefined ? null : readCursor(z.tuple([z.int().positive()]), cursor)[0]
      const rows = await db.query<Omit<VersionPage['versions'][number], 'created_at'> & { created_at: Date }>(
        `select ${VERSION_COLUMNS} from ${VERSIONS}
          where v.workspace_id = $1 and v.article_id = $2 and ($3::int is null or v.number < $3)
          order by v.number desc limit $4`,
        [workspaceId, id, before, limit + 1],
      )
      const shown = rows.slice(0, limit)
      return {
        versions: shown.map((row) => ({ ...row, created_at: row.created_at.toISOString() })),
        next: rows.length > limit ? writeCursor(shown.at(-1)!.number) : null,
      }
    },

    /** @throws Problem `version-not-found` */
    version,

    /** @throws Problem `version-not-found` */
    async diff(workspaceId: string, id: string, from: number, to: number): Promise<ArticleDiff> {
      const [before, after] = await Promise.all([
        version(workspaceId, id, from),
        version(workspaceId, id, to),
      ])
      return diffVersions(before, after)
    },

    /** What customers wrote when they judged it, the latest first. @throws Problem `article-not-found` */
    async feedback(workspaceId: string, id: string, { limit, cursor }: Page): Promise<FeedbackPage> {
      await read(workspaceId, id)
      const after =
        cursor === undefined
          ? [null, null]
          : readCursor(z.tuple([z.string().regex(/^\d{4}-[\d :.+-]+$/), z.uuid()]), cursor)
      const rows = await db.query<{
        id: string
        helpful: boolean
        comment: string
        created_at: Date
        exactly: string
      }>(
        `select id, helpful, comment, created_at, created_at::text as exactly from article_feedback
          where workspace_id = $1 and article_id = $2 and comment is not null
            and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
          order by created_at desc, id desc limit $5`,
        [workspaceId, id, ...after, limit + 1],
      )
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return {
        feedback: shown.map(({ id, helpful, comment, created_at }) => ({
          id,
          helpful,
          comment,
          created_at: created_at.toISOString(),
        })),
        next: last ? writeCursor(last.exactly, last.id) : null,
      }
    },
  }
}

export type ArticleReading = ReturnType<typeof createArticleReading>
