// An import at work: one item after another, each written together with its outcome, so that a restart goes on where
// it was and counts nothing twice. Strangers' sites are asked slowly.

import type { Database } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Outbound } from '../../platform/outbound/outbound-fetch.ts'
import { Problem } from '../../platform/problem.ts'
import type { Articles } from '../article.service.ts'
import { ArticleFault, type ArticleSource, slugOf } from '../article-source.ts'
import { slugFrom } from '../articles/article-slug.ts'
import type { TakeOptions } from '../articles/article-taking.ts'
import type { CategoryAdmin } from '../articles/category-admin.service.ts'
import { readCategoryFile } from './category-file.ts'
import { createDocumentReader, type DocumentReader } from './document-reader.ts'
import { enqueueImport, type Imports } from './import.service.ts'
import { kindOfFile, readMarkdown } from './import-file.ts'
import { IMPORTS, type ImportOptions, type ImportRow } from './import-row.ts'
import { localeOf, type ReadArticle, UnreadableDocument } from './read-article.ts'
import { createWebsite } from './website.ts'

export interface ImportJobDeps {
  db: Database
  jobs: Pick<Jobs, 'add' | 'handle'>
  imports: Pick<Imports, 'addItems' | 'expire'>
  articles: Pick<Articles, 'take'>
  categoryAdmin: Pick<CategoryAdmin, 'complete'>
  outbound: Outbound
  clock: () => Date
  reader?: DocumentReader
  /** Between two requests to one website. */
  paceMs?: number
}

interface Item {
  position: number
  source: string
  attempts: number
  content: Buffer | null
}

type Done = { outcome: 'failed' | 'skipped' | 'updated' | 'unchanged'; reason: string | null }

/** Files taken in one job; then others have a turn. */
const AT_ONCE = 10
/** So often an item may end the process that reads it. */
const MOST_ATTEMPTS = 3
/** A site may ask for more patience, but not for all of it. */
const LONGEST_PACE_MS = 10_000

