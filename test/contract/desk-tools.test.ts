// The team's tools over REST: lists to sort by, canned replies, macros, operations on many conversations.

import assert from 'node:assert/strict'
import test from 'node:test'
import { BulkOperation, CannedReply, Macro, MacroRun } from '../../sdk/protocol/desk-tools.ts'
import { AdminTag, AdminTopic, ConversationField } from '../../sdk/protocol/triage.ts'
import { createBulk } from '../../server/conversations/desk/bulk.service.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { startTriageDesk, type TriageDesk } from '../helpers/triage-desk.ts'

const asker =
  (desk: TriageDesk, { token }: { token: string }) =>
  async (method: string, path: string, body?: object) => {
    const answer = await desk.call(method, `/api/v1${path}`, { token, ...(body && { body }) })
    return { status: answer.status, body: answer.body }
  }

async function admin(desk: TriageDesk) {
  await desk.db.query(`update agents set role = 'admin' where id = $1 returning id`, [desk.ana.id])
  return asker(desk, desk.ana)
}

/** Waits for the job: progress comes by frames. */
async function ended(desk: TriageDesk, id: string, state: string) {
  for (;;) {
    const frame = await desk.console.nextOf(
      ({ type, data }) => type === 'bulk.progress' && data.operation.id === id,
    )
    if (frame.data.operation.state === state) return BulkOperation.parse(frame.data.operation)
  }
}

test('tags, topics, fields: written by who may, unique whatever the case, taken from every conversation', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const asAdmin = await admin(desk)
  const tag = AdminTag.parse((await ask('POST', '/tags', { name: 'Refund' })).body)
  assert.equal((await ask('POST', '/tags', { name: 'refund' })).body.code, 'name-taken')
  assert.equal((await ask('PATCH', `/tags/${tag.id}`, { name: 'Refunds' })).status, 403)
  assert.equal((await asAdmin('PATCH', `/tags/${tag.id}`, { name: 'Refunds' })).body.name, 'Refunds')
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'facts.set', { conversation_id: id, add_tag_ids: [tag.id] })
  assert.equal((await ask('GET', '/tags')).body.tags[0].conversations, 1)
  assert.equal((await asAdmin('DELETE', `/tags/${tag.id}`)).status, 200)
  assert.deepEqual((await desk.show(id)).tags, [])
  assert.equal((await asAdmin('DELETE', `/tags/${tag.id}`)).body.code, 'tag-not-found')
  assert.equal((await ask('POST', '/topics', { name: 'Repairs' })).status, 403)
  const topic = AdminTopic.parse((await asAdmin('POST', '/topics', { name: 'Repairs' })).body)
  const lost = { name: 'Lost', department_id: uuidv7() }
  assert.equal((await asAdmin('POST', '/topics', lost)).body.code, 'department-not-found')
  assert.deepEqual((await ask('GET', '/topics')).body.topics, [topic])
  const field = { key: 'plan', label: 'Plan', type: 'select', options: ['Free', 'Pro'] }
  const made = ConversationField.parse((await asAdmin('POST', '/conversation-fields', field)).body)
  assert.equal((await asAdmin('POST', '/conversation-fields', field)).body.code, 'name-taken')
  const renamed = { ...field, key: 'other', label: 'Tariff' }
  assert.equal((await asAdmin('PATCH', `/conversation-fields/${made.id}`, renamed)).body.key, 'plan')
  const [listed] = (await ask('GET', '/conversation-fields')).body.fields
  assert.deepEqual(
    [listed.key, ConversationField.parse(listed).label, listed.options],
    ['plan', 'Tariff', ['Free', 'Pro']],
  )
  assert.equal((await asAdmin('DELETE', `/conversation-fields/${made.id}`)).status, 200)
  const audited = await desk.db.query<{ action: string }>(
    `select action from audit_entries where action ~ '^(tag|topic|field)' order by created_at, id`,
  )
  assert.deepEqual(
    audited.map(({ action }) => action),
    [
      'tag.created',
      'tag.changed',
      'tag.deleted',
      'topic.changed',
      'field.changed',
      'field.changed',
      'field.deleted',
    ],
  )
})

test('canned replies: one’s own are nobody else’s, the team’s are changed by their owner or an administrator', async (t) => {
  const desk = await startTriageDesk(t)
  const [mine, theirs] = [asker(desk, desk.mika), asker(desk, desk.ana)]
  const reply = { shortcut: 'Hi', title: 'Greeting', body: 'Hello {{contact.first_name|there}}' }
  const shared = CannedReply.parse((await mine('POST', '/canned-replies', reply)).body)
  assert.deepEqual([shared.shortcut, shared.shared], ['hi', true])
  assert.equal((await theirs('POST', '/canned-replies', reply)).body.code, 'name-taken')
  const own = (await mine('POST', '/canned-replies', { ...reply, shared: false })).body
  assert.equal((await theirs('GET', '/canned-replies')).body.replies.length, 1)
  assert.equal(
    (await theirs('PATCH', `/canned-replies/${own.id}`, { title: 'x' })).body.code,
    'canned-reply-not-found',
  )
  assert.equal((await theirs('PATCH', `/canned-replies/${shared.id}`, { title: 'x' })).status, 403)
  await admin(desk)
  const changed = await theirs('PATCH', `/canned-replies/${shared.id}`, { title: 'Welcome' })
  assert.deepEqual(
    [changed.body.title, changed.body.body, changed.body.shared],
    ['Welcome', reply.body, true],
  )
  assert.equal((await theirs('POST', `/canned-replies/${shared.id}/used`)).status, 200)
  assert.equal(
    (await mine('GET', '/canned-replies')).body.replies.find(({ id }: CannedReply) => id === shared.id).used,
    1,
  )
  assert.equal((await mine('DELETE', `/canned-replies/${own.id}`)).status, 200)
  const audited = await desk.db.query(`select data from audit_entries where action like 'canned_reply%'`)
  assert.equal(audited.length, 2)
})

