// A conversation whose sides are on different nodes behaves as on one, by either carrier, also when news get lost.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { createConversationLog } from '../../server/conversations/conversation-log.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { NO_REDIS, startRedis } from '../helpers/redis-server.ts'
import type { TestFrame, TestSocket } from '../helpers/socket-client.ts'

interface Event {
  seq: number
  type: string
  actor: { kind: string; name: string }
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every type
  data: any
}

/** Between two looks for lost news, and what a busy machine needs besides. */
const SWEEP_MS = 2000 + 10_000

const CARRIERS = [
  { name: 'PostgreSQL', skip: false, env: async () => ({}) },
  {
    name: 'Redis',
    skip: NO_REDIS,
    env: async (t: TestContext) => ({ REDIS_URL: (await startRedis(t)).url }),
  },
] as const

const has =
  (accepts: (event: Event) => boolean) =>
  ({ type, data }: TestFrame): boolean =>
    type === 'events' && (data.events as Event[]).some(accepts)

const says = (body: string) => has((event) => event.type === 'message.created' && event.data.body === body)

/** A customer on the first node, a person of the team on the second, in one conversation. */
async function startApart(t: TestContext, env: Record<string, string>) {
  const a = await startDesk(t, { shared: true, env })
  const b = await startDesk(t, { beside: a, env })
  await eventually(() => a.rooms.peers.count() === 1 && b.rooms.peers.count() === 1)
  const mika = await a.person('Mika')
  const agent = await b.join(mika, 'agent')
  const visitor = await a.visitor()
  const customer = await a.join(visitor, 'visitor')
  const id = uuidv7()
  const started = await command(customer, 'conversation.start', {
    conversation_id: id,
    message: 'Hello?',
    want: 'person',
  })
  assert.ok(started.ok)
  await command(customer, 'conversation.subscribe', { conversation_id: id, after: 0 })
  await agent.nextOf(({ type, data }) => type === 'conversation.changed' && data.conversation.id === id)
  const followed = await command(agent, 'conversation.subscribe', { conversation_id: id, after: 0 })
  assert.ok(followed.ok)
  const accepted = await command(agent, 'conversation.accept', { conversation_id: id })
  assert.ok(accepted.ok)
  await customer.nextOf(has(({ type }) => type === 'conversation.assigned'))
  return { a, b, mika, visitor, customer, agent, id }
}

/** Appends as a node would that tells nobody of it. */
async function appendUntold(desk: Desk, id: string, bodies: string[], isPublic = true): Promise<void> {
  const silent = createConversationLog({ db: desk.db, bus: { emit() {} } })
  const actor = { kind: 'system' as const, id: null, name: 'Silent' }
  const events = bodies.map((body) => ({
    type: isPublic ? ('message.created' as const) : ('note.created' as const),
    actor,
    data: { body, content: [], citations: [], answer: null },
    public: isPublic,
  }))
  await silent.append({ workspaceId: desk.workspaceId, conversationId: id }, () => ({ events }))
}

const numbers = (socket: TestSocket, id: string): number[] =>
  socket.frames
    .filter(({ type, data }) => type === 'events' && data.conversation_id === id)
    .flatMap(({ data }) => (data.events as Event[]).map(({ seq }) => seq))

