// Indexes in memory: made from what has changed, answered from the old one meanwhile, and never from another's.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { eventually } from '../../test/helpers/bounded-wait.ts'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import { connectDatabase } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { createArticles } from './article.service.ts'
import { createKnowledgeIndexes, type KnowledgeIndex } from './knowledge-index.ts'
import { searchIndex } from './search.service.ts'

async function setUp(t: TestContext, { waitedFor = 500 } = {}) {
  const { db: own, url } = await testDatabase(t)
  const statements: string[] = []
  const db = connectDatabase({ url, pool: 4, onStatement: (sql) => void statements.push(sql) })
  t.after(() => db.close())
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  let now = 0
  const indexes = createKnowledgeIndexes({ db, bus, now: () => now, waitedFor })
  t.after(indexes.close)
  const articles = createArticles({ db: own, bus, clock: () => new Date() })
  const workspaceId = uuidv7()
  await own.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [workspaceId])
  const write = (slug: string, title: string, locale = 'en') =>
    articles.upsert(workspaceId, {
      slug,
      title,
      locale,
      body: `All about ${title}.`,
      category: null,
      summary: null,
      updated: null,
      featured: false,
      questions: [],
      related: [],
    })
  const pass = (ms: number) => {
    now += ms
  }
  return { db: own, indexes, workspaceId, write, pass, statements, url }
}

const titles = (index: KnowledgeIndex): string[] =>
  index.languages.flatMap(({ docs }) => docs.map(({ article }) => article.title)).sort()
const first = (index: KnowledgeIndex, q: string) =>
  searchIndex(index, q, { locale: 'en' })[0]?.doc.article.slug

test('index: only what has changed is read again, and words that no article says any more are unknown', async (t) => {
  const { indexes, workspaceId, write, statements } = await setUp(t)
  for (const [slug, title] of [
    ['one', 'Bedding brakes'],
    ['two', 'Sealing tyres'],
    ['three', 'Zyzzyva chains'],
  ] as const)
    await write(slug, title)
  const before = await indexes.of(workspaceId)
  assert.deepEqual(titles(before), ['Bedding brakes', 'Sealing tyres', 'Zyzzyva chains'])
  statements.length = 0
  await write('three', 'Quokka chains')
  const after = await indexes.of(workspaceId)
  assert.deepEqual(titles(after), ['Bedding brakes', 'Quokka chains', 'Sealing tyres'])
  const read = statements.filter((sql) => sql.includes('article_passages'))
  assert.equal(read.length, 1)
  const docOf = (index: KnowledgeIndex, slug: string) =>
    index.languages[0]!.docs.find(({ article }) => article.slug === slug)!
  assert.equal(
    docOf(after, 'one').passages,
    docOf(before, 'one').passages,
    'an unchanged article is not read anew',
  )
  assert.equal(after.languages[0]!.numbers.has('zyzzyva'), false)
  assert.equal(first(after, 'zyzzyva'), undefined)
  assert.equal(first(after, 'quokka'), 'three')
  // Whoever still holds the old one is answered by it as before.
  assert.equal(first(before, 'zyzzyva'), 'three')
  assert.equal(first(before, 'quokka'), undefined)
})

test('index: while a big one is made the old one answers, and changes of the meantime are in the next', async (t) => {
  const { db, indexes, workspaceId, write, pass, url } = await setUp(t, { waitedFor: 0 })
  await write('one', 'Bedding brakes')
  await indexes.of(workspaceId)
  const other = connectDatabase({ url, pool: 1 })
  t.after(() => other.close())
  let release = (): void => {}
  const held = Promise.withResolvers<void>()
  // Nothing can be read of the passages until this transaction ends.
  const locking = other.transaction(async (transaction) => {
    await other.query('lock table article_passages in access exclusive mode', [], transaction)
    held.resolve()
    await new Promise<void>((resolve) => {
      release = resolve
    })
  })
  await held.promise
  await db.query(`update articles set title = 'Glueing' where slug = 'one' returning id`)
  await db.query('update knowledge_versions set version = version + 1 returning version')
  pass(1000)
  // With a lock on what it needs, the new one cannot be made: the old one answers.
  assert.deepEqual(titles(await indexes.of(workspaceId)), ['Bedding brakes'])
  assert.equal(first(await indexes.of(workspaceId), 'bedding'), 'one')
  release()
  await locking
  await write('two', 'Sealing tyres')
  const both = await eventually(async () => {
    const now = titles(await indexes.of(workspaceId))
    return now.length === 2 && now
  })
  assert.deepEqual(both, ['Glueing', 'Sealing tyres'])
})

test('index: many who ask at once wait for one', async (t) => {
  const { indexes, workspaceId, write, statements } = await setUp(t)
  await write('one', 'Bedding brakes')
  statements.length = 0
  const all = await Promise.all(Array.from({ length: 50 }, () => indexes.of(workspaceId)))
  assert.equal(new Set(all).size, 1)
  assert.equal(statements.filter((sql) => sql.includes('article_passages')).length, 1)
})

test('index: a site finds its own articles and those of all', async (t) => {
  const { db, indexes, workspaceId, write } = await setUp(t)
  for (const slug of ['mine', 'theirs', 'all']) await write(slug, `About ${slug}`)
  const none = await indexes.forSite(workspaceId, uuidv7())
  assert.equal(none.visible, null)
  const [mine, theirs] = [uuidv7(), uuidv7()]
  for (const [slug, site] of [
    ['mine', mine],
    ['theirs', theirs],
  ])
    await db.query('update articles set site_ids = array[$2::uuid] where slug = $1 returning id', [
      slug,
      site,
    ])
  await write('all', 'About all of them')
  const { index, visible } = await indexes.forSite(workspaceId, mine)
  const shown = index.languages[0]!.docs.filter(({ article }) => visible!.has(article.id))
  assert.deepEqual(shown.map(({ article }) => article.slug).sort(), ['all', 'mine'])
})
