// Statements that write articles, each within a transaction of its caller. Keeps versions, what customers see and the
// passages in step; decides nothing.

import type { Block } from '../../../sdk/protocol/rich-text-tree.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { markdownToTree } from '../../platform/markdown/markdown-tree.ts'
import { Problem } from '../../platform/problem.ts'
import { passagesOf } from '../passages.ts'
import type { ArticleText, HeldArticle } from './held-article.ts'

/** Versions kept of an article; the oldest go, but never the one customers see. */
const MOST_VERSIONS = 500

/** First half of the advisory lock's key; the second is the workspace. */
const LOCK_CLASS = 4_600_007

const HELD = `
  select a.id, a.group_id, a.slug, a.locale, a.state, a.category_id, a.featured, a.site_ids, a.version,
         case when a.state = 'published' then coalesce(a.published_version, a.version) end as published_version,
         a.revision, a.published_at, a.deleted_at, a.source, a.source_version, a.source_settings, a.source_digest,
         v.article_id is not null as has_version,
         jsonb_build_object(
           'title', coalesce(v.title, a.title),
           'summary', case when v.article_id is null then a.summary else v.summary end,
           'body', coalesce(v.body, a.body),
           'questions', coalesce(v.questions, a.questions),
           'related', coalesce(v.related, a.related)) as text,
         jsonb_build_object('title', a.title, 'summary', a.summary, 'body', a.body, 'questions', a.questions,
           'related', a.related) as shown
    from articles a left join article_versions v
      on v.workspace_id = a.workspace_id and v.article_id = a.id and v.number = a.version`

export interface VersionStamp {
  authorId: string | null
  origin: 'person' | 'import' | 'restore'
  note: string | null
  at: Date
}

/** Names the article a link of a body leads to, or null. */
export type ArticleLinks = (url: string) => string | null

