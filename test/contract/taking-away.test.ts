// What a team takes away that many conversations have, and how much of it each agent may make.

import assert from 'node:assert/strict'
import test from 'node:test'
import pg from 'pg'
import { TakenAway, TRIAGE_LIMITS } from '../../sdk/protocol/triage.ts'
import { createStripGone, type StripGoneDeps } from '../../server/conversations/desk/strip-gone.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startTriageDesk, type TriageDesk } from '../helpers/triage-desk.ts'

const asker =
  (desk: TriageDesk, { token }: { token: string }) =>
  async (method: string, path: string, body?: object) => {
    const answer = await desk.call(method, `/api/v1${path}`, { token, ...(body && { body }) })
    return { status: answer.status, body: answer.body }
  }

async function administrator(desk: TriageDesk, name = 'Olga') {
  const person = await desk.person(name)
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [person.id])
  return asker(desk, person)
}

/** The three lists' conversations hold, each with one of its own. */
async function sorted(desk: TriageDesk, ask: ReturnType<typeof asker>, count: number) {
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await ask('POST', path, body)
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body.id
  }
  const department = await made('/admin/departments', { name: 'Repairs' })
  const topic = await made('/topics', { name: 'Chains', department_id: null })
  const tag = await made('/tags', { name: 'Urgent' })
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push(await desk.chat(`Chat ${n}`))
  for (const conversation_id of ids) {
    await desk.done(desk.console, 'conversation.move', { conversation_id, department_id: department })
    await desk.done(desk.console, 'facts.set', { conversation_id, topic_id: topic, add_tag_ids: [tag] })
  }
  return { department, topic, tag, ids }
}

const held = async (desk: TriageDesk) =>
  desk.db.query<{ department_id: string | null; topic_id: string | null; tags: number }>(
    'select department_id, topic_id, cardinality(tag_ids) as tags from conversations order by id',
  )

test('taking away: nobody waits for those who have it, and they show none at once', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = await administrator(desk)
  const { department, topic, tag, ids } = await sorted(desk, ask, 1)
  const colleague = await administrator(desk, 'Ida')
  const { id: elsewhere } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  await desk.db.transaction(async (transaction) => {
    // Somebody is at work in it: what took it away in the same statement would wait here.
    await desk.db.query('select id from conversations for no key update', [], transaction)
    for (const path of [`/admin/departments/${department}`, `/topics/${topic}`, `/tags/${tag}`])
      assert.equal((await ask('DELETE', path)).status, 200, path)
    // Whoever else runs the desk sees it, too, and nobody elsewhere does.
    for (const kind of ['department', 'topic', 'tag'])
      assert.deepEqual(TakenAway.parse((await colleague('GET', `/taken-away/${kind}`)).body), { left: 1 })
    assert.equal(await desk.rooms.stripGone.left(elsewhere, 'tag'), 0)
    assert.equal((await asker(desk, desk.mika)('GET', '/taken-away/tag')).status, 403)
    const shown = await desk.show(ids[0]!)
    assert.deepEqual([shown.department, shown.topic, shown.tags], [null, null, []])
    const board = await ask('GET', '/board')
    assert.equal(board.body.waiting.conversations[0].department, null)
  })
  await t.waitFor(
    async () => assert.deepEqual(await held(desk), [{ department_id: null, topic_id: null, tags: 0 }]),
    { timeout: 10_000 },
  )
  assert.deepEqual((await ask('GET', '/taken-away/tag')).body, { left: 0 })
  await t.waitFor(async () => assert.deepEqual(await desk.db.query('select kind from taking_away'), []), {
    timeout: 10_000,
  })
  // Once more a minute later, for who was given one in the moment it went.
  const again = await desk.db.query(
    `select id from graphile_worker.jobs
      where task_identifier = 'conversations.strip' and run_at > now() + interval '20 seconds'`,
  )
  assert.equal(again.length, 3)
})

test('taking away: until it is gone from a conversation, that can be moved elsewhere', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = await administrator(desk)
  const { ids } = await sorted(desk, ask, 1)
  await desk.db.query('update conversations set department_id = $1 returning id', [uuidv7()])
  const { body: other } = await ask('POST', '/admin/departments', { name: 'Sales' })
  const to = { conversation_id: ids[0], department_id: other.id }
  await desk.done(desk.console, 'conversation.move', to)
  assert.equal((await desk.show(ids[0]!)).department.name, 'Sales')
})