/** `https://a.example/help/refunds.html` → `refunds.html`. */
function lastNameOf(url: string): string {
  const name = new URL(url).pathname.split('/').findLast(Boolean) ?? 'page'
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** What is wrong with an item alone; anything else is the server's trouble, and the job is tried again. */
function reasonOf(error: unknown): string {
  if (error instanceof ArticleFault || error instanceof UnreadableDocument) return error.message
  if (error instanceof Problem && error.status < 500) return error.message
  throw error
}

/** Registers the job; call before jobs start. */
export function handleImports(deps: ImportJobDeps): void {
  const { db, jobs, imports, articles, categoryAdmin, outbound, clock, paceMs = 1000 } = deps
  const reader = deps.reader ?? createDocumentReader()
  const website = createWebsite({ outbound })

  async function readRow(workspaceId: string, importId: string): Promise<ImportRow | undefined> {
    const [row] = await db.query<ImportRow>(`${IMPORTS} and i.id = $2`, [workspaceId, importId])
    return row
  }

  async function end(
    workspaceId: string,
    id: string,
    state: 'done' | 'failed',
    problem: string | null,
  ): Promise<void> {
    await db.query(
      `update article_imports set state = $3, problem = $4, finished_at = $5
        where workspace_id = $1 and id = $2 and state in ('waiting', 'running')`,
      [workspaceId, id, state, problem, clock()],
    )
  }

  /** Looks for the pages of a website. False when there is nothing to go on with. */
  async function discover(workspaceId: string, { id, options }: ImportRow): Promise<boolean> {
    const { url = '', path, limit = 200 } = options
    const pages = await website.pages(url, { path, limit }).catch(async (error: unknown) => {
      await end(workspaceId, id, 'failed', reasonOf(error))
      return null
    })
    if (!pages) return false
    await db.transaction(async (transaction) => {
      const [held] = await db.query(
        `update article_imports set state = 'running', options = options || $3::jsonb
          where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
        [workspaceId, id, JSON.stringify({ found: pages.found })],
        transaction,
      )
      if (!held) return
      const items = pages.urls.map((source) => ({ source, content: null }))
      await imports.addItems(workspaceId, id, items, transaction)
    })
    return true
  }

  /** The next item, counted as begun before it is: what ends the process is not begun for ever. */
  async function next(workspaceId: string, id: string): Promise<Item | undefined> {
    const [item] = await db.query<Item>(
      `update article_import_items set attempts = attempts + 1
        where import_id = $2 and workspace_id = $1 and position = (
          select position from article_import_items
           where import_id = $2 and workspace_id = $1 and outcome = 'waiting' order by position limit 1)
       returning position, source, attempts, content`,
      [workspaceId, id],
    )
    return item
  }

  const asSource = (
    read: ReadArticle,
    { locale }: ImportOptions,
    origin: string,
    slug: string,
  ): ArticleSource => ({
    slug,
    title: read.title,
    category: null,
    summary: read.summary,
    locale: locale ?? localeOf(read.locale) ?? 'en',
    updated: null,
    featured: false,
    questions: [],
    related: [],
    body: read.body,
    origin,
  })

  async function sourceOfFile(
    { source: name, content }: Item,
    options: ImportOptions,
  ): Promise<{ source: ArticleSource; anySlug: boolean }> {
    const kind = kindOfFile(name)
    const bytes = content ?? Buffer.alloc(0)
    if (kind === 'markdown') {
      const source = readMarkdown(name, bytes.toString(), { locale: options.locale })
      return source.slug === ''
        ? { source: { ...source, origin: `file:${name}` }, anySlug: true }
        : { source, anySlug: false }
    }
    if (kind !== 'html' && kind !== 'pdf' && kind !== 'docx')
      throw new ArticleFault('This kind of file holds no article.')
    const read = await reader.read({ kind, bytes, name })
    return {
      source: asSource(read, options, `file:${name}`, slugFrom(read.title) || slugOf(name)),
      anySlug: true,
    }
  }

  async function sourceOfPage(
    { source: url }: Item,
    options: ImportOptions,
  ): Promise<{ source: ArticleSource; anySlug: boolean } | Done> {
    const page = await website.page(url)
    if (page === 'forbidden')
      return { outcome: 'skipped', reason: 'robots.txt asks programs not to read this page.' }
    const name = lastNameOf(page.url)
    const kind = page.type === 'application/pdf' ? 'pdf' : /html/.test(page.type) ? 'html' : null
    if (!kind)
      throw new UnreadableDocument(`It is no page, but ${page.type.slice(0, 60) || 'something else'}.`)
    const read = await reader.read({
      kind,
      bytes: page.body,
      name,
      url: page.url,
      ...(page.charset && { charset: page.charset }),
    })
    // A page may call another address its right one, if it is of the same site.
    const isOwn = read.canonical && new URL(read.canonical).host === new URL(page.url).host
    // A page keeps the name it has in its address, unless that is a number only.
    const slug = (/[a-z].*[a-z]/i.test(name) && slugFrom(slugOf(name))) || slugFrom(read.title)
    return { source: asSource(read, options, isOwn ? read.canonical! : page.url, slug), anySlug: true }
  }

  async function mark(
    workspaceId: string,
    importId: string,
    position: number,
    {
      outcome,
      reason,
      articleId = null,
    }: { outcome: string; reason: string | null; articleId?: string | null },
  ): Promise<void> {
    await db.query(
      `update article_import_items set outcome = $4, reason = $5, article_id = $6, content = null
        where workspace_id = $1 and import_id = $2 and position = $3`,
      [workspaceId, importId, position, outcome, reason, articleId],
    )
  }

  async function takeItem(
    workspaceId: string,
    { id, kind, options, agent_id }: ImportRow,
    item: Item,
  ): Promise<void> {
    const settle = (done: Done): Promise<void> => mark(workspaceId, id, item.position, done)
    if (item.attempts > MOST_ATTEMPTS)
      return settle({ outcome: 'failed', reason: 'Reading it has broken off several times.' })
    try {
      if (kind === 'files' && kindOfFile(item.source) === 'categories') {
        const trees = readCategoryFile((item.content ?? '').toString())
        return await settle({ outcome: await categoryAdmin.complete(workspaceId, trees), reason: null })
      }
      const found = kind === 'files' ? await sourceOfFile(item, options) : await sourceOfPage(item, options)
      if ('outcome' in found) return await settle(found)
      const settings: TakeOptions = {
        publish: options.publish,
        authorId: agent_id,
        anySlug: found.anySlug,
        ...(options.category_id !== undefined && { categoryId: options.category_id }),
        ...(options.sites !== undefined && { siteIds: options.sites }),
        within: ({ outcome, note, articleId }) =>
          mark(workspaceId, id, item.position, { outcome, reason: note, articleId }),
      }
      if (kind === 'files') settings.links = await fileLinks(workspaceId, id)
      await articles.take(workspaceId, found.source, settings)
    } catch (error) {
      await settle({ outcome: 'failed', reason: reasonOf(error) })
    }
  }

  /** Files of one import link to each other, also before the other one is taken. */
  async function fileLinks(workspaceId: string, id: string): Promise<(url: string) => string | null> {
    const rows = await db.query<{ source: string }>(
      'select source from article_import_items where workspace_id = $1 and import_id = $2',
      [workspaceId, id],
    )
    const slugs = new Map(rows.map(({ source }) => [source.split('/').at(-1)!.toLowerCase(), slugOf(source)]))
    return (url) => {
      const file = /^(?![a-z][a-z0-9+.-]*:)(?:[^?#]*\/)?([^/?#]+\.(?:md|markdown))(?:[?#].*)?$/i.exec(
        url,
      )?.[1]
      return (file && slugs.get(file.toLowerCase())) || null
    }
  }

  async function run(workspaceId: string, importId: string): Promise<void> {
    const row = await readRow(workspaceId, importId)
    if (row?.state === 'open') return imports.expire(workspaceId, importId)
    if (!row || (row.state !== 'waiting' && row.state !== 'running')) return
    if (row.state === 'waiting') {
      if (row.kind === 'website' && row.total === 0) {
        if (!(await discover(workspaceId, row))) return
      } else
        await db.query(
          `update article_imports set state = 'running' where workspace_id = $1 and id = $2 and state = 'waiting'`,
          [workspaceId, importId],
        )
    }
    for (let n = 0; n < (row.kind === 'files' ? AT_ONCE : 1); n += 1) {
      const item = await next(workspaceId, importId)
      if (!item) return end(workspaceId, importId, 'done', null)
      await takeItem(workspaceId, row, item)
    }
    const wait = row.kind === 'files' ? 0 : await paceOf(workspaceId, importId)
    await enqueueImport(jobs, { workspaceId, importId }, wait > 0 ? new Date(Date.now() + wait) : undefined)
  }

  async function paceOf(workspaceId: string, importId: string): Promise<number> {
    const [item] = await db.query<{ source: string }>(
      `select source from article_import_items
        where workspace_id = $1 and import_id = $2 and outcome = 'waiting' order by position limit 1`,
      [workspaceId, importId],
    )
    if (!item || !URL.canParse(item.source)) return 0
    const asked = await website.delay(item.source)
    return Math.min(LONGEST_PACE_MS, Math.max(paceMs, (asked ?? 0) * 1000))
  }

  jobs.handle('article.import', ({ workspaceId, importId }) => run(workspaceId, importId))
}
