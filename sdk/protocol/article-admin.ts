// Help articles as the people who keep them see and change them: drafts, versions, headings, imports.

import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Block } from './rich-text-tree.ts'

export const ARTICLE_LIMITS = {
  title: 200,
  summary: 500,
  /** Characters of Markdown. */
  body: 200_000,
  questions: 50,
  related: 20,
  slug: 120,
  note: 500,
  sites: 100,
  /** Headings above a category. */
  categoryDepth: 3,
  categories: 500,
  page: 100,
  importItems: 1000,
  importFileBytes: 20 * 1024 * 1024,
  /** Of all files of one import. */
  importBytes: 200 * 1024 * 1024,
} as const

export const ArticleState = z.enum(['draft', 'published', 'archived'])
export type ArticleState = z.infer<typeof ArticleState>

export const ArticleSlug = z
  .string()
  .max(ARTICLE_LIMITS.slug)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'must be lower-case letters and digits with single hyphens between',
  })

/** BCP 47. */
export const ArticleLocale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as "en" or "pt-BR"' })

const oneLine = (max: number) => plainText().trim().min(1).max(max)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** What a version holds. Everything else of an article is a setting, and takes effect at once. */
const text = {
  title: oneLine(ARTICLE_LIMITS.title),
  summary: plainText().trim().max(ARTICLE_LIMITS.summary).nullable(),
  /** Markdown, without empty lines around it. A draft may be empty. */
  body: plainText()
    .overwrite((text) => text.replaceAll('\r\n', '\n').trim())
    .max(ARTICLE_LIMITS.body, {
      error: `must have at most ${ARTICLE_LIMITS.body.toLocaleString('en')} characters`,
    }),
  /** Other ways customers ask for it; search takes each for a title. */
  questions: z.array(oneLine(LIMITS.query)).max(ARTICLE_LIMITS.questions),
  /** Slugs. */
  related: z.array(ArticleSlug).max(ARTICLE_LIMITS.related),
}

const settings = {
  /** Public, and unique in the workspace. An old one goes on leading to the article. */
  slug: ArticleSlug,
  locale: ArticleLocale,
  /** These three are shared by an article's translations. */
  category_id: z.uuid().nullable(),
  featured: z.boolean(),
  /** Ids of the sites it stands on; null for all. */
  sites: z.array(z.uuid()).min(1).max(ARTICLE_LIMITS.sites).nullable(),
}

/** Without a slug it gets one from its title. */
export const NewArticle = z.strictObject({
  title: text.title,
  summary: text.summary.default(null),
  body: text.body.default(''),
  questions: text.questions.default([]),
  related: text.related.default([]),
  slug: settings.slug.optional(),
  locale: settings.locale.default('en'),
  category_id: settings.category_id.optional(),
  featured: settings.featured.optional(),
  sites: settings.sites.optional(),
  /** Id of an article it is a translation of: it takes over category, sites and prominence. */
  translation_of: z.uuid().optional(),
  note: oneLine(ARTICLE_LIMITS.note).optional(),
})
export type NewArticle = z.input<typeof NewArticle>

/** What is given is changed, the rest stays. A changed text is a new version, and a draft until it is published. */
export const ChangeArticle = z
  .strictObject({
    ...text,
    ...settings,
    /** Said with the version. */
    note: oneLine(ARTICLE_LIMITS.note),
    /** The revision the caller has seen; If-Match says the same. */
    revision: z.int(),
    /** Makes it a translation of this article; null lets it stand alone. */
    translation_of: z.uuid().nullable(),
  })
  .partial()
export type ChangeArticle = z.input<typeof ChangeArticle>

export const PublishArticle = z.strictObject({
  /** The latest unless another one is named. */
  version: z.int().positive().optional(),
  revision: z.int().optional(),
})
export const MoveArticle = z.strictObject({ revision: z.int().optional() })
export const RestoreVersion = z.strictObject({
  note: oneLine(ARTICLE_LIMITS.note).optional(),
  revision: z.int().optional(),
})

const Person = z.object({ id: z.uuid(), name: z.string() })