test('macros: actions one after the other; the failing one is named, what is before it stays, a repeat does nothing twice', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const id = await desk.chat('Hello')
  await desk.done(desk.customer, 'contact.update', { conversation_id: id, name: 'Nora Berg' })
  const actions = [
    { type: 'assign', assignee_id: 'me' },
    { type: 'facts', priority: 'high' },
    { type: 'reply', body: 'Hello {{contact.first_name|there}}, {{nothing.known}} {{custom.plan|free}}' },
    { type: 'assign', assignee_id: uuidv7() },
    { type: 'resolve' },
  ]
  const made = await ask('POST', '/macros', { name: 'Greet', actions })
  const macro = Macro.parse(made.body)
  const run = { conversation_id: id, cid: uuidv7() }
  const { body } = await ask('POST', `/macros/${macro.id}/run`, run)
  assert.deepEqual(
    MacroRun.parse(body).results.map(({ state, code }) => code ?? state),
    ['done', 'done', 'done', 'agent-not-found', 'skipped'],
  )
  const before = await desk.log(id)
  assert.equal(before.at(-1)!.data.body, 'Hello Nora, {{nothing.known}} free')
  await ask('POST', `/macros/${macro.id}/run`, run)
  assert.equal((await desk.log(id)).length, before.length)
  const shown = await desk.show(id)
  assert.deepEqual(
    [shown.priority, shown.assignee.id, shown.status],
    ['high', desk.mika.id, 'waiting_on_customer'],
  )
  const asAna = asker(desk, desk.ana)
  assert.equal((await asAna('POST', `/macros/${macro.id}/run`, run)).body.code, 'macro-not-found')
  assert.deepEqual((await asAna('GET', '/macros')).body.macros, [])
  // The team’s is everybody's to run, and its owner's to change.
  assert.equal((await ask('PATCH', `/macros/${macro.id}`, { shared: true })).status, 200)
  assert.equal((await asAna('GET', '/macros')).body.macros.length, 1)
  for (const [method, body] of [['PATCH', { name: 'Mine' }], ['DELETE']] as const)
    assert.equal((await asAna(method, `/macros/${macro.id}`, body)).body.code, 'forbidden', method)
})

test('bulk: what a filter finds is worked through, told by frames, and taken back where nobody has changed it since', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const ids = [await desk.chat('One'), await desk.chat('Two'), await desk.chat('Three')]
  await desk.done(desk.colleague, 'conversation.accept', { conversation_id: ids[2] })
  const tag = (await ask('POST', '/tags', { name: 'Storm' })).body
  const start = {
    id: uuidv7(),
    view: 'open',
    actions: [
      { type: 'facts', priority: 'urgent', add_tag_ids: [tag.id] },
      { type: 'assign', assignee_id: 'me' },
      { type: 'resolve' },
    ],
  }
  const before = await Promise.all(ids.map(desk.show))
  const begun = await ask('POST', '/bulk', start)
  assert.deepEqual([begun.status, begun.body.total], [201, 3])
  const done = await ended(desk, start.id, 'done')
  assert.deepEqual([done.done, done.failed, done.undoable], [3, 0, true])
  assert.deepEqual((await ask('POST', '/bulk', start)).body, done)
  assert.equal((await ask('POST', '/bulk', { ...start, view: 'mine' })).body.code, 'cid-reused')
  const worked = await Promise.all(ids.map(desk.show))
  for (const each of worked)
    assert.deepEqual([each.priority, each.status, each.assignee.id], ['urgent', 'resolved', desk.mika.id])
  await desk.done(desk.colleague, 'facts.set', { conversation_id: ids[1], priority: 'low' })
  await ask('POST', `/bulk/${start.id}/undo`)
  const undone = await ended(desk, start.id, 'undone')
  assert.deepEqual([undone.done, undone.failed, undone.undoable], [2, 1, false])
  assert.deepEqual(undone.failures[0]!.reason, 'Somebody has changed it since.')
  const after = await Promise.all(ids.map(desk.show))
  for (const place of [0, 2]) {
    const { priority, status, assignee, tags, waiting_since } = before[place]
    const now = after[place]
    assert.deepEqual(
      [now.priority, now.status, now.assignee, now.tags, now.waiting_since],
      [priority, status, assignee, tags, waiting_since],
    )
  }
  assert.equal(after[1].status, 'resolved')
  assert.equal((await asker(desk, desk.ana)('POST', `/bulk/${start.id}/undo`)).status, 403)
})

