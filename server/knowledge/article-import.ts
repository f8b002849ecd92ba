// A folder of Markdown into a workspace's articles. One bad file is named and left out; the rest goes in.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { OperatorError, reasonOf } from '../platform/operator-error.ts'
import { Problem } from '../platform/problem.ts'
import type { Articles } from './article.service.ts'
import { ArticleFault, type ArticleSource, readArticleSource, slugOf } from './article-source.ts'
import type { UpsertOutcome } from './articles/article-taking.ts'
import type { CategoryAdmin } from './articles/category-admin.service.ts'
import { readCategoryFile } from './imports/category-file.ts'
import { CATEGORIES_FILE } from './imports/import-file.ts'

export type FileResult =
  | { file: string; outcome: UpsertOutcome; slug: string; note: string | null }
  | { file: string; outcome: 'failed'; reason: string }

export interface ImportReport {
  created: number
  updated: number
  unchanged: number
  failed: { file: string; reason: string }[]
  /** Taken in, and worth a look. */
  noted: { file: string; note: string }[]
}

export interface ImportOptions {
  articles: Pick<Articles, 'take'>
  /** Takes the folder's `categories.yml`, if it has one. */
  categories?: Pick<CategoryAdmin, 'complete'>
  workspaceId: string
  folder: string
  /** False: as drafts. */
  publish?: boolean
  /** Told of every file once it is done with. */
  onFile?: (result: FileResult, done: number, total: number) => void
}

async function markdownFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter(
        (entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name) && !entry.name.startsWith('.'),
      )
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.split(path.sep).includes('node_modules'))
      .sort()
  } catch (error) {
    throw new OperatorError(`Cannot read the folder ${folder}: ${reasonOf(error)}.`, { cause: error })
  }
}

function reason(error: unknown): string {
  if (error instanceof ArticleFault || error instanceof Problem) return error.message
  return reasonOf(error).split('\n')[0]!
}

/** Relative links to other files, as their slugs. */
function linkResolver(file: string, slugs: ReadonlyMap<string, string>): (url: string) => string | null {
  return (url) => {
    const [address] = url.split(/[?#]/, 1)
    if (!address || !/\.(md|markdown)$/i.test(address)) return null
    try {
      const target = decodeURIComponent(address)
      const found = path.normalize(
        target.startsWith('/') ? target.slice(1) : path.join(path.dirname(file), target),
      )
      // Outside the folder nothing was read: when only a part is imported again, its links must stay as they were.
      return slugs.get(found) ?? (found.startsWith('..') ? slugOf(found) || null : null)
    } catch {
      return null
    }
  }
}

/** @throws OperatorError when the folder cannot be read or holds no Markdown. */
export async function importFolder({
  articles,
  categories,
  workspaceId,
  folder,
  publish = true,
  onFile = () => {},
}: ImportOptions): Promise<ImportReport> {
  const files = await markdownFiles(folder)
  if (files.length === 0) throw new OperatorError(`There is no Markdown file (.md) in ${folder}.`)
  const tree = await readFile(path.join(folder, CATEGORIES_FILE), 'utf8').catch(() => null)
  const report: ImportReport = { created: 0, updated: 0, unchanged: 0, failed: [], noted: [] }
  let done = 0
  const tell = (result: FileResult) => {
    if (result.outcome === 'failed') report.failed.push({ file: result.file, reason: result.reason })
    else {
      report[result.outcome] += 1
      if (result.note) report.noted.push({ file: result.file, note: result.note })
    }
    done += 1
    onFile(result, done, files.length)
  }

  if (tree !== null && categories)
    try {
      await categories.complete(workspaceId, readCategoryFile(tree))
    } catch (error) {
      report.failed.push({ file: CATEGORIES_FILE, reason: reason(error) })
    }
  const sources = new Map<string, ArticleSource>()
  const owners = new Map<string, string>()
  for (const file of files) {
    try {
      const source = readArticleSource(file, await readFile(path.join(folder, file), 'utf8'))
      const owner = owners.get(source.slug)
      if (owner) throw new ArticleFault(`The slug "${source.slug}" is taken by ${owner}.`)
      owners.set(source.slug, file)
      sources.set(file, source)
    } catch (error) {
      tell({ file, outcome: 'failed', reason: reason(error) })
    }
  }

  const slugs = new Map([...sources].map(([file, { slug }]) => [file, slug]))
  for (const [file, source] of sources) {
    try {
      const links = linkResolver(file, slugs)
      const { outcome, slug, note } = await articles.take(workspaceId, source, { publish, links })
      tell({ file, outcome, slug, note })
    } catch (error) {
      tell({ file, outcome: 'failed', reason: reason(error) })
    }
  }
  return report
}
