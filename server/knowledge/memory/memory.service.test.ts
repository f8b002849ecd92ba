// What search remembers: clean of who asked, counted once a spelling, bounded, fading, and followed by the index.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { MEMORY_LIMITS, type MemorySource } from '../../../sdk/protocol/knowledge-memory.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { redact } from '../../assistant/pipeline/redact.ts'
import { createInProcessBus } from '../../platform/bus/in-process-bus.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createArticles } from '../article.service.ts'
import { createSearch } from '../search.service.ts'
import { createMemory } from './memory.service.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ALL = { limit: 100 }

async function setUp(t: TestContext) {
  const { db } = await testDatabase(t)
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  let now = Date.parse('2026-05-01T12:00:00Z')
  const clock = () => new Date(now)
  const articles = createArticles({ db, bus, clock })
  const search = createSearch({ db, bus, now: () => now })
  t.after(search.close)
  const memory = createMemory({ db, bus, clock, redact: (text) => redact(text) })
  const workspace = async (): Promise<string> => {
    const id = uuidv7()
    await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [id])
    return id
  }
  const workspaceId = await workspace()
  const write = async (slug: string, title: string, body: string): Promise<string> => {
    await articles.upsert(workspaceId, {
      slug,
      title,
      body,
      category: null,
      summary: null,
      locale: 'en',
      updated: null,
      featured: false,
      questions: [],
      related: [],
    })
    const [row] = await db.query<{ id: string }>(
      'select id from articles where workspace_id = $1 and slug = $2',
      [workspaceId, slug],
    )
    return row!.id
  }
  const parcels = await write('parcels', 'Where is my parcel?', 'Use the tracking link in the e-mail.')
  const refunds = await write('refunds', 'When the money is back', 'Three days after the return came in.')
  const remember = (question: string, source: MemorySource = 'insert', articleId = parcels) =>
    memory.remember({ workspaceId, articleId, question, locale: 'en', source })
  const kept = async () => (await memory.list(workspaceId, ALL)).questions
  const first = async (q: string) => (await search.search(workspaceId, q, { locale: 'en' })).articles[0]?.slug
  const pass = (ms: number) => {
    now += ms
  }
  return { db, memory, search, workspace, workspaceId, parcels, refunds, remember, kept, first, pass }
}

test('remember: the same question in other spellings and order is counted, and not kept again', async (t) => {
  const { remember, kept } = await setUp(t)
  assert.equal(await remember('My bits never turned up'), 'kept')
  assert.equal(await remember('hello, turned up never: MY BITS?!', 'insert'), 'counted')
  const [one, ...others] = await kept()
  assert.equal(others.length, 0)
  assert.deepEqual([one!.question, one!.seen, one!.source], ['My bits never turned up', 2, 'insert'])
})

test('remember: nothing that names a person, an order or a card is kept', async (t) => {
  const { remember, kept, db } = await setUp(t)
  const secrets = [
    'nora@mail.example',
    '+49 151 2345 6789',
    '4111 1111 1111 1111',
    'DB-204817',
    '0151 23456789',
  ]
  for (const [at, secret] of secrets.entries())
    await remember(`why has parcel number ${'abcde'[at]}${at} for ${secret} not moved`)
  await remember('look at https://shop.example/orders/kdjf?token=abc please, parcel stuck')
  const rows = JSON.stringify(await db.query('select question, normal from remembered_questions'))
  for (const secret of [...secrets, 'token', '204817', '4111', '2345', 'nora'])
    assert.ok(!rows.includes(secret), secret)
  assert.ok((await kept()).length > 0)
})

test('remember: what is no question is passed over', async (t) => {
  const { remember, kept, memory, workspaceId } = await setUp(t)
  const poor = [
    'parcel',
    'where is it?',
    '',
    '12345 67890 11',
    'fuck your parcel tracking',
    'ab 1234 5678 9012 34',
  ]
  for (const question of poor) assert.equal(await remember(question), 'skipped', question)
  const gone = { workspaceId, articleId: uuidv7(), locale: 'en', source: 'vote' as const }
  assert.equal(await memory.remember({ ...gone, question: 'parcel lost in transit' }), 'skipped')
  assert.deepEqual(await kept(), [])
})

