// The import as its user runs it: a process, its lines, its exit code.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { testDatabase } from '../test/helpers/test-database.ts'
import { uuidv7 } from './platform/uuid.ts'

const COMMAND = path.join(import.meta.dirname, 'import-articles.command.ts')

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

const run = (url: string, ...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url, INIT_CWD: tmpdir() }
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })

test('articles:import: good files go in, the broken one is named, and the exit code tells', async (t) => {
  const { db, url } = await testDatabase(t)
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-command-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'good.md'), '---\ntitle: Good\n---\nText')

  assert.match((await run(url, folder)).stderr, /^There is no workspace yet: .*\n$/)
  await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [uuidv7()])
  // Relative to where it was typed, not to the project.
  const first = await run(url, path.basename(folder), '--workspace', 'Shop')
  assert.deepEqual({ code: first.code, stderr: first.stderr }, { code: 0, stderr: '' })
  assert.match(first.stdout, /^created +1\nupdated +0\nunchanged +0\nfailed +0\n$/)

  await writeFile(path.join(folder, 'bad.md'), 'Text')
  const second = await run(url, folder)
  assert.equal(second.code, 1)
  assert.match(second.stderr, /^1\/2 +failed +bad\.md: The file must begin with front matter/)
  assert.match(second.stdout, /unchanged +1\nfailed +1\n$/)
})

test('articles:import: a wrong folder, workspace or option is one clear sentence', async (t) => {
  const { db, url } = await testDatabase(t)
  await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [uuidv7()])
  const cases = [
    [['/nowhere/at/all'], /^There is no folder \/nowhere\/at\/all\.\n$/],
    [[import.meta.dirname, '--workspace', 'Other'], /^There is no workspace "Other", only "Shop"\.\n$/],
    [[], /^Usage: /],
    [['a', '--bogus'], /Unknown option '--bogus'.*\nUsage: /],
  ] as const
  for (const [args, expected] of cases) {
    const { code, stderr } = await run(url, ...args)
    assert.equal(code, 1, stderr)
    assert.match(stderr, expected)
  }
})
