// The PostgreSQL server of a test run: TEST_DATABASE_URL where the run has one, else one that test processes share.

import path from 'node:path'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'

const DATA_DIR = path.resolve(import.meta.dirname, '../../data/test-postgres')

/** What it loses in a power cut, the next run makes anew. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
  shared_buffers: '64MB',
  autovacuum: 'off',
}

export interface TestPostgres {
  url: string
  close(): Promise<void>
}

/** For a runner: start it once, hand `url` to the tests as TEST_DATABASE_URL, close it last. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => {} }
  return startEmbeddedPostgres({ dataDir: DATA_DIR, use: 'shared', settings: SETTINGS })
}
