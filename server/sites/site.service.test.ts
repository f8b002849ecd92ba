// Sites as requests find them: by key, by origin, from memory.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createWorkspaces } from '../accounts/workspace.service.ts'
import { exactOrigin } from '../platform/http/exact-origin.ts'
import { Problem } from '../platform/problem.ts'
import { createSites } from './site.service.ts'

async function sitesRoom(t: TestContext) {
  const { db } = await testDatabase(t)
  let now = Date.now()
  let queries = 0
  const query: typeof db.query = (...args) => {
    queries += 1
    return db.query(...args)
  }
  const sites = createSites({ db: { query }, clock: () => new Date(now) })
  const { id: workspaceId } = await createWorkspaces({ db }).create({ name: 'Fjordline' })
  const pass = (ms: number): void => {
    now += ms
  }
  return { db, sites, workspaceId, pass, queries: () => queries }
}

test('a site is found by key, id and origin, with everything it was made with', async (t) => {
  const { sites, workspaceId } = await sitesRoom(t)
  const hours = { time_zone: 'Europe/Oslo', days: { mon: [['08:00', '18:00'] as [string, string]] } }
  const site = await sites.create({
    workspaceId,
    key: 'fjordline',
    name: 'Fjordline',
    locale: 'nb',
    greeting: 'Hei!',
    allowedOrigins: ['https://Fjordline.example:443/', 'http://localhost:4601'],
    colour: '#0a5e4b',
    logoPath: 'M0 0h24',
    hours,
    assistantEnabled: false,
  })
  assert.deepEqual(site.allowedOrigins, ['https://fjordline.example', 'http://localhost:4601'])
  assert.equal(site.appearance.light.solid, '#0a5e4b')
  assert.equal(site.appearance.logo_path, 'M0 0h24')
  assert.deepEqual(site.hours, hours)
  assert.equal(site.assistantEnabled, false)
  assert.deepEqual(await sites.byKey('fjordline'), site)
  assert.deepEqual(await sites.get(site.id), site)
  assert.deepEqual(await sites.byOrigin('https://fjordline.example'), site)
  assert.deepEqual(await sites.byOrigin('http://localhost:4601'), site)
  assert.equal(await sites.byOrigin('http://localhost:4602'), null)
})

test('a plain site gets a key, the house’s colours and local pages', async (t) => {
  const { sites, workspaceId } = await sitesRoom(t)
  const site = await sites.create({ workspaceId, name: 'Support' })
  assert.match(site.key, /^[0-9a-f]{16}$/)
  assert.equal(site.appearance.light.accent, '#2b50c7')
  assert.equal(site.hours, null)
  assert.deepEqual(await sites.byOrigin('http://127.0.0.1:3000'), site)
  assert.equal(await sites.byOrigin('https://shop.example'), null)
  assert.equal(await sites.byOrigin('http://localhost.evil.example'), null)
})

test('a local page belongs to the site that lists it rather than to one without a list', async (t) => {
  const { sites, workspaceId } = await sitesRoom(t)
  await sites.create({ workspaceId, name: 'Unlisted' })
  const listed = await sites.create({
    workspaceId,
    name: 'Listed',
    allowedOrigins: ['http://localhost:4601'],
  })
  assert.equal((await sites.byOrigin('http://localhost:4601'))?.id, listed.id)
})

test('only: the one site of a workspace, or none when there are two', async (t) => {
  const { sites, workspaceId } = await sitesRoom(t)
  assert.equal(await sites.only(workspaceId), null)
  const site = await sites.create({ workspaceId, name: 'One' })
  assert.deepEqual(await sites.only(workspaceId), site)
  await sites.create({ workspaceId, name: 'Two' })
  assert.equal(await sites.only(workspaceId), null)
})

test('answers are remembered for ten seconds, absent ones too, and asked once for many', async (t) => {
  const { db, sites, workspaceId, pass, queries } = await sitesRoom(t)
  await sites.create({ workspaceId, key: 'shop', name: 'Before' })
  const before = queries()
  await Promise.all([sites.byKey('shop'), sites.byKey('shop'), sites.byKey('nobody'), sites.byKey('nobody')])
  assert.equal(queries() - before, 2)
  await db.query("update sites set name = 'After' returning id")
  pass(9_999)
  assert.equal((await sites.byKey('shop'))?.name, 'Before')
  pass(1)
  assert.equal((await sites.byKey('shop'))?.name, 'After')
})

test('a failed question is asked again', async () => {
  let fails = true
  const sites = createSites({
    db: {
      async query() {
        if (fails) throw new Problem('unavailable')
        return []
      },
    },
  })
  await assert.rejects(sites.byKey('shop'), Problem)
  fails = false
  assert.equal(await sites.byKey('shop'), null)
})

test('keys and origins of absurd length are not asked for', async () => {
  const sites = createSites({ db: { query: () => assert.fail('asked') } })
  assert.equal(await sites.byKey('x'.repeat(101)), null)
  assert.equal(await sites.byOrigin(`https://${'x'.repeat(300)}`), null)
})

test('an origin is kept exactly as browsers send it', () => {
  assert.equal(exactOrigin(' HTTPS://Shop.Example:443/ '), 'https://shop.example')
  assert.equal(exactOrigin('http://localhost:4601'), 'http://localhost:4601')
  assert.equal(exactOrigin('https://bücher.example'), 'https://xn--bcher-kva.example')
})

for (const input of [
  'shop.example',
  '*',
  'https://*.shop.example',
  'https://shop.example/path',
  'https://shop.example?x=1',
  'https://user@shop.example',
  'ftp://shop.example',
  'javascript:alert(1)',
  'null',
])
  test(`${input} is no origin`, () => {
    assert.throws(
      () => exactOrigin(input),
      (error) => error instanceof Problem && error.code === 'invalid-request',
    )
  })

test('a site with hours or colours that make no sense is not made', async (t) => {
  const { sites, workspaceId } = await sitesRoom(t)
  await assert.rejects(
    sites.create({ workspaceId, name: 'X', hours: { time_zone: 'Mars/Olympus', days: {} } }),
    (error) => error instanceof Problem && error.code === 'invalid-request',
  )
  await assert.rejects(
    sites.create({ workspaceId, name: 'X', colour: 'red' }),
    (error) => error instanceof Problem && error.code === 'invalid-request',
  )
})
