// A database of its own for a test: a clone of a migrated template, dropped when the test is over.

import { createHash, randomUUID } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { connectDatabase, type Database } from '../../server/platform/database/database.ts'
import { migrate, readMigrations } from '../../server/platform/database/migrate.ts'
import { startTestPostgres, type TestPostgres } from './test-postgres.ts'

/** A test's context, or `{ after }` of node:test for a whole file. */
interface Scope {
  after(release: () => unknown): void
}

const TEMPLATE_LOCK = 4_600_003
let server: Promise<TestPostgres> | undefined

// Here, not where it starts: called inside a test, `after` would belong to that test instead of the file.
after(async () => (await server)?.close())

/** `url` is the same database, for what needs a connection of its own. */
export async function testDatabase(scope: Scope): Promise<{ db: Database; url: string }> {
  const admin = await openServer()
  const name = `deskbell_test_${randomUUID().replaceAll('-', '')}`
  await run(admin, (client) => cloneTemplate(client, admin, name))
  const url = withDatabase(admin, name)
  const db = connectDatabase({ url, pool: 6 })
  // Releases run first-in-first-out: asked again from inside, this one comes after those the test itself adds.
  scope.after(() =>
    scope.after(async () => {
      await db.close()
      await run(admin, (client) => client.query(`drop database if exists ${name} with (force)`))
    }),
  )
  return { db, url }
}

async function openServer(): Promise<string> {
  server ??= startTestPostgres()
  return (await server).url
}

async function cloneTemplate(client: pg.Client, admin: string, name: string): Promise<void> {
  const migrations = await readMigrations()
  const key = createHash('sha256').update(migrations.map(({ name, digest }) => name + digest).join())
  const template = `deskbell_template_${key.digest('hex').slice(0, 12)}`
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
  if (!rowCount) await makeTemplate(client, admin, template)
  await client.query(`create database ${name} template ${template} strategy file_copy`)
}

async function makeTemplate(client: pg.Client, admin: string, template: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'deskbell\\_template\\_%'`,
  )
  const names = rows.map(({ datname }) => datname)
  if (names.includes(template)) return
  // Of older migrations, or of a run that broke off.
  for (const old of names) await client.query(`drop database if exists ${old}`).catch(() => {})
  const unfinished = `${template}_unfinished`
  await client.query(`create database ${unfinished}`)
  await migrate({ url: withDatabase(admin, unfinished) })
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

async function run(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'deskbell-test-helper' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
