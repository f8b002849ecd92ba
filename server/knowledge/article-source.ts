// One Markdown file with front matter, read strictly: an article's source, or the sentence that says what is wrong.

import path from 'node:path'
import { parseDocument } from 'yaml'
import * as z from 'zod'
import { LIMITS } from '../../sdk/protocol/limits.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_LENGTH = 120
const MAX_BODY = 200_000

const slug = z
  .string()
  .max(SLUG_LENGTH)
  .regex(SLUG, { error: 'must be lower-case letters and digits with single hyphens between' })
const text = (max: number) => z.string().trim().min(1).max(max)

const FrontMatter = z.strictObject({
  title: text(200),
  slug: slug.optional(),
  category: text(100).optional(),
  summary: text(500).optional(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
      error: 'must be a language tag such as "en" or "pt-BR"',
    })
    .optional(),
  updated: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d/, { error: 'must be a date such as 2026-11-16' })
    .refine((value) => !Number.isNaN(Date.parse(value)), { error: 'must be a date such as 2026-11-16' })
    .optional(),
  featured: z.boolean().optional(),
  questions: z.array(text(LIMITS.query)).max(50).optional(),
  related: z.array(slug).max(20).optional(),
  translation_of: slug.optional(),
  state: z.enum(['draft', 'published', 'archived']).optional(),
  sites: z.array(text(100)).min(1).max(100).optional(),
  source: text(2000).optional(),
})

export interface ArticleSource {
  slug: string
  title: string
  category: string | null
  summary: string | null
  locale: string
  /** ISO 8601, or null for the time of the import. */
  updated: string | null
  featured: boolean
  questions: string[]
  related: string[]
  /** Markdown. */
  body: string
  /** Slug of the article it is a translation of. */
  translationOf?: string | null
  /** Unset: as whoever imports it wishes. */
  state?: 'draft' | 'published' | 'archived'
  /** Keys of the sites it stands on; null for all. */
  sites?: string[] | null
  /** Where it is from, if not from a file of its slug's name. */
  origin?: string
}

/** What is wrong with a file, in a sentence for whoever wrote it. */
export class ArticleFault extends Error {}

/** Plain data of a YAML text. @param what  as its faults call it @throws ArticleFault */
export function readYaml(yaml: string, what: string): unknown {
  const document = parseDocument(yaml, { schema: 'core' })
  const [error] = document.errors
  if (error) throw new ArticleFault(`${what} is not valid YAML: ${error.message.split('\n')[0]}`)
  try {
    // Aliases are of no use here, and nested ones grow without end.
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    throw new ArticleFault(`${what} has an alias (*), which is not followed: write its text out.`)
  }
}

function explain(error: z.ZodError): string {
  const faults = error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`
    const name = issue.path.join('.') || 'the front matter'
    return `${name}: ${issue.message}`
  })
  return `Front matter: ${faults.join('; ')}.`
}

/** The slug a file has unless its front matter names one. */
export const slugOf = (file: string): string =>
  path
    .basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, SLUG_LENGTH)
    .replace(/-+$/, '')

/** @throws ArticleFault */
export function readArticleSource(file: string, content: string): ArticleSource {
  const whole = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const match = /^---\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(whole)
  if (!match) throw new ArticleFault('The file must begin with front matter between two lines of "---".')
  const parsed = FrontMatter.safeParse(readYaml(match[1]!, 'The front matter') ?? {})
  if (!parsed.success) throw new ArticleFault(explain(parsed.error))
  const { title, category, summary, locale = 'en', updated, featured = false } = parsed.data
  const name = parsed.data.slug ?? slugOf(file)
  if (!SLUG.test(name)) throw new ArticleFault('The file name gives no slug: add "slug" to the front matter.')
  const body = whole.slice(match[0].length).trim()
  if (!body) throw new ArticleFault('There is no text below the front matter.')
  if (body.length > MAX_BODY) throw new ArticleFault(`The text is longer than ${MAX_BODY} characters.`)
  return {
    slug: name,
    title,
    category: category ?? null,
    summary: summary ?? null,
    locale,
    updated: updated === undefined ? null : new Date(updated).toISOString(),
    featured,
    questions: parsed.data.questions ?? [],
    related: parsed.data.related ?? [],
    body,
    ...(parsed.data.translation_of !== undefined && { translationOf: parsed.data.translation_of }),
    ...(parsed.data.state !== undefined && { state: parsed.data.state }),
    ...(parsed.data.sites !== undefined && { sites: parsed.data.sites }),
    ...(parsed.data.source !== undefined && { origin: parsed.data.source }),
  }
}
