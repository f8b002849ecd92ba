// Writes one article with its passages, all or nothing. Knows nothing of files.

import { createHash } from 'node:crypto'
import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { ArticleSource } from './article-source.ts'
import { passagesOf } from './passages.ts'

export type UpsertOutcome = 'created' | 'updated' | 'unchanged'

/** Of what is stored, not of the file: a link whose target moved makes a new article too. */
const digestOf = (source: ArticleSource, content: Block[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([source, content]))
    .digest()

export function createArticleWriter({ db, clock }: { db: Database; clock: () => Date }) {
  async function categoryId(
    workspaceId: string,
    name: string | null,
    transaction: Transaction,
  ): Promise<string | null> {
    if (name === null) return null
    const find = `select id from article_categories where workspace_id = $1 and name = $2`
    const [found] = await db.query<{ id: string }>(find, [workspaceId, name], transaction)
    if (found) return found.id
    await db.query(
      `insert into article_categories (id, workspace_id, name, position)
       select $1, $2, $3, coalesce(max(position) + 1, 0) from article_categories where workspace_id = $2
       on conflict (workspace_id, name) do nothing`,
      [uuidv7(), workspaceId, name],
      transaction,
    )
    const [made] = await db.query<{ id: string }>(find, [workspaceId, name], transaction)
    return made!.id
  }

  async function writePassages(
    workspaceId: string,
    articleId: string,
    content: Block[],
    transaction: Transaction,
  ): Promise<void> {
    const scope = [workspaceId, articleId]
    await db.query(
      `delete from article_passages where workspace_id = $1 and article_id = $2`,
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

  async function writeArticle(
    workspaceId: string,
    source: ArticleSource,
    content: Block[],
    transaction: Transaction,
  ): Promise<UpsertOutcome> {
    const digest = digestOf(source, content)
    const [held] = await db.query<{ id: string; source_digest: Buffer | null }>(
      `select id, source_digest from articles where workspace_id = $1 and slug = $2 for update`,
      [workspaceId, source.slug],
      transaction,
    )
    if (held?.source_digest && digest.equals(held.source_digest)) return 'unchanged'
    const category = await categoryId(workspaceId, source.category, transaction)
    const [written] = await db.query<{ id: string }>(
      `insert into articles (id, workspace_id, slug, category_id, title, summary, locale, body, content, questions,
         related, featured, source_digest, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::text[], $11::text[], $12, $13, $14, $15)
       on conflict (workspace_id, slug) do update set
         category_id = excluded.category_id, title = excluded.title, summary = excluded.summary,
         locale = excluded.locale, body = excluded.body, content = excluded.content,
         questions = excluded.questions, related = excluded.related, featured = excluded.featured,
         source_digest = excluded.source_digest, state = 'published', updated_at = excluded.updated_at
       returning id`,
      [
        held?.id ?? uuidv7(),
        workspaceId,
        source.slug,
        category,
        source.title,
        source.summary,
        source.locale,
        source.body,
        JSON.stringify(content),
        source.questions,
        source.related,
        source.featured,
        digest,
        clock(),
        source.updated === null ? clock() : new Date(source.updated),
      ],
      transaction,
    )
    await writePassages(workspaceId, written!.id, content, transaction)
    await db.query(
      `insert into knowledge_versions (workspace_id, version) values ($1, 1)
       on conflict (workspace_id) do update set version = knowledge_versions.version + 1`,
      [workspaceId],
      transaction,
    )
    return held ? 'updated' : 'created'
  }

  return {
    write: (workspaceId: string, source: ArticleSource, content: Block[]): Promise<UpsertOutcome> =>
      db.transaction((transaction) => writeArticle(workspaceId, source, content, transaction)),
  }
}
