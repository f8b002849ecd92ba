// A file of an import: which kind it is by its name, the files of a zip, and Markdown as an article's source, also where
// it has no front matter.

import { unzipSync } from 'fflate'
import { ARTICLE_LIMITS } from '../../../sdk/protocol/article-admin.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import { Problem } from '../../platform/problem.ts'
import { ArticleFault, type ArticleSource, readArticleSource, slugOf } from '../article-source.ts'
import { slugFrom } from '../articles/article-slug.ts'
import { oneLine } from './read-article.ts'

export type FileKind = 'markdown' | 'html' | 'pdf' | 'docx' | 'categories' | 'zip'

export const CATEGORIES_FILE = 'categories.yml'
const MARKDOWN_BYTES = 2 * 1024 * 1024
/** With its folders: no index takes it at any length. */
const NAME_LENGTH = 400

const KINDS: Record<string, FileKind> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
  zip: 'zip',
}

/** @throws Problem `unsupported-media-type` */
export function kindOfFile(name: string): FileKind {
  if (name.split('/').at(-1) === CATEGORIES_FILE) return 'categories'
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
  if (kind) return kind
  throw new Problem(
    'unsupported-media-type',
    ending === 'doc'
      ? 'Save the old Word file as DOCX.'
      : 'Markdown (.md), HTML, PDF, DOCX, or a zip of Markdown files is taken.',
  )
}

/** Its Markdown files. @throws Problem `invalid-request`, `body-too-large` */
export function unpackZip(bytes: Buffer): { source: string; content: Buffer }[] {
  let room: number = ARTICLE_LIMITS.importBytes
  let count = 0
  try {
    const files = unzipSync(bytes, {
      // Unpacked into exactly the room it announces, so that it cannot announce less than there is.
      filter({ name, originalSize }) {
        const last = name.split('/').at(-1)!
        if (last.startsWith('.') || name.startsWith('__MACOSX/')) return false
        if (last !== CATEGORIES_FILE && !/\.(md|markdown)$/i.test(last)) return false
        if (name.length > NAME_LENGTH)
          throw new Problem(
            'invalid-request',
            `A file of the zip has a name longer than ${NAME_LENGTH} characters.`,
          )
        room -= originalSize
        count += 1
        if (originalSize > MARKDOWN_BYTES || room < 0 || count > ARTICLE_LIMITS.importItems)
          throw new Problem('body-too-large', 'The files of the zip are too large, or too many.')
        return true
      },
    })
    const found = Object.entries(files)
      .map(([source, content]) => ({ source, content: Buffer.from(content) }))
      .filter(({ content }) => content.length > 0)
    if (found.length === 0) throw new Problem('invalid-request', 'The zip holds no Markdown file (.md).')
    return found
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('invalid-request', 'The zip could not be unpacked.', { cause: error })
  }
}

/**
 * With front matter as for folders; without it the first heading is the title, and the slug is empty where neither that
 * nor the file's name has Latin letters. @throws ArticleFault
 */
export function readMarkdown(
  name: string,
  text: string,
  { locale }: { locale?: string | undefined },
): ArticleSource {
  const whole = storable(text.replace(/^\uFEFF/, '')).replaceAll('\r\n', '\n')
  if (/^---\n/.test(whole)) {
    const source = readArticleSource(name, whole)
    // What the file does not say is what the import was begun with.
    return locale !== undefined && !/^locale\s*:/m.test(whole.split(/\n---/, 1)[0]!)
      ? { ...source, locale }
      : source
  }
  const heading = /^\s*#\s+([^\n]+)\n?/.exec(whole)
  const title =
    oneLine(heading?.[1], 200) ??
    oneLine(
      name
        .replace(/^.*\//, '')
        .replace(/\.[^.]+$/, '')
        .replace(/[_-]+/g, ' '),
      200,
    )
  const slug = slugOf(name) || slugFrom(title ?? '')
  if (!title) throw new ArticleFault('Neither a heading nor the file’s name gives a title.')
  const body = (heading ? whole.slice(heading[0].length) : whole).trim()
  if (body === '') throw new ArticleFault('There is no text in it.')
  if (body.length > ARTICLE_LIMITS.body)
    throw new ArticleFault(`The text is longer than ${ARTICLE_LIMITS.body} characters.`)
  return {
    slug,
    title,
    category: null,
    summary: null,
    locale: locale ?? 'en',
    updated: null,
    featured: false,
    questions: [],
    related: [],
    body,
  }
}
