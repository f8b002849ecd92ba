// The edges of who has a conversation and in which state: late clicks, colleagues who left, sites without an AI agent.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

async function chat(desk: Desk, want = 'person') {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  const started = await command(socket, 'conversation.start', { conversation_id: id, message: 'hello', want })
  assert.ok(started.ok)
  return { visitor, socket, id, queue: started.data.conversation.queue }
}

const stateOf = async (desk: Desk, id: string) => {
  const [row] = await desk.db.query<{ status: string; assignee_id: string | null; resolved_at: Date | null }>(
    'select status, assignee_id, resolved_at from conversations where id = $1',
    [id],
  )
  return row!
}

test('accept: a click that comes after the customer ended it reopens nothing', async (t) => {
  const desk = await startDesk(t)
  const console = await desk.join(await desk.person('Mika'), 'agent')
  const { socket, id } = await chat(desk)
  await command(socket, 'conversation.end', { conversation_id: id })
  const late = await command(console, 'conversation.accept', { conversation_id: id })
  assert.ok(!late.ok)
  assert.equal(late.problem.code, 'conversation-closed')
  assert.equal((await stateOf(desk, id)).status, 'resolved')
})

test('reopen: what nobody had is the reopener’s, and the log says so under a new epoch', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await chat(desk)
  await command(socket, 'conversation.end', { conversation_id: id })
  const reopened = await command(console, 'conversation.reopen', { conversation_id: id })
  assert.ok(reopened.ok)
  assert.deepEqual(await stateOf(desk, id), { status: 'assigned', assignee_id: mika.id, resolved_at: null })
  const [last] = await desk.db.query<{ type: string; data: { assignee: { id: string }; epoch: number } }>(
    'select type, data from conversation_events where conversation_id = $1 order by seq desc limit 1',
    [id],
  )
  assert.deepEqual([last!.type, last!.data.assignee.id], ['conversation.assigned', mika.id])
  const [row] = await desk.db.query<{ assignment_epoch: number }>(
    'select assignment_epoch from conversations where id = $1',
    [id],
  )
  assert.equal(row!.assignment_epoch, last!.data.epoch)
})

test('reopen: whose turn it was, it is again, and since when an answer is owed', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await chat(desk)
  const owed = async () => {
    for (const step of ['conversation.resolve', 'conversation.reopen'])
      assert.ok((await command(console, step, { conversation_id: id })).ok, step)
    const [row] = await desk.db.query<{ status: string; unanswered_since: Date | null; at: string }>(
      `select status, unanswered_since, last_message->>'at' as at from conversations where id = $1`,
      [id],
    )
    return row!
  }
  const say = (from: typeof socket, body: string) =>
    command(from, 'message.send', { conversation_id: id, body })
  assert.ok((await say(console, 'It left today.')).ok)
  const told = await owed()
  assert.deepEqual([told.status, told.unanswered_since], ['waiting_on_customer', null])
  assert.ok((await say(socket, 'And the rotor?')).ok)
  const asked = await owed()
  assert.deepEqual([asked.status, asked.unanswered_since?.getTime()], ['assigned', Date.parse(asked.at)])
})

test('resolved: given to a colleague or to the queue it is open again, with no end left behind', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  for (const [assignee_id, status] of [
    [mika.id, 'assigned'],
    [null, 'escalated'],
  ] as const) {
    const { id } = await chat(desk)
    await command(console, 'conversation.resolve', { conversation_id: id })
    const given = await command(console, 'conversation.assign', { conversation_id: id, assignee_id })
    assert.ok(given.ok)
    assert.deepEqual(await stateOf(desk, id), { status, assignee_id, resolved_at: null })
  }
})

