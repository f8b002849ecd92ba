// From the AI agent to a person: who gets a conversation, who does not, and what the customer is told.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import type { TestFrame, TestSocket } from '../helpers/socket-client.ts'

interface Event {
  type: string
  actor: { kind: string; name: string }
  data: { body?: string; reason?: string; staffed?: boolean; reference?: string; assignee?: { name: string } }
}

const has = (accepts: (event: Event) => boolean) => (frame: TestFrame) =>
  frame.type === 'events' && (frame.data.events as Event[]).some(accepts)

async function chat(desk: Desk, message: string, want = 'assistant', name?: string) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const started = await command(socket, 'conversation.start', {
    conversation_id: uuidv7(),
    message,
    want,
    ...(name && { name }),
  })
  assert.ok(started.ok)
  const { id, reference } = started.data.conversation
  await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  return { visitor, socket, id: id as string, reference: reference as string, started: started.data }
}

const log = async (_desk: Desk, socket: TestSocket, id: string): Promise<Event[]> =>
  (await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })).data.events

test('handoff: "human please" bypasses the AI; with nobody in it becomes a numbered ticket', async (t) => {
  const desk = await startDesk(t)
  const { socket, id, reference } = await chat(desk, 'human please')
  const changed = await socket.nextOf(
    (frame) => frame.type === 'conversation.changed' && frame.data.conversation.status === 'escalated',
  )
  assert.equal(changed.data.conversation.queue.staffed, false)
  const events = await log(desk, socket, id)
  const handed = events.find((event) => event.type === 'conversation.handed_over')!
  assert.deepEqual(
    [handed.data.reason, handed.data.staffed, handed.data.reference],
    ['asked_for_person', false, reference],
  )
  const told = events.findLast((event) => event.type === 'message.created')!
  assert.equal(told.actor.kind, 'ai')
  assert.match(told.data.body!, new RegExp(reference))
})

test('handoff: the button puts the customer into the queue with a place, and others move up', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const first = await chat(desk, 'first', 'person')
  const second = await chat(desk, 'second', 'person')
  assert.equal(second.started.conversation.queue.position, 2)
  assert.equal(second.started.conversation.queue.staffed, true)
  await command(console, 'conversation.accept', { conversation_id: first.id })
  const moved = await second.socket.nextOf(
    (frame) => frame.type === 'conversation.changed' && frame.data.conversation.queue?.position === 1,
  )
  assert.equal(moved.data.conversation.id, second.id)
})

test('handoff: of two agents who accept at once one wins, and the other is told who', async (t) => {
  const desk = await startDesk(t)
  const { id, socket } = await chat(desk, 'hello', 'person')
  const people = await Promise.all(['Mika', 'Ana', 'Samir'].map((name) => desk.person(name)))
  const consoles = await Promise.all(people.map((agent) => desk.join(agent, 'agent')))
  const results = await Promise.all(
    consoles.map((console) => command(console, 'conversation.accept', { conversation_id: id })),
  )
  const winners = results.flatMap((result, index) => (result.ok ? [people[index]!.name] : []))
  assert.equal(winners.length, 1)
  for (const result of results)
    if (!result.ok) {
      assert.equal(result.problem.code, 'conversation-taken')
      assert.equal(result.problem.context.by.name, winners[0])
    }
  const joined = await socket.nextOf(has((event) => event.type === 'conversation.assigned'))
  assert.equal(joined.data.events[0].data.assignee.name, winners[0])
})

test('handoff: leaving the queue gives the chat back to the AI', async (t) => {
  const desk = await startDesk(t)
  const { socket, id } = await chat(desk, 'hello', 'person')
  const left = await command(socket, 'person.cancel', { conversation_id: id })
  assert.ok(left.ok)
  assert.equal(left.data.conversation.queue, null)
  assert.equal(left.data.conversation.assignee.kind, 'ai')
  const again = await command(socket, 'person.cancel', { conversation_id: id })
  assert.ok(!again.ok)
})

