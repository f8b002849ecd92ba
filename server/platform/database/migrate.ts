// Brings a database to this release's shape: migrations/*.sql forward only, one transaction each, then the job
// runner's own tables. Any number of nodes may start at once: one migrates, the others wait.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { Umzug } from 'umzug'
import { OperatorError, reasonOf } from '../operator-error.ts'

export interface MigrateOptions {
  url: string
  folder?: string
}

export const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, '../../../migrations')

/** Any number will do, as long as it is always the same. */
const MIGRATION_LOCK = 4_600_002

const SILENT = new Logger(() => () => {})

const digest = (sql: string): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16)

/** The migrations in order: name without `.sql`, text, digest. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(path.join(folder, file), 'utf8')
      return { name: file.replace(/\.sql$/, ''), sql, digest: digest(sql) }
    }),
  )
}

/** @returns the names of what was applied now. */
export async function migrate({ url, folder }: MigrateOptions): Promise<string[]> {
  // A connection of its own, without the pool's 5 s limit: a migration may take as long as it needs.
  const client = new pg.Client({
    connectionString: url,
    application_name: 'deskbell-migrate',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const { host, port, database } = client
    const place = `database "${database}" at ${host}:${port}`
    throw new OperatorError(`DATABASE_URL: cannot open ${place} (${reasonOf(error)}).`, { cause: error })
  }
  try {
    await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await applyAll(client, await readMigrations(folder))
    await migrateJobs(url)
    return applied
  } finally {
    await client.end()
  }
}

/** A pool of the job runner's own would stop listening for errors before it closes: a server that goes away just
 *  then would end the process. */
async function migrateJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'deskbell-migrate' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: SILENT })
  } finally {
    await pool.end()
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major < 15)
    throw new OperatorError(`DATABASE_URL: PostgreSQL 15 or newer is needed, and this is ${major}.`)
}

async function applyAll(
  client: pg.Client,
  migrations: Awaited<ReturnType<typeof readMigrations>>,
): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migrations')
  const done = new Map(rows.map((row) => [row.name, row.digest]))
  for (const { name, digest } of migrations)
    if (done.has(name) && done.get(name) !== digest)
      throw new OperatorError(
        `Migration ${name} was changed after this database had run it: a change needs a migration of its own.`,
      )

  const umzug = new Umzug({
    migrations: migrations.map(({ name, sql, digest }) => ({
      name,
      async up() {
        await client.query('begin')
        try {
          await client.query(sql)
          await client.query('insert into migrations (name, digest) values ($1, $2)', [name, digest])
          await client.query('commit')
        } catch (error) {
          await client.query('rollback')
          throw error
        }
      },
    })),
    storage: {
      executed: async () => [...done.keys()],
      // Written by `up`, in the migration's own transaction.
      logMigration: async () => {},
      unlogMigration: async () => {
        throw new Error('Migrations go forward only.')
      },
    },
    logger: undefined,
  })
  return (await umzug.up()).map(({ name }) => name)
}
