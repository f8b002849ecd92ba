// Help articles as a customer's widget gets them.

import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Block } from './rich-text-tree.ts'

/** Text cut into plain and matched pieces, so a browser can mark matches without parsing. */
export const Highlighted = z.array(z.object({ text: z.string(), match: z.boolean().optional() }))
export type Highlighted = z.infer<typeof Highlighted>

export const SearchQuery = z.object({
  q: plainText().trim().min(2).max(LIMITS.query),
  locale: z.string().max(35).optional(),
  site: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(20).default(10),
})

export const ArticleHit = z.object({
  slug: z.string(),
  title: z.string(),
  /** BCP 47, of the article: it may be found by who reads another language. */
  locale: z.string().optional(),
  category: z.string().nullable(),
  /** Plain text of the best passage, for clients that cannot mark matches. */
  excerpt: z.string(),
  title_parts: Highlighted,
  excerpt_parts: Highlighted,
  /** The passage the excerpt was cut from; null when only the title matched. */
  passage: z.string().nullable(),
})
export type ArticleHit = z.infer<typeof ArticleHit>

export const ArticleSearchResult = z.object({
  articles: z.array(ArticleHit),
  /** How many published articles were looked through. */
  searched: z.int(),
})
export type ArticleSearchResult = z.infer<typeof ArticleSearchResult>

export const ArticleLink = z.object({
  slug: z.string(),
  title: z.string(),
  category: z.string().nullable(),
})
export type ArticleLink = z.infer<typeof ArticleLink>

/** A heading articles stand under. */
export const ArticleCategory = z.object({
  /** `other` for those that stand under none. */
  id: z.string(),
  /** Empty for `other`. */
  name: z.string(),
  count: z.int().positive(),
  /** In the list of all: the most helpful three. In the answer about one: all of them. */
  articles: z.array(ArticleLink),
})
export type ArticleCategory = z.infer<typeof ArticleCategory>

export const ArticleCategories = z.object({ categories: z.array(ArticleCategory) })
export type ArticleCategories = z.infer<typeof ArticleCategories>

export const Article = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  summary: z.string().nullable(),
  locale: z.string(),
  /** ISO 8601. */
  updated_at: z.string(),
  reading_minutes: z.int().positive(),
  content: z.array(Block),
  related: z.array(ArticleLink),
  /** The same article in other languages. */
  translations: z.array(z.object({ locale: z.string(), slug: z.string(), title: z.string() })).optional(),
})
export type Article = z.infer<typeof Article>

export const ArticleFeedback = z.strictObject({
  helpful: z.boolean(),
  comment: plainText().trim().max(LIMITS.comment).optional(),
  /** UUIDv7 of the client. The same again adds the comment to the vote, and counts it once. */
  cid: z.uuid().optional(),
  /** What had been searched for when the article was opened: search remembers what it answered. */
  query: plainText().trim().max(LIMITS.query).optional(),
})
