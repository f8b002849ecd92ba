// An article as those see it who write it: the row, with the text of its latest version.

import { isDeepStrictEqual } from 'node:util'
import type { ArticleState } from '../../../sdk/protocol/article-admin.ts'

/** What a version holds. */
export interface ArticleText {
  title: string
  summary: string | null
  /** Markdown. */
  body: string
  questions: string[]
  related: string[]
}

/** What an import said of an article besides its text, to tell later who changed it: the source or a person. */
export interface SourceSettings {
  category: string | null
  locale: string
  featured: boolean
  /** Ids. */
  sites: string[] | null
  /** Slug of the article it said it translates. */
  translation_of: string | null
  /** Somebody had edited the text when it came again, and has not published since. */
  edited?: boolean
}

export interface HeldArticle {
  id: string
  group_id: string
  slug: string
  locale: string
  state: ArticleState
  category_id: string | null
  featured: boolean
  site_ids: string[] | null
  version: number
  /** Null unless it is published. */
  published_version: number | null
  revision: number
  published_at: Date | null
  deleted_at: Date | null
  source: string | null
  source_version: number | null
  source_settings: SourceSettings | null
  source_digest: Buffer | null
  /** False for a row that was written by a release that knew no versions. */
  has_version: boolean
  /** Of the latest version. */
  text: ArticleText
  /** What customers see while it is published; else the latest version, too. */
  shown: ArticleText
}

type Begun = Pick<
  HeldArticle,
  'id' | 'group_id' | 'slug' | 'locale' | 'category_id' | 'featured' | 'site_ids' | 'text'
>

/** A draft that nobody has saved yet. */
export const begunArticle = ({ text, ...about }: Begun): HeldArticle => ({
  ...about,
  state: 'draft',
  version: 0,
  published_version: null,
  revision: 0,
  published_at: null,
  deleted_at: null,
  source: null,
  source_version: null,
  source_settings: null,
  source_digest: null,
  has_version: false,
  text,
  shown: text,
})

const TEXT = ['title', 'summary', 'body', 'questions', 'related'] as const

export const isSameText = (one: ArticleText, other: ArticleText): boolean =>
  TEXT.every((part) => isDeepStrictEqual(one[part], other[part]))

/** Only what a version holds. */
export const textOf = ({ title, summary, body, questions, related }: ArticleText): ArticleText => ({
  title,
  summary,
  body,
  questions,
  related,
})
