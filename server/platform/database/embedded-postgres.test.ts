// The brought-along PostgreSQL: who may use it at once, what it survives, and where it lives under root.

import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import pg from 'pg'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { connectDatabase } from './database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

async function makeFolder(t: TestContext, mode = 0o755): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-postgres-'))
  // Releases run first-in-first-out: asked again from inside, this one comes after the server's.
  t.after(() => t.after(() => rm(folder, { recursive: true, force: true })))
  await chmod(folder, mode)
  return folder
}

function start(
  t: TestContext,
  options: Parameters<typeof startEmbeddedPostgres>[0],
): Promise<EmbeddedPostgres> {
  const starting = startEmbeddedPostgres(options)
  t.after(async () => (await starting.catch(() => undefined))?.close())
  return starting
}

const pidFile = (folder: string) => path.join(folder, 'postgres/cluster/postmaster.pid')
const pidIn = async (folder: string) => Number((await readFile(pidFile(folder), 'utf8')).split('\n')[0])
const isRunning = (folder: string) =>
  stat(pidFile(folder)).then(
    () => true,
    () => false,
  )

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(sql).then(({ rows }) => client.end().then(() => rows))
}

test('embedded PostgreSQL: a guest works beside the owner and does not stop what is not its own', async (t) => {
  const dataDir = await makeFolder(t)
  const owner = await start(t, { dataDir })
  const guest = await start(t, { dataDir, use: 'guest' })
  assert.equal(guest.url, owner.url)
  await guest.close()
  assert.deepEqual(await ask(owner.url, 'select 1 as one'), [{ one: 1 }])
  await owner.close()
  assert.equal(await isRunning(dataDir), false)
})

test('embedded PostgreSQL: a guest alone stops it again', async (t) => {
  const dataDir = await makeFolder(t)
  const guest = await start(t, { dataDir, use: 'guest' })
  await guest.close()
  assert.equal(await isRunning(dataDir), false)
})

test('embedded PostgreSQL: of many that start at once and share it, the last to close stops it', async (t) => {
  const dataDir = await makeFolder(t)
  const all = await Promise.all([1, 2, 3].map(() => start(t, { dataDir, use: 'shared' })))
  assert.equal(new Set(all.map(({ url }) => url)).size, 1)
  for (const one of all) {
    assert.equal(await isRunning(dataDir), true)
    await one.close()
  }
  assert.equal(await isRunning(dataDir), false)
})

test('embedded PostgreSQL: killed under a running server, it is back at the same address with its data', async (t) => {
  const dataDir = await makeFolder(t)
  const lost: string[] = []
  const { url } = await start(t, { dataDir, onLost: () => lost.push('lost') })
  const db = connectDatabase({ url })
  t.after(() => db.close())
  await db.query('create table cups (id int)')
  process.kill(await pidIn(dataDir), 'SIGKILL')
  await eventually(() => lost.length > 0)
  const rows = await eventually(() => db.query('select * from cups').catch(() => null))
  assert.deepEqual({ rows, lost }, { rows: [], lost: ['lost'] })
})

test("embedded PostgreSQL: a pid file with somebody else's number does not stop it", async (t) => {
  const dataDir = await makeFolder(t)
  await (await start(t, { dataDir })).close()
  await writeFile(pidFile(dataDir), `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n`)
  const { url } = await start(t, { dataDir })
  assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
})

test('embedded PostgreSQL: without the password nobody gets in', async (t) => {
  const dataDir = await makeFolder(t)
  const { url } = await start(t, { dataDir })
  const other = new URL(url)
  other.password = 'guessed'
  await assert.rejects(ask(other.href, 'select 1'), /password authentication failed/)
  const password = path.join(dataDir, 'postgres/cluster/deskbell-password')
  assert.equal((await stat(password)).mode & 0o777, 0o600)
})

test('embedded PostgreSQL: lower() and upper() know every alphabet', async (t) => {
  const { url } = await start(t, { dataDir: await makeFolder(t) })
  assert.deepEqual(await ask(url, `select lower('ØLÅÄЖ') as text`), [{ text: 'ølåäж' }])
})

// Only root is ever shut out of what it may itself enter.
if (process.getuid?.() === 0)
  test('embedded PostgreSQL: under root, in a folder closed to its account, it lives in /var/lib and says so', async (t) => {
    const dataDir = path.join(await makeFolder(t, 0o700), 'data')
    const lines: string[] = []
    const { url, folder, close } = await start(t, { dataDir, say: (line) => lines.push(line) })
    t.after(() => t.after(() => rm(folder, { recursive: true })))
    assert.match(folder, /^\/var\/lib\/deskbell\/[\da-f]{12}$/)
    assert.match(lines.join(), /^PostgreSQL runs as "\w+", who may not enter .*: its files are in \/var\/lib/)
    await ask(url, 'create table cups (id int)')
    await close()
    const again = await start(t, { dataDir })
    assert.deepEqual(await ask(again.url, 'select * from cups'), [])
    await again.close()
  })
