// Help articles by the headings they stand under, in the visitor's language and on their site; remembered for a moment,
// as everybody who opens help asks the same.

import type { ArticleCategory } from '../../sdk/protocol/help-article.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { createShortCache } from '../platform/short-cache.ts'
import { languageOf, onSite, PUBLISHED_ARTICLES, type Reach } from './article-row.ts'

/** Articles that stand under no heading. */
const OTHER = 'other'
const IN_THE_LIST = 3
const ON_ITS_PAGE = 500
const REMEMBER_MS = 10_000

interface Row {
  id: string
  name: string
  count: number
  slug: string
  title: string
}

// The language is chosen as for the popular ones: the visitor's, or else the one with most articles. The tree is read
// from its top, so that what belongs together stands together.
const STATEMENT = `
  with recursive languages as (
    select split_part(lower(a.locale), '-', 1) as language, count(*) as articles
    from ${PUBLISHED_ARTICLES} and ${onSite('$5')} group by 1
  ), tree as (
    select id, array[lpad(position::text, 9, '0') || name] as path from article_categories
     where workspace_id = $1 and parent_id is null
    union all
    select c.id, t.path || (lpad(c.position::text, 9, '0') || c.name)
      from article_categories c join tree t on c.parent_id = t.id
     where c.workspace_id = $1 and cardinality(t.path) < 10
  ), placed as (
    select coalesce(c.id::text, '${OTHER}') as id,
           coalesce(c.translations->$6->>'name', c.translations->$2->>'name', c.name, '') as name,
           t.path, a.slug, a.title,
           count(*) over (partition by c.id)::int as count,
           row_number() over (partition by c.id order by a.featured desc,
             a.helpful_count - a.unhelpful_count desc, a.title, a.slug) as place
      from (select a.*, c.id as placed_in from ${PUBLISHED_ARTICLES} and ${onSite('$5')}) a
      left join article_categories c on c.workspace_id = $1 and c.id = a.placed_in
      left join tree t on t.id = c.id
     where split_part(lower(a.locale), '-', 1) = (
             select language from languages order by language = $2 desc, articles desc, language limit 1)
  )
  select id, name, count, slug, title from placed
   where place <= $3 and ($4::text is null or id = $4)
   order by id = '${OTHER}', path nulls last, name, id, place`

export interface CategoriesDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'on'>
  clock: () => Date
}

export function createCategories({ db, bus, clock }: CategoriesDeps) {
  const known = createShortCache<ArticleCategory[]>({ ms: REMEMBER_MS, clock })
  bus.on('knowledge.changed', known.clear)

  async function read(
    workspaceId: string,
    locale: string,
    each: number,
    id: string | null,
    { siteId }: Reach,
  ): Promise<ArticleCategory[]> {
    const rows = await db.query<Row>(STATEMENT, [workspaceId, languageOf(locale), each, id, siteId, locale])
    const found = new Map<string, ArticleCategory>()
    for (const { id, name, count, slug, title } of rows) {
      const held = found.get(id) ?? { id, name, count, articles: [] }
      held.articles.push({ slug, title, category: name || null })
      found.set(id, held)
    }
    return [...found.values()]
  }

  return {
    /** All of them, each with its most helpful articles. */
    list(workspaceId: string, locale: string, reach: Reach): Promise<ArticleCategory[]> {
      return known.get(`${workspaceId} ${reach.siteId} ${locale}`, () =>
        read(workspaceId, locale, IN_THE_LIST, null, reach),
      )
    },

    /** One with all its articles. @throws Problem `not-found` */
    async get(workspaceId: string, id: string, locale: string, reach: Reach): Promise<ArticleCategory> {
      const [category] = await read(workspaceId, locale, ON_ITS_PAGE, id, reach)
      if (!category)
        throw new Problem('not-found', 'No topic has this id, or none of its articles is published.')
      return category
    },
  }
}

export type Categories = ReturnType<typeof createCategories>
