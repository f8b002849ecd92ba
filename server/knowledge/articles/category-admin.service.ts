// The tree of headings as the people who keep it change it: no heading stands below itself, none too deep, and those of
// one parent are in order without gaps.

import type * as z from 'zod'
import { ARTICLE_LIMITS } from '../../../sdk/protocol/article-admin.ts'
import type {
  AdminCategory,
  ChangeCategory,
  NewCategory,
  OrderCategories,
} from '../../../sdk/protocol/article-category.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { slugFrom } from './article-slug.ts'
import { createArticleStore } from './article-store.ts'

export interface CategoryAdminDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
}

const COLUMNS = `c.id, c.parent_id, c.position, coalesce(c.slug, c.id::text) as slug, c.name, c.description, c.translations,
  (select count(*)::int from articles a where a.workspace_id = c.workspace_id and a.category_id = c.id
     and a.deleted_at is null) as articles,
  (select count(*)::int from articles a where a.workspace_id = c.workspace_id and a.category_id = c.id
     and a.state = 'published') as published`

/** Parents before their children, each level in order. Whatever hangs nowhere comes last, so that it is seen. */
function inTreeOrder<T extends { id: string; parent_id: string | null; position: number; name: string }>(
  rows: readonly T[],
): T[] {
  const children = Map.groupBy(rows, ({ parent_id }) => parent_id)
  const ordered: T[] = []
  const walk = (parent: string | null, depth: number): void => {
    if (depth > 20) return
    const here = (children.get(parent) ?? []).toSorted(
      (a, b) => a.position - b.position || (a.name < b.name ? -1 : 1),
    )
    for (const one of here) {
      ordered.push(one)
      walk(one.id, depth + 1)
    }
  }
  walk(null, 0)
  const seen = new Set(ordered)
  return [...ordered, ...rows.filter((row) => !seen.has(row))]
}

