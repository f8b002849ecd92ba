// Many come back at once, and some after a long time: what a hello costs, and that much missed is no reason to be cut.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

/** Names of the prepared statements that ran. */
function statements(t: TestContext, desk: Desk): string[] {
  const names: string[] = []
  const { prepared } = desk.db
  t.mock.method(desk.db, 'prepared', (...args: Parameters<typeof prepared>) => {
    names.push(args[0])
    return prepared(...args)
  })
  return names
}

test('coming back: hellos of one moment share their look-ups, and everybody gets their own', async (t) => {
  const desk = await startDesk(t)
  const visitors = await Promise.all(Array.from({ length: 40 }, () => desk.visitor()))
  const ids = new Map(visitors.map(({ token }) => [token, uuidv7()]))
  for (const visitor of visitors) {
    const conversation_id = ids.get(visitor.token)
    const body = { cid: uuidv7(), conversation_id, message: `of ${visitor.contact.id}`, want: 'person' }
    assert.equal(
      (await desk.call('POST', '/support/widget/chat/start', { body, token: visitor.token })).status,
      201,
    )
  }
  const sockets = await Promise.all(
    visitors.map(() => connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)),
  )
  const ran = statements(t, desk)
  for (const [index, socket] of sockets.entries()) {
    const { token } = visitors[index]!
    const data = {
      role: 'visitor',
      protocol: 1,
      site: desk.site.key,
      token,
      streams: { [ids.get(token)!]: 0 },
    }
    socket.send({ type: 'hello', data })
  }
  for (const [index, socket] of sockets.entries()) {
    const { token, contact } = visitors[index]!
    assert.deepEqual(Object.keys((await socket.next('welcome')).data.heads), [ids.get(token)])
    const { data } = await socket.next('events')
    assert.ok(
      data.events.some((event: { data: { body?: string } }) => event.data.body === `of ${contact.id}`),
    )
  }
  assert.ok(ran.length <= visitors.length, `${ran.length} statements for ${visitors.length} hellos`)
  await Promise.all(sockets.map((socket) => socket.close()))
})

test('coming back: a session is looked at without being written to, until an hour has passed', async (t) => {
  const desk = await startDesk(t)
  const visitor = await desk.visitor()
  const seen = async (): Promise<number> => {
    const [row] = await desk.db.query<{ seen: string }>(
      'select extract(epoch from max(last_seen_at)) as seen from visitor_sessions',
    )
    return Number(row!.seen)
  }
  const opened = await seen()
  await (await desk.join(visitor, 'visitor')).close()
  assert.equal(await seen(), opened)
  // Another one, as who was looked up just now is remembered for some seconds.
  const other = await desk.visitor()
  await desk.db.query(`update visitor_sessions set last_seen_at = now() - interval '2 hours' returning id`)
  await (await desk.join(other, 'visitor')).close()
  assert.ok((await seen()) >= opened)
})

test('coming back: a week of many conversations reaches who reads it, however much it is', async (t) => {
  const desk = await startDesk(t)
  const visitor = await desk.visitor()
  // 40 conversations of 40 messages with 4 kB each: six times what may wait for a receiver.
  const rows = await desk.db.query<{ id: string }>(
    `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, status, last_seq, last_pub_seq)
     select gen_random_uuid(), $1, $2, $3, 'chat', 'MANY-' || n, 'assigned', 40, 40 from generate_series(1, 40) n
     returning id`,
    [desk.workspaceId, desk.site.id, visitor.contact.id],
  )
  await desk.db.query(
    `insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, data)
     select c.id, n, n, c.workspace_id, gen_random_uuid(), 'message.created', 'contact',
            jsonb_build_object('body', repeat('x', 4000), 'content', '[]'::jsonb, 'citations', '[]'::jsonb, 'answer', null)
       from conversations c, generate_series(1, 40) n returning 1 as one`,
  )
  const socket = await desk.join(visitor, 'visitor', Object.fromEntries(rows.map(({ id }) => [id, 0])))
  const missed = new Map<string, number>()
  while (missed.size < rows.length) {
    const { data } = await socket.next('events')
    missed.set(data.conversation_id, data.events.length)
  }
  assert.deepEqual([...new Set(missed.values())], [40])
  assert.ok((await command(socket, 'conversation.list', {})).ok)
})

test('coming back: a hello that names too many conversations is told so', async (t) => {
  const desk = await startDesk(t)
  const { token } = await desk.visitor()
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  const streams = Object.fromEntries(Array.from({ length: 101 }, () => [uuidv7(), 0]))
  socket.send({ type: 'hello', data: { role: 'visitor', protocol: 1, site: desk.site.key, token, streams } })
  const { problem } = (await socket.next('problem')).data
  assert.equal(problem.code, 'invalid-request')
  assert.match(JSON.stringify(problem.errors), /at most 100/)
})

test('coming back: a client of an older release is served, and fields of a newer one are passed over', async (t) => {
  const desk = await startDesk(t)
  const { token } = await desk.visitor()
  for (const data of [
    { role: 'visitor', protocol: 1, site: desk.site.key, token },
    { role: 'visitor', protocol: 2, site: desk.site.key, token, streams: {}, wants: ['something new'] },
  ]) {
    const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
    socket.send({ type: 'hello', data, later: true })
    assert.equal((await socket.next('welcome')).data.protocol, 1)
    await socket.close()
  }
})
