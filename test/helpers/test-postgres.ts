// The PostgreSQL server of a test run: TEST_DATABASE_URL where the run has one, else one that test processes share.

import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'
import { memoryFolder } from './memory-folder.ts'

const DATA_DIR = path.resolve(import.meta.dirname, '../../data/test-postgres')

/** What it loses in a power cut, the next run makes anew. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
  autovacuum: 'off',
  // Nothing is replicated, and what is written twice costs twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
}

export interface TestPostgres {
  url: string
  close(): Promise<void>
}

/** For a test process of its own. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => {} }
  return startEmbeddedPostgres({ dataDir: DATA_DIR, use: 'shared', settings: SETTINGS })
}

/** For a runner: start it once, hand `url` to the tests as TEST_DATABASE_URL, close it last; nothing stays of it. */
export async function startRunPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => {} }
  const folder = await memoryFolder('run')
  const server = await startEmbeddedPostgres({ dataDir: folder.path, use: 'shared', settings: SETTINGS })
  await hastenLogins(server.url)
  return {
    url: server.url,
    async close() {
      await server.close()
      await folder.remove()
    },
  }
}

/** A dozen connections a test, each with thousands of rounds of hashing: here the password is kept with one. */
async function hastenLogins(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set scram_iterations = 1')
    const password = client.escapeLiteral(decodeURIComponent(new URL(url).password))
    await client.query(`alter role current_user password ${password}`)
  } finally {
    await client.end()
  }
}