test('bulk: one that fails is counted with its reason; a stopped operation does no more; a second run repeats nothing', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const ids = [await desk.chat('One'), await desk.chat('Two')]
  await desk.db.query(`update conversations set status = 'closed' where id = $1 returning id`, [ids[0]])
  const note = { type: 'note', body: 'Checked for {{contact.name|somebody}}' }
  const start = { id: uuidv7(), conversation_ids: [...ids, uuidv7()], actions: [note, { type: 'resolve' }] }
  assert.equal((await ask('POST', '/bulk', start)).body.total, 2)
  const done = await ended(desk, start.id, 'done')
  assert.deepEqual([done.done, done.failed, done.failures[0]!.conversation_id], [1, 1, ids[0]])
  const before = await desk.log(ids[1]!)
  assert.equal(before.filter(({ type }) => type === 'note.created').length, 1)
  // As after a node that died before it could write down what it had done.
  await desk.db.query(
    `with op as (update bulk_operations set state = 'running' where id = $1 returning id)
     update bulk_items set state = 'waiting' where operation_id = $1 returning place`,
    [start.id],
  )
  await desk.rooms.jobs.add('bulk.advance', { workspace_id: desk.workspaceId, operation_id: start.id })
  await ended(desk, start.id, 'done')
  assert.equal((await desk.log(ids[1]!)).length, before.length)
  const stopped = { id: uuidv7(), conversation_ids: ids, actions: [{ type: 'facts', priority: 'low' }] }
  await desk.db.query(
    `insert into bulk_operations (id, workspace_id, agent_id, digest, actions, total)
     values ($1, $2, $3, '', $4::jsonb, 1) returning id`,
    [stopped.id, desk.workspaceId, desk.mika.id, JSON.stringify(stopped.actions)],
  )
  await desk.db.query(
    'insert into bulk_items (operation_id, place, conversation_id) values ($1, 1, $2) returning place',
    [stopped.id, ids[1]],
  )
  assert.equal((await ask('POST', `/bulk/${stopped.id}/cancel`)).body.state, 'cancelled')
  await desk.rooms.jobs.add('bulk.advance', { workspace_id: desk.workspaceId, operation_id: stopped.id })
  const jobs = () =>
    desk.db.query(`select 1 from graphile_worker.jobs where task_identifier = 'bulk.advance'`)
  await eventually(async () => (await jobs()).length === 0)
  assert.equal((await desk.show(ids[1]!)).priority, 'normal')
})

test('bulk: stopped and taken back while one is still at work, that one is taken back, too', async (t) => {
  const desk = await startTriageDesk(t)
  const ids = [await desk.chat('One'), await desk.chat('Two')]
  const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let advance: Parameters<typeof desk.rooms.jobs.handle<'bulk.advance'>>[1]
  let asked = 0
  const bulk = createBulk({
    ...desk.rooms,
    db: desk.db,
    log: desk.rooms.conversationLog,
    macros: { get: assert.fail },
    jobs: {
      ...desk.rooms.jobs,
      handle: (_, handler) => {
        advance = handler as typeof advance
      },
      add: async () => {
        asked += 1
      },
    },
    deskActions: {
      async run(_, id) {
        if (id === ids[1]) {
          begun.resolve()
          await held.promise
        }
        await desk.done(desk.console, 'facts.set', { conversation_id: id, priority: 'low' })
        return []
      },
    },
    clock: () => new Date(),
  })
  const mika = await desk.rooms.principalOf(desk.workspaceId, desk.mika.id)
  const id = uuidv7()
  const run = () => advance({ workspace_id: desk.workspaceId, operation_id: id }, { attempt: 1 })
  await bulk.start(
    mika,
    { id, conversation_ids: ids, filter: {}, actions: [{ type: 'facts', priority: 'low' }] },
    Buffer.from(''),
  )
  const running = run()
  await begun.promise
  await bulk.cancel(mika, id)
  await bulk.undo(mika, id)
  await run()
  assert.equal((await bulk.get(mika, id)).state, 'undone')
  held.resolve()
  await running
  assert.equal(asked, 3)
  await run()
  const { state, done } = await bulk.get(mika, id)
  assert.deepEqual([state, done], ['undone', 2])
  assert.deepEqual(
    (await Promise.all(ids.map(desk.show))).map(({ priority }) => priority),
    ['normal', 'normal'],
  )
})

test('contacts: their latest conversations, and nothing for another workspace', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('One')
  const { contact } = await desk.show(id)
  const path = `/contacts/${contact.id}/conversations`
  const { body } = await asker(desk, desk.mika)('GET', path)
  assert.deepEqual(
    body.conversations.map((each: { id: string }) => each.id),
    [id],
  )
  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const agent = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve' })
  const eve = await desk.rooms.sessions.create({ workspaceId, agentId: agent.id })
  assert.deepEqual((await asker(desk, eve)('GET', path)).body.conversations, [])
})