export function createCategoryAdmin({ db, bus }: CategoryAdminDeps) {
  const store = createArticleStore({ db })

  async function list(workspaceId: string): Promise<AdminCategory[]> {
    const rows = await db.query<AdminCategory>(
      `select ${COLUMNS} from article_categories c where c.workspace_id = $1`,
      [workspaceId],
    )
    return inTreeOrder(rows)
  }

  async function read(workspaceId: string, id: string): Promise<AdminCategory> {
    const [row] = await db.query<AdminCategory>(
      `select ${COLUMNS} from article_categories c where c.workspace_id = $1 and c.id = $2`,
      [workspaceId, id],
    )
    if (!row) throw new Problem('category-not-found')
    return row
  }

  async function write<T>(workspaceId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await db.transaction(async (transaction) => {
      await store.lock(workspaceId, transaction)
      const result = await work(transaction)
      await store.changed(workspaceId, transaction)
      return result
    })
    bus.emit('knowledge.changed', { workspaceId })
    return result
  }

  /** Ids from the category up to the top, itself first. */
  async function lineOf(workspaceId: string, id: string): Promise<string[]> {
    const rows = await db.query<{ id: string }>(
      `with recursive line as (
         select id, parent_id, 1 as depth from article_categories where workspace_id = $1 and id = $2
         union all
         select c.id, c.parent_id, l.depth + 1 from article_categories c join line l on c.id = l.parent_id
          where c.workspace_id = $1 and l.depth < 20)
       select id from line order by depth`,
      [workspaceId, id],
    )
    return rows.map(({ id }) => id)
  }

  /** How many levels hang from it, itself included. */
  async function heightOf(workspaceId: string, id: string): Promise<number> {
    const [row] = await db.query<{ height: number }>(
      `with recursive below as (
         select id, 1 as depth from article_categories where workspace_id = $1 and id = $2
         union all
         select c.id, b.depth + 1 from article_categories c join below b on c.parent_id = b.id
          where c.workspace_id = $1 and b.depth < 20)
       select max(depth)::int as height from below`,
      [workspaceId, id],
    )
    return row?.height ?? 1
  }

  /** @throws Problem `category-not-found`, `category-refused` */
  async function checkParent(workspaceId: string, id: string | null, parent: string | null): Promise<void> {
    if (parent === null) return
    const line = await lineOf(workspaceId, parent)
    if (line.length === 0)
      throw new Problem('category-not-found', 'The category it should stand in is not there.')
    if (id !== null && line.includes(id))
      throw new Problem('category-refused', 'A category cannot stand in itself, or in one of its own.')
    const height = id === null ? 1 : await heightOf(workspaceId, id)
    if (line.length + height > ARTICLE_LIMITS.categoryDepth)
      throw new Problem('category-refused', `Categories have at most ${ARTICLE_LIMITS.categoryDepth} levels.`)
  }

  /** @throws Problem `slug-taken` for a slug or a name that another one has */
  async function checkNames(
    workspaceId: string,
    id: string,
    { name, slug }: { name?: string | undefined; slug?: string | undefined },
  ): Promise<void> {
    const [other] = await db.query<{ name: string }>(
      `select name from article_categories where workspace_id = $1 and id <> $2 and (name = $3 or slug = $4) limit 1`,
      [workspaceId, id, name ?? null, slug ?? null],
    )
    if (other)
      throw new Problem(
        'slug-taken',
        other.name === name
          ? `There is a category "${name}" already.`
          : `The category "${other.name}" has this slug.`,
      )
  }

  async function freeSlug(workspaceId: string, id: string, name: string): Promise<string> {
    const stem = slugFrom(name)
    const taken = new Set((await list(workspaceId)).map(({ slug }) => slug))
    for (let n = 1; stem !== '' && n < 100; n += 1) {
      const slug = n === 1 ? stem : `${stem}-${n}`
      if (!taken.has(slug)) return slug
    }
    return `topic-${id.slice(-8)}`
  }

  const lastIn = `(select coalesce(max(position) + 1, 0) from article_categories
    where workspace_id = $1 and parent_id is not distinct from $2::uuid)`

  async function insert(
    workspaceId: string,
    input: z.output<typeof NewCategory>,
    transaction: Transaction,
  ): Promise<string> {
    const id = uuidv7()
    const { name, description, slug, parent_id, translations } = input
    await checkParent(workspaceId, null, parent_id)
    await checkNames(workspaceId, id, { name, slug })
    const [count] = await db.query<{ count: number }>(
      'select count(*)::int as count from article_categories where workspace_id = $1',
      [workspaceId],
      transaction,
    )
    if (count!.count >= ARTICLE_LIMITS.categories)
      throw new Problem('category-refused', `There are at most ${ARTICLE_LIMITS.categories} categories.`)
    await db.query(
      `insert into article_categories (id, workspace_id, parent_id, slug, name, description, translations, position)
       values ($3, $1, $2, $4, $5, $6, $7::jsonb, ${lastIn})`,
      [
        workspaceId,
        parent_id,
        id,
        slug ?? (await freeSlug(workspaceId, id, name)),
        name,
        description,
        JSON.stringify(translations),
      ],
      transaction,
    )
    return id
  }

  async function change(
    workspaceId: string,
    id: string,
    input: z.output<typeof ChangeCategory>,
    transaction: Transaction,
  ): Promise<void> {
    const held = await read(workspaceId, id)
    const given = Object.entries(input).filter(([, value]) => value !== undefined)
    const next: AdminCategory = { ...held, ...Object.fromEntries(given) }
    await checkNames(workspaceId, id, input)
    const moves = next.parent_id !== held.parent_id
    if (moves) await checkParent(workspaceId, id, next.parent_id)
    await db.query(
      `update article_categories set parent_id = $2, slug = $4, name = $5, description = $6, translations = $7::jsonb,
         position = case when $8 then ${lastIn} else position end
       where workspace_id = $1 and id = $3`,
      [
        workspaceId,
        next.parent_id,
        id,
        next.slug,
        next.name,
        next.description,
        JSON.stringify(next.translations),
        moves,
      ],
      transaction,
    )
  }

  return {
    /** Parents before their children, in order. */
    list,

    /** Last in its parent. @throws Problem `category-not-found`, `category-refused`, `slug-taken` */
    async create(workspaceId: string, input: z.output<typeof NewCategory>): Promise<AdminCategory> {
      const id = await write(workspaceId, (transaction) => insert(workspaceId, input, transaction))
      return read(workspaceId, id)
    },

    /** @throws Problem `category-not-found`, `category-refused`, `slug-taken` */
    async update(
      workspaceId: string,
      id: string,
      input: z.output<typeof ChangeCategory>,
    ): Promise<AdminCategory> {
      await write(workspaceId, (transaction) => change(workspaceId, id, input, transaction))
      return read(workspaceId, id)
    },

    /** @throws Problem `category-refused` unless these are all of the parent's */
    async order(
      workspaceId: string,
      { parent_id, ids }: z.output<typeof OrderCategories>,
    ): Promise<AdminCategory[]> {
      await write(workspaceId, async (transaction) => {
        const rows = await db.query<{ id: string }>(
          `select id from article_categories where workspace_id = $1 and parent_id is not distinct from $2::uuid`,
          [workspaceId, parent_id],
          transaction,
        )
        const all = new Set(rows.map(({ id }) => id))
        if (all.size !== ids.length || new Set(ids).size !== ids.length || !ids.every((id) => all.has(id)))
          throw new Problem(
            'category-refused',
            'Name every category of this parent once. Read the list again.',
          )
        await db.query(
          `update article_categories c set position = o.place - 1
             from unnest($2::uuid[]) with ordinality as o(id, place) where c.workspace_id = $1 and c.id = o.id`,
          [workspaceId, ids],
          transaction,
        )
      })
      return list(workspaceId)
    },

    /** Its articles and the categories in it go up to its parent. @throws Problem `category-not-found` */
    remove(workspaceId: string, id: string): Promise<AdminCategory> {
      return write(workspaceId, async (transaction) => {
        const held = await read(workspaceId, id)
        await db.query(
          `update articles set category_id = $3, revision = revision + 1 where workspace_id = $1 and category_id = $2`,
          [workspaceId, id, held.parent_id],
          transaction,
        )
        await db.query(
          `update article_categories set parent_id = $3 where workspace_id = $1 and parent_id = $2`,
          [workspaceId, id, held.parent_id],
          transaction,
        )
        await db.query(
          'delete from article_categories where workspace_id = $1 and id = $2',
          [workspaceId, id],
          transaction,
        )
        return held
      })
    },

    /** What a file says of the tree: makes what is missing, fills what is empty, and takes nothing from anybody. */
    async complete(workspaceId: string, trees: readonly CategoryTree[]): Promise<'updated' | 'unchanged'> {
      const before = JSON.stringify(await list(workspaceId))
      await write(workspaceId, async (transaction) => {
        for (const tree of trees) await plant(workspaceId, tree, null, transaction)
      })
      return JSON.stringify(await list(workspaceId)) === before ? 'unchanged' : 'updated'
    },
  }

  async function plant(
    workspaceId: string,
    { children, ...said }: CategoryTree,
    parent_id: string | null,
    transaction: Transaction,
  ): Promise<void> {
    const all = await list(workspaceId)
    const held = all.find(({ name }) => name === said.name) ?? all.find(({ slug }) => slug === said.slug)
    let id: string
    if (held) {
      id = held.id
      const moves = held.parent_id === null && parent_id !== null
      await change(
        workspaceId,
        id,
        {
          description: held.description ?? said.description,
          translations: { ...said.translations, ...held.translations } as typeof said.translations,
          ...(moves && { parent_id }),
        },
        transaction,
      )
    } else {
      const taken = said.slug !== undefined && all.some(({ slug }) => slug === said.slug)
      id = await insert(workspaceId, { ...said, slug: taken ? undefined : said.slug, parent_id }, transaction)
    }
    for (const child of children) await plant(workspaceId, child, id, transaction)
  }
}

/** A heading of a file with those below it. */
export interface CategoryTree extends Omit<z.output<typeof NewCategory>, 'parent_id'> {
  children: CategoryTree[]
}

export type CategoryAdmin = ReturnType<typeof createCategoryAdmin>
