// An import of help articles: what it is begun with, and how far it is.

import * as z from 'zod'
import { ARTICLE_LIMITS, ArticleLocale } from './article-admin.ts'

const address = z
  .string()
  .trim()
  .max(2000)
  .pipe(z.url({ protocol: /^https?$/, error: 'must be a web address' }))

const options = {
  /** Else drafts. What somebody has edited since the last import is a draft in any case. */
  publish: z.boolean().default(false),
  /** For what does not say its own. */
  locale: ArticleLocale.optional(),
  category_id: z.uuid().nullable().optional(),
  sites: z.array(z.uuid()).min(1).max(ARTICLE_LIMITS.sites).nullable().optional(),
}

/**
 * `files`: PUT each to `/knowledge/imports/:id/files/:name` (Markdown, HTML, PDF, DOCX), then POST `…/start`.
 * `website` and `urls` begin at once.
 */
export const NewImport = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('files'), ...options }),
  z.strictObject({
    kind: z.literal('website'),
    /** Its sitemap, or any page of it: then `/robots.txt` and `/sitemap.xml` are looked at. */
    url: address,
    /** Only pages whose path begins so, such as `/help/`. */
    path: z.string().trim().max(500).startsWith('/').optional(),
    limit: z.int().min(1).max(ARTICLE_LIMITS.importItems).default(200),
    ...options,
  }),
  z.strictObject({
    kind: z.literal('urls'),
    urls: z.array(address).min(1).max(ARTICLE_LIMITS.importItems),
    ...options,
  }),
])
export type NewImport = z.input<typeof NewImport>

export const ImportState = z.enum(['open', 'waiting', 'running', 'done', 'failed', 'cancelled'])
export const ImportOutcome = z.enum(['waiting', 'created', 'updated', 'unchanged', 'failed', 'skipped'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

export const ArticleImport = z.object({
  id: z.uuid(),
  kind: z.enum(['files', 'website', 'urls']),
  state: ImportState,
  /** The address of a website. */
  url: z.string().nullable(),
  publish: z.boolean(),
  done: z.int(),
  total: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** Left out, such as what robots.txt forbids. */
  skipped: z.int(),
  /** Items that were taken in and that somebody should look at. */
  noted: z.int(),
  /** How many pages its sitemap names, where it is known. */
  found: z.int().nullable(),
  /** Why the whole of it failed. */
  problem: z.string().nullable(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
})
export type ArticleImport = z.infer<typeof ArticleImport>
export const ArticleImportAnswer = z.object({ import: ArticleImport })

export const ListImports = z.object({
  limit: z.coerce.number().int().min(1).max(ARTICLE_LIMITS.page).default(20),
  cursor: z.string().max(200).optional(),
})
export const ImportPage = z.object({ imports: z.array(ArticleImport), next: z.string().nullable() })

export const ListImportItems = z.object({
  outcome: ImportOutcome.optional(),
  limit: z.coerce.number().int().min(1).max(ARTICLE_LIMITS.page).default(100),
  cursor: z.string().max(200).optional(),
})
export const ImportItemPage = z.object({
  items: z.array(
    z.object({
      position: z.int(),
      source: z.string(),
      outcome: ImportOutcome,
      /** Why it failed or was left out, or what somebody should look at. */
      reason: z.string().nullable(),
      article_id: z.uuid().nullable(),
    }),
  ),
  next: z.string().nullable(),
})