/** An article without its text, as in a list. */
export const ListedAdminArticle = z.object({
  id: z.uuid(),
  /** Shared by its translations. */
  group_id: z.uuid(),
  slug: z.string(),
  locale: z.string(),
  state: ArticleState,
  /** Of the latest version. */
  title: z.string(),
  summary: z.string().nullable(),
  category_id: z.uuid().nullable(),
  featured: z.boolean(),
  sites: z.array(z.uuid()).nullable(),
  /** The latest, and the one customers see (null: none). */
  version: z.int(),
  published_version: z.int().nullable(),
  /** Published, and with a newer version that is not. */
  has_draft: z.boolean(),
  /** One more with every change; also the ETag. */
  revision: z.int(),
  /** Who wrote the latest version; null for an import from the command line. */
  author: Person.nullable(),
  created_at: z.string(),
  changed_at: z.string(),
  /** The day customers are told. */
  updated_at: z.string(),
  published_at: z.string().nullable(),
  deleted_at: z.string().nullable(),
  /** Where an import has it from: `markdown:returns`, `file:guide.pdf`, `https://…`. */
  source: z.string().nullable(),
  views_30_days: z.int(),
  helpful: z.int(),
  unhelpful: z.int(),
})
export type ListedAdminArticle = z.infer<typeof ListedAdminArticle>

export const AdminArticle = ListedAdminArticle.extend({
  body: z.string(),
  questions: z.array(z.string()),
  related: z.array(z.string()),
  views: z.int(),
  /** The same article in other languages. */
  translations: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      locale: z.string(),
      title: z.string(),
      state: ArticleState,
      has_draft: z.boolean(),
    }),
  ),
})
export type AdminArticle = z.infer<typeof AdminArticle>
export const AdminArticleAnswer = z.object({ article: AdminArticle })

const paged = {
  limit: z.coerce.number().int().min(1).max(ARTICLE_LIMITS.page).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(200).optional(),
}

export const ListArticles = z.object({
  state: ArticleState.optional(),
  /** With the categories below it; `none` for articles without one. */
  category: z.union([z.uuid(), z.literal('none')]).optional(),
  locale: ArticleLocale.optional(),
  /** What stands on this site. */
  site: z.uuid().optional(),
  /** Translations of one another. */
  group: z.uuid().optional(),
  /** Published ones with a newer draft. */
  has_draft: flag.optional(),
  /** What was deleted and can still be had back, instead of what was not. */
  deleted: flag.optional(),
  /** In title, slug, summary or body. */
  q: plainText().trim().max(LIMITS.query).optional(),
  ...paged,
})

/** The last changed first. */
export const ArticlePage = z.object({
  articles: z.array(ListedAdminArticle),
  next: z.string().nullable(),
  /** By state, of what the other filters let through; on the first page only. */
  counts: z.object({ draft: z.int(), published: z.int(), archived: z.int() }).optional(),
})
export type ArticlePage = z.infer<typeof ArticlePage>

export const ListedVersion = z.object({
  number: z.int(),
  title: z.string(),
  author: Person.nullable(),
  origin: z.enum(['person', 'import', 'restore']),
  note: z.string().nullable(),
  created_at: z.string(),
  /** Customers see this one. */
  published: z.boolean(),
  /** Characters of its body. */
  length: z.int(),
})
export const ArticleVersion = ListedVersion.extend({
  summary: z.string().nullable(),
  body: z.string(),
  questions: z.array(z.string()),
  related: z.array(z.string()),
})
export type ArticleVersion = z.infer<typeof ArticleVersion>
export const ListVersions = z.object(paged)
export const VersionPage = z.object({ versions: z.array(ListedVersion), next: z.string().nullable() })
export type VersionPage = z.infer<typeof VersionPage>

/** Text in pieces that both versions have, or one of them. */
export const DiffRuns = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
export type DiffRuns = z.infer<typeof DiffRuns>
export const ReadDiff = z.object({
  from: z.coerce.number().int().positive(),
  to: z.coerce.number().int().positive(),
})
export const ArticleDiff = z.object({
  from: z.int(),
  to: z.int(),
  title: DiffRuns,
  summary: DiffRuns,
  body: DiffRuns,
  questions: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  related: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
})
export type ArticleDiff = z.infer<typeof ArticleDiff>

export const PreviewArticle = z.strictObject({ body: text.body })
export const ArticlePreview = z.object({ content: z.array(Block), reading_minutes: z.int().positive() })
export type ArticlePreview = z.infer<typeof ArticlePreview>

export const ListFeedback = z.object(paged)
export const FeedbackPage = z.object({
  feedback: z.array(
    z.object({ id: z.uuid(), helpful: z.boolean(), comment: z.string(), created_at: z.string() }),
  ),
  next: z.string().nullable(),
})
export type FeedbackPage = z.infer<typeof FeedbackPage>