/** `/help/some-slug` or `/help/en/articles/some-slug` → `some-slug`; articles written elsewhere link like this. */
export const helpSlug: ArticleLinks = (url) =>
  /^\/help\/(?:(?:s\/[^/?#]+\/)?[A-Za-z-]+\/articles\/)?([a-z0-9-]+)(?:[?#].*)?$/.exec(url)?.[1] ?? null

/** `../payments/refunds.md#when` → `refunds`. */
const fileSlug: ArticleLinks = (url) =>
  /^(?![a-z][a-z0-9+.-]*:)(?:[^?#]*\/)?([a-z0-9-]+)\.(?:md|markdown)(?:[?#].*)?$/i
    .exec(url)?.[1]
    ?.toLowerCase() ?? null

export function createArticleStore({ db }: { db: Pick<Database, 'query'> }) {
  /** A body as customers get it. */
  async function treeOf(
    workspaceId: string,
    body: string,
    transaction: Transaction,
    links?: ArticleLinks,
  ): Promise<Block[]> {
    const articleSlug = await linksOf(workspaceId, body, transaction, links)
    return markdownToTree(body, { passageIds: true, images: true, articleSlug })
  }

  /** Links of bodies that were imported name files; they hold as long as there is an article of that name. */
  async function linksOf(
    workspaceId: string,
    body: string,
    transaction: Transaction,
    given: ArticleLinks = () => null,
  ): Promise<ArticleLinks> {
    const files = [...body.matchAll(/([\w-]+)\.(?:md|markdown)\b/gi)].map(([, name]) => name!.toLowerCase())
    const rows =
      files.length > 0
        ? await db.query<{ slug: string }>(
            `select slug from articles where workspace_id = $1 and slug = any($2::text[])`,
            [workspaceId, [...new Set(files)]],
            transaction,
          )
        : []
    const known = new Set(rows.map(({ slug }) => slug))
    return (url) => {
      const named = given(url) ?? helpSlug(url)
      const file = named === null ? fileSlug(url) : null
      return named ?? (file && known.has(file) ? file : null)
    }
  }

  async function writePassages(
    workspaceId: string,
    articleId: string,
    content: readonly Block[],
    transaction: Transaction,
  ): Promise<void> {
    const scope = [workspaceId, articleId]
    await db.query(
      'delete from article_passages where workspace_id = $1 and article_id = $2',
      scope,
      transaction,
    )
    const rows = passagesOf(content)
    await db.query(
      `insert into article_passages (workspace_id, article_id, passage, position, heading, text)
       select $1, $2, * from unnest($3::text[], $4::int[], $5::text[], $6::text[])`,
      [
        ...scope,
        rows.map((row) => row.passage),
        rows.map((row) => row.position),
        rows.map((row) => row.heading),
        rows.map((row) => row.text),
      ],
      transaction,
    )
  }

  return {
    treeOf,

    /** Writers of a workspace's articles go one after another: slugs, groups and the tree stay whole. */
    async lock(workspaceId: string, transaction: Transaction): Promise<void> {
      await db.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK_CLASS, workspaceId], transaction)
    },

    /** Search, the help centre and whoever caches read anew. */
    async changed(workspaceId: string, transaction: Transaction): Promise<void> {
      await db.query(
        `insert into knowledge_versions (workspace_id, version) values ($1, 1)
         on conflict (workspace_id) do update set version = knowledge_versions.version + 1`,
        [workspaceId],
        transaction,
      )
    },

    /** @throws Problem `article-not-found` */
    async held(workspaceId: string, id: string, transaction?: Transaction): Promise<HeldArticle> {
      const [row] = await db.query<HeldArticle>(
        `${HELD} where a.workspace_id = $1 and a.id = $2`,
        [workspaceId, id],
        transaction,
      )
      if (!row) throw new Problem('article-not-found')
      return row
    },

    /** Which article an import means: by where it is from, or else by its slug, if it is from nowhere else. */
    async heldBySource(
      workspaceId: string,
      source: string,
      slug: string | null,
      transaction: Transaction,
    ): Promise<HeldArticle | undefined> {
      const [row] = await db.query<HeldArticle>(
        `${HELD} where a.workspace_id = $1
           and (a.source = $2 or a.slug = $3 and a.source is null)
         order by a.source = $2 desc nulls last limit 1`,
        [workspaceId, source, slug],
        transaction,
      )
      return row
    },

    /** A row without a text yet; `saveText` and `show` follow. */
    async insert(
      workspaceId: string,
      { id, group_id, slug, locale, category_id, featured, site_ids, text }: HeldArticle,
      { authorId, at }: VersionStamp,
      transaction: Transaction,
    ): Promise<void> {
      await db.query(
        `insert into articles (id, workspace_id, group_id, slug, locale, state, category_id, featured, site_ids, version,
           title, body, content, author_id, created_at, updated_at, changed_at)
         values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8::uuid[], 0, $9, '', '[]', $10, $11, $11, $11)`,
        [id, workspaceId, group_id, slug, locale, category_id, featured, site_ids, text.title, authorId, at],
        transaction,
      )
    },

    /** Adds the text as the latest version; customers see it once it is shown. */
    async saveText(
      workspaceId: string,
      held: HeldArticle,
      text: ArticleText,
      { authorId, origin, note, at }: VersionStamp,
      transaction: Transaction,
    ): Promise<void> {
      // A row of a release without versions keeps what it had, too.
      if (!held.has_version && held.version > 0)
        await db.query(
          `insert into article_versions (article_id, workspace_id, number, title, summary, body, questions, related,
             origin, created_at)
           select id, workspace_id, version, title, summary, body, questions, related, 'person', updated_at
             from articles where workspace_id = $1 and id = $2
           on conflict do nothing`,
          [workspaceId, held.id],
          transaction,
        )
      held.version += 1
      held.has_version = true
      held.text = text
      await db.query(
        `insert into article_versions (article_id, workspace_id, number, title, summary, body, questions, related,
           author_id, origin, note, created_at)
         values ($1, $2, $3, $4, $5, $6, $7::text[], $8::text[], $9, $10, $11, $12)`,
        [
          held.id,
          workspaceId,
          held.version,
          text.title,
          text.summary,
          text.body,
          text.questions,
          text.related,
          authorId,
          origin,
          note,
          at,
        ],
        transaction,
      )
      await db.query(
        `delete from article_versions where workspace_id = $1 and article_id = $2 and number <= $3 and number <> $4`,
        [workspaceId, held.id, held.version - MOST_VERSIONS, held.published_version ?? 0],
        transaction,
      )
    },

    /** Puts a text where customers read it. @param updatedAt the day they are told */
    async show(
      workspaceId: string,
      articleId: string,
      { title, summary, body, questions, related }: ArticleText,
      updatedAt: Date,
      transaction: Transaction,
      links?: ArticleLinks,
    ): Promise<void> {
      const content = await treeOf(workspaceId, body, transaction, links)
      await db.query(
        `update articles set title = $3, summary = $4, body = $5, content = $6::jsonb, questions = $7::text[],
           related = $8::text[], updated_at = $9
         where workspace_id = $1 and id = $2`,
        [
          workspaceId,
          articleId,
          title,
          summary,
          body,
          JSON.stringify(content),
          questions,
          related,
          updatedAt,
        ],
        transaction,
      )
      await writePassages(workspaceId, articleId, content, transaction)
    },

    /** Everything but the text, as one more revision. */
    async save(workspaceId: string, held: HeldArticle, at: Date, transaction: Transaction): Promise<void> {
      held.revision += 1
      await db.query(
        `update articles set group_id = $3, slug = $4, locale = $5, state = $6, category_id = $7, featured = $8,
           site_ids = $9::uuid[], version = $10, published_version = $11, published_at = $12, deleted_at = $13,
           source = $14, source_version = $15, source_settings = $16::jsonb, source_digest = $17, revision = $18,
           changed_at = $19
         where workspace_id = $1 and id = $2`,
        [
          workspaceId,
          held.id,
          held.group_id,
          held.slug,
          held.locale,
          held.state,
          held.category_id,
          held.featured,
          held.site_ids,
          held.version,
          held.published_version,
          held.published_at,
          held.deleted_at,
          held.source,
          held.source_version,
          held.source_settings === null ? null : JSON.stringify(held.source_settings),
          held.source_digest,
          held.revision,
          at,
        ],
        transaction,
      )
    },

    /** Category, sites and prominence belong to an article in all its languages. */
    async shareSettings(
      workspaceId: string,
      { id, group_id, category_id, featured, site_ids }: HeldArticle,
      at: Date,
      transaction: Transaction,
    ): Promise<void> {
      await db.query(
        `update articles set category_id = $4, featured = $5, site_ids = $6::uuid[], revision = revision + 1,
           changed_at = $7
         where workspace_id = $1 and group_id = $2 and id <> $3 and deleted_at is null
           and (category_id, featured, site_ids) is distinct from ($4::uuid, $5::boolean, $6::uuid[])`,
        [workspaceId, group_id, id, category_id, featured, site_ids, at],
        transaction,
      )
    },

    /** @throws Problem `article-exists` when the group has the language already */
    async checkLanguage(
      workspaceId: string,
      { id, group_id, locale }: HeldArticle,
      transaction: Transaction,
    ): Promise<void> {
      const [other] = await db.query<{ id: string }>(
        `select id from articles where workspace_id = $1 and group_id = $2 and lower(locale) = lower($3) and id <> $4
           and deleted_at is null`,
        [workspaceId, group_id, locale, id],
        transaction,
      )
      if (other)
        throw new Problem('article-exists', `There is a translation into ${locale} already.`, {
          context: { article_id: other.id },
        })
    },

    /** @throws Problem `invalid-request` for sites of others, or none */
    async checkSites(
      workspaceId: string,
      ids: readonly string[] | null,
      transaction: Transaction,
    ): Promise<void> {
      if (ids === null) return
      const rows = await db.query(
        'select id from sites where workspace_id = $1 and id = any($2::uuid[])',
        [workspaceId, ids],
        transaction,
      )
      if (rows.length !== new Set(ids).size)
        throw new Problem('invalid-request', 'One of these sites is not there.', {
          errors: [{ pointer: '/sites', detail: 'names a site that is not there' }],
        })
    },

    /** @throws Problem `category-not-found` */
    async checkCategory(workspaceId: string, id: string | null, transaction: Transaction): Promise<void> {
      if (id === null) return
      const [row] = await db.query(
        'select 1 from article_categories where workspace_id = $1 and id = $2',
        [workspaceId, id],
        transaction,
      )
      if (!row) throw new Problem('category-not-found')
    },
  }
}

export type ArticleStore = ReturnType<typeof createArticleStore>
