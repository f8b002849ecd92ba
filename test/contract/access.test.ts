// Who may reach what: every route and every command, for strangers, other sites and nobody. The list is read off the
// protocol's table, so a new command is tested the day it is written.

import assert from 'node:assert/strict'
import test from 'node:test'
import { COMMANDS, type CommandName } from '../../sdk/protocol/command.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

type Side = 'visitor' | 'agent'
const BASE: Record<Side, string> = { visitor: '/support/widget', agent: '/api/v1' }

/** Inputs that would do if only the caller were the right one. */
const FITTING: Partial<Record<CommandName, object>> = {
  'message.send': { body: 'hello' },
  'message.edit': { message_id: uuidv7(), body: 'hello' },
  'message.delete': { message_id: uuidv7() },
  'note.add': { body: 'hello' },
  'conversation.rate': { rating: 5 },
  'contact.update': { name: 'Eve' },
  'conversation.history': { before: 5 },
  'read.mark': { seq: 1 },
  'conversation.assign': { assignee_id: null },
  'conversation.move': { department_id: null },
  'action.decide': { action_id: uuidv7(), approve: true },
  'action.result': { action_id: uuidv7(), result: 'x' },
  'draft.approve': { draft_id: uuidv7() },
  'draft.discard': { draft_id: uuidv7(), reason: 'wrong' },
  'draft.restore': { draft_id: uuidv7() },
  'facts.set': { priority: 'high' },
  'conversation.snooze': { until: null },
  'conversation.spam': { spam: true },
  'contact.block': { blocked: true },
  'conversation.follow': { follow: true },
  'conversation.merge': { into_id: uuidv7() },
  'conversation.split': { message_ids: [uuidv7()], new_id: uuidv7() },
  'conversation.link': { other_id: uuidv7(), linked: true },
  'message.schedule': { body: 'hello', send_at: new Date(Date.now() + 3_600_000).toISOString() },
  'message.unschedule': { scheduled_id: uuidv7() },
  'conversation.view': { shown: true },
  'whisper.add': { agent_id: uuidv7(), body: 'hello' },
  'looking.tell': { tab: uuidv7(), looking: true },
  'reply.keep': { kind: 'message', body: 'hello', at: new Date().toISOString() },
  'draft.regenerate': { draft_id: uuidv7(), instruction: 'shorter' },
}

const aboutOne = (Object.keys(COMMANDS) as CommandName[]).filter(
  (name) =>
    name !== 'conversation.start' &&
    name !== 'conversation.unsubscribe' &&
    'conversation_id' in COMMANDS[name].input.shape,
)

async function openChat(desk: Desk) {
  const nora = await desk.visitor()
  const id = uuidv7()
  const body = { conversation_id: id, message: 'private words', want: 'person', cid: uuidv7() }
  const started = await desk.call('POST', '/support/widget/chat/start', { body, token: nora.token })
  assert.equal(started.status, 201)
  return { nora, id }
}

const rest = (name: CommandName, side: Side, id: string) => {
  const twin = (COMMANDS[name].rest as Partial<Record<Side, readonly [string, string]>>)[side]
  return twin && { method: twin[0], path: BASE[side] + twin[1].replace(':conversation_id', id) }
}

test('access: another visitor finds no conversation, by frame and by REST, for every command', async (t) => {
  const desk = await startDesk(t)
  const { id } = await openChat(desk)
  const eve = await desk.visitor()
  const socket = await desk.join(eve, 'visitor')
  const before = await desk.db.query('select last_seq from conversations where id = $1', [id])
  for (const name of aboutOne.filter((name) =>
    (COMMANDS[name].side as readonly Side[]).includes('visitor'),
  )) {
    const answer = await command(socket, name, { conversation_id: id, ...FITTING[name] })
    assert.ok(!answer.ok, name)
    assert.equal(answer.problem.code, 'conversation-not-found', name)
    const twin = rest(name, 'visitor', id)
    if (!twin) continue
    const { cid: _, ...body } = { cid: '', ...FITTING[name] }
    const query = twin.method === 'GET' ? `?${new URLSearchParams(body as Record<string, string>)}` : ''
    const options = twin.method === 'GET' ? { token: eve.token } : { token: eve.token, body }
    const { status, body: problem } = await desk.call(twin.method, twin.path + query, options)
    assert.deepEqual([status, problem.code], [404, 'conversation-not-found'], name)
    assert.doesNotMatch(JSON.stringify(problem), /private words/)
  }
  assert.deepEqual(await desk.db.query('select last_seq from conversations where id = $1', [id]), before)
})

