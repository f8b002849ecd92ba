// What a team notes of a conversation, shelves it for, and whom it shuts out.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, startDesk } from '../helpers/desk.ts'
import { startTriageDesk } from '../helpers/triage-desk.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

test('facts: one row tells of all that changed, and what is unknown changes nothing', async (t) => {
  const desk = await startTriageDesk(t)
  const { console, db, workspaceId } = desk
  const { id: department } = await desk.rooms.departments.create({ workspaceId, name: 'Workshop' })
  const [tag, topic] = [uuidv7(), uuidv7()]
  await db.query(`insert into tags (id, workspace_id, name) values ($1, $2, 'VIP') returning id`, [
    tag,
    workspaceId,
  ])
  await db.query(
    `insert into topics (id, workspace_id, name, department_id) values ($1, $2, 'Repairs', $3) returning id`,
    [topic, workspaceId, department],
  )
  const field = { key: 'frame', label: 'Frame', type: 'number', required: false }
  await db.query(
    `insert into conversation_fields (id, workspace_id, key, field) values ($1, $2, 'frame', $3::jsonb) returning id`,
    [uuidv7(), workspaceId, JSON.stringify(field)],
  )
  const id = await desk.chat('My bike')
  const facts = (data: object) => ({ conversation_id: id, ...data })
  await desk.done(
    console,
    'facts.set',
    facts({
      priority: 'urgent',
      topic_id: topic,
      add_tag_ids: [tag],
      custom: { frame: 54 },
      subject: 'Frame',
    }),
  )
  const shown = await desk.show(id)
  assert.deepEqual(
    [shown.priority, shown.topic.name, shown.tags, shown.custom, shown.subject, shown.department.name],
    ['urgent', 'Repairs', [{ id: tag, name: 'VIP' }], { frame: 54 }, 'Frame', 'Workshop'],
  )
  const rows = (await desk.log(id)).filter(({ type }) => type === 'conversation.facts_changed')
  assert.equal(rows.length, 1)
  assert.deepEqual(rows[0]!.data.custom, [{ key: 'frame', label: 'Frame', from: null, to: 54 }])
  const wrong = (data: object) => desk.refused(console, 'facts.set', facts(data))
  assert.equal(await wrong({ priority: 'urgent' }), 'transition-refused')
  assert.equal(await wrong({ priority: 'low', add_tag_ids: [uuidv7()] }), 'tag-not-found')
  assert.equal(await wrong({ topic_id: uuidv7() }), 'topic-not-found')
  assert.equal(await wrong({ custom: { nothing: 'x' } }), 'field-not-found')
  assert.equal(await wrong({ custom: { frame: 'large' } }), 'invalid-request')
  await desk.done(
    console,
    'facts.set',
    facts({ remove_tag_ids: [tag], topic_id: null, custom: { frame: null } }),
  )
  const after = await desk.show(id)
  assert.deepEqual([after.priority, after.topic, after.tags, after.custom], ['urgent', null, [], {}])
  const seen = await desk.done(desk.customer, 'conversation.subscribe', { conversation_id: id, after: 0 })
  assert.ok(!JSON.stringify(seen.events).includes('facts_changed'))
})

test('snooze: it wakes when it is due, but only by the time it was last set to', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Later')
  const snooze = (until: string | null) =>
    desk.done(desk.console, 'conversation.snooze', { conversation_id: id, until })
  await snooze(inAnHour())
  const until = inAnHour()
  await snooze(until)
  assert.equal((await desk.show(id)).snoozed_until, until)
  const jobs = await desk.db.query(`select key from graphile_worker.jobs where key = $1`, [`wake:${id}`])
  assert.equal(jobs.length, 1)
  // One that was overtaken, as it comes when the snooze was set anew while it ran.
  const payload = { workspace_id: desk.workspaceId, conversation_id: id, until: '2026-01-01T00:00:00.000Z' }
  await desk.rooms.jobs.add('conversation.wake', payload)
  const waiting = () =>
    desk.db.query(`select 1 from graphile_worker.jobs where task_identifier = 'conversation.wake'`)
  await eventually(async () => (await waiting()).length <= 1)
  assert.equal((await desk.show(id)).snoozed_until, until)
  const woken = await desk.ripen('conversation.wake', id, 'conversation.snoozed', ({ data }) => !data.until)
  assert.deepEqual([woken.data.why, woken.data.previous, woken.actor.kind], ['due', until, 'system'])
  assert.equal((await desk.show(id)).snoozed_until, null)
  const past = { conversation_id: id, until: '2020-01-01T00:00:00.000Z' }
  assert.equal(await desk.refused(desk.console, 'conversation.snooze', past), 'invalid-request')
})