test('remember: of a long message the sentence with the question is kept', async (t) => {
  const { remember, kept } = await setUp(t)
  await remember(
    `${'I ordered two weeks ago and I am very patient. '.repeat(6)}Why has the courier not rung? Thanks.`,
  )
  assert.equal((await kept())[0]!.question, 'Why has the courier not rung?')
})

test('remember: an article keeps its strongest questions, and those that were accepted before those that wait', async (t) => {
  const { remember, kept, memory, workspaceId } = await setUp(t)
  const name = (n: number) =>
    `courier ${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26), 113, 120)} vanished`
  for (let n = 0; n < 30; n++) await remember(name(n))
  const waiting = await kept()
  assert.equal(waiting.length, MEMORY_LIMITS.pendingPerArticle)
  await memory.decide(workspaceId, { decisions: [{ ids: waiting.map(({ id }) => id), state: 'accepted' }] })
  for (let n = 30; n < 70; n++) await remember(name(n))
  const all = await kept()
  assert.equal(all.length, MEMORY_LIMITS.perArticle)
  assert.deepEqual(
    waiting.filter(({ id }) => !all.some((one) => one.id === id)),
    [],
  )
})

test('weight: what waits counts by half where a person vouched for it, and fades unless it is heard again', async (t) => {
  const { remember, kept, memory, workspaceId, pass } = await setUp(t)
  await remember('courier never rang', 'insert')
  await remember('driver went past', 'accepted_answer')
  const weights = async () => new Map((await kept()).map(({ question, weight }) => [question, weight]))
  assert.deepEqual(
    [(await weights()).get('courier never rang'), (await weights()).get('driver went past')],
    [0.45, 0],
  )
  await memory.set(workspaceId, { count_pending: false })
  assert.equal((await weights()).get('courier never rang'), 0)
  await memory.set(workspaceId, { count_pending: true })
  pass(180 * DAY_MS)
  assert.equal((await weights()).get('courier never rang'), 0.225)
  await remember('courier never rang', 'insert')
  assert.equal((await weights()).get('courier never rang'), 0.45)
  pass(3 * 365 * DAY_MS)
  assert.equal((await weights()).get('courier never rang'), 0)
})

test('weight: a question fades when another article answers it more often, or when it was no help', async (t) => {
  const { remember, kept, memory, workspaceId, parcels, refunds, pass } = await setUp(t)
  await remember('cash never landed')
  const weight = async () => (await kept()).find(({ article }) => article.id === parcels)!.weight
  assert.equal(await weight(), 0.45)
  await memory.doubt({ workspaceId, articleId: parcels, question: 'Cash never landed!', locale: 'en' })
  assert.equal(await weight(), 0.225)
  await remember('cash never landed', 'vote')
  assert.equal(await weight(), 0.4, 'an agent vouched for it, whoever votes after them')
  pass(1000)
  for (let n = 0; n < 3; n++) await remember('cash never landed', 'vote', refunds)
  assert.ok(Math.abs((await weight()) - 0.2) < 0.001)
})

test('weight: a vote alone moves nothing, and no customer’s doubt takes away what an owner accepted', async (t) => {
  const { remember, kept, memory, workspaceId, parcels, first, pass } = await setUp(t)
  const weight = async () => (await kept())[0]!.weight
  await remember('bloke from the depot did not show', 'vote')
  await remember('bloke from the depot did not show', 'vote')
  pass(20_000)
  assert.deepEqual([await weight(), await first('bloke depot')], [0, undefined])
  await remember('bloke from the depot did not show', 'vote')
  pass(20_000)
  assert.deepEqual([await weight(), await first('bloke depot')], [0.4, 'parcels'])
  await memory.change(workspaceId, (await kept())[0]!.id, { state: 'accepted' })
  const doubted = { workspaceId, articleId: parcels, question: 'bloke from the depot did not show' }
  for (let n = 0; n < 5; n++) await memory.doubt({ ...doubted, locale: 'en' })
  assert.equal(await weight(), 0.5)
})

