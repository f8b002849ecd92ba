// The site command as its user runs it: the tag to paste, what may be set, one sentence for what may not.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { testDatabase } from '../test/helpers/test-database.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { createSites } from './sites/site.service.ts'

async function setUp(t: TestContext) {
  const { db, url } = await testDatabase(t)
  const { id: workspaceId } = await createWorkspaces({ db }).create({ name: 'Shop' })
  const site = await createSites({ db }).create({ workspaceId, name: 'Support', key: 'shop' })
  const run = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: url, PUBLIC_URL: 'https://support.example.com' }
    const file = path.join(import.meta.dirname, 'site.command.ts')
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, [file, ...args], { env })) }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }
  return { db, site, run }
}

test('site command: shows the tag, sets what is given and leaves the rest', async (t) => {
  const { db, site, run } = await setUp(t)
  const shown = await run()
  assert.match(
    shown.stdout,
    /<script src="https:\/\/support\.example\.com\/support\/widget\/embed\.js" data-site="shop" async><\/script>/,
  )
  const set = await run('--origin', 'HTTPS://Shop.Example/', '--colour', '#0A5E4B', '--name', 'Fjordline')
  assert.equal(set.code, 0)
  const after = await createSites({ db }).get(site.id)
  assert.deepEqual(
    [after!.name, after!.allowedOrigins, after!.appearance.light.solid, after!.appearance.position],
    ['Fjordline', ['https://shop.example'], '#0a5e4b', 'bottom-right'],
  )
})

test('site command: what makes no sense is one sentence and exit code 1', async (t) => {
  const { run } = await setUp(t)
  for (const args of [
    ['--colour', 'green'],
    ['--origin', 'https://shop.example/path'],
    ['--key', 'nobody'],
    ['--what'],
  ]) {
    const { code, stderr } = await run(...args)
    assert.equal(code, 1, args.join(' '))
    assert.doesNotMatch(stderr, /\n\s+at /, args.join(' '))
  }
})
