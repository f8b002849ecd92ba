// The articles table as rows, and rows as the protocol's objects. Knows no statement that writes.

import type { Article, ArticleLink } from '../../sdk/protocol/help-article.ts'
import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { treeToText } from '../platform/markdown/tree-text.ts'

export interface ArticleLinkRow {
  slug: string
  title: string
  category: string | null
}

export interface ArticleRow extends ArticleLinkRow {
  id: string
  summary: string | null
  locale: string
  content: Block[]
  related: string[]
  updated_at: Date
  group_id: string
}

export const ARTICLE_COLUMNS = `a.id, a.slug, a.title, c.name as category, a.summary, a.locale, a.content,
  a.related, a.updated_at, a.group_id`
/** Every reader starts from these: published articles with the name of their category. */
export const PUBLISHED_ARTICLES = `articles a
  left join article_categories c on c.id = a.category_id and c.workspace_id = a.workspace_id
  where a.workspace_id = $1 and a.state = 'published'`

/** What a customer's site shows: `place` is the bind with its id, null for all sites. */
export const onSite = (place: string): string =>
  `(${place}::uuid is null or a.site_ids is null or ${place}::uuid = any(a.site_ids))`

/** Where an article is asked for: one site of the workspace, or null for all of them. */
export interface Reach {
  siteId: string | null
}

const WORDS_A_MINUTE = 220

export const readingMinutes = (content: readonly Block[]): number =>
  Math.max(1, Math.round(treeToText(content).split(/\s+/).length / WORDS_A_MINUTE))

/** The language of a tag: `pt-BR` → `pt`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!

export const asLink = ({ slug, title, category }: ArticleLinkRow): ArticleLink => ({ slug, title, category })

export function asArticle(
  row: ArticleRow,
  related: ArticleLink[],
  translations: NonNullable<Article['translations']>,
): Article {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    category: row.category,
    summary: row.summary,
    locale: row.locale,
    updated_at: row.updated_at.toISOString(),
    reading_minutes: readingMinutes(row.content),
    content: row.content,
    related,
    translations,
  }
}