test('access: a visitor’s token opens no agent route and no agent command, and nobody’s opens neither', async (t) => {
  const desk = await startDesk(t)
  const { nora, id } = await openChat(desk)
  const socket = await desk.join(nora, 'visitor')
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    const sides = COMMANDS[name].side as readonly Side[]
    if (!sides.includes('visitor')) {
      const answer = await command(socket, name, { conversation_id: id, ...FITTING[name] })
      assert.ok(!answer.ok)
      assert.equal(answer.problem.code, 'unknown-command', name)
    }
    for (const side of sides) {
      const twin = rest(name, side, id)
      if (!twin) continue
      const body = twin.method === 'POST' ? { body: { ...FITTING[name] } } : {}
      const tokens = side === 'agent' ? [undefined, nora.token, 'x'.repeat(43)] : [undefined, 'x'.repeat(43)]
      for (const token of tokens) {
        const { status } = await desk.call(twin.method, twin.path, { ...body, ...(token && { token }) })
        assert.equal(status, 401, `${side} ${name}`)
      }
    }
  }
  for (const path of ['/me', '/agents', '/departments'])
    assert.equal((await desk.call('GET', `/api/v1${path}`, { token: nora.token })).status, 401, path)
})

test('access: a token is good for its own site only', async (t) => {
  const desk = await startDesk(t)
  const { nora, id } = await openChat(desk)
  const other = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Other', key: 'other' })
  const path = `/support/widget/chat/${id}/events?site=${other.key}`
  assert.equal((await desk.call('GET', path, { token: nora.token })).status, 401)
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  socket.send({
    type: 'hello',
    data: { role: 'visitor', protocol: 1, site: other.key, token: nora.token, streams: {} },
  })
  assert.equal((await socket.closed).code, 4401)
})

test('access: another workspace’s agent finds nothing of this one', async (t) => {
  const desk = await startDesk(t)
  const { id } = await openChat(desk)
  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const agent = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve' })
  const { token } = await desk.rooms.sessions.create({ workspaceId, agentId: agent.id })
  const socket = await desk.join({ token }, 'agent')
  for (const name of aboutOne.filter((name) => (COMMANDS[name].side as readonly Side[]).includes('agent'))) {
    const answer = await command(socket, name, { conversation_id: id, ...FITTING[name] })
    assert.ok(!answer.ok, name)
    assert.equal(answer.problem.code, 'conversation-not-found', name)
  }
  const list = await command(socket, 'inbox.list', { view: 'open' })
  assert.deepEqual([list.data.conversations, list.data.counts.open], [[], 0])
  const mika = await desk.person('Mika')
  const assign = await command(await desk.join(mika, 'agent'), 'conversation.assign', {
    conversation_id: id,
    assignee_id: agent.id,
  })
  assert.equal(assign.problem.code, 'agent-not-found')
})

