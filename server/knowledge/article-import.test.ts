// A folder of Markdown into the database: what goes in, what is named, what a second run does.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { Article } from '../../sdk/protocol/help-article.ts'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { createArticles } from './article.service.ts'
import { importFolder } from './article-import.ts'

const reach = { siteId: null, mayTeach: async () => true }

async function setUp(t: TestContext) {
  const { db } = await testDatabase(t)
  const workspaceId = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [workspaceId])
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  const articles = createArticles({ db, bus, clock: () => new Date('2026-11-20T12:00:00Z') })
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-import-'))
  t.after(() => rm(folder, { recursive: true }))
  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), content)
  }
  const run = () => importFolder({ articles, workspaceId, folder })
  return { db, bus, articles, workspaceId, write, run }
}

const REFUNDS = `---
title: Refunds
category: Payments
summary: Three days.
updated: 2026-11-16
featured: true
questions: [When do I get my money back?]
related: [parcels, nowhere]
---
Money is back in **three** days. See [parcels](../shipping/parcels.md#late) and [more](missing.md).

## How

- By card
- By [help](/help/parcels)
`
const PARCELS = '---\ntitle: Parcels\nlocale: de\n---\nSie kommen.'

test('importFolder: a second run of the same files changes nothing, an edited file is updated alone', async (t) => {
  const { db, write, run, workspaceId } = await setUp(t)
  await write('payments/refunds.md', REFUNDS)
  await write('shipping/parcels.md', PARCELS)
  const version = async () =>
    (
      await db.query<{ version: string }>('select version from knowledge_versions where workspace_id = $1', [
        workspaceId,
      ])
    )[0]!.version
  assert.deepEqual(await run(), { created: 2, updated: 0, unchanged: 0, failed: [], noted: [] })
  const first = await version()
  assert.deepEqual(await run(), { created: 0, updated: 0, unchanged: 2, failed: [], noted: [] })
  assert.equal(await version(), first)
  await write('shipping/parcels.md', `${PARCELS} Bald.`)
  assert.deepEqual(await run(), { created: 0, updated: 1, unchanged: 1, failed: [], noted: [] })
  assert.notEqual(await version(), first)
})

test('importFolder: the article reads back with its links, passages and related articles', async (t) => {
  const { db, articles, write, run, workspaceId } = await setUp(t)
  await write('payments/refunds.md', REFUNDS)
  await write('shipping/parcels.md', PARCELS)
  await run()
  const article = Article.parse(await articles.get(workspaceId, 'refunds', { siteId: null }))
  assert.equal(article.category, 'Payments')
  assert.equal(article.updated_at, '2026-11-16T00:00:00.000Z')
  assert.equal(article.reading_minutes, 1)
  assert.deepEqual(article.related, [{ slug: 'parcels', title: 'Parcels', category: null }])
  assert.deepEqual(article.content[0], {
    type: 'paragraph',
    id: 'p1',
    children: [
      'Money is back in ',
      { type: 'strong', children: ['three'] },
      ' days. See ',
      { type: 'articleLink', slug: 'parcels', children: ['parcels'] },
      ' and more.',
    ],
  })
  const passages = await db.query(
    'select passage, heading, text from article_passages order by heading, text desc',
  )
  assert.deepEqual(
    passages.map((row) => Object.values(row)),
    [
      ['p1', '', 'Sie kommen.'],
      ['p1', '', 'Money is back in three days. See parcels and more.'],
      ['p3', 'How', '- By card\n- By help'],
    ],
  )
})

