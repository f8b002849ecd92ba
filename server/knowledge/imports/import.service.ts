// Imports begun, filled, watched and called off over REST. What becomes of each item is import-job.ts's.

import * as z from 'zod'
import { ARTICLE_LIMITS } from '../../../sdk/protocol/article-admin.ts'
import type {
  ArticleImport,
  ImportItemPage,
  ImportPage,
  ListImportItems,
  ListImports,
  NewImport,
} from '../../../sdk/protocol/knowledge-import.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { readCursor, writeCursor } from '../../platform/page-cursor.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createArticleStore } from '../articles/article-store.ts'
import { kindOfFile, unpackZip } from './import-file.ts'
import { asImport, IMPORTS, type ImportOptions, type ImportRow, type ItemRow } from './import-row.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'article.import': { workspaceId: string; importId: string }
  }
}

/** Of one workspace at a time, those that are still being filled included. */
const MOST_AT_ONCE = 5
/** One nobody went on filling is called off, and its files are let go. */
const OPEN_MS = 24 * 60 * 60_000
/** How long can be read what became of one. */
const KEPT_MS = 90 * OPEN_MS

export interface ImportsDeps {
  db: Database
  jobs: Pick<Jobs, 'add'>
  clock: () => Date
}

export interface ImportHand {
  workspaceId: string
  agentId: string | null
}

/** One after another on the whole installation: an import is never in a hurry, and customers' jobs are. */
export const enqueueImport = (
  jobs: Pick<Jobs, 'add'>,
  { workspaceId, importId }: { workspaceId: string; importId: string },
  runAt?: Date,
  transaction?: Transaction,
): Promise<void> =>
  jobs.add(
    'article.import',
    { workspaceId, importId },
    { queue: 'article.import', key: `article.import ${importId}`, maxAttempts: 25, ...(runAt && { runAt }) },
    transaction,
  )

function optionsOf(input: z.output<typeof NewImport>): ImportOptions {
  const { publish, locale, category_id, sites } = input
  return {
    publish,
    ...(locale !== undefined && { locale }),
    ...(category_id !== undefined && { category_id }),
    ...(sites !== undefined && { sites }),
    ...(input.kind === 'website' && { url: input.url, limit: input.limit }),
    ...(input.kind === 'website' && input.path !== undefined && { path: input.path }),
  }
}

