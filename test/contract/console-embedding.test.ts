// The console in pages of other origins: host tokens, CORS, sockets. Each guard by the request it refuses.

import assert from 'node:assert/strict'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { SignJWT, UnsecuredJWT } from 'jose'
import { WebSocket } from 'ws'
import { CreatedConsoleKey, HostSession } from '../../sdk/protocol/team-admin.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

const ADMIN = 'https://admin.example'
const EVIL = 'https://evil.example'
/** As a browser says it of a page elsewhere. */
const from = (origin: string) => ({ origin, 'sec-fetch-site': 'cross-site' })

async function host(t: TestContext, { unlimited = true } = {}) {
  const desk = await startDesk(t, { unlimited })
  const { rooms, workspaceId, db } = desk
  const owner = (await rooms.agents.list(workspaceId)).find(({ role }) => role === 'owner')!
  const { token } = await rooms.sessions.create({ workspaceId, agentId: owner.id })
  const asOwner = (method: string, path: string, body?: unknown) =>
    desk.call(method, `/api/v1${path}`, { token, ...(body !== undefined && { body }) })
  const newKey = async () => CreatedConsoleKey.parse((await asOwner('POST', '/admin/console-keys', {})).body)
  const { key, secret } = await newKey()
  const ana = await desk.person('ana')
  await asOwner('PATCH', '/admin/workspace', { console_origins: [ADMIN] })

  const bytes = (secret: string) => new TextEncoder().encode(secret)
  /** Issued and ended by one reading of the clock: by two, a second may lie between them. */
  const claims = (more: object = {}, header: object = {}) => {
    const seconds = Math.floor(Date.now() / 1000)
    return new SignJWT({ sub: 'Ana@desk.example', jti: uuidv7(), aud: 'deskbell-console', ...more })
      .setProtectedHeader({ alg: 'HS256', kid: key.id, ...header })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 300)
  }
  const sign = (more: object = {}) => claims(more).sign(bytes(secret))
  const exchange = (token: string, origin: string | null = ADMIN) =>
    desk.call('POST', '/api/v1/console/sessions', { body: { token }, headers: origin ? from(origin) : {} })
  return { desk, db, asOwner, newKey, key, secret, ana, bytes, claims, sign, exchange }
}

test('host tokens: a signed one is a session for whom it names, in pages of the workspace’s origins', async (t) => {
  const { desk, db, ana, asOwner, sign, exchange, secret } = await host(t)
  const answer = await exchange(await sign())
  assert.equal(answer.status, 201)
  assert.equal(answer.headers.get('access-control-allow-origin'), ADMIN)
  const { token } = HostSession.parse(answer.body)
  const me = await desk.call('GET', '/api/v1/me', { token, headers: from(ADMIN) })
  assert.equal(me.body.agent.id, ana.id)
  const sent = await desk.call('POST', '/api/v1/availability', {
    token,
    headers: from(ADMIN),
    body: { availability: 'away' },
  })
  assert.equal(sent.status, 200)
  const { keys } = (await asOwner('GET', '/admin/console-keys')).body
  assert.ok(keys[0].last_used_at)
  assert.ok(!JSON.stringify(keys).includes(secret))
  const rows = await db.query<{ action: string }>(
    "select action from audit_entries where action = 'login.by_host'",
  )
  assert.equal(rows.length, 1)
  assert.ok(!desk.lines.join().includes(token))
})

