// The measuring of search as its user runs it: a process, its lines, its exit code, and nothing left behind.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { temporaryFolder } from '../test/helpers/temporary-folder.ts'
import { testDatabase } from '../test/helpers/test-database.ts'

const COMMAND = path.join(import.meta.dirname, 'eval-search.command.ts')
const TOPICS = ['parcel tracking', 'refund', 'voucher code', 'bicycle bell']
const CORPUS = {
  articles: TOPICS.map((title, id) => ({ id, title, body: `All about ${title}.\n\n<b>Odd</b> \u0000` })),
  questions: TOPICS.flatMap((title, article) => [
    { question: `a word on ${title} ${'please '.repeat(60)}`, article },
    { question: `explain ${title}`, article: String(article) },
    { question: 'xyzzy', article },
  ]),
}

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

async function setUp(t: TestContext) {
  const { db, url } = await testDatabase(t)
  const folder = await temporaryFolder(t)
  const run = (...args: string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATABASE_URL: url, INIT_CWD: folder }
      execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      )
    })
  const write = (value: unknown) => writeFile(path.join(folder, 'corpus.json'), JSON.stringify(value))
  return { db, run, write }
}

test('eval:search: prints its figures, lists the misses, and leaves the database as it was', async (t) => {
  const { db, run, write } = await setUp(t)
  await write(CORPUS)
  const { code, stdout, stderr } = await run('corpus.json', '--worst', '2', '--floors')
  assert.equal(code, 0, stderr)
  assert.match(
    stdout,
    /^recall@1 0\.667\nrecall@3 0\.667\nMRR 0\.667\nms per query \d+\.\d\d\nms p95 \d+\.\d\d\n/,
  )
  assert.match(stdout, /\narticles 4\nquestions 12\ndraws 1\n/)
  assert.match(stdout, /\nPostgreSQL, plain OR: recall@1 0\.667/)
  assert.match(stdout, /\nnot found {2}xyzzy\n {2}wanted {2}parcel tracking\n {2}first {3}nothing\n/)
  assert.match(stderr, /^articles 4\nquestions 12\n/)
  for (const table of ['workspaces', 'articles', 'article_passages', 'knowledge_versions'])
    assert.deepEqual(await db.query(`select * from ${table}`), [], table)
})

test('eval:search: remembered questions go to their article, the others are asked, in three draws', async (t) => {
  const { run, write } = await setUp(t)
  await write(CORPUS)
  const { code, stdout, stderr } = await run('corpus.json', '--remember', '2', '--json')
  assert.equal(code, 0, stderr)
  const report = JSON.parse(stdout)
  assert.deepEqual([report.articles, report.questions, report.draws], [4, 4, 3])
  assert.ok(report['recall@1'] > 0.5 && report['ms per query'] > 0)
})

test('eval:search: a wrong file or option is one clear sentence', async (t) => {
  const { run, write } = await setUp(t)
  await write({ ...CORPUS, questions: [{ question: 'x', article: 'none' }] })
  const cases = [
    [['corpus.json'], /^questions\[0\]\.article: there is no article "none"\.\n$/],
    [['none.json'], /^.*none\.json could not be read as JSON: ENOENT/],
    [['a.json', 'b.json'], /^Usage: /],
    [['corpus.json', '--remember', 'two'], /^--remember takes a whole number, not "two"\.\n$/],
    [['corpus.json', '--bogus'], /Unknown option '--bogus'.*\nUsage: /],
  ] as const
  for (const [args, expected] of cases) {
    const { code, stderr } = await run(...args)
    assert.equal(code, 1, stderr)
    assert.match(stderr, expected)
  }
})
