// The bell, preferences and the live board against the whole desk, on sockets and over REST.

import assert from 'node:assert/strict'
import test from 'node:test'
import { AgentLoads, Board } from '../../sdk/protocol/board.ts'
import { AgentPreferences, NotificationPage } from '../../sdk/protocol/notification.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'

type Agent = Awaited<ReturnType<Desk['person']>>

const get = async (desk: Desk, agent: Agent, path: string) => {
  const { status, body } = await desk.call('GET', `/api/v1${path}`, { token: agent.token })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const post = async (desk: Desk, agent: Agent, path: string, body: object) => {
  const answer = await desk.call('POST', `/api/v1${path}`, { token: agent.token, body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
  return answer.body
}
const act = (desk: Desk, agent: Agent, id: string, what: string, body: object = {}) =>
  post(desk, agent, `/conversations/${id}/${what}`, { cid: uuidv7(), ...body })
const bellOf = async (desk: Desk, agent: Agent): Promise<NotificationPage> =>
  NotificationPage.parse(await get(desk, agent, '/notifications'))
const rung = (socket: Awaited<ReturnType<Desk['join']>>, kind: string) =>
  socket.nextOf((frame) => frame.type === 'notification.created' && frame.data.notification.kind === kind)

async function chat(desk: Desk, message: string) {
  const visitor = await desk.visitor()
  const id = uuidv7()
  const { status, body } = await desk.call('POST', '/support/widget/chat/start', {
    token: visitor.token,
    body: { cid: uuidv7(), conversation_id: id, message, want: 'person' },
  })
  assert.ok(status < 300, JSON.stringify(body))
  const write = (text: string) =>
    desk.call('POST', `/support/widget/chat/${id}/messages`, {
      token: visitor.token,
      body: { cid: uuidv7(), body: text },
    })
  return { id, write }
}

test('bell: who waits, who was given something, who is called for and who wrote back ring it, never for one’s own deeds', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const [toMika, toAna] = [await desk.join(mika, 'agent'), await desk.join(ana, 'agent')]
  const { id, write } = await chat(desk, 'My chain skips')
  const waiting = await rung(toAna, 'waiting')
  assert.equal(waiting.data.notification.conversation.id, id)
  // What the customer wants, not that the AI agent has handed over.
  assert.equal(waiting.data.notification.preview, 'My chain skips')
  await rung(toMika, 'waiting')

  await act(desk, mika, id, 'accept')
  // Taken care of: it rings no longer at the others'.
  const settled = await toAna.nextOf((frame) => frame.type === 'notification.read')
  assert.deepEqual(settled.data, { ids: [waiting.data.notification.id], unread: 0 })
  assert.equal((await bellOf(desk, mika)).notifications.filter(({ kind }) => kind === 'assigned').length, 0)

  await act(desk, mika, id, 'notes', { body: 'Ana, what do you think?', mention_ids: [ana.id] })
  const mention = await rung(toAna, 'mention')
  assert.equal(mention.data.notification.preview, 'Ana, what do you think?')
  await act(desk, mika, id, 'assign', { assignee_id: ana.id })
  await rung(toAna, 'assigned')

  await write('Are you there?')
  const first = await rung(toAna, 'reply')
  await write('Hello?')
  const second = await rung(toAna, 'reply')
  assert.equal(second.data.notification.id, first.data.notification.id)
  assert.equal(second.data.notification.event_id, first.data.notification.event_id)
  assert.equal(second.data.notification.preview, 'Hello?')
  const page = await bellOf(desk, ana)
  assert.deepEqual(
    page.notifications.map(({ kind, read }) => [kind, read]),
    [
      ['reply', false],
      ['assigned', false],
      ['mention', false],
      ['waiting', true],
    ],
  )
  assert.equal(page.unread, 3)

  const { events } = await get(desk, ana, `/conversations/${id}/events`)
  await post(desk, ana, `/conversations/${id}/read`, { seq: events.at(-1).seq })
  await t.waitFor(async () => assert.equal((await bellOf(desk, ana)).unread, 0), { timeout: 5000 })
  const { unread } = await post(desk, ana, '/notifications/read', {
    ids: [first.data.notification.id],
    read: false,
  })
  assert.equal(unread, 1)
  assert.equal((await post(desk, ana, '/notifications/read', { all: true })).unread, 0)
})

test('bell: an answer that is overdue is told once, and what is thirty days old goes', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const { id } = await chat(desk, 'Where is my order?')
  await act(desk, mika, id, 'accept')
  await desk.db.query(
    `update conversations set unanswered_since = now() - interval '5 hours' where id = $1 returning id`,
    [id],
  )
  const overdue = async () =>
    (await bellOf(desk, mika)).notifications.filter(({ kind }) => kind === 'overdue').length
  await desk.rooms.bellRinger.lookForOverdue()
  assert.equal(await overdue(), 1)
  await post(desk, mika, '/notifications/read', { all: true })
  await desk.rooms.bellRinger.lookForOverdue()
  assert.equal(await overdue(), 1)
  await desk.db.query(
    `update notifications set at = now() - interval '31 days' where agent_id = $1 returning id`,
    [mika.id],
  )
  await desk.rooms.notifications.purge()
  assert.equal((await bellOf(desk, mika)).notifications.length, 0)
})

test('bell: it rings for people of the team who are in; nobody else, and no word about an earlier row, settles a line', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const { id } = await chat(desk, 'Where is my order?')
  const { workspaceId, rooms } = desk
  const robot = await rooms.agents.create({ workspaceId, kind: 'bot', name: 'Robot' })
  const elsewhere = await rooms.workspaces.create({ name: 'Elsewhere' })
  const stranger = await rooms.agents.create({ workspaceId: elsewhere.id, kind: 'human', name: 'Zoe' })
  await desk.db.query('update agents set disabled_at = now() where id = $1 returning id', [ana.id])
  const line = { workspaceId, kind: 'action', conversationId: id, eventId: null, seq: 10 } as const
  const said = {
    actor: { kind: 'system', id: null, name: '' },
    preview: 'Refund',
    at: new Date().toISOString(),
  } as const
  await rooms.notifications.ring(
    [mika, ana, robot, stranger].map((agent) => ({ ...line, ...said, agentId: agent.id })),
  )
  const lines = () =>
    desk.db.query(`select agent_id, read_at is null as unread from notifications where kind = 'action'`)
  assert.deepEqual(await lines(), [{ agent_id: mika.id, unread: true }])
  await rooms.notifications.settle(workspaceId, [{ conversationId: id, seq: 10 }], 'action')
  assert.deepEqual(await lines(), [{ agent_id: mika.id, unread: true }])
  await rooms.notifications.mark(workspaceId, ana.id, {})
  await rooms.notifications.mark(workspaceId, ana.id, { conversation_id: id })
  assert.deepEqual(await lines(), [{ agent_id: mika.id, unread: true }])
  await rooms.notifications.settle(workspaceId, [{ conversationId: id, seq: 11 }], 'action')
  assert.deepEqual(await lines(), [{ agent_id: mika.id, unread: false }])
})