test('snooze: a customer’s message wakes it, also on the hot path’s way, and resolving ends it', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  await desk.done(desk.console, 'conversation.snooze', { conversation_id: id, until: inAnHour() })
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'Still there?' })
  const woken = (await desk.log(id)).at(-1)!
  assert.deepEqual([woken.type, woken.data.until, woken.data.why], ['conversation.snoozed', null, 'reply'])
  assert.equal((await desk.show(id)).snoozed_until, null)
  await desk.done(desk.console, 'conversation.snooze', { conversation_id: id, until: inAnHour() })
  await desk.done(desk.console, 'conversation.resolve', { conversation_id: id })
  assert.equal((await desk.show(id)).snoozed_until, null)
  const again = { conversation_id: id, until: inAnHour() }
  assert.equal(await desk.refused(desk.console, 'conversation.snooze', again), 'conversation-closed')
})

test('spam: it leaves the queue, no AI agent answers it, and it waits again when it was none', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Buy now')
  await desk.done(desk.console, 'conversation.spam', { conversation_id: id, spam: true })
  const shown = await desk.show(id)
  assert.deepEqual([shown.spam, shown.waiting_since], [true, null])
  await desk.done(desk.console, 'conversation.assign', {
    conversation_id: id,
    assignee_id: desk.assistant.id,
  })
  await desk.db.query(`delete from graphile_worker._private_jobs returning id`)
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'Buy more' })
  const jobs = await desk.db.query(
    `select 1 from graphile_worker.jobs where task_identifier = 'assistant.answer'`,
  )
  assert.equal(jobs.length, 0)
  assert.equal(
    await desk.refused(desk.console, 'conversation.spam', { conversation_id: id, spam: true }),
    'transition-refused',
  )
  const other = await desk.chat('Not spam')
  await desk.done(desk.console, 'conversation.spam', { conversation_id: other, spam: true })
  await desk.done(desk.console, 'conversation.spam', { conversation_id: other, spam: false })
  assert.ok((await desk.show(other)).waiting_since)
})

test('block: whatever the customer writes is refused, by every way, until they are let in again', async (t) => {
  const desk = await startTriageDesk(t)
  const [id, ended] = [await desk.chat('Hello'), await desk.chat('Another')]
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  await desk.done(desk.console, 'conversation.resolve', { conversation_id: ended })
  await desk.done(desk.console, 'contact.block', { conversation_id: id, blocked: true })
  assert.equal((await desk.show(ended)).blocked, true)
  const ways: [string, object][] = [
    ['message.send', { conversation_id: id, body: 'one' }],
    ['message.send', { conversation_id: ended, body: 'two' }],
    ['person.request', { conversation_id: ended }],
    ['conversation.rate', { conversation_id: ended, rating: 1 }],
    ['conversation.start', { conversation_id: uuidv7(), message: 'three', want: 'assistant' }],
  ]
  for (const [type, data] of ways)
    assert.equal(await desk.refused(desk.customer, type, data), 'contact-blocked', type)
  const { token } = desk.session
  const rest = (path: string, body: object) => desk.call('POST', `/support/widget${path}`, { token, body })
  const sent = await rest(`/chat/${id}/messages`, { body: 'four', cid: uuidv7() })
  assert.deepEqual([sent.status, sent.body.code], [403, 'contact-blocked'])
  const ticket = {
    site: desk.site.key,
    name: 'Nora',
    email: 'nora@example.com',
    subject: 'Five',
    description: 'six',
    cid: uuidv7(),
  }
  const opened = await rest('/tickets', ticket)
  assert.deepEqual([opened.status, opened.body.code], [403, 'contact-blocked'])
  const before = await desk.log(id)
  assert.ok(!JSON.stringify(before).includes('four'))
  await desk.done(desk.console, 'message.send', { conversation_id: id, body: 'We still may write' })
  await desk.done(desk.console, 'contact.block', { conversation_id: id, blocked: false })
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'Thanks' })
})