export function createImports({ db, jobs, clock }: ImportsDeps) {
  const store = createArticleStore({ db })

  async function row(workspaceId: string, id: string): Promise<ImportRow> {
    const [found] = await db.query<ImportRow>(`${IMPORTS} and i.id = $2`, [workspaceId, id])
    if (!found) throw new Problem('import-not-found')
    return found
  }

  /** Holds the import, so that it is not started, filled and called off at once. */
  async function hold(workspaceId: string, id: string, transaction: Transaction): Promise<{ state: string }> {
    const [held] = await db.query<{ state: string }>(
      'select state from article_imports where workspace_id = $1 and id = $2 for update',
      [workspaceId, id],
      transaction,
    )
    if (!held) throw new Problem('import-not-found')
    return held
  }

  async function addItems(
    workspaceId: string,
    importId: string,
    items: readonly { source: string; content: Buffer | null }[],
    transaction: Transaction,
  ): Promise<void> {
    const [has] = await db.query<{ last: number; count: number; bytes: string }>(
      `select coalesce(max(position), -1)::int as last, count(*)::int as count,
              coalesce(sum(length(content)), 0) as bytes
         from article_import_items where workspace_id = $1 and import_id = $2`,
      [workspaceId, importId],
      transaction,
    )
    if (has!.count + items.length > ARTICLE_LIMITS.importItems)
      throw new Problem('import-state', `An import has at most ${ARTICLE_LIMITS.importItems} items.`)
    const bytes = items.reduce((sum, { content }) => sum + (content?.length ?? 0), Number(has!.bytes))
    if (bytes > ARTICLE_LIMITS.importBytes)
      throw new Problem(
        'body-too-large',
        `The files of an import have at most ${ARTICLE_LIMITS.importBytes / 1024 ** 2} MiB.`,
      )
    for (const [at, { source, content }] of items.entries())
      await db.query(
        `insert into article_import_items (import_id, workspace_id, position, source, content)
         values ($1, $2, $3, $4, $5)
         on conflict (import_id, source) do update set content = excluded.content`,
        [importId, workspaceId, has!.last + 1 + at, source, content],
        transaction,
      )
  }

  async function cancel(workspaceId: string, id: string): Promise<ArticleImport> {
    await db.transaction(async (transaction) => {
      const { state } = await hold(workspaceId, id, transaction)
      if (state !== 'open' && state !== 'waiting' && state !== 'running')
        throw new Problem('import-state', 'The import has ended.')
      await db.query(
        `update article_imports set state = 'cancelled', finished_at = $3 where workspace_id = $1 and id = $2`,
        [workspaceId, id, clock()],
        transaction,
      )
      await db.query(
        `update article_import_items set content = null where workspace_id = $1 and import_id = $2`,
        [workspaceId, id],
        transaction,
      )
    })
    return asImport(await row(workspaceId, id))
  }

  return {
    /** @throws Problem `import-state` when too many are at work, `category-not-found`, `invalid-request` */
    async begin(
      { workspaceId, agentId }: ImportHand,
      input: z.output<typeof NewImport>,
    ): Promise<ArticleImport> {
      const id = uuidv7()
      await db.transaction(async (transaction) => {
        await store.lock(workspaceId, transaction)
        await db.query(
          `delete from article_imports where workspace_id = $1 and finished_at < $2`,
          [workspaceId, new Date(clock().getTime() - KEPT_MS)],
          transaction,
        )
        const [busy] = await db.query<{ count: number }>(
          `select count(*)::int as count from article_imports
            where workspace_id = $1 and state in ('open', 'waiting', 'running')`,
          [workspaceId],
          transaction,
        )
        if (busy!.count >= MOST_AT_ONCE)
          throw new Problem(
            'import-state',
            `At most ${MOST_AT_ONCE} imports are at work at once: wait, or cancel one.`,
          )
        await store.checkCategory(workspaceId, input.category_id ?? null, transaction)
        await store.checkSites(workspaceId, input.sites ?? null, transaction)
        await db.query(
          `insert into article_imports (id, workspace_id, kind, state, options, agent_id, created_at)
           values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
          [
            id,
            workspaceId,
            input.kind,
            input.kind === 'files' ? 'open' : 'waiting',
            JSON.stringify(optionsOf(input)),
            agentId,
            clock(),
          ],
          transaction,
        )
        if (input.kind === 'urls')
          await addItems(
            workspaceId,
            id,
            [...new Set(input.urls)].map((source) => ({ source, content: null })),
            transaction,
          )
        // One that is to be filled is looked after when it should have been.
        const later = input.kind === 'files' ? new Date(clock().getTime() + OPEN_MS) : undefined
        await enqueueImport(jobs, { workspaceId, importId: id }, later, transaction)
      })
      return asImport(await row(workspaceId, id))
    },

    /**
     * Adds a file, or those of a zip; one of the same name takes its place.
     * @throws Problem `import-state`, `unsupported-media-type`, `body-too-large`
     */
    async addFile(workspaceId: string, id: string, name: string, bytes: Buffer): Promise<ArticleImport> {
      if (bytes.length === 0) throw new Problem('invalid-request', 'The file is empty.')
      const files = kindOfFile(name) === 'zip' ? unpackZip(bytes) : [{ source: name, content: bytes }]
      await db.transaction(async (transaction) => {
        const { state } = await hold(workspaceId, id, transaction)
        if (state !== 'open')
          throw new Problem('import-state', 'The import takes no more files: it has been started.')
        await addItems(workspaceId, id, files, transaction)
      })
      return asImport(await row(workspaceId, id))
    },

    /** @throws Problem `import-state` unless it is open and has a file */
    async start(workspaceId: string, id: string): Promise<ArticleImport> {
      await db.transaction(async (transaction) => {
        const { state } = await hold(workspaceId, id, transaction)
        if (state !== 'open') throw new Problem('import-state', 'The import has been started.')
        if ((await row(workspaceId, id)).total === 0) throw new Problem('import-state', 'Add a file first.')
        await db.query(
          `update article_imports set state = 'waiting' where workspace_id = $1 and id = $2`,
          [workspaceId, id],
          transaction,
        )
        await enqueueImport(jobs, { workspaceId, importId: id }, undefined, transaction)
      })
      return asImport(await row(workspaceId, id))
    },

    /** Calls off one that has been filled for too long. */
    async expire(workspaceId: string, id: string): Promise<void> {
      const [late] = await db.query<{ id: string }>(
        `select id from article_imports where workspace_id = $1 and id = $2 and state = 'open' and created_at <= $3`,
        [workspaceId, id, new Date(clock().getTime() - OPEN_MS)],
      )
      if (late) await cancel(workspaceId, id)
    },

    /** What is written stays; nothing more comes. @throws Problem `import-state` when it has ended */
    cancel,

    /** @throws Problem `import-not-found` */
    get: async (workspaceId: string, id: string): Promise<ArticleImport> =>
      asImport(await row(workspaceId, id)),

    /** The latest first. */
    async list(
      workspaceId: string,
      { limit, cursor }: z.output<typeof ListImports>,
    ): Promise<z.output<typeof ImportPage>> {
      const after =
        cursor === undefined
          ? [null, null]
          : readCursor(z.tuple([z.string().regex(/^\d{4}-[\d :.+-]+$/), z.uuid()]), cursor)
      const rows = await db.query<ImportRow>(
        `${IMPORTS} and ($2::timestamptz is null or (i.created_at, i.id) < ($2, $3::uuid))
          order by i.created_at desc, i.id desc limit $4`,
        [workspaceId, ...after, limit + 1],
      )
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { imports: shown.map(asImport), next: last ? writeCursor(last.created_exactly, last.id) : null }
    },

    /** In the order they are taken. @throws Problem `import-not-found` */
    async items(
      workspaceId: string,
      id: string,
      { outcome, limit, cursor }: z.output<typeof ListImportItems>,
    ): Promise<z.output<typeof ImportItemPage>> {
      await row(workspaceId, id)
      const after = cursor === undefined ? -1 : readCursor(z.tuple([z.int().nonnegative()]), cursor)[0]
      const rows = await db.query<ItemRow>(
        `select position, source, outcome, reason, article_id from article_import_items
          where workspace_id = $1 and import_id = $2 and position > $3 and ($4::text is null or outcome = $4)
          order by position limit $5`,
        [workspaceId, id, after, outcome ?? null, limit + 1],
      )
      const shown = rows.slice(0, limit)
      return { items: shown, next: rows.length > limit ? writeCursor(shown.at(-1)!.position) : null }
    },

    addItems,
  }
}

export type Imports = ReturnType<typeof createImports>
