// What is wrong gets a typed problem and the right status or close code; nothing secret is logged, nothing is lost,
// and the process goes on.

import assert from 'node:assert/strict'
import test from 'node:test'
import { ProblemBody } from '../../sdk/protocol/problem-body.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

test('bad input: each way a request can be wrong has its own status and code', async (t) => {
  const desk = await startDesk(t)
  const { token } = await desk.visitor()
  const id = uuidv7()
  const messages = `/support/widget/chat/${id}/messages`
  const cases: [string, string, Parameters<typeof desk.call>[2], number, string][] = [
    ['POST', '/support/widget/tickets', { body: '{"name":' }, 400, 'malformed-json'],
    ['POST', '/support/widget/tickets', { body: { description: 'x'.repeat(70_000) } }, 413, 'body-too-large'],
    [
      'POST',
      messages,
      { body: 'hi', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['POST', messages, { body: { body: 'hi', colour: 'red' }, token }, 422, 'invalid-request'],
    ['POST', messages, { body: { body: 7 }, token }, 422, 'invalid-request'],
    ['POST', messages, { body: { body: 'x'.repeat(8001) }, token }, 422, 'invalid-request'],
    ['POST', messages, { body: { body: '   ' }, token }, 422, 'invalid-request'],
    ['POST', messages, { body: { body: 'hi', cid: 'seven' }, token }, 422, 'invalid-request'],
    ['POST', messages, { body: ['hi'], token }, 422, 'invalid-request'],
    ['POST', messages, { body: { body: 'hi' }, token }, 404, 'conversation-not-found'],
    [
      'POST',
      '/support/widget/chat/not-a-uuid/messages',
      { body: { body: 'hi' }, token },
      422,
      'invalid-request',
    ],
    ['GET', '/support/widget/config?site=nobody', {}, 404, 'site-not-found'],
    ['GET', '/support/widget/config', {}, 404, 'site-not-found'],
    ['GET', `/support/widget/articles/nothing?site=${desk.site.key}`, {}, 404, 'article-not-found'],
    ['GET', `/support/widget/articles/search?q=x&site=${desk.site.key}`, {}, 422, 'invalid-request'],
    ['DELETE', `/support/widget/config?site=${desk.site.key}`, {}, 405, 'method-not-allowed'],
    ['GET', '/support/widget/chat', { token: 'dead' }, 401, 'unauthenticated'],
    ['GET', '/nowhere', {}, 404, 'not-found'],
    ['GET', '/api/v1/me', {}, 401, 'unauthenticated'],
    [
      'POST',
      '/api/v1/login',
      { body: { email: 'a@b.co', password: 'x' }, headers: { 'sec-fetch-site': 'cross-site' } },
      403,
      'forbidden',
    ],
    ['POST', '/api/v1/login-links/redeem', { body: { token: 'x'.repeat(43) } }, 410, 'link-used'],
  ]
  for (const [method, path, options, status, code] of cases) {
    const answer = await desk.call(method, path, options)
    const label = `${method} ${path} ${JSON.stringify(options).slice(0, 80)}`
    assert.deepEqual([answer.status, answer.body.code], [status, code], label)
    ProblemBody.parse(answer.body)
    assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/, label)
    assert.match(answer.body.instance, /^urn:uuid:/)
  }
  assert.equal((await desk.call('GET', '/healthz')).status, 200)
})

test('bad input: a frame of garbage, an unknown command, a bad cid, an oversize frame', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const one = await desk.join(nora, 'visitor')
  const unknown = await command(one, 'database.drop', {})
  assert.ok(!unknown.ok)
  assert.deepEqual([unknown.problem.code, unknown.retryable], ['unknown-command', false])
  const wrong = await command(one, 'message.send', { conversation_id: 'x' })
  assert.ok(!wrong.ok)
  assert.equal(wrong.problem.code, 'invalid-request')
  one.send('{"type":')
  assert.equal((await one.closed).code, 4400)

  const two = await desk.join(nora, 'visitor')
  two.send('x'.repeat(33 * 1024))
  assert.equal((await two.closed).code, 1009)

  const three = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  three.send({ type: 'message.send', cid: uuidv7(), data: {} })
  assert.equal((await three.closed).code, 4401)
  assert.equal((await desk.call('GET', '/readyz')).status, 200)
})

