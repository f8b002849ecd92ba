// Forward only, one transaction each, and one node at a time.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { migrate } from './migrate.ts'

/** A database in which only the folder's migrations have run. */
async function bareDatabase(t: TestContext, files: Record<string, string>) {
  const { db, url } = await testDatabase(t)
  await db.query('drop schema public cascade')
  await db.query('create schema public')
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-migrations-'))
  t.after(() => rm(folder, { recursive: true }))
  const write = async (more: Record<string, string>) => {
    for (const [name, sql] of Object.entries(more)) await writeFile(path.join(folder, name), sql)
  }
  await write(files)
  return { db, url, folder, write }
}

const TWO = {
  '0001-cups.sql': 'create table cups (\n  id int primary key\n);\n',
  '0002-more.sql': 'alter table cups add column size int; insert into cups values (1, 2);',
}

test('migrate: applies in the order of names, and a second time does nothing', async (t) => {
  const { db, url, folder, write } = await bareDatabase(t, TWO)
  assert.deepEqual(await migrate({ url, folder }), ['0001-cups', '0002-more'])
  assert.deepEqual(await migrate({ url, folder }), [])
  await write({ '0003-names.sql': `alter table cups add column name text default 'cup';` })
  assert.deepEqual(await migrate({ url, folder }), ['0003-names'])
  assert.deepEqual(await db.query('select * from cups'), [{ id: 1, size: 2, name: 'cup' }])
})

test('migrate: a broken one leaves nothing of itself, and what came before stays', async (t) => {
  const broken = { '0003-bad.sql': 'create table saucers (id int); select no_such_function();' }
  const { db, url, folder, write } = await bareDatabase(t, { ...TWO, ...broken })
  await assert.rejects(migrate({ url, folder }), /no_such_function/)
  assert.deepEqual(await db.query(`select to_regclass('saucers') as table`), [{ table: null }])
  await write({ '0003-bad.sql': 'create table saucers (id int);' })
  assert.deepEqual(await migrate({ url, folder }), ['0003-bad'])
})

test('migrate: one whose record cannot be written is undone with it', async (t) => {
  const { db, url, folder } = await bareDatabase(t, {
    '0001-rash.sql': 'create table cups (); drop table migrations;',
  })
  await assert.rejects(migrate({ url, folder }), /"migrations" does not exist/)
  assert.deepEqual(await db.query(`select to_regclass('cups') as table`), [{ table: null }])
})

test('migrate: nodes that start together apply each once', async (t) => {
  const { url, folder } = await bareDatabase(t, TWO)
  const applied = await Promise.all([1, 2, 3].map(() => migrate({ url, folder })))
  assert.deepEqual(applied.flat().sort(), ['0001-cups', '0002-more'])
})

test('migrate: one that was changed after it ran is refused by name', async (t) => {
  const { url, folder, write } = await bareDatabase(t, TWO)
  await migrate({ url, folder })
  await write({ '0001-cups.sql': 'create table cups (id bigint primary key);' })
  await assert.rejects(migrate({ url, folder }), /^OperatorError: Migration 0001-cups was changed/)
  // A checkout on Windows ends lines its own way.
  await write({ '0001-cups.sql': TWO['0001-cups.sql'].replaceAll('\n', '\r\n') })
  assert.deepEqual(await migrate({ url, folder }), [])
})

test('migrate: a database newer than this release is left as it is', async (t) => {
  const { url, folder } = await bareDatabase(t, { ...TWO, '0003-next.sql': 'create table plates (id int);' })
  await migrate({ url, folder })
  await rm(path.join(folder, '0003-next.sql'))
  assert.deepEqual(await migrate({ url, folder }), [])
})

test('migrate: a password that is wrong is one sentence without the password', async (t) => {
  const { url } = await testDatabase(t)
  const wrong = new URL(url)
  wrong.password = 'hush'
  await assert.rejects(migrate({ url: wrong.href }), (error: Error) => {
    assert.match(
      error.message,
      /^DATABASE_URL: cannot open database .* \(password authentication failed.*\)\.$/,
    )
    assert.doesNotMatch(error.message, /hush/)
    return true
  })
})

test('migrate: the job runner finds its tables', async (t) => {
  const { url } = await testDatabase(t)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  t.after(() => client.end())
  const { rows } = await client.query(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  )
  assert.deepEqual(rows, [{ there: true }])
})

test('migrate: a server that goes away while its connections are being closed ends nothing', async (t) => {
  const { url, folder } = await bareDatabase(t, TWO)
  const { end } = pg.Client.prototype
  const broken = t.mock.method(
    pg.Client.prototype,
    'end',
    function (this: pg.Client, done: (error: Error) => void) {
      this.emit('error', new Error('terminating connection due to administrator command'))
      return end.call(this, done)
    },
  )
  await migrate({ url, folder })
  broken.mock.restore()
  assert.ok(broken.mock.callCount() > 1)
})