test('host tokens: whatever is wrong with one, the answer is the same', async (t) => {
  const { desk, db, key, secret, bytes, claims, sign, exchange, newKey, asOwner, ana } = await host(t)
  const seconds = Math.floor(Date.now() / 1000)
  const used = await sign()
  assert.equal((await exchange(used)).status, 201)
  const revoked = await newKey()
  await asOwner('DELETE', `/admin/console-keys/${revoked.key.id}`)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const header = (alg: string, kid = key.id) => ({ alg, kid })
  const signed = (alg: string, kid: string, by: Parameters<SignJWT['sign']>[0]) =>
    claims({}, header(alg, kid)).sign(by)
  const unsigned = new UnsecuredJWT({ sub: 'ana@desk.example', jti: uuidv7(), aud: 'deskbell-console' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .encode()
  const noneWithKid = [
    Buffer.from(JSON.stringify(header('none'))).toString('base64url'),
    unsigned.split('.')[1],
    '',
  ].join('.')
  const bad: Record<string, string> = {
    replayed: used,
    garbage: 'x'.repeat(40),
    'alg none': unsigned,
    'alg none with kid': noneWithKid,
    'another algorithm of the same secret': await signed('HS512', key.id, bytes(secret.padEnd(64, 'x'))),
    'HS512 by the very secret': await claims({}, header('HS512')).sign(
      Buffer.concat([Buffer.from(secret), Buffer.alloc(21)]),
    ),
    RS256: await signed(
      'RS256',
      key.id,
      createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    ),
    'a foreign secret': await claims().sign(bytes('a secret of somebody else, long enough')),
    'an unknown key': await signed('HS256', uuidv7(), bytes(secret)),
    'no key named': await claims({}, { kid: undefined }).sign(bytes(secret)),
    'a revoked key': await signed('HS256', revoked.key.id, bytes(revoked.secret)),
    'another audience': await claims().setAudience('deskbell').sign(bytes(secret)),
    expired: await claims()
      .setIssuedAt(seconds - 400)
      .setExpirationTime(seconds - 100)
      .sign(bytes(secret)),
    'good for too long': await claims()
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 302)
      .sign(bytes(secret)),
    'from the future': await claims()
      .setIssuedAt(seconds + 120)
      .setExpirationTime(seconds + 300)
      .sign(bytes(secret)),
    'without an id': await sign({ jti: undefined }),
    'without a name': await sign({ sub: undefined }),
    'nobody’s e-mail': await sign({ sub: 'nobody@desk.example' }),
    'an e-mail of a machine': await sign({ sub: 'assistant@desk.example' }),
  }
  await db.query('update agents set disabled_at = now() where id = $1 returning id', [
    (await desk.person('gone')).id,
  ])
  await db.query(`update agents set email = 'assistant@desk.example' where kind = 'ai' returning id`)
  bad['a disabled agent'] = await sign({ sub: 'gone@desk.example' })
  const answers = new Set<string>()
  for (const [name, token] of Object.entries(bad)) {
    const { status, body } = await exchange(token)
    assert.deepEqual([status, body.code], [401, 'host-token-rejected'], name)
    const { instance: _, request_id: __, ...told } = body
    answers.add(JSON.stringify(told))
  }
  assert.equal(answers.size, 1, [...answers].join())
  assert.equal((await exchange(await sign({ sub: `${ana.name}@desk.example` }))).status, 201)
})

test('host tokens: five minutes by two readings of one clock, a second apart, are five minutes', async (t) => {
  const { bytes, claims, secret, exchange } = await host(t)
  const seconds = Math.floor(Date.now() / 1000)
  const read = claims()
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 301)
  assert.equal((await exchange(await read.sign(bytes(secret)))).status, 201)
})

test('host tokens: a minute’s difference of clocks is forgiven, and nobody may try for ever', async (t) => {
  const { bytes, claims, secret, exchange } = await host(t, { unlimited: false })
  const seconds = Math.floor(Date.now() / 1000)
  const ahead = claims()
    .setIssuedAt(seconds + 50)
    .setExpirationTime(seconds + 350)
  assert.equal((await exchange(await ahead.sign(bytes(secret)))).status, 201)
  const tries = await Promise.all(Array.from({ length: 70 }, () => exchange('x'.repeat(40))))
  assert.ok(tries.some(({ status }) => status === 429))
})

test('host tokens: revoking a key ends the sessions it opened, with their sockets', async (t) => {
  const { desk, asOwner, key, sign, exchange } = await host(t)
  const { token } = (await exchange(await sign())).body
  const socket = await desk.join({ token }, 'agent')
  const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
  await asOwner('DELETE', `/admin/console-keys/${key.id}`)
  assert.equal(await closed, 4401)
  assert.equal((await desk.call('GET', '/api/v1/me', { token })).status, 401)
})