for (const { name, skip, env } of CARRIERS) {
  test(`two nodes, ${name}: both sides of a conversation see and do all that they can on one`, {
    skip,
  }, async (t) => {
    const { a, b, customer, agent, id } = await startApart(t, await env(t))
    const send = (socket: TestSocket, body: string) =>
      command(socket, 'message.send', { conversation_id: id, body })

    await send(customer, 'from the customer')
    await agent.nextOf(says('from the customer'))
    await send(agent, 'from the team')
    const told = await customer.nextOf(says('from the team'))

    await command(agent, 'typing.start', { conversation_id: id })
    await customer.nextOf(({ type }) => type === 'typing.started')
    await command(customer, 'typing.start', { conversation_id: id, text: 'what I am about to' })
    const typing = await agent.nextOf(
      ({ type, data }) => type === 'typing.started' && data.actor.kind === 'contact',
    )
    assert.equal(typing.data.text, 'what I am about to')

    const looks = (tab: string, looking: boolean) =>
      command(customer, 'looking.tell', { conversation_id: id, tab, looking })
    const [one, two] = [uuidv7(), uuidv7()]
    await looks(one, true)
    await looks(two, true)
    const attention = (wanted: string) =>
      agent.nextOf(({ type, data }) => type === 'attention.changed' && data.attention === wanted)
    await attention('reading')
    await looks(one, false)
    await looks(two, false)
    await attention('here')

    const head = told.data.head as number
    await command(customer, 'read.mark', { conversation_id: id, seq: head })
    const mark = await agent.nextOf(
      ({ type, data }) => type === 'read.marked' && data.actor.kind === 'contact',
    )
    assert.ok(mark.data.seq >= head)

    const actor = { kind: 'ai' as const, id: b.assistant.id, name: 'AI' }
    const gen = uuidv7()
    b.rooms.bus.emit('answer.chunk', { conversation_id: id, gen, off: 0, text: 'Well, ', actor })
    assert.equal((await customer.nextOf(({ type }) => type === 'answer.chunk')).data.text, 'Well, ')
    const stopped = new Promise<string>((resolve) => {
      b.rooms.bus.on('answer.stop', ({ conversation_id }) => resolve(conversation_id))
    })
    await command(customer, 'answer.stop', { conversation_id: id })
    assert.equal(await stopped, id)

    await command(agent, 'note.add', { conversation_id: id, body: 'between us' })
    await command(agent, 'conversation.resolve', { conversation_id: id })
    await customer.nextOf(
      ({ type, data }) => type === 'conversation.changed' && data.conversation.status === 'resolved',
    )
    await command(customer, 'conversation.rate', { conversation_id: id, rating: 5, comment: 'quick' })
    await agent.nextOf(has(({ type }) => type === 'conversation.rated'))

    // Both logs are whole and in order, and the customer's holds no note.
    const seen = await command(customer, 'conversation.subscribe', { conversation_id: id, after: 0 })
    const all = await command(agent, 'conversation.subscribe', { conversation_id: id, after: 0 })
    for (const stretch of [seen, all])
      assert.deepEqual(
        stretch.data.events.map(({ seq }: Event) => seq),
        stretch.data.events.map((_event: Event, index: number) => index + 1),
      )
    assert.ok(!JSON.stringify([...customer.frames, seen]).includes('between us'))
    assert.deepEqual(
      [a.lines, b.lines].flat().filter((line) => /"level":[56]0/.test(line)),
      [],
    )
  })

  test(`two nodes, ${name}: what two nodes append at once comes to followers of both in order and whole`, {
    skip,
  }, async (t) => {
    const { customer, agent, id } = await startApart(t, await env(t))
    customer.frames.length = 0
    agent.frames.length = 0
    const sends: Promise<unknown>[] = []
    for (let n = 0; n < 25; n += 1) {
      sends.push(command(customer, 'message.send', { conversation_id: id, body: `c${n}` }))
      sends.push(command(agent, 'message.send', { conversation_id: id, body: `a${n}` }))
    }
    await Promise.all(sends)
    for (const socket of [customer, agent]) {
      await eventually(() => new Set(numbers(socket, id)).size >= 50)
      const came = numbers(socket, id)
      // A repeat is harmless; whatever is new must be the next one.
      let head = came[0]! - 1
      for (const seq of came)
        if (seq > head) {
          assert.equal(seq, head + 1)
          head = seq
        }
    }
  })

  test(`two nodes, ${name}: an agent disabled on one node is cut off on the other`, {
    skip,
  }, async (t) => {
    const { a, mika, agent } = await startApart(t, await env(t))
    await a.rooms.agents.disable(a.workspaceId, mika.id)
    // The reason is in the news alone: a sweep would only find that the session is gone.
    assert.equal((await agent.closed).code, 4403)
  })

  test(`two nodes, ${name}: what nobody was told of arrives by the sweep`, { skip }, async (t) => {
    const { a, customer, agent, id } = await startApart(t, await env(t))
    const from = performance.now()
    await appendUntold(a, id, ['one', 'two'])
    await Promise.all([customer, agent].map((socket) => socket.nextOf(says('two'))))
    const took = performance.now() - from
    assert.ok(took < SWEEP_MS, `came after ${took} ms`)
    // The next one tells of a gap at once: what lies before it comes along.
    await appendUntold(a, id, ['three'])
    await command(agent, 'message.send', { conversation_id: id, body: 'four' })
    await customer.nextOf(has(({ data }) => data.body === 'three'))
  })

  test(`two nodes, ${name}: a session that ended unheard closes its sockets within five seconds`, {
    skip,
  }, async (t) => {
    const { a, mika, agent } = await startApart(t, await env(t))
    const from = performance.now()
    await a.db.query('delete from agent_sessions where agent_id = $1 returning id', [mika.id])
    assert.equal((await agent.closed).code, 4401)
    assert.ok(performance.now() - from < 5000 + 10_000)
  })
}

test('two nodes: a message of the moment the listening connection breaks arrives all the same', async (t) => {
  const { a, customer, agent, id } = await startApart(t, {})
  await Promise.all([
    a.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'deskbell-listen' and datname = current_database()`,
    ),
    command(customer, 'message.send', { conversation_id: id, body: 'at the wrong moment' }),
  ])
  await agent.nextOf(says('at the wrong moment'))
})

test('two nodes: a private note reaches the team on every node and no customer', async (t) => {
  const { a, customer, agent, id } = await startApart(t, {})
  await command(agent, 'note.add', { conversation_id: id, body: 'told secret' })
  await appendUntold(a, id, ['untold secret'], false)
  await agent.nextOf(has(({ data }) => data.body === 'untold secret'))
  await command(agent, 'message.send', { conversation_id: id, body: 'for all' })
  await customer.nextOf(says('for all'))
  assert.ok(!JSON.stringify(customer.frames).includes('secret'))
})

test('two nodes: messages pass while Redis is away, and news are quick again when it is back', {
  skip: NO_REDIS,
}, async (t) => {
  const redis = await startRedis(t)
  const { customer, agent, id } = await startApart(t, { REDIS_URL: redis.url })
  await redis.kill()
  const sent = await command(customer, 'message.send', { conversation_id: id, body: 'without Redis' })
  assert.ok(sent.ok)
  await agent.nextOf(says('without Redis'))
  await redis.start()
  await command(agent, 'message.send', { conversation_id: id, body: 'with Redis' })
  await customer.nextOf(says('with Redis'))
})

test('two nodes: a node starts while Redis is away, and says so in one line', {
  skip: NO_REDIS,
}, async (t) => {
  const redis = await startRedis(t)
  await redis.kill()
  const desk = await startDesk(t, { shared: true, env: { REDIS_URL: redis.url } })
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const started = await command(socket, 'conversation.start', {
    conversation_id: uuidv7(),
    message: 'Hello?',
  })
  assert.ok(started.ok)
  assert.equal(desk.lines.filter((line) => line.includes('redis: away')).length, 1)
})
