// Categories by the names that articles' sources give them: found, or put last at the top of the tree.

import type { Database, Transaction } from '../../platform/database/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { slugFrom } from './article-slug.ts'

export function createNamedCategories({ db }: { db: Pick<Database, 'query'> }) {
  async function find(
    workspaceId: string,
    name: string,
    transaction: Transaction,
  ): Promise<string | undefined> {
    const [row] = await db.query<{ id: string }>(
      `select id from article_categories where workspace_id = $1 and (name = $2 or slug = $2)
        order by name = $2 desc limit 1`,
      [workspaceId, name],
      transaction,
    )
    return row?.id
  }

  return {
    find,

    async nameOf(workspaceId: string, id: string | null, transaction: Transaction): Promise<string | null> {
      const [row] = await db.query<{ name: string }>(
        'select name from article_categories where workspace_id = $1 and id = $2',
        [workspaceId, id],
        transaction,
      )
      return row?.name ?? null
    },

    /** Made where there is none. */
    async idOf(workspaceId: string, name: string, transaction: Transaction): Promise<string> {
      const found = await find(workspaceId, name, transaction)
      if (found) return found
      const id = uuidv7()
      await db.query(
        `insert into article_categories (id, workspace_id, name, slug, position)
         select $1, $2, $3,
                case when $4 <> '' and not exists (select 1 from article_categories where workspace_id = $2 and slug = $4)
                     then $4 else 'topic-' || right($1::uuid::text, 8) end,
                coalesce((select max(position) + 1 from article_categories where workspace_id = $2), 0)
         on conflict (workspace_id, name) do nothing`,
        [id, workspaceId, name, slugFrom(name)],
        transaction,
      )
      return (await find(workspaceId, name, transaction))!
    },
  }
}
