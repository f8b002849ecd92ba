// What an editor holds of an article: as it was read, as it is typed, and what of it differs.

import type { AdminArticle, ChangeArticle, NewArticle } from '../../protocol/article-admin.ts'

export interface ArticleFields {
  title: string
  summary: string
  body: string
  /** One a line. */
  questions: string
  /** Slugs, one a line. */
  related: string
  slug: string
  locale: string
  category_id: string | null
  featured: boolean
  /** Ids; null for all. */
  sites: readonly string[] | null
  note: string
}

export interface ArticleDraft {
  /** The revision it was begun on; null for a new article. */
  revision: number | null
  fields: ArticleFields
  /** As the article was read; a new one has none. */
  base?: ArticleFields
  /** A new article: what it is a translation of. */
  translationOf: string | null
}

export const EMPTY_FIELDS: ArticleFields = {
  title: '',
  summary: '',
  body: '',
  questions: '',
  related: '',
  slug: '',
  locale: 'en',
  category_id: null,
  featured: false,
  sites: null,
  note: '',
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const fieldsOf = (article: AdminArticle): ArticleFields => ({
  title: article.title,
  summary: article.summary ?? '',
  body: article.body,
  questions: article.questions.join('\n'),
  related: article.related.join('\n'),
  slug: article.slug,
  locale: article.locale,
  category_id: article.category_id,
  featured: article.featured,
  sites: article.sites,
  note: '',
})

const asChange = (fields: ArticleFields) => ({
  title: fields.title.trim(),
  summary: fields.summary.trim() || null,
  body: fields.body,
  questions: lines(fields.questions),
  related: lines(fields.related),
  slug: fields.slug.trim(),
  locale: fields.locale,
  category_id: fields.category_id,
  featured: fields.featured,
  sites: fields.sites as string[] | null,
})

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** All but what is said of a change. */
export type SavedField = Exclude<keyof ArticleFields, 'note'>

/** What of two would be saved in another way. */
export function differing(fields: ArticleFields, others: ArticleFields): SavedField[] {
  const [one, other] = [asChange(fields), asChange(others)]
  return (Object.keys(one) as SavedField[]).filter((name) => !equal(one[name], other[name]))
}

/** Only what differs from how it was read; empty where nothing does. */
export function changeOf(saved: AdminArticle, fields: ArticleFields): ChangeArticle {
  const now = asChange(fields)
  const differs = differing(fieldsOf(saved), fields)
  return Object.fromEntries(differs.map((name) => [name, now[name]])) as ChangeArticle
}

/** An article as it is read, to be written in. */
export function draftOf(article: AdminArticle, fields = fieldsOf(article)): ArticleDraft {
  return { revision: article.revision, fields, base: fieldsOf(article), translationOf: null }
}

export const isChanged = (saved: AdminArticle | null, fields: ArticleFields): boolean =>
  saved
    ? Object.keys(changeOf(saved, fields)).length > 0
    : fields.title.trim() !== '' || fields.body.trim() !== ''

/** What was typed since goes on top of what there is now, to the letter: a space just typed is kept, though nothing saves it. */
export const typedSince = (then: ArticleFields, typed: ArticleFields, now: ArticleFields): ArticleFields => {
  const differs = (Object.keys(typed) as (keyof ArticleFields)[]).filter(
    (key) => !equal(then[key], typed[key]),
  )
  return { ...now, ...Object.fromEntries(differs.map((key) => [key, typed[key]])) }
}

/** What of the text customers read differs: that makes a version, all else takes effect at once. */
export const TEXT_FIELDS = ['title', 'summary', 'body', 'questions', 'related'] as const

export function newArticle({ fields, translationOf }: ArticleDraft): NewArticle {
  const { slug, category_id, featured, sites, ...text } = asChange(fields)
  return {
    ...text,
    ...(slug && { slug }),
    ...(fields.note.trim() && { note: fields.note.trim() }),
    // A translation takes these over.
    ...(translationOf ? { translation_of: translationOf } : { category_id, featured, sites }),
  }
}