test('preferences: they are whole from the start, kept as given, refused where they do not fit, and hide kinds from the list', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const own = AgentPreferences.parse(await get(desk, mika, '/me/preferences'))
  assert.equal(own.away_minutes, 10)
  const wanted = {
    ...own,
    density: 'dense',
    notify: { ...own.notify, waiting: { sound: 'none', desktop: false, list: false } },
  }
  const put = (body: object) => desk.call('PUT', '/api/v1/me/preferences', { token: mika.token, body })
  assert.equal((await put(wanted)).status, 200)
  assert.deepEqual(await get(desk, mika, '/me/preferences'), wanted)
  assert.equal((await put({ ...wanted, density: 'huge' })).status, 422)
  const socket = await desk.join(mika, 'agent')
  await chat(desk, 'Hello')
  await rung(socket, 'waiting')
  const { notifications, unread } = await bellOf(desk, mika)
  assert.deepEqual([notifications.length, unread], [0, 0])
})

test('board: it shows who waits, who is in with what load, and how today goes', async (t) => {
  const desk = await startDesk(t)
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  await desk.join(mika, 'agent')
  const [one, two, three] = [await chat(desk, 'First'), await chat(desk, 'Second'), await chat(desk, 'Third')]
  await act(desk, mika, one.id, 'accept')
  await act(desk, ana, two.id, 'accept')
  await act(desk, ana, two.id, 'resolve')
  await desk.rooms.waitSamples.sample()
  const board = Board.parse(await get(desk, mika, '/board?time_zone=Europe/Oslo'))
  assert.deepEqual(
    board.waiting.conversations.map(({ id, subject }) => [id, subject]),
    [[three.id, 'Third']],
  )
  assert.deepEqual([board.waiting.count, board.waiting.target_seconds], [1, 240 * 60])
  assert.deepEqual(
    board.agents.map(({ name, availability, open_chats }) => [name, availability, open_chats]),
    [
      ['Administrator', 'offline', 0],
      ['Ana', 'offline', 0],
      ['Mika', 'online', 1],
    ],
  )
  const { loads } = AgentLoads.parse(await get(desk, ana, '/board/loads'))
  assert.deepEqual(
    loads.find(({ id }) => id === mika.id),
    { id: mika.id, open_chats: 1 },
  )
  assert.deepEqual(board.with_person, { count: 1, places: 6, free: 5 })
  assert.deepEqual(board.resolved, { by_assistant: 0, all: 1 })
  assert.equal(board.solved.length, 1)
  assert.ok(board.longest_wait.length >= 2)
  const { body: department } = await desk.call('GET', `/api/v1/board?department_id=${uuidv7()}`, {
    token: mika.token,
  })
  assert.deepEqual([department.waiting.count, department.agents], [0, []])
  assert.equal((await desk.call('GET', '/api/v1/board?time_zone=Moon', { token: mika.token })).status, 422)
})