test('bad input: tokens, passwords and cookies never reach the log', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const mika = await desk.person('Mika')
  await desk.call('POST', '/api/v1/login', {
    body: { email: 'Mika@desk.example', password: 'hunter2-hunter2' },
  })
  await desk.call('GET', '/support/widget/chat', { token: nora.token })
  await desk.call('GET', '/api/v1/me', { headers: { cookie: `deskbell_session=${mika.token}` } })
  // A fault inside, so that there is something to log.
  await desk.db.query('drop table article_feedback, article_passages cascade').catch(() => {})
  await desk.call('GET', `/support/widget/articles/search?q=parcel&site=${desk.site.key}`, {
    token: nora.token,
  })
  const text = desk.lines.join('\n')
  for (const secret of [nora.token, mika.token, 'hunter2']) assert.ok(!text.includes(secret), secret)
})

test('bad input: a message survives the refusal of its neighbours', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const socket = await desk.join(nora, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'one', want: 'person' })
  const answers = await Promise.all([
    command(socket, 'message.send', { conversation_id: id, body: '' }),
    command(socket, 'message.send', { conversation_id: id, body: 'two' }),
    command(socket, 'message.send', { conversation_id: uuidv7(), body: 'nowhere' }),
    command(socket, 'message.send', { conversation_id: id, body: 'three' }),
  ])
  assert.deepEqual(
    answers.map(({ ok }) => ok),
    [false, true, false, true],
  )
  const page = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const bodies = page.data.events.flatMap((event: { data: { body?: string } }) => event.data.body ?? [])
  assert.ok(['one', 'two', 'three'].every((body) => bodies.includes(body)))
})

test('bad input: text no database can hold is cleaned, not refused', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const socket = await desk.join(nora, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'nul \0 here', want: 'person' })
  const sent = await command(socket, 'message.send', { conversation_id: id, body: 'half \ud800 pair' })
  assert.ok(sent.ok)
  const page = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const bodies = page.data.events.flatMap((event: { data: { body?: string } }) => event.data.body ?? [])
  assert.ok(bodies.includes('nul  here') && bodies.includes('half \ufffd pair'), JSON.stringify(bodies))
})

test('bad input: paths and queries with characters no database can hold are answered, not failed on', async (t) => {
  const desk = await startDesk(t)
  const key = desk.site.key
  for (const path of [
    '/config?site=%00',
    `/articles/%00?site=${key}`,
    `/articles/search?q=%00a&site=${key}`,
    `/tickets/status?reference=%00DB-7K3M92QF&email=a%00b@example.com&site=${key}`,
  ]) {
    const { status } = await desk.call('GET', `/support/widget${path}`)
    assert.ok(status < 500, `${path}: ${status}`)
  }
})

test('bad input: a cid that is no text is refused, not taken for none', async (t) => {
  const desk = await startDesk(t)
  const nora = await desk.visitor()
  const id = uuidv7()
  const body = { conversation_id: id, message: 'hello', want: 'person', cid: 7 }
  const refused = await desk.call('POST', '/support/widget/chat/start', { body, token: nora.token })
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/cid'])
})

test('bad input: a made-up cursor of the inbox is refused, whatever it says', async (t) => {
  const desk = await startDesk(t)
  const console = await desk.join(await desk.person('Mika'), 'agent')
  for (const made of [['2026', uuidv7()], ['2026-01-01T00:00:00Z', 'x'], ['12/31/2026', uuidv7()], 7, null]) {
    const cursor = Buffer.from(JSON.stringify(made)).toString('base64url')
    const answer = await command(console, 'inbox.list', { view: 'open', cursor })
    assert.ok(!answer.ok)
    assert.equal(answer.problem.code, 'invalid-request', cursor)
  }
})

test('bad input: an emoji across the edge of a preview does not keep the message from its place', async (t) => {
  const desk = await startDesk(t)
  const socket = await desk.join(await desk.visitor(), 'visitor')
  for (let lead = 76; lead < 82; lead++) {
    const id = uuidv7()
    const started = await command(socket, 'conversation.start', {
      conversation_id: id,
      message: `${'a'.repeat(lead)}\u{1f6b2}\u{1f6b2} bicycle`,
      want: 'person',
    })
    assert.ok(started.ok, String(lead))
    for (const more of [136, 137, 138, 139, 140, 141]) {
      const body = `${'b'.repeat(more)}\u{1f6b2}\u{1f6b2} bicycle`
      assert.ok((await command(socket, 'message.send', { conversation_id: id, body })).ok, String(more))
    }
  }
})
