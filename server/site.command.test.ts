// The site command as its user runs it: the tag to paste, what may be set, one sentence for what may not.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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

test('site command: look, hours and settings are set, and what is set is shown', async (t) => {
  const { db, site, run } = await setUp(t)
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-site-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = async (name: string, value: unknown): Promise<string> => {
    await writeFile(path.join(folder, name), JSON.stringify(value))
    return path.join(folder, name)
  }
  const hours = { time_zone: 'Europe/Oslo', days: { fri: [['08:00', '16:00']], mon: [['08:00', '18:00']] } }
  const first = await run(
    ...['--theme', 'dark', '--position', 'bottom-left', '--label', 'Help'],
    ...['--hours', await file('hours.json', hours)],
    ...['--settings', await file('settings.json', { look: { radius: 8 }, consent: 'ask' })],
  )
  assert.equal(first.code, 0, first.stderr)
  assert.match(first.stdout, /Hours +mon fri, Europe\/Oslo/)
  const after = (await createSites({ db }).get(site.id))!
  assert.deepEqual(
    [after.settings.look.theme, after.settings.look.radius, after.settings.consent],
    ['dark', 8, 'ask'],
  )
  assert.deepEqual(
    [after.appearance.position, after.appearance.label, after.hours],
    ['bottom-left', 'Help', hours],
  )
  await run(
    '--settings',
    await file('back.json', { look: { radius: null } }),
    '--hours',
    await file('no.json', null),
  )
  const { stdout } = await run()
  assert.match(stdout, /Set +{"look":{"theme":"dark"},"consent":"ask"}/)
  assert.match(stdout, /Label +Help/)
  assert.doesNotMatch(stdout, /Hours/)
})

test('site command: what makes no sense is one sentence and exit code 1', async (t) => {
  const { run } = await setUp(t)
  for (const args of [
    ['--colour', 'green'],
    ['--origin', 'https://shop.example/path'],
    ['--key', 'nobody'],
    ['--what'],
    ['--theme', 'purple'],
    ['--position', 'top'],
    ['--locale', 'not a locale'],
    ['--name', ' '],
    ['--label', 'x'.repeat(41)],
    ['--greeting', 'x'.repeat(201)],
    ['--hours', 'no-such-file.json'],
    ['--settings', 'package.json'],
  ]) {
    const { code, stderr } = await run(...args)
    assert.equal(code, 1, args.join(' '))
    assert.doesNotMatch(stderr, /\n\s+at /, args.join(' '))
  }
})
