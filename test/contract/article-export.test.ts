// The export: what goes out comes back the same, into the workspace it is from and into another one.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { importFolder } from '../../server/knowledge/article-import.ts'
import { createArticleExport } from '../../server/knowledge/articles/article-export.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { articleDesk } from '../helpers/article-desk.ts'

async function setUp(t: TestContext) {
  const parts = await articleDesk(t)
  const { desk } = parts
  const { rooms, db } = desk
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-export-'))
  t.after(() => rm(folder, { recursive: true }))

  async function exported(workspaceId = desk.workspaceId): Promise<Record<string, string>> {
    const files: Record<string, string> = {}
    for await (const { name, text } of createArticleExport({ db, categoryAdmin: rooms.categoryAdmin }).files(
      workspaceId,
    ))
      files[name] = text
    return files
  }
  async function take(files: Record<string, string>, workspaceId = desk.workspaceId) {
    const into = path.join(folder, uuidv7())
    await mkdir(into)
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(into, name), text)
    return importFolder({
      articles: rooms.articles,
      categories: rooms.categoryAdmin,
      workspaceId,
      folder: into,
    })
  }
  return { ...parts, folder, exported, take }
}

test('export: the demo’s articles and others go out and come back the same, here and elsewhere', async (t) => {
  const { desk, admin, publish, exported, take } = await setUp(t)
  const root = path.resolve(import.meta.dirname, '../../demo-site/articles')
  const { articles, categoryAdmin } = desk.rooms
  const first = await importFolder({
    articles,
    categories: categoryAdmin,
    workspaceId: desk.workspaceId,
    folder: root,
  })
  assert.deepEqual(first.failed, [])
  const category = (await admin('POST', '/knowledge/categories', { name: 'Yes: "no" # maybe' })).body.category
  const odd = await publish('2026-01-01', { body: '---\n\n# not front matter', category_id: category.id })
  await publish('Nur hier', {
    locale: 'nb',
    translation_of: odd.id,
    sites: [desk.site.id],
    related: [odd.slug],
  })
  await admin('POST', '/articles', {
    title: 'null',
    body: 'A draft: [x](https://x.example)\n\n---\n\nEnd',
    summary: '- a',
  })
  const gone = await publish('Archived one')
  await admin('POST', `/articles/${gone.id}/archive`)

  const files = await exported()
  assert.equal(Object.keys(files).length, 52 + 1 + 4)
  const here = await take(files)
  assert.deepEqual(here, { created: 0, updated: 0, unchanged: 56, failed: [], noted: [] })
  assert.deepEqual(await exported(), files)

  const other = uuidv7()
  await desk.db.query(`insert into workspaces (id, name) values ($1, 'Other')`, [other])
  // A site's key is of the whole installation: there this one is not.
  const portable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace(/^sites:\n {2}- .*\n/m, '')]),
  )
  assert.notDeepEqual(portable, files)
  const there = await take(portable, other)
  assert.deepEqual([there.created, there.failed], [56, []])
  assert.deepEqual(await exported(other), portable)
  const groups = await desk.db.query<{ n: number }>(
    `select count(distinct group_id)::int as n from articles where workspace_id = $1`,
    [other],
  )
  assert.equal(groups[0]!.n, 56 - 6 - 1)
})

test('export: over REST it is a zip for administrators, and what is drafted beside a published text stays at home', async (t) => {
  const { desk, admin, agent, person, publish } = await setUp(t)
  const { id } = await publish('Parcels')
  await admin('PATCH', `/articles/${id}`, { body: 'Not yet.' })
  assert.equal((await agent('GET', '/knowledge/export')).status, 403)
  const answer = await fetch(`${desk.base}/api/v1/knowledge/export`, {
    headers: { authorization: `Bearer ${await person('olga', 'owner')}` },
  })
  assert.equal(answer.headers.get('content-type'), 'application/zip')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  assert.deepEqual(Object.keys(files), ['parcels.md'])
  const text = new TextDecoder().decode(files['parcels.md'])
  assert.match(text, /^---\ntitle: Parcels\n[\s\S]*state: published\n---\nAll about Parcels\.\n$/)
})

test('articles:export: into a new folder, and never over what is there', async (t) => {
  const { desk, folder, publish } = await setUp(t)
  await publish('Parcels')
  const command = path.resolve(import.meta.dirname, '../../server/export-articles.command.ts')
  const run = (into: string) =>
    promisify(execFile)(process.execPath, [command, into], {
      env: { ...process.env, DATABASE_URL: desk.databaseUrl },
    })
  const into = path.join(folder, 'out')
  assert.match((await run(into)).stdout, /^written {2}1\n$/)
  assert.deepEqual(await readdir(into), ['parcels.md'])
  assert.match(await readFile(path.join(into, 'parcels.md'), 'utf8'), /All about Parcels/)
  await assert.rejects(run(into), /is not empty/)
})