test('search: a remembered question finds its article, at once when an owner accepts it, a little later when heard', async (t) => {
  const { remember, kept, memory, workspaceId, first, pass } = await setUp(t)
  const asked = 'bloke from the depot did not show'
  assert.equal(await first(asked), undefined)
  await remember('the depot bloke did not show')
  pass(2000)
  assert.equal(await first(asked), undefined, 'a burst of memories must not make an index each')
  pass(15_000)
  assert.equal(await first(asked), 'parcels')
  const [one] = await kept()
  await memory.change(workspaceId, one!.id, { state: 'rejected' })
  assert.equal(await first(asked), undefined)
  assert.equal(await remember('the depot bloke did not show'), 'skipped')
  await memory.change(workspaceId, one!.id, { state: 'accepted' })
  assert.equal(await first(asked), 'parcels')
  await memory.remove(workspaceId, one!.id)
  assert.equal(await first(asked), undefined)
  assert.equal(await remember('the depot bloke did not show'), 'kept')
})

test('decide: many at once, and the answer’s undo makes all as it was', async (t) => {
  const { remember, kept, memory, workspaceId, workspace } = await setUp(t)
  for (const question of ['courier never rang', 'driver went past', 'van got lost']) await remember(question)
  const ids = (await kept()).map(({ id }) => id)
  const accepted = ids.slice(0, 1)
  await memory.decide(workspaceId, { decisions: [{ ids: accepted, state: 'accepted' }] })
  const decided = await memory.decide(workspaceId, { decisions: [{ ids, state: 'rejected' }] })
  assert.equal(decided.changed, 3)
  await memory.decide(workspaceId, decided.undo!)
  const states = Object.fromEntries((await kept()).map(({ id, state }) => [id, state]))
  assert.deepEqual(
    ids.map((id) => states[id]),
    ['accepted', 'pending', 'pending'],
  )
  const other = await workspace()
  assert.deepEqual(await memory.decide(other, { decisions: [{ ids, state: 'rejected' }] }), {
    changed: 0,
    undo: null,
  })
})

test('list: pages the latest first, filtered, and an unknown cursor is refused', async (t) => {
  const { remember, memory, workspaceId, pass, refunds } = await setUp(t)
  for (const question of ['courier never rang', 'driver went past', 'van got lost']) {
    await remember(question)
    pass(1000)
  }
  await remember('cash never landed', 'insert', refunds)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await memory.list(workspaceId, { limit: 2, cursor })
    assert.deepEqual(page.counts, { pending: 4, accepted: 0, rejected: 0 })
    seen.push(...page.questions.map(({ question }) => question))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(seen, ['cash never landed', 'van got lost', 'driver went past', 'courier never rang'])
  const some = await memory.list(workspaceId, {
    ...ALL,
    article: refunds,
    source: 'insert',
    state: 'pending',
  })
  assert.deepEqual(
    some.questions.map(({ article }) => article.slug),
    ['refunds'],
  )
  await assert.rejects(
    memory.list(workspaceId, { limit: 2, cursor: 'x' }),
    (error) => error instanceof Problem,
  )
})

test('add: an owner’s question is accepted, one of no use is refused by name, and other workspaces’ articles are not found', async (t) => {
  const { memory, workspaceId, workspace, parcels, first } = await setUp(t)
  const added = await memory.add(workspaceId, {
    articleId: parcels,
    question: 'bloke from the depot never showed',
  })
  assert.deepEqual([added.state, added.source, added.weight, added.locale], ['accepted', 'owner', 1, 'en'])
  assert.equal(await first('depot bloke'), 'parcels')
  const code = (code: string) => (error: unknown) => error instanceof Problem && error.code === code
  await assert.rejects(
    memory.add(workspaceId, { articleId: parcels, question: 'parcel' }),
    code('invalid-request'),
  )
  const elsewhere = await workspace()
  const theirs = { articleId: parcels, question: 'bloke from the depot never showed' }
  await assert.rejects(memory.add(elsewhere, theirs), code('article-not-found'))
  await assert.rejects(
    memory.change(elsewhere, added.id, { state: 'rejected' }),
    code('remembered-not-found'),
  )
  await assert.rejects(memory.remove(elsewhere, added.id), code('remembered-not-found'))
})
