// All articles as Markdown files with front matter, which the import takes back unchanged: what customers see of
// published ones, and the latest text of the others. Read a few at a time, however many there are.

import { stringify } from 'yaml'
import type { Database } from '../../platform/database/database.ts'
import { writeCategoryFile } from '../imports/category-file.ts'
import { CATEGORIES_FILE } from '../imports/import-file.ts'
import { markdownOrigin } from './article-taking.ts'
import type { CategoryAdmin } from './category-admin.service.ts'

export interface ExportedFile {
  name: string
  text: string
}

const AT_ONCE = 100

interface Row {
  slug: string
  title: string
  summary: string | null
  body: string
  questions: string[]
  related: string[]
  locale: string
  category: string | null
  featured: boolean
  state: 'draft' | 'published' | 'archived'
  sites: string[] | null
  updated_at: Date
  original: string | null
  source: string | null
}

// While an article is published its columns are what customers see; else they are its latest version.
const STATEMENT = `
  select a.slug, a.title, a.summary, a.body, a.questions, a.related, a.locale, c.name as category, a.featured, a.state,
         case when a.site_ids is null then null else array(
           select s.key from sites s where s.workspace_id = $1 and s.id = any(a.site_ids) order by s.key) end as sites,
         a.updated_at, a.source,
         (select o.slug from articles o where o.workspace_id = $1 and o.group_id = a.group_id and o.deleted_at is null
           order by o.created_at, o.id limit 1) as original
    from articles a left join article_categories c on c.workspace_id = a.workspace_id and c.id = a.category_id
   where a.workspace_id = $1 and a.deleted_at is null and a.slug > $2
   order by a.slug limit $3`

/** One article as a file. */
function articleFile(row: Row): ExportedFile {
  const matter = {
    title: row.title,
    ...(row.category !== null && { category: row.category }),
    ...(row.summary && { summary: row.summary }),
    locale: row.locale,
    updated: row.updated_at.toISOString(),
    ...(row.featured && { featured: true }),
    ...(row.questions.length > 0 && { questions: row.questions }),
    ...(row.related.length > 0 && { related: row.related }),
    ...(row.original !== null && row.original !== row.slug && { translation_of: row.original }),
    state: row.state,
    ...(row.sites !== null && row.sites.length > 0 && { sites: row.sites }),
    ...(row.source !== null && row.source !== markdownOrigin(row.slug) && { source: row.source }),
  }
  return { name: `${row.slug}.md`, text: `---\n${stringify(matter, { lineWidth: 0 })}---\n${row.body}\n` }
}

export interface ArticleExportDeps {
  db: Pick<Database, 'query'>
  categoryAdmin: Pick<CategoryAdmin, 'list'>
}

export function createArticleExport({ db, categoryAdmin }: ArticleExportDeps) {
  return {
    /** The tree of headings first, if there is one, then the articles by slug. Drafts without a text are left out. */
    async *files(workspaceId: string): AsyncGenerator<ExportedFile> {
      const categories = await categoryAdmin.list(workspaceId)
      if (categories.length > 0) yield { name: CATEGORIES_FILE, text: writeCategoryFile(categories) }
      let after = ''
      for (;;) {
        const rows = await db.query<Row>(STATEMENT, [workspaceId, after, AT_ONCE])
        for (const row of rows) if (row.body.trim() !== '') yield articleFile(row)
        if (rows.length < AT_ONCE) return
        after = rows.at(-1)!.slug
      }
    },
  }
}

export type ArticleExport = ReturnType<typeof createArticleExport>
