// The helper itself: clones are migrated, apart from each other, and gone afterwards.

import assert from 'node:assert/strict'
import test from 'node:test'
import pg from 'pg'
import { testDatabase } from './test-database.ts'

const insertWorkspace = `insert into workspaces (id, name) values (gen_random_uuid(), 'Fjordline')`

test('testDatabase: two tests at once never see each other and both are migrated', async (t) => {
  const [one, two] = await Promise.all([testDatabase(t), testDatabase(t)])
  await one.db.query(insertWorkspace)
  assert.equal((await one.db.query('select * from workspaces')).length, 1)
  assert.equal((await two.db.query('select * from workspaces')).length, 0)
  assert.equal((await two.db.query('select * from graphile_worker.jobs')).length, 0)
})

test('testDatabase: when the test is over, its database is gone', async (t) => {
  let url = ''
  await t.test('inside', async (inner) => {
    url = (await testDatabase(inner)).url
  })
  await assert.rejects(new pg.Client({ connectionString: url }).connect(), /does not exist/)
})

test('testDatabase: the database is still there for what the test itself releases', async (t) => {
  let rows: unknown[] = []
  await t.test('inside', async (inner) => {
    const { db } = await testDatabase(inner)
    inner.after(async () => {
      rows = await db.query('select 1 as one')
    })
  })
  assert.deepEqual(rows, [{ one: 1 }])
})
