// A database for one piece of work: the configured one, or one in a temporary folder that goes when the work is done.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEnvironment } from './environment.ts'
import { connectDatabase, type Database } from './platform/database/database.ts'
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts'
import { migrate } from './platform/database/migrate.ts'

export async function withScratchDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { databaseUrl } = readEnvironment()
  const folder = databaseUrl ? null : await mkdtemp(path.join(tmpdir(), 'deskbell-eval-'))
  const embedded = folder ? await startEmbeddedPostgres({ dataDir: folder }) : null
  try {
    const url = databaseUrl ?? embedded!.url
    await migrate({ url })
    const db = connectDatabase({ url, pool: 2 })
    return await work(db).finally(() => db.close())
  } finally {
    await embedded?.close()
    if (embedded && folder) {
      await rm(embedded.folder, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    }
  }
}
