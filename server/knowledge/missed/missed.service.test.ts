// Searches that found nothing: one search however often it is typed on, counted by its words, without who asked.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { createWorkspaces } from '../../accounts/workspace.service.ts'
import { createMissedSearches } from './missed.service.ts'
import { readMissed } from './missed-query.ts'

const redact = (text: string): string => text.replace(/Nora/g, '[name]')

async function setUp(t: TestContext) {
  const { db } = await testDatabase(t)
  const { id: workspaceId } = await createWorkspaces({ db }).create({ name: 'Shop' })
  let now = Date.parse('2026-11-21T09:00:00Z')
  const warned: unknown[] = []
  const missed = createMissedSearches({
    db,
    log: { warn: (...line: unknown[]) => void warned.push(line) } as never,
    clock: () => new Date(now),
    redact,
    confidence: async ({ query }) => (query.startsWith('return') ? 0.9 : 0.1),
  })
  t.after(() => missed.close())
  const search = (query: string, { who = 'a', locale = 'en' } = {}): void =>
    missed.searched({ workspaceId, siteId: 's', who, query, locale })
  const listed = async () =>
    (await missed.list(workspaceId, false, 100)).searches.map(({ query, count }) => [query, count])
  return { db, workspaceId, missed, search, listed, warned, pass: (ms: number) => (now += ms) }
}

test('missed searches: what is typed on is one search, and what is found in the end is none', async (t) => {
  const { missed, search, listed, pass } = await setUp(t)
  for (const query of ['wh', 'whee', 'wheel', 'wheelbarrow rental']) search(query)
  for (const query of ['ret', 'retur']) search(query, { who: 'b' })
  search('return', { who: 'b' })
  await missed.flush()
  assert.deepEqual(await listed(), [])
  pass(6000)
  await missed.flush()
  assert.deepEqual(await listed(), [['wheelbarrow rental', 1]])
})

test('missed searches: another search does not swallow the one before; the same words count together', async (t) => {
  const { missed, search, listed } = await setUp(t)
  search('wheelbarrow rental')
  search('tandem')
  search('rental of wheelbarrows', { who: 'b' })
  await missed.flush(true)
  assert.deepEqual(await listed(), [
    ['wheelbarrow rental', 2],
    ['tandem', 1],
  ])
})

test('readMissed: nothing that names somebody, an order or nobody’s search is kept', () => {
  const kept = (text: string) => readMissed(text, 'en', redact)?.text ?? null
  assert.equal(kept('Nora where is order #1234567 for nora@example.com'), 'where is order for')
  for (const nothing of ['ab', '12345678', 'the', 'x'.repeat(130), '+47 912 34 567', 'nora@example.com'])
    assert.equal(kept(nothing), null, nothing)
  assert.equal(readMissed('الدراجات المستعملة', 'ar', redact)?.text, 'الدراجات المستعملة')
})

test('missed searches: set aside and taken up again, and nobody else’s', async (t) => {
  const { db, workspaceId, missed, search, listed } = await setUp(t)
  search('tandem')
  await missed.flush(true)
  const { searches, open } = await missed.list(workspaceId, false, 10)
  assert.equal(open, 1)
  const { id: other } = await createWorkspaces({ db }).create({ name: 'Other' })
  assert.equal(await missed.dismiss(other, [searches[0]!.id], true), 0)
  assert.equal(await missed.dismiss(workspaceId, [searches[0]!.id], true), 1)
  assert.deepEqual(await listed(), [])
  assert.equal((await missed.list(workspaceId, true, 10)).searches.length, 1)
  assert.equal((await missed.list(workspaceId, true, 10)).open, 0)
  await missed.dismiss(workspaceId, [searches[0]!.id], false)
  assert.deepEqual(await listed(), [['tandem', 1]])
})

test('missed searches: old ones are forgotten with the next that comes', async (t) => {
  const { missed, search, listed, pass } = await setUp(t)
  search('tandem')
  await missed.flush(true)
  pass(91 * 24 * 60 * 60 * 1000)
  search('unicycle')
  await missed.flush(true)
  assert.deepEqual(await listed(), [['unicycle', 1]])
})

test('missed searches: a database that is away costs a line in the log and nothing else', async (t) => {
  const { db, missed, search, warned } = await setUp(t)
  search('tandem')
  await db.close()
  await missed.flush(true)
  assert.equal(warned.length, 1)
})
