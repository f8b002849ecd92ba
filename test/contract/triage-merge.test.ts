// Conversations joined, parted and linked: what a customer sees stays right, and nothing is ever lost.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command } from '../helpers/desk.ts'
import { startTriageDesk, type TriageDesk } from '../helpers/triage-desk.ts'

const merge = (id: string, into: string) => ({ conversation_id: id, into_id: into })
const last = async (desk: TriageDesk, id: string, type: string) =>
  (await desk.log(id)).findLast((event) => event.type === type)!

test('merge: one ends and says where it goes on; taking it back brings back status and assignee', async (t) => {
  const desk = await startTriageDesk(t)
  const [from, into] = [await desk.chat('First'), await desk.chat('Second')]
  await desk.done(desk.colleague, 'conversation.accept', { conversation_id: from })
  await desk.done(desk.console, 'conversation.merge', merge(from, into))
  const gone = await desk.show(from)
  assert.deepEqual([gone.status, gone.merged_into.id], ['resolved', into])
  assert.deepEqual((await last(desk, into, 'conversation.merged')).data.direction, 'from')
  const aside = await desk.done(desk.console, 'conversation.aside', { conversation_id: into })
  assert.deepEqual(
    aside.merged.map(({ id, messages }: { id: string; messages: number }) => [id, messages]),
    [[from, 2]],
  )
  const list = await desk.done(desk.customer, 'conversation.list', {})
  assert.equal(list.conversations.length, 2)
  const seen = await desk.done(desk.customer, 'conversation.subscribe', { conversation_id: from, after: 0 })
  assert.ok(!seen.events.some(({ type }: { type: string }) => /merged|status/.test(type)))
  await desk.done(desk.console, 'conversation.unmerge', { conversation_id: from })
  const back = await desk.show(from)
  assert.deepEqual([back.status, back.assignee.id, back.merged_into], ['assigned', desk.ana.id, undefined])
  assert.equal((await last(desk, into, 'conversation.merged')).data.merged, false)
  assert.equal(
    await desk.refused(desk.console, 'conversation.unmerge', { conversation_id: from }),
    'transition-refused',
  )
})

test('merge: only of one customer, not into itself, not into what has gone itself, not while a message waits', async (t) => {
  const desk = await startTriageDesk(t)
  const [a, b, c] = [await desk.chat('A'), await desk.chat('B'), await desk.chat('C')]
  const other = await desk.join(await desk.visitor(), 'visitor')
  const strange = await desk.chat('Strange', other)
  const wrong = (id: string, into: string) =>
    desk.refused(desk.console, 'conversation.merge', merge(id, into))
  assert.equal(await wrong(a, a), 'merge-refused')
  assert.equal(await wrong(a, strange), 'merge-refused')
  assert.equal(await wrong(a, uuidv7()), 'conversation-not-found')
  await desk.done(desk.console, 'conversation.merge', merge(a, b))
  assert.equal(await wrong(a, c), 'merge-refused')
  assert.equal(await wrong(c, a), 'merge-refused')
  const send_at = new Date(Date.now() + 3_600_000).toISOString()
  await desk.done(desk.console, 'message.schedule', { conversation_id: c, body: 'Soon', send_at })
  assert.equal(await wrong(c, b), 'merge-refused')
})

test('merge: what had gone into the one goes along, and comes back with it', async (t) => {
  const desk = await startTriageDesk(t)
  const [a, b, c] = [await desk.chat('A'), await desk.chat('B'), await desk.chat('C')]
  await desk.done(desk.console, 'conversation.merge', merge(a, b))
  await desk.done(desk.console, 'conversation.merge', merge(b, c))
  assert.deepEqual([(await desk.show(a)).merged_into.id, (await desk.show(b)).merged_into.id], [c, c])
  await desk.done(desk.console, 'conversation.unmerge', { conversation_id: b })
  assert.deepEqual([(await desk.show(a)).merged_into.id, (await desk.show(b)).merged_into], [b, undefined])
})

test('merge: a customer who writes in the one that ended has it on its own again, on both logs', async (t) => {
  const desk = await startTriageDesk(t)
  const [from, into] = [await desk.chat('First'), await desk.chat('Second')]
  await desk.done(desk.console, 'conversation.accept', { conversation_id: from })
  await desk.done(desk.console, 'conversation.merge', merge(from, into))
  await desk.done(desk.customer, 'message.send', { conversation_id: from, body: 'One more thing' })
  const back = await desk.show(from)
  assert.deepEqual([back.status, back.merged_into], ['assigned', undefined])
  const apart = await last(desk, from, 'conversation.merged')
  assert.deepEqual([apart.data.merged, apart.data.why, apart.actor.kind], [false, 'reply', 'contact'])
  const told = await desk.ripen(
    'conversation.came_apart',
    into,
    'conversation.merged',
    ({ data }) => !data.merged,
  )
  assert.deepEqual([told.data.direction, told.data.other.id, told.data.why], ['from', from, 'reply'])
})