test('follow and mention: who is called for follows, and has dealt with it when they cease to or it ends', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const note = { conversation_id: id, body: 'Ana, have a look', mention_ids: [desk.ana.id] }
  await desk.done(desk.console, 'note.add', note)
  const noted = (await desk.log(id)).at(-1)!
  assert.deepEqual(noted.data.mentions, [{ id: desk.ana.id, name: 'Ana' }])
  const called = await desk.show(id)
  assert.deepEqual([called.mentioned_ids, called.follower_ids], [[desk.ana.id], [desk.ana.id]])
  await desk.done(desk.console, 'conversation.follow', { conversation_id: id, follow: true })
  await desk.done(desk.colleague, 'conversation.follow', { conversation_id: id, follow: false })
  const left = await desk.show(id)
  assert.deepEqual([left.mentioned_ids, left.follower_ids], [[], [desk.mika.id]])
  await desk.done(desk.console, 'note.add', note)
  await desk.done(desk.console, 'conversation.resolve', { conversation_id: id })
  assert.deepEqual((await desk.show(id)).mentioned_ids, [])
  const stranger = { ...note, mention_ids: [uuidv7()] }
  assert.equal(await desk.refused(desk.console, 'note.add', stranger), 'agent-not-found')
})

test('viewing: colleagues see who else is there, the newcomer too, until they leave', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  for (const socket of [desk.console, desk.colleague])
    await desk.done(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const names = (socket: typeof desk.console, count: number) =>
    socket.nextOf((frame) => frame.type === 'viewers.changed' && frame.data.viewers.length === count)
  await desk.done(desk.console, 'conversation.view', { conversation_id: id, shown: true })
  await names(desk.colleague, 1)
  await desk.done(desk.colleague, 'conversation.view', { conversation_id: id, shown: true })
  const both = await names(desk.console, 2)
  assert.deepEqual(
    both.data.viewers.map(({ name }: { name: string }) => name),
    ['Mika', 'Ana'],
  )
  await desk.done(desk.console, 'conversation.view', { conversation_id: id, shown: false })
  await names(desk.colleague, 1)
})

test('kept replies: the later text wins, and reaches the writer’s other devices alone', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const phone = await desk.join(desk.mika, 'agent')
  const keep = (body: string, at: string) =>
    desk.done(desk.console, 'reply.keep', { conversation_id: id, kind: 'message', body, at })
  await keep('later', '2026-11-20T12:00:01.000Z')
  const heard = await phone.next('reply.kept')
  assert.deepEqual(heard.data, {
    conversation_id: id,
    kind: 'message',
    body: 'later',
    at: '2026-11-20T12:00:01.000Z',
  })
  await keep('earlier', '2026-11-20T12:00:00.000Z')
  const aside = (socket: typeof phone) => desk.done(socket, 'conversation.aside', { conversation_id: id })
  assert.deepEqual((await aside(phone)).replies, [
    { kind: 'message', body: 'later', at: '2026-11-20T12:00:01.000Z' },
  ])
  assert.deepEqual((await aside(desk.colleague)).replies, [])
  await keep('', '2026-11-20T12:00:02.000Z')
  assert.deepEqual((await aside(phone)).replies, [])
  for (const socket of [desk.console, desk.colleague]) {
    await command(socket, 'inbox.list', {})
    assert.ok(!socket.frames.some(({ type }) => type === 'reply.kept'))
  }
})

test('viewing and kept replies: colleagues and devices on another node hear of them, too', async (t) => {
  const desk = await startTriageDesk(t, { shared: true })
  const other = await startDesk(t, { beside: desk })
  const id = await desk.chat('Hello')
  const [ana, phone] = [await other.join(desk.ana, 'agent'), await other.join(desk.mika, 'agent')]
  await desk.done(ana, 'conversation.subscribe', { conversation_id: id, after: 0 })
  await desk.done(desk.console, 'conversation.view', { conversation_id: id, shown: true })
  const seen = await ana.nextOf(({ type, data }) => type === 'viewers.changed' && data.viewers.length === 1)
  assert.equal(seen.data.viewers[0].name, 'Mika')
  const kept = { conversation_id: id, kind: 'note', body: 'half a', at: '2026-11-20T12:00:00.000Z' }
  await desk.done(desk.console, 'reply.keep', kept)
  assert.deepEqual((await phone.next('reply.kept')).data, kept)
})
