// Help articles by the headings they stand under, in the visitor's language; remembered for a moment, as everybody
// who opens help asks the same.

import type { ArticleCategory } from '../../sdk/protocol/help-article.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { createShortCache } from '../sites/short-cache.ts'
import { languageOf, PUBLISHED_ARTICLES } from './article-row.ts'

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

// The language is chosen as for the popular ones: the visitor's, or else the one with most articles.
const STATEMENT = `
  with languages as (
    select split_part(lower(a.locale), '-', 1) as language, count(*) as articles
    from ${PUBLISHED_ARTICLES} group by 1
  ), placed as (
    select coalesce(c.id::text, '${OTHER}') as id, coalesce(c.name, '') as name, c.position, a.slug, a.title,
           count(*) over (partition by c.id)::int as count,
           row_number() over (partition by c.id order by a.featured desc,
             a.helpful_count - a.unhelpful_count desc, a.title, a.slug) as place
      from ${PUBLISHED_ARTICLES}
       and split_part(lower(a.locale), '-', 1) = (
         select language from languages order by language = $2 desc, articles desc, language limit 1)
  )
  select id, name, count, slug, title from placed
   where place <= $3 and ($4::text is null or id = $4)
   order by id = '${OTHER}', position nulls last, name, id, place`

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
    language: string,
    each: number,
    id: string | null,
  ): Promise<ArticleCategory[]> {
    const rows = await db.query<Row>(STATEMENT, [workspaceId, language, each, id])
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
    list(workspaceId: string, locale: string): Promise<ArticleCategory[]> {
      const language = languageOf(locale)
      return known.get(`${workspaceId} ${language}`, () => read(workspaceId, language, IN_THE_LIST, null))
    },

    /** One with all its articles. @throws Problem `not-found` */
    async get(workspaceId: string, id: string, locale: string): Promise<ArticleCategory> {
      const [category] = await read(workspaceId, languageOf(locale), ON_ITS_PAGE, id)
      if (!category)
        throw new Problem('not-found', 'No topic has this id, or none of its articles is published.')
      return category
    },
  }
}

export type Categories = ReturnType<typeof createCategories>