test('importFolder: a broken file is named with its fault, and the rest goes in', async (t) => {
  const { articles, write, run, workspaceId } = await setUp(t)
  await write('good.md', PARCELS)
  await write('a-none.md', 'No front matter')
  await write('b-key.md', '---\ntitle: A\ncolour: red\n---\nText')
  await write('c-title.md', '---\nsummary: A\n---\nText')
  await write('d-yaml.md', '---\ntitle: "A\n---\nText')
  await write('e-empty.md', '---\ntitle: A\n---\n')
  await write('f-twice.md', '---\ntitle: Other\nslug: b-twice\n---\nText')
  await write('g-twice.md', '---\ntitle: Other\nslug: b-twice\n---\nText')
  await write('h-date.md', '---\ntitle: A\nupdated: soon\n---\nText')
  await write('notes.txt', 'not an article')
  const report = await run()
  assert.equal(report.created, 2)
  const reasons = Object.fromEntries(report.failed.map(({ file, reason }) => [file, reason]))
  assert.match(reasons['a-none.md']!, /must begin with front matter/)
  assert.match(reasons['b-key.md']!, /unknown key "colour"/)
  assert.match(reasons['c-title.md']!, /title: /)
  assert.match(reasons['d-yaml.md']!, /not valid YAML/)
  assert.match(reasons['e-empty.md']!, /no text/)
  assert.match(reasons['g-twice.md']!, /"b-twice" is taken by f-twice\.md/)
  assert.match(reasons['h-date.md']!, /updated: must be a date/)
  assert.equal(report.failed.length, 7)
  assert.equal(await articles.count(workspaceId, { siteId: null }), 2)
})

test('importFolder: a folder that is not there, or holds no Markdown, is one clear sentence', async (t) => {
  const { articles, workspaceId, write, run } = await setUp(t)
  await write('notes.txt', 'x')
  await assert.rejects(run(), /There is no Markdown file/)
  const folder = '/nowhere/at/all'
  await assert.rejects(
    importFolder({ articles, workspaceId, folder }),
    /Cannot read the folder .*: no such folder\./,
  )
})

test('articles: another workspace sees none of them', async (t) => {
  const { db, articles, write, run } = await setUp(t)
  await write('parcels.md', PARCELS)
  await run()
  const other = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Other')`, [other])
  assert.equal(await articles.count(other, { siteId: null }), 0)
  assert.deepEqual(await articles.list(other, { siteId: null }), [])
  assert.deepEqual(await articles.popular(other, 'de', { siteId: null }), [])
  await assert.rejects(articles.get(other, 'parcels', { siteId: null }), { code: 'article-not-found' })
  await assert.rejects(articles.feedback(other, 'parcels', { helpful: true }, reach), {
    code: 'article-not-found',
  })
})

test('articles.popular: featured ones first, in the visitor’s language where there are any', async (t) => {
  const { articles, write, run, workspaceId } = await setUp(t)
  await write('parcels.md', PARCELS)
  for (const name of ['a', 'b'])
    await write(`${name}.md`, `---\ntitle: ${name}\nfeatured: ${name === 'b'}\n---\nText`)
  await run()
  const slugs = async (locale: string | null, limit?: number) =>
    (await articles.popular(workspaceId, locale, { siteId: null, ...(limit && { limit }) })).map(
      ({ slug }) => slug,
    )
  assert.deepEqual(await slugs('de-AT'), ['parcels'])
  assert.deepEqual(await slugs('ja'), ['b', 'a'])
  assert.deepEqual(await slugs(null, 1), ['b'])
})

test('articles.feedback: a judgement is kept and counted', async (t) => {
  const { db, articles, write, run, workspaceId } = await setUp(t)
  await write('parcels.md', PARCELS)
  await run()
  await articles.feedback(workspaceId, 'parcels', { helpful: true }, reach)
  await articles.feedback(workspaceId, 'parcels', { helpful: false, comment: 'Too short' }, reach)
  const [counts] = await db.query('select helpful_count, unhelpful_count from articles')
  assert.deepEqual(counts, { helpful_count: 1, unhelpful_count: 1 })
  const comments = await db.query(
    'select helpful, comment from article_feedback order by created_at, helpful desc',
  )
  assert.deepEqual(comments, [
    { helpful: true, comment: null },
    { helpful: false, comment: 'Too short' },
  ])
})