test('merge: two who join at once, also crosswise, leave one ending and one going on', async (t) => {
  const desk = await startTriageDesk(t)
  const [a, b] = [await desk.chat('A'), await desk.chat('B')]
  const tries = await Promise.all([
    command(desk.console, 'conversation.merge', merge(a, b)),
    command(desk.colleague, 'conversation.merge', merge(b, a)),
  ])
  assert.equal(tries.filter(({ ok }) => ok).length, 1)
  const refused = tries.find(({ ok }) => !ok)!
  assert.ok(!refused.ok && refused.problem.code === 'merge-refused')
  const shown = await Promise.all([desk.show(a), desk.show(b)])
  assert.equal(shown.filter(({ merged_into }) => merged_into).length, 1)
})

test('split: copies begin a conversation of the same customer, who has no unread of it', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('About my order')
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'And my *other* bike squeaks' })
  await desk.done(desk.console, 'message.send', { conversation_id: id, body: 'Which one?' })
  const messages = (await desk.log(id)).filter(
    ({ type, actor }) => type === 'message.created' && actor.kind !== 'ai',
  )
  const chosen = messages.slice(1).map((message) => message.id)
  const new_id = uuidv7()
  const cid = uuidv7()
  const input = { conversation_id: id, message_ids: chosen, new_id }
  const first = await desk.done(desk.console, 'conversation.split', input, cid)
  assert.deepEqual(await desk.done(desk.console, 'conversation.split', input, cid), first)
  const made = await desk.show(new_id)
  assert.deepEqual(
    [made.subject, made.status, made.assignee.id, made.channel],
    ['And my other bike squeaks', 'waiting_on_customer', desk.mika.id, 'chat'],
  )
  const log = await desk.log(new_id)
  const copies = log.filter(({ type }) => type === 'message.created')
  assert.deepEqual(
    copies.map(({ actor, data }) => [actor.kind, data.body, data.copied_from.message_id]),
    [
      ['contact', 'And my *other* bike squeaks', chosen[0]],
      ['human', 'Which one?', chosen[1]],
    ],
  )
  assert.deepEqual((await last(desk, id, 'conversation.split')).data.other.id, new_id)
  assert.deepEqual((await last(desk, new_id, 'conversation.split')).data.other.id, id)
  const { conversations } = await desk.done(desk.customer, 'conversation.list', {})
  const own = conversations.find((each: { id: string }) => each.id === new_id)
  assert.deepEqual([own.head, own.read_seq], [3, 3])
  const wrong = { ...input, new_id: uuidv7(), message_ids: [uuidv7()] }
  assert.equal(await desk.refused(desk.console, 'conversation.split', wrong), 'message-not-found')
  assert.equal((await desk.db.query('select 1 from conversations where id = $1', [wrong.new_id])).length, 0)
})

test('link: said on both, once, and taken back', async (t) => {
  const desk = await startTriageDesk(t)
  const [a, b] = [await desk.chat('A'), await desk.chat('B')]
  const link = (id: string, other: string, linked: boolean) => ({
    conversation_id: id,
    other_id: other,
    linked,
  })
  await desk.done(desk.console, 'conversation.link', link(a, b, true))
  assert.equal(await desk.refused(desk.console, 'conversation.link', link(b, a, true)), 'transition-refused')
  const linksOf = async (id: string) =>
    (await desk.done(desk.console, 'conversation.aside', { conversation_id: id })).links.map(
      (each: { id: string }) => each.id,
    )
  assert.deepEqual([await linksOf(a), await linksOf(b)], [[b], [a]])
  assert.equal((await last(desk, b, 'conversation.linked')).data.other.id, a)
  await desk.done(desk.console, 'conversation.link', link(b, a, false))
  assert.deepEqual(await linksOf(a), [])
})

test('split: a copy has its files as its own, and deleting one leaves the bytes to the other', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const file = uuidv7()
  await desk.db.query(
    `insert into attachments (id, workspace_id, site_id, conversation_id, uploader_kind, uploader_id, ticket_hash,
                              ticket_expires_at, state, name, size, type, kind, storage_key)
     select $1, c.workspace_id, c.site_id, c.id, 'contact', c.contact_id, $3, now(), 'ready', 'a.pdf', 3,
            'application/pdf', 'file', 'bytes' from conversations c where c.id = $2 returning id`,
    [file, id, Buffer.from('ticket')],
  )
  const sent = await desk.done(desk.customer, 'message.send', {
    conversation_id: id,
    body: '',
    attachments: [file],
  })
  const new_id = uuidv7()
  const input = { conversation_id: id, message_ids: [sent.id], new_id }
  await desk.done(desk.console, 'conversation.split', input)
  const copy = (await desk.log(new_id)).find(({ data }) => data.copied_from)!
  const [copied] = copy.data.attachments
  assert.deepEqual([copied.name, copied.id === file], ['a.pdf', false])
  const { body } = await desk.call('POST', `/api/v1/conversations/${new_id}/attachments/links`, {
    token: desk.mika.token,
    body: { ids: [copied.id] },
  })
  assert.equal(body.links.length, 1)
  await desk.db.query(`update attachments set state = 'gone' where id = $1 returning id`, [copied.id])
  await desk.rooms.jobs.add('attachments.remove', { workspace_id: desk.workspaceId, ids: [copied.id] })
  const isGone = async () =>
    (await desk.db.query('select 1 from attachments where id = $1', [copied.id])).length === 0
  await eventually(isGone)
  const left = await desk.db.query<{ state: string }>(
    `select state from attachments where storage_key = 'bytes'`,
  )
  assert.deepEqual(left, [{ state: 'bound' }])
})
