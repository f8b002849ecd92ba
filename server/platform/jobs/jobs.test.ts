// Jobs outlive what runs them: a process that died, and a PostgreSQL that was away.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import pg from 'pg'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { createLog } from '../log.ts'
import { createJobs } from './jobs.ts'

declare module './jobs.ts' {
  interface JobPayloads {
    'test.work': { name: string }
  }
}

async function withJobs(t: TestContext, work: (name: string, attempt: number) => Promise<void>) {
  const { db, url } = await testDatabase(t)
  const jobs = createJobs({ db, url, log: createLog({ destination: { write: () => {} } }) })
  const done: string[] = []
  jobs.handle('test.work', async ({ name }, { attempt }) => {
    await work(name, attempt)
    done.push(name)
  })
  t.after(() => jobs.close())
  const until = (name: string) => eventually(() => done.includes(name), { what: `the job ${name}` })
  return { db, url, jobs, until }
}

test('jobs: what a dead process had at work is run by the next one', async (t) => {
  const attempts: number[] = []
  const { db, jobs, until } = await withJobs(t, async (_name, attempt) => {
    attempts.push(attempt)
  })
  await jobs.add('test.work', { name: 'left behind' }, { queue: 'one' })
  await db.query(`update graphile_worker._private_job_queues set locked_by = 'pool-dead', locked_at = now()`)
  await db.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now(), attempts = 1`,
  )
  await jobs.start()
  await until('left behind')
  assert.deepEqual(attempts, [2])
})

test('jobs: what a living node has at work is left to it', async (t) => {
  const { promise: gate, resolve: leave } = Promise.withResolvers<void>()
  let runs = 0
  const { db, url, jobs, until } = await withJobs(t, (name) => {
    if (name === 'long') runs += 1
    return name === 'long' ? gate : Promise.resolve()
  })
  await jobs.start()
  await jobs.add('test.work', { name: 'long' })
  await eventually(() => runs > 0)
  const other = createJobs({ db, url, log: createLog({ destination: { write: () => {} } }) })
  other.handle('test.work', async ({ name }) => {
    if (name === 'long') runs += 1
  })
  await other.start()
  const [job] = await db.query<{ locked_by: string | null }>('select locked_by from graphile_worker.jobs')
  assert.match(job!.locked_by ?? '', /^pool-/)
  await other.close()
  leave()
  await until('long')
  assert.equal(runs, 1)
})

test('jobs: PostgreSQL away while jobs end: the process lives, and jobs run again when it is back', async (t) => {
  const { promise: started, resolve: begun } = Promise.withResolvers<void>()
  const atWork: (() => void)[] = []
  const { url, jobs, until } = await withJobs(t, (name) => {
    // What could not be written down is run again.
    if (name === 'later' || atWork.length === 3) return Promise.resolve()
    return new Promise((leave) => {
      if (atWork.push(leave) === 3) begun()
    })
  })
  const home = new URL(url)
  const name = home.pathname.slice(1)
  home.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: home.href })
  await admin.connect()
  t.after(() => admin.end())
  await jobs.start()
  for (const name of ['first', 'second', 'third']) await jobs.add('test.work', { name })
  await started
  await admin.query(`alter database ${name} with allow_connections false`)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = $1 and application_name = 'deskbell-jobs'`,
    [name],
  )
  // Each by itself: what is written down of one says nothing of the next.
  for (const leave of atWork) {
    leave()
    await new Promise((turn) => setTimeout(turn, 1))
  }
  await admin.query(`alter database ${name} with allow_connections true`)
  await jobs.add('test.work', { name: 'later' })
  await until('later')
})
