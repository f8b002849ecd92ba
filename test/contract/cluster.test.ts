// Two nodes on one database: who is in, how many sockets and how many tries hold for both together.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, type DeskOptions, startDesk } from '../helpers/desk.ts'
import { NO_REDIS, startRedis } from '../helpers/redis-server.ts'
import { connectSocket } from '../helpers/socket-client.ts'

/** Two nodes that know of each other. */
async function twoNodes(t: TestContext, options: DeskOptions = {}): Promise<[Desk, Desk]> {
  const a = await startDesk(t, { shared: true, ...options })
  const b = await startDesk(t, { ...options, beside: a })
  await eventually(() => a.rooms.peers.count() === 1 && b.rooms.peers.count() === 1)
  return [a, b]
}

const isOpen = async (desk: Desk): Promise<boolean> =>
  (await desk.call('GET', `/support/widget/chat/availability?site=${desk.site.key}`)).body.available

test('presence: a person at one node is in for a customer at the other, who sees them come and go', async (t) => {
  const [a, b] = await twoNodes(t)
  const mika = await a.person('Mika')
  const nora = await b.join(await b.visitor(), 'visitor')
  const started = await command(nora, 'conversation.start', {
    conversation_id: uuidv7(),
    message: 'hello',
    want: 'person',
  })
  assert.equal(started.ok && started.data.conversation.queue.staffed, false)
  const console = await a.join(mika, 'agent')
  const isStaffed = (staffed: boolean) =>
    nora.nextOf(
      ({ type, data }) => type === 'conversation.changed' && data.conversation.queue?.staffed === staffed,
    )
  await isStaffed(true)
  assert.deepEqual([await isOpen(a), await isOpen(b)], [true, true])
  nora.frames.length = 0
  await console.close()
  await isStaffed(false)
  assert.equal(await isOpen(b), false)
})

test('presence: away is chosen once for the consoles on both nodes, and colleagues on both see it', async (t) => {
  const [a, b] = await twoNodes(t)
  const mika = await a.person('Mika')
  const ana = await b.join(await a.person('Ana'), 'agent')
  const first = await a.join(mika, 'agent')
  await b.join(mika, 'agent')
  const isSeen = (availability: string) =>
    ana.nextOf(
      ({ type, data }) =>
        type === 'agent.changed' && data.agent.id === mika.id && data.agent.availability === availability,
    )
  await isSeen('online')
  assert.ok((await command(first, 'availability.set', { availability: 'away' })).ok)
  await isSeen('away')
  const names = async (desk: Desk): Promise<string[]> =>
    (await desk.call('GET', `/support/widget/chat/availability?site=${desk.site.key}`)).body.people.map(
      ({ name }: { name: string }) => name,
    )
  await eventually(async () => (await names(a)).join() === 'Ana' && (await names(b)).join() === 'Ana')
})

test('presence: who a stopped node’s consoles belong to is still in on the other, and nobody is told otherwise', async (t) => {
  const [a, b] = await twoNodes(t)
  const mika = await b.person('Mika')
  const ana = await a.join(await a.person('Ana'), 'agent')
  await b.join(mika, 'agent')
  const seen = () => a.rooms.presence.effective(mika.id, 'online')
  await eventually(() => seen() === 'online')
  await b.app.close()
  await eventually(() => a.rooms.peers.count() === 0)
  assert.equal(seen(), 'online')
  assert.ok(!ana.frames.some(({ data }) => data.agent?.availability === 'offline'))
})

/** Opens a visitor's socket; the problem's code when it is refused. */
async function open(desk: Desk, token: string): Promise<string> {
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  socket.send({
    type: 'hello',
    data: { role: 'visitor', protocol: 1, site: desk.site.key, token, streams: {} },
  })
  const frame = await socket.nextOf(({ type }) => type === 'welcome' || type === 'problem')
  return frame.type === 'welcome' ? 'welcome' : frame.data.problem.code
}

test('sockets: a customer’s sixth is refused at either node, until the other node is gone', async (t) => {
  const [a, b] = await twoNodes(t, { unlimited: false })
  const { token, contact } = await a.visitor()
  const held = (desk: Desk) => desk.rooms.socketCounts!.principals.count(`visitor ${contact.id}`)
  const opened = []
  for (const desk of [a, a, b, b, b]) opened.push(await open(desk, token))
  await eventually(() => held(a) === 3 && held(b) === 2)
  assert.deepEqual(opened, Array(5).fill('welcome'))
  assert.deepEqual([await open(a, token), await open(b, token)], ['too-many-sockets', 'too-many-sockets'])
  // As if it were killed: nothing is heard of it any more.
  t.mock.method(b.rooms.bus, 'emit', () => {})
  await eventually(() => held(a) === 0)
  assert.equal(await open(a, token), 'welcome')
})

const login = async (desk: Desk): Promise<number> =>
  (
    await desk.call('POST', '/api/v1/login', {
      body: { email: 'mika@desk.example', password: 'a wrong one' },
    })
  ).status

test('quota: wrong passwords are counted over both nodes', async (t) => {
  const [a, b] = await twoNodes(t, { unlimited: false })
  const statuses = []
  for (const desk of [a, b, a, b, a, b, a]) statuses.push(await login(desk))
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429])
})

test('quota: with Redis messages are counted over both nodes; without it a desk goes on', {
  skip: NO_REDIS,
}, async (t) => {
  const redis = await startRedis(t)
  const [a, b] = await twoNodes(t, { unlimited: false, env: { REDIS_URL: redis.url } })
  const nora = await a.visitor()
  const id = uuidv7()
  const body = { conversation_id: id, message: 'hello', want: 'person' }
  await a.call('POST', '/support/widget/chat/start', { body, token: nora.token })
  const send = async (desk: Desk) => {
    const message = { cid: uuidv7(), body: 'again' }
    return (
      await desk.call('POST', `/support/widget/chat/${id}/messages`, { body: message, token: nora.token })
    ).status
  }
  const sent = await Promise.all(Array.from({ length: 12 }, (_, n) => send(n % 2 ? a : b)))
  assert.equal(sent.filter((status) => status === 429).length, 2)
  await redis.kill()
  assert.equal(await login(a), 401)
  assert.ok((await send(b)) < 300)
})

test('redis: a node comes up without it, serves, and counts by itself', async (t) => {
  const desk = await startDesk(t, {
    shared: true,
    unlimited: false,
    env: { REDIS_URL: 'redis://127.0.0.1:1' },
  })
  await desk.join(await desk.visitor(), 'visitor')
  const statuses = []
  for (let count = 0; count < 6; count++) statuses.push(await login(desk))
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429])
  assert.equal(desk.lines.filter((line) => line.includes('each node counts by itself')).length, 1)
})