test('host tokens: five keys at most sign at a time', async (t) => {
  const { asOwner, newKey, key } = await host(t)
  for (let at = 1; at < 5; at++) await newKey()
  assert.equal((await asOwner('POST', '/admin/console-keys', {})).body.code, 'limit-reached')
  await asOwner('DELETE', `/admin/console-keys/${key.id}`)
  assert.equal((await asOwner('POST', '/admin/console-keys', {})).status, 201)
})

test('host tokens: a key that is revoked while one of its tokens is exchanged opens nothing', async (t) => {
  const { desk, db, sign, exchange } = await host(t)
  const { consoleKeys } = desk.rooms
  const { forVerifying } = consoleKeys
  let asked = 0
  t.mock.method(consoleKeys, 'forVerifying', async (id: string) => (asked++ === 0 ? forVerifying(id) : null))
  const sessions = async () =>
    (await db.query('select id from agent_sessions where console_key_id is not null')).length
  assert.equal((await exchange(await sign())).status, 401)
  assert.deepEqual([asked, await sessions()], [2, 0])
})

test('the widget’s preview is framed by pages that may show the console of its site, and by no others', async (t) => {
  const { desk } = await host(t)
  const elsewhere = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  await desk.rooms.workspaceSettings.change(elsewhere.id, { console_origins: [EVIL] })
  const ancestors = async (query: Record<string, string>) => {
    const answer = await fetch(`${desk.base}/console/appearance/preview?${new URLSearchParams(query)}`)
    return /frame-ancestors ([^;]+)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  }
  const site = desk.site.key
  assert.equal(await ancestors({ site, from: ADMIN }), `'self' ${ADMIN}`)
  for (const query of [
    { site, from: EVIL },
    { site: 'nobody', from: ADMIN },
    { from: ADMIN },
    { site },
  ] as Record<string, string>[])
    assert.equal(await ancestors(query), `'self'`, JSON.stringify(query))
})

test('CORS: preflights name exactly the workspace’s origins, never credentials', async (t) => {
  const { desk, asOwner } = await host(t)
  const preflight = (origin: string) =>
    fetch(`${desk.base}/api/v1/conversations/x/messages`, {
      method: 'OPTIONS',
      headers: { ...from(origin), 'access-control-request-method': 'POST' },
    })
  const good = await preflight(ADMIN)
  assert.equal(good.status, 204)
  assert.equal(good.headers.get('access-control-allow-origin'), ADMIN)
  assert.match(good.headers.get('access-control-allow-headers')!, /authorization/)
  assert.equal(good.headers.get('access-control-allow-credentials'), null)
  assert.match(good.headers.get('vary')!, /origin/i)
  for (const origin of [
    EVIL,
    'null',
    'https://admin.example.evil.example',
    'http://admin.example',
    `${ADMIN}:8443`,
  ]) {
    const { headers } = await preflight(origin)
    assert.equal(headers.get('access-control-allow-origin'), null, origin)
    assert.match(headers.get('vary')!, /origin/i)
  }
  // One that is taken from the list is out at once, however lately it was asked about.
  await asOwner('PATCH', '/admin/workspace', { console_origins: [] })
  assert.equal((await preflight(ADMIN)).headers.get('access-control-allow-origin'), null)
})

