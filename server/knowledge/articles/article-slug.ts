// Slugs: made from a title, kept unique in a workspace together with those articles once had.

import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'

const MAX = 120

/** `Rückgabe & Umtausch` → `ruckgabe-umtausch`; empty for a script without Latin letters. */
export const slugFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX - 10)
    .replace(/^-+|-+$/g, '')

/** Names of the customers' addresses that are no articles. */
const RESERVED = new Set(['search', 'categories'])

interface Owner {
  article_id: string
  is_old: boolean
  deleted: boolean
}

export function createArticleSlugs({ db }: { db: Pick<Database, 'query'> }) {
  /** Whose slug it is, or was. */
  async function ownerOf(
    workspaceId: string,
    slug: string,
    transaction?: Transaction,
  ): Promise<Owner | undefined> {
    const [owner] = await db.query<Owner>(
      `select a.id as article_id, false as is_old, a.deleted_at is not null as deleted
         from articles a where a.workspace_id = $1 and a.slug = $2
       union all
       select s.article_id, true, a.deleted_at is not null
         from article_slugs s join articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
        where s.workspace_id = $1 and s.slug = $2
       order by is_old limit 1`,
      [workspaceId, slug],
      transaction,
    )
    return owner
  }

  return {
    ownerOf,

    /** @throws Problem `slug-taken` unless it is free, or the article's own of another day */
    async check(
      workspaceId: string,
      slug: string,
      articleId: string,
      transaction: Transaction,
    ): Promise<void> {
      if (RESERVED.has(slug))
        throw new Problem('slug-taken', `"${slug}" is a name the help centre uses itself.`)
      const owner = await ownerOf(workspaceId, slug, transaction)
      if (!owner || owner.article_id === articleId) return
      throw new Problem(
        'slug-taken',
        owner.deleted
          ? `A deleted article has the slug "${slug}".`
          : owner.is_old
            ? `"${slug}" still leads to an article that had this slug before.`
            : `Another article has the slug "${slug}".`,
        { context: { article_id: owner.article_id } },
      )
    },

    /** One that is free, as near to the wish as may be. */
    async free(
      workspaceId: string,
      wish: string,
      fallback: string,
      transaction: Transaction,
    ): Promise<string> {
      const stem = wish || fallback
      for (let n = 1; n < 100; n += 1) {
        const slug = n === 1 ? stem : `${stem}-${n}`
        if (!RESERVED.has(slug) && !(await ownerOf(workspaceId, slug, transaction))) return slug
      }
      return `${stem.slice(0, MAX - 37)}-${fallback}`
    },

    /** The article goes from one slug to another, and is found under both. */
    async change(
      workspaceId: string,
      articleId: string,
      from: string,
      to: string,
      transaction: Transaction,
    ): Promise<void> {
      await db.query(
        'delete from article_slugs where workspace_id = $1 and slug = $2 and article_id = $3',
        [workspaceId, to, articleId],
        transaction,
      )
      await db.query(
        `insert into article_slugs (workspace_id, slug, article_id) values ($1, $2, $3)
         on conflict (workspace_id, slug) do update set article_id = excluded.article_id`,
        [workspaceId, from, articleId],
        transaction,
      )
    },
  }
}

export type ArticleSlugs = ReturnType<typeof createArticleSlugs>