test('taking away: in batches that each stand by themselves; after a crash it goes on with what is left', async (t) => {
  const desk = await startTriageDesk(t)
  const { department, ids } = await sorted(desk, await administrator(desk), 5)
  type Handler = (
    payload: Parameters<StripGoneDeps['jobs']['add']>[1],
    run: { attempt: number },
  ) => Promise<void>
  let handler: Handler = async () => {}
  const queued: object[] = []
  const jobs = {
    handle: (_name: string, given: Handler) => {
      handler = given
    },
    add: async (_name: string, payload: object) => void queued.push(payload),
  } as unknown as StripGoneDeps['jobs']
  let batches = 0
  const db: StripGoneDeps['db'] = {
    query: (async (sql: string, ...rest: [unknown[]]) => {
      if (sql.startsWith('update conversations') && ++batches === 2) throw new Error('crash')
      return desk.db.query(sql, ...rest)
    }) as StripGoneDeps['db']['query'],
  }
  const strip = createStripGone({ db, jobs, log: { info: () => {} }, atOnce: 2 })
  assert.equal(await strip.batch(uuidv7(), 'department', department), 0)
  batches = 0
  const payload = { workspace_id: desk.workspaceId, kind: 'department' as const, id: department, done: 0 }
  await assert.rejects(handler(payload, { attempt: 1 }), /crash/)
  const left = async () => (await held(desk)).filter((row) => row.department_id !== null).length
  assert.equal(await left(), 3)
  const colleague = new pg.Client({ connectionString: desk.databaseUrl })
  await colleague.connect()
  await colleague.query('begin')
  await colleague.query(
    'select id from conversations where department_id is not null order by id limit 1 for update',
  )
  await handler(payload, { attempt: 2 })
  // The one that somebody holds is left for the next run, which is planned.
  assert.deepEqual([await left(), queued], [1, [{ ...payload, done: 2 }]])
  await colleague.end()
  await handler(payload, { attempt: 1 })
  assert.deepEqual([await left(), queued.length, ids.length], [0, 1, 5])
})

test('room: one agent uses up their own share, and the others still have theirs', async (t) => {
  const desk = await startTriageDesk(t)
  const [mine, theirs, olga] = [asker(desk, desk.mika), asker(desk, desk.ana), await administrator(desk)]
  const { each } = TRIAGE_LIMITS
  const owner = [desk.workspaceId, desk.mika.id]
  const fill = (sql: string, count: number) =>
    desk.db.query(`${sql} from generate_series(1, ${count}) n returning id`, owner)
  await fill(
    `insert into canned_replies (id, workspace_id, owner_id, shortcut, title, body, shared)
     select gen_random_uuid(), $1, $2, 'own' || n, 'Own', 'Own', true`,
    each.cannedReplies - 1,
  )
  await fill(
    `insert into macros (id, workspace_id, owner_id, name, shared, actions)
     select gen_random_uuid(), $1, $2, 'Own ' || n, true, '[]'`,
    each.macros - 1,
  )
  await fill(
    `insert into saved_views (id, workspace_id, owner_id, name, shared, filter, sort, position)
     select gen_random_uuid(), $1, $2, 'Own ' || n, true, '{}', 'waiting', n`,
    each.savedViews - 1,
  )
  await fill(
    `insert into tags (id, workspace_id, created_by, name) select gen_random_uuid(), $1, $2, 'Own ' || n`,
    each.tags - 1,
  )
  const kinds: [string, (n: string) => object][] = [
    ['/canned-replies', (n) => ({ shortcut: n, title: 'One', body: 'One', shared: true })],
    ['/macros', (n) => ({ name: n, shared: true, actions: [{ type: 'resolve' }] })],
    ['/views', (n) => ({ name: n, shared: true, filter: {}, sort: 'waiting' })],
    ['/tags', (n) => ({ name: n })],
  ]
  for (const [path, body] of kinds) {
    const [one, other] = await Promise.all([mine('POST', path, body('one')), mine('POST', path, body('two'))])
    assert.deepEqual([one.status, other.status].sort(), [201, 409], `${path} ${JSON.stringify(other.body)}`)
    const refused = one.status === 201 ? other : one
    assert.equal(refused.body.code, 'limit-reached')
    assert.match(refused.body.detail, /all one agent may/)
    assert.equal((await theirs('POST', path, body('three'))).status, 201, path)
  }
  await desk.db.query(`update agents set role = 'admin' where id = $1 returning id`, [desk.mika.id])
  for (const [path, body] of kinds) assert.equal((await olga('POST', path, body('four'))).status, 201, path)
  for (const [path, body] of kinds) assert.equal((await mine('POST', path, body('five'))).status, 201, path)
})

test('room: the team’s has its end for administrators, too', async (t) => {
  const desk = await startTriageDesk(t)
  const olga = await administrator(desk)
  const owner = [desk.workspaceId, desk.mika.id]
  const fill = (sql: string, count: number, binds = owner) =>
    desk.db.query(`${sql} from generate_series(1, ${count}) n returning id`, binds)
  await fill(
    `insert into saved_views (id, workspace_id, owner_id, name, shared, filter, sort, position)
     select gen_random_uuid(), $1, $2, 'Own ' || n, true, '{}', 'waiting', n`,
    TRIAGE_LIMITS.savedViews - 1,
  )
  await fill(
    `insert into topics (id, workspace_id, name) select gen_random_uuid(), $1, 'Own ' || n`,
    TRIAGE_LIMITS.topics - 1,
    owner.slice(0, 1),
  )
  for (const [path, body] of [
    ['/views', (name: string) => ({ name, shared: true, filter: {}, sort: 'waiting' })],
    ['/topics', (name: string) => ({ name, department_id: null })],
  ] as const) {
    assert.equal((await olga('POST', path, body('Last'))).status, 201, path)
    const refused = await olga('POST', path, body('One more'))
    assert.deepEqual([refused.status, refused.body.code], [409, 'limit-reached'], path)
  }
})