test('CORS: a foreign page gets nothing, not even with a good token; a listed one nothing by cookie', async (t) => {
  const { desk, ana, sign, exchange } = await host(t)
  const { token } = (await exchange(await sign())).body
  const refused: Record<string, { token?: string; headers: Record<string, string> }> = {
    'a foreign page with a token': { token, headers: from(EVIL) },
    'one of an older browser': { token, headers: { origin: EVIL } },
    'a listed page with a cookie': { headers: { ...from(ADMIN), cookie: `deskbell_session=${ana.token}` } },
    'a listed page beside it, on the same site': {
      headers: { origin: ADMIN, 'sec-fetch-site': 'same-site', cookie: `deskbell_session=${ana.token}` },
    },
    'a listed page with a cookie and another kind of header': {
      headers: { ...from(ADMIN), cookie: `deskbell_session=${ana.token}`, authorization: 'Basic eDp5' },
    },
  }
  for (const [name, request] of Object.entries(refused)) {
    const { status } = await desk.call('GET', '/api/v1/me', request)
    assert.equal(status, 403, name)
  }
  // The bearer decides, whatever cookie comes along.
  const dead = { token: 'x'.repeat(43), headers: { ...from(ADMIN), cookie: `deskbell_session=${ana.token}` } }
  assert.equal((await desk.call('GET', '/api/v1/me', dead)).status, 401)
  assert.equal((await exchange(await sign(), EVIL)).status, 403)
  const cookie = { cookie: `deskbell_session=${ana.token}`, 'sec-fetch-site': 'same-origin' }
  assert.equal((await desk.call('GET', '/api/v1/me', { headers: cookie })).status, 200)
})

test('CORS: a console origin may put the bytes of files, and nothing else of what is the widget’s', async (t) => {
  const { desk } = await host(t)
  const allowed = async (path: string, origin: string) => {
    const headers = { ...from(origin), 'access-control-request-method': 'PUT' }
    const answer = await fetch(`${desk.base}/support/widget${path}`, { method: 'OPTIONS', headers })
    return answer.headers.get('access-control-allow-origin')
  }
  assert.equal(await allowed(`/attachments/${uuidv7()}`, ADMIN), ADMIN)
  assert.equal(await allowed(`/attachments/${uuidv7()}`, EVIL), null)
  assert.equal(await allowed('/chat/start', ADMIN), null)
})

test('CORS: the origin of one workspace opens nothing in another', async (t) => {
  const { desk, db, sign, exchange } = await host(t)
  const { id } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  await desk.rooms.workspaceSettings.change(id, { console_origins: ['https://other.example'] })
  const { token } = (await exchange(await sign())).body
  const other = from('https://other.example')
  const refused = await desk.call('GET', '/api/v1/me', { token, headers: other })
  assert.deepEqual([refused.status, refused.body.code], [403, 'origin-not-allowed'])
  assert.equal((await exchange(await sign(), 'https://other.example')).body.code, 'host-token-rejected')
  assert.equal((await db.query('select id from agent_sessions where console_key_id is not null')).length, 1)
})

test('sockets: a page of a console origin says hello with its token; a foreign one is refused before 101', async (t) => {
  const { desk, db, sign, exchange, ana } = await host(t)
  const { token } = (await exchange(await sign())).body
  const url = `${desk.base.replace('http', 'ws')}/support/live`
  const hello = (token?: string) => ({
    type: 'hello',
    data: { role: 'agent', protocol: 1, streams: {}, ...(token && { token }) },
  })
  const good = await connectSocket(url, { headers: { origin: ADMIN } })
  t.after(() => good.ws.terminate())
  good.send(hello(token))
  await good.next('welcome')

  const status = (origin: string) =>
    new Promise<number>((resolve) => {
      const ws = new WebSocket(url, { headers: { origin } })
      ws.once('unexpected-response', (_request, response) => resolve(response.statusCode!))
      ws.once('open', () => resolve(101))
      ws.once('error', () => {})
      t.after(() => ws.terminate())
    })
  for (const origin of [EVIL, 'null', 'https://admin.example.evil.example'])
    assert.equal(await status(origin), 403, origin)

  const closes = async (origin: string, headers: Record<string, string>, token?: string) => {
    const socket = await connectSocket(url, { headers: { ...headers, origin } })
    t.after(() => socket.ws.terminate())
    const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
    socket.send(hello(token))
    return closed
  }
  const cookie = { cookie: `deskbell_session=${ana.token}` }
  assert.equal(await closes(ADMIN, cookie), 4401, 'a cookie counts only from our own pages')
  await db.query("update sites set allowed_origins = '{https://shop.example}' returning id")
  desk.rooms.bus.emit('site.changed', { workspaceId: desk.workspaceId, siteId: desk.site.id })
  assert.equal(await closes('https://shop.example', {}, token), 4403, 'a customer’s page is no console')
})
