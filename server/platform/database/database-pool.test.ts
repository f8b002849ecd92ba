// The pool under transactions: a statement inside one never waits for a second connection.

import assert from 'node:assert/strict'
import test from 'node:test'
import pg, { type Client } from 'pg'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import type { Problem } from '../problem.ts'
import { connectDatabase } from './database.ts'

interface Pooled {
  pool: { waiting: number }
}

test('database: more transactions than connections, each with a statement that was not handed it, all end', async (t) => {
  const { url } = await testDatabase(t)
  const db = connectDatabase({ url, pool: 2 })
  t.after(() => db.close())
  const both = Promise.withResolvers<void>()
  let inside = 0
  const work = () =>
    db.transaction(async () => {
      inside += 1
      if (inside === 2) both.resolve()
      // Both connections are taken now: asking for a third would wait for one of these two.
      await both.promise
      const [row] = await db.query<{ id: string }>('select pg_current_xact_id()::text as id')
      const [again] = await db.query<{ id: string }>('select pg_current_xact_id()::text as id')
      assert.equal(row!.id, again!.id)
      return row!.id
    })
  const ids = await Promise.all([work(), work(), work()])
  assert.equal(new Set(ids).size, 3)
})

test('database: more than may wait for a connection are told at once to try again; who waited is served', async (t) => {
  const { url } = await testDatabase(t)
  const db = connectDatabase({ url, pool: 1, waiting: 3 })
  t.after(() => db.close())
  const release = Promise.withResolvers<void>()
  const inside = Promise.withResolvers<void>()
  const held = db.transaction(async () => {
    inside.resolve()
    await release.promise
    // Whoever has a connection already never counts as waiting for one.
    return db.query('select 1 as one')
  })
  await inside.promise
  const waiting = [
    db.query('select 1 as one'),
    db.transaction(() => db.query('select 1 as one')),
    db.prepared('one', 'select 1 as one', []),
  ]
  const { pool } = (db.sequelize as unknown as { connectionManager: Pooled }).connectionManager
  await eventually(() => pool.waiting === 3)
  const isBusy = (error: Problem): boolean => error.code === 'busy' && error.retryable
  await assert.rejects(db.query('select 1'), isBusy)
  await assert.rejects(
    db.transaction(async () => {}),
    isBusy,
  )
  await assert.rejects(db.prepared('one', 'select 1 as one', []), isBusy)
  release.resolve()
  for (const rows of await Promise.all([held, ...waiting])) assert.deepEqual(rows, [{ one: 1 }])
})

test('database: a table of hardly any rows is read by its index, as it will be when it has many', async (t) => {
  const { db, url } = await testDatabase(t)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('vacuum analyze').finally(() => admin.end())
  const plan = await db.query('explain select seq from conversation_events where conversation_id = $1', [
    '01a1fc1e-8b4a-7b60-abca-7662a2466186',
  ])
  assert.doesNotMatch(JSON.stringify(plan), /Seq Scan/)
})

test('database: what goes on after a transaction has ended is not part of it', async (t) => {
  const { db } = await testDatabase(t)
  let later: Promise<{ id: string }[]> | undefined
  const ended = Promise.withResolvers<void>()
  await db.transaction(async () => {
    later = ended.promise.then(() => db.query<{ id: string }>('select 1::text as id'))
  })
  ended.resolve()
  assert.deepEqual(await later, [{ id: '1' }])
})

test('database: a connection’s errors are heard from its first moment, before anybody waits for an answer', async (t) => {
  const { url } = await testDatabase(t)
  const db = connectDatabase({ url })
  t.after(() => db.close())
  const { lib } = (db.sequelize as unknown as { connectionManager: { lib: { Client: typeof Client } } })
    .connectionManager
  assert.equal(new lib.Client().listenerCount('error'), 1)
})

test('database: a plan that was kept while a newer node adds a column is made anew, on every connection', async (t) => {
  const { url } = await testDatabase(t)
  const db = connectDatabase({ url, pool: 2 })
  t.after(() => db.close())
  const read = (): Promise<object[]> => db.prepared('all-sites', 'select * from sites limit 0', [])
  const both = (): Promise<object[][]> => Promise.all([read(), read()])
  await both()
  await db.query('alter table sites add column newer text')
  for (let round = 0; round < 3; round++) assert.deepEqual(await both(), [[], []])
})