test('handoff: a person’s first reply takes the chat from the AI', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await chat(desk, 'hello')
  await command(console, 'message.send', { conversation_id: id, body: 'Mika here.' })
  const events = await log(desk, socket, id)
  const types = events.slice(-2).map((event) => event.type)
  assert.deepEqual(types, ['conversation.assigned', 'message.created'])
  const asked = await command(socket, 'person.request', { conversation_id: id })
  assert.ok(!asked.ok)
  assert.match(asked.problem.detail, /Mika/)
})

test('handoff: assigned to a colleague, back to the AI, and to nobody', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const console = await desk.join(mika, 'agent')
  const { id } = await chat(desk, 'hello', 'person')
  const assign = async (assignee_id: string | null) => {
    const result = await command(console, 'conversation.assign', { conversation_id: id, assignee_id })
    assert.ok(result.ok)
    return result.data.conversation
  }
  assert.equal((await assign(ana.id)).assignee.name, 'Ana')
  const machine = await assign(desk.assistant.id)
  assert.deepEqual([machine.assignee.kind, machine.waiting_since], ['ai', null])
  const nobody = await assign(null)
  assert.deepEqual([nobody.assignee, nobody.status], [null, 'escalated'])
  assert.ok(nobody.assignment_epoch > machine.assignment_epoch)
  const unknown = await command(console, 'conversation.assign', {
    conversation_id: id,
    assignee_id: uuidv7(),
  })
  assert.ok(!unknown.ok)
  assert.equal(unknown.problem.code, 'agent-not-found')
})

test('handoff: resolve, rate, reply again: the rating shows in the console and the reply reopens', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await chat(desk, 'hello', 'person')
  const early = await command(socket, 'conversation.rate', { conversation_id: id, rating: 5 })
  assert.ok(!early.ok)
  assert.equal(early.problem.code, 'not-rateable')
  await command(console, 'conversation.accept', { conversation_id: id })
  await command(console, 'conversation.resolve', { conversation_id: id })
  const rated = await command(socket, 'conversation.rate', {
    conversation_id: id,
    rating: 4,
    comment: 'Quick.',
  })
  assert.ok(rated.ok)
  const shown = await console.nextOf(
    (frame) => frame.type === 'conversation.changed' && frame.data.conversation.rating !== null,
  )
  assert.deepEqual(
    [shown.data.conversation.rating.score, shown.data.conversation.rating.comment],
    [4, 'Quick.'],
  )
  await command(socket, 'message.send', { conversation_id: id, body: 'One more thing' })
  const list = await command(console, 'inbox.list', { view: 'mine' })
  assert.ok(list.ok)
  assert.deepEqual([list.data.conversations[0].id, list.data.conversations[0].status], [id, 'assigned'])
})

test('handoff: a waiting conversation reaches every console at once, and counts say so', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { id } = await chat(desk, 'hello', 'person', 'Nora')
  const shown = await console.nextOf(
    (frame) => frame.type === 'conversation.changed' && frame.data.conversation.waiting_since !== null,
  )
  assert.deepEqual([shown.data.conversation.id, shown.data.conversation.contact.name], [id, 'Nora'])
  const page = await command(console, 'inbox.list', { view: 'waiting', limit: 1 })
  assert.ok(page.ok)
  assert.deepEqual([page.data.counts.waiting, page.data.counts.mine, page.data.next_cursor], [1, 0, null])
})

test('inbox: pages by key without gaps or repeats', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push((await chat(desk, `number ${i}`, 'person')).id)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await command(console, 'inbox.list', {
      view: 'waiting',
      limit: 2,
      ...(cursor && { cursor }),
    })
    assert.ok(page.ok)
    seen.push(...page.data.conversations.map((row: { id: string }) => row.id))
    cursor = page.data.next_cursor ?? undefined
  } while (cursor)
  assert.deepEqual(seen, ids)
  const bad = await command(console, 'inbox.list', { view: 'waiting', cursor: 'nonsense' })
  assert.ok(!bad.ok)
  assert.equal(bad.problem.code, 'invalid-request')
})