test('access: foreign origins get no socket and no answer a page could read', async (t) => {
  const desk = await startDesk(t)
  const site = await desk.rooms.sites.create({
    workspaceId: desk.workspaceId,
    name: 'Shop',
    key: 'shop',
    allowedOrigins: ['https://good.example'],
  })
  const url = `${desk.base.replace('http', 'ws')}/support/live`
  for (const origin of [
    'https://evil.example',
    'null',
    'https://good.example.evil.com',
    'http://good.example',
  ])
    await assert.rejects(connectSocket(url, { origin }), /403/, origin)
  const good = await connectSocket(url, { origin: 'https://good.example' })
  await good.close()
  const preflight = (origin: string) =>
    fetch(`${desk.base}/support/widget/config?site=${site.key}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    })
  const allowed = await preflight('https://good.example')
  assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://good.example')
  assert.equal(allowed.headers.get('access-control-allow-credentials'), null)
  assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null)
  const refused = await desk.call('GET', `/support/widget/config?site=${site.key}`, {
    headers: { origin: 'https://evil.example' },
  })
  assert.deepEqual([refused.status, refused.body.code], [403, 'origin-not-allowed'])
})

test('access: an agent’s cookie opens no socket for another origin’s page', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  await desk.rooms.sites.create({
    workspaceId: desk.workspaceId,
    name: 'Shop',
    key: 'shop',
    allowedOrigins: ['https://good.example'],
  })
  const headers = { cookie: `deskbell_session=${mika.token}` }
  const url = `${desk.base.replace('http', 'ws')}/support/live`
  const page = await connectSocket(url, { origin: 'https://good.example', headers })
  page.send({ type: 'hello', data: { role: 'agent', protocol: 1, streams: {} } })
  assert.equal((await page.closed).code, 4401)
  const own = await connectSocket(url, { headers })
  own.send({ type: 'hello', data: { role: 'agent', protocol: 1, streams: {} } })
  await own.next('welcome')
  await own.close()
})

test('access: signing out ends the session’s sockets', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const socket = await desk.join(mika, 'agent')
  const out = await desk.call('POST', '/api/v1/logout', { body: {}, token: mika.token })
  assert.equal(out.status, 200)
  assert.equal((await socket.closed).code, 4401)
  assert.equal((await desk.call('GET', '/api/v1/me', { token: mika.token })).status, 401)
})

test('access: while a stranger is being refused, and after, nothing of the conversation reaches their socket', async (t) => {
  const desk = await startDesk(t)
  const { nora, id } = await openChat(desk)
  const eve = await desk.visitor()
  const socket = await desk.join(eve, 'visitor')
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>()
  const { prepared } = desk.db
  t.mock.method(desk.db, 'prepared', async (...args: Parameters<typeof prepared>) => {
    if (args[0] === 'gathered-details') {
      isAsked()
      await gate
    }
    return prepared(...args)
  })
  const refused = command(socket, 'conversation.subscribe', { conversation_id: id })
  const resumed = connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  const late = await resumed
  late.send({
    type: 'hello',
    data: { role: 'visitor', protocol: 1, site: desk.site.key, token: eve.token, streams: { [id]: 0 } },
  })
  await asked
  const sent = await desk.call('POST', `/support/widget/chat/${id}/messages`, {
    body: { body: 'private words' },
    token: nora.token,
  })
  assert.equal(sent.status, 200)
  open()
  assert.ok(!(await refused).ok)
  assert.deepEqual((await late.next('welcome')).data.heads, {})
  await desk.call('POST', `/support/widget/chat/${id}/messages`, {
    body: { body: 'private words' },
    token: nora.token,
  })
  for (const one of [socket, late]) {
    await command(one, 'conversation.list', {})
    assert.doesNotMatch(JSON.stringify(one.frames), /private words/)
  }
  await late.close()
})

test('access: a page of one site reaches no other, though it knows its key', async (t) => {
  const desk = await startDesk(t)
  const site = (key: string) =>
    desk.rooms.sites.create({
      workspaceId: desk.workspaceId,
      name: key,
      key,
      allowedOrigins: [`https://${key}.example`],
    })
  const [good, evil] = [await site('good'), await site('evil')]
  const headers = { origin: 'https://evil.example' }
  const refused = await desk.call('POST', '/support/widget/session', { body: { site: good.key }, headers })
  assert.deepEqual([refused.status, refused.body.code], [403, 'origin-not-allowed'])
  const own = await desk.call('POST', '/support/widget/session', { body: { site: evil.key }, headers })
  assert.equal(own.status, 201)
  const { body: nora } = await desk.call('POST', '/support/widget/session', { body: { site: good.key } })
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`, headers)
  socket.send({
    type: 'hello',
    data: { role: 'visitor', protocol: 1, site: good.key, token: nora.token, streams: {} },
  })
  assert.equal((await socket.closed).code, 4403)
})
