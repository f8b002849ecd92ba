// The headings of the help centre as a tree, as the people who keep it see and change it.

import * as z from 'zod'
import { ARTICLE_LIMITS, ArticleLocale, ArticleSlug } from './article-admin.ts'
import { plainText } from './plain-text.ts'

const name = plainText().trim().min(1).max(100)
const description = plainText().trim().max(500).nullable()

/** By BCP 47 tag, such as `de` or `pt-BR`. */
const translations = z
  .record(ArticleLocale, z.strictObject({ name, description: description.optional() }))
  .refine((all) => Object.keys(all).length <= 50, { error: 'must have at most 50 languages' })

export const AdminCategory = z.object({
  id: z.uuid(),
  /** Null at the top. */
  parent_id: z.uuid().nullable(),
  /** Among those of the same parent, from 0. */
  position: z.int(),
  slug: z.string(),
  /** In every language that has no own. Unique in the workspace. */
  name: z.string(),
  description: z.string().nullable(),
  translations: z.record(z.string(), z.object({ name: z.string(), description: z.string().nullish() })),
  /** Articles directly in it that are not in the bin, and how many of them are published. */
  articles: z.int(),
  published: z.int(),
})
export type AdminCategory = z.infer<typeof AdminCategory>

/** Parents before their children, in order. */
export const AdminCategories = z.object({ categories: z.array(AdminCategory) })
export const AdminCategoryAnswer = z.object({ category: AdminCategory })

export const NewCategory = z.strictObject({
  name,
  description: description.default(null),
  slug: ArticleSlug.optional(),
  parent_id: z.uuid().nullable().default(null),
  translations: translations.default({}),
})
export type NewCategory = z.input<typeof NewCategory>

/** A new parent puts it last there. */
export const ChangeCategory = z
  .strictObject({ name, description, slug: ArticleSlug, parent_id: z.uuid().nullable(), translations })
  .partial()
export type ChangeCategory = z.input<typeof ChangeCategory>

/** All categories of one parent, in their new order. */
export const OrderCategories = z.strictObject({
  parent_id: z.uuid().nullable(),
  ids: z.array(z.uuid()).min(1).max(ARTICLE_LIMITS.categories),
})
export type OrderCategories = z.input<typeof OrderCategories>