test('resolved long ago: neither a reply nor the wish for a person reopens it', async (t) => {
  const desk = await startDesk(t)
  const { socket, id } = await chat(desk)
  await command(socket, 'conversation.end', { conversation_id: id })
  const resolvedBefore = (interval: string) =>
    desk.db.query(`update conversations set resolved_at = now() - $2::interval where id = $1 returning id`, [
      id,
      interval,
    ])
  await resolvedBefore('15 days')
  for (const [name, more] of [
    ['message.send', { body: 'me again' }],
    ['person.request', {}],
  ] as const) {
    const late = await command(socket, name, { conversation_id: id, ...more })
    assert.ok(!late.ok)
    assert.equal(late.problem.code, 'conversation-closed', name)
  }
  await resolvedBefore('13 days')
  const early = await command(socket, 'person.request', { conversation_id: id })
  assert.ok(early.ok)
  assert.equal((await stateOf(desk, id)).status, 'escalated')
})

test('closed: nothing opens it again, by any hand', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await chat(desk)
  await desk.db.query(
    `update conversations set status = 'closed', waiting_since = null where id = $1 returning id`,
    [id],
  )
  const tries = [
    [socket, 'message.send', { body: 'hello?' }],
    [socket, 'person.request', {}],
    [socket, 'conversation.end', {}],
    [console, 'message.send', { body: 'hello!' }],
    [console, 'conversation.accept', {}],
    [console, 'conversation.assign', { assignee_id: mika.id }],
    [console, 'conversation.assign', { assignee_id: null }],
    [console, 'conversation.resolve', {}],
    [console, 'conversation.reopen', {}],
    [console, 'conversation.move', { department_id: null }],
  ] as const
  for (const [from, name, more] of tries) {
    const refused = await command(from, name, { conversation_id: id, ...more })
    assert.ok(!refused.ok, name)
    assert.equal(refused.problem.code, 'conversation-closed', name)
  }
})

test('a colleague who left: others write, accept and are called for what was theirs', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const console = await desk.join(ana, 'agent')
  const ofMika = async () => {
    const made = await chat(desk)
    await command(console, 'conversation.assign', { conversation_id: made.id, assignee_id: mika.id })
    return made
  }
  const [written, accepted, asked] = [await ofMika(), await ofMika(), await ofMika()]
  await desk.rooms.agents.disable(desk.workspaceId, mika.id)
  assert.ok((await command(console, 'message.send', { conversation_id: written.id, body: 'Ana here.' })).ok)
  assert.equal((await stateOf(desk, written.id)).assignee_id, ana.id)
  assert.ok((await command(console, 'conversation.accept', { conversation_id: accepted.id })).ok)
  assert.ok((await command(asked.socket, 'person.request', { conversation_id: asked.id })).ok)
  assert.equal((await stateOf(desk, asked.id)).status, 'escalated')
})

test('a colleague’s word in somebody’s conversation leaves it theirs', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const console = await desk.join(ana, 'agent')
  const { id } = await chat(desk)
  await command(console, 'conversation.assign', { conversation_id: id, assignee_id: mika.id })
  assert.ok((await command(console, 'message.send', { conversation_id: id, body: 'Ana here too.' })).ok)
  assert.equal((await stateOf(desk, id)).assignee_id, mika.id)
})

test('a site without the AI agent: leaving the queue does not call it', async (t) => {
  const desk = await startDesk(t)
  await desk.db.query('update sites set assistant_enabled = false returning id')
  const { socket, id } = await chat(desk, 'assistant')
  const left = await command(socket, 'person.cancel', { conversation_id: id })
  assert.ok(!left.ok)
  assert.deepEqual((await stateOf(desk, id)).assignee_id, null)
})

test('the queue: tickets stand behind tickets and chats behind chats', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const ticket = async (token?: string) =>
    desk.call('POST', `/support/widget/tickets?site=${desk.site.key}`, {
      body: { name: 'Nora', email: 'nora@example.com', subject: 'Bent rotor', description: 'It came bent.' },
      ...(token && { token }),
    })
  assert.equal((await ticket()).status, 201)
  const first = await chat(desk)
  const second = await chat(desk)
  assert.equal((await ticket(nora.token)).status, 201)
  assert.deepEqual([first.queue.position, second.queue.position], [1, 2])
  const own = await desk.call('GET', '/support/widget/chat', { token: nora.token })
  assert.equal(own.body.conversations[0].queue.position, 2)
})
