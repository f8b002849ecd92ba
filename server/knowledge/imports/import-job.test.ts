// The job of an import: it goes on after a restart, counts nothing twice, and is not held up by one bad item for ever.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { NewImport } from '../../../sdk/protocol/knowledge-import.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { createInProcessBus } from '../../platform/bus/in-process-bus.ts'
import type { JobPayloads, Jobs } from '../../platform/jobs/jobs.ts'
import { createOutbound } from '../../platform/outbound/outbound-fetch.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createArticles } from '../article.service.ts'
import { createCategoryAdmin } from '../articles/category-admin.service.ts'
import type { DocumentReader } from './document-reader.ts'
import { createImports } from './import.service.ts'
import { handleImports } from './import-job.ts'

async function setUp(t: TestContext, { started = true } = {}) {
  const { db } = await testDatabase(t)
  const workspaceId = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [workspaceId])
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  let now = new Date('2026-11-20T12:00:00Z')
  const clock = () => now
  const queue: JobPayloads['article.import'][] = []
  let handler: (payload: JobPayloads['article.import']) => Promise<void> = async () => {}
  const jobs = {
    async add(_name: string, payload: JobPayloads['article.import']) {
      // As its key says: one waits at a time.
      queue.splice(0, queue.length, payload)
    },
    handle(_name: string, given: typeof handler) {
      handler = given
    },
  } as unknown as Pick<Jobs, 'add' | 'handle'>
  const imports = createImports({ db, jobs, clock })
  const articles = createArticles({ db, bus, clock })
  let read: DocumentReader['read'] = async ({ name }) => ({
    title: name,
    summary: null,
    locale: null,
    canonical: null,
    body: 'Text',
  })
  handleImports({
    db,
    jobs,
    imports,
    articles,
    categoryAdmin: createCategoryAdmin({ db, bus }),
    outbound: createOutbound(),
    clock,
    reader: { read: (document) => read(document) },
  })
  const { id } = await imports.begin(
    { workspaceId, agentId: null },
    NewImport.parse({ kind: 'files', publish: true }),
  )
  for (let n = 0; n < 25; n += 1) await imports.addFile(workspaceId, id, `a${n}.pdf`, Buffer.from('x'))
  if (started) await imports.start(workspaceId, id)
  return {
    db,
    imports,
    articles,
    workspaceId,
    id,
    queue,
    use: (given: DocumentReader['read']) => {
      read = given
    },
    wait: (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000)
    },
    /** The next job; what it throws is what graphile-worker would try again after. */
    run: () => handler(queue.shift()!),
    now: () => imports.get(workspaceId, id),
  }
}

test('import job: a few items at a time, until all are done', async (t) => {
  const { run, now, queue, articles, workspaceId } = await setUp(t)
  const seen: number[] = []
  while (queue.length > 0) {
    await run()
    seen.push((await now()).done)
  }
  assert.deepEqual(seen, [10, 20, 25])
  assert.equal((await now()).state, 'done')
  assert.equal(await articles.count(workspaceId, { siteId: null }), 25)
})

test('import job: broken off in the middle, it goes on with the same item and writes none twice', async (t) => {
  const { run, now, queue, use, id, workspaceId, articles, db } = await setUp(t)
  let reads = 0
  use(async ({ name }) => {
    reads += 1
    if (reads === 4) throw new Error('The process ends here.')
    return { title: name, summary: null, locale: null, canonical: null, body: 'Text' }
  })
  await assert.rejects(run(), /ends here/)
  assert.deepEqual([(await now()).done, (await now()).created], [3, 3])
  queue.push({ workspaceId, importId: id })
  while (queue.length > 0) await run()
  const { state, created, unchanged } = await now()
  assert.deepEqual([state, created, unchanged], ['done', 25, 0])
  assert.equal(await articles.count(workspaceId, { siteId: null }), 25)
  const left = await db.query('select 1 from article_import_items where content is not null')
  assert.deepEqual(left, [])
})

test('import job: an item that ends the process again and again is left as failed, and the rest is taken', async (t) => {
  const { run, now, queue, use, id, workspaceId, imports } = await setUp(t)
  use(async ({ name }) => {
    if (name === 'a1.pdf') throw new Error('The process ends here.')
    return { title: name, summary: null, locale: null, canonical: null, body: 'Text' }
  })
  for (let n = 0; n < 3; n += 1) {
    await assert.rejects(run(), /ends here/)
    queue.push({ workspaceId, importId: id })
  }
  while (queue.length > 0) await run()
  const { state, created, failed } = await now()
  assert.deepEqual([state, created, failed], ['done', 24, 1])
  const { items } = await imports.items(workspaceId, id, { outcome: 'failed', limit: 10 })
  assert.deepEqual(
    [items[0]!.source, items[0]!.reason],
    ['a1.pdf', 'Reading it has broken off several times.'],
  )
})

test('import job: called off while it is at work, it takes nothing more', async (t) => {
  const { run, now, queue, imports, workspaceId, id } = await setUp(t)
  await run()
  await imports.cancel(workspaceId, id)
  while (queue.length > 0) await run()
  const { state, done, total } = await now()
  assert.deepEqual([state, done, total], ['cancelled', 10, 25])
})

test('import job: one that nobody went on filling is called off after a day, and its files are let go', async (t) => {
  const { run, now, queue, wait, db, workspaceId, id } = await setUp(t, { started: false })
  await run()
  assert.equal((await now()).state, 'open')
  wait(24)
  queue.push({ workspaceId, importId: id })
  await run()
  assert.equal((await now()).state, 'cancelled')
  assert.deepEqual(await db.query('select 1 from article_import_items where content is not null'), [])
})
