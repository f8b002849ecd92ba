// What nobody may get to see, seeded and looked for: tokens, secrets and their digests in answers, frames, logs and the
// database; and who may not come near the keys.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Answer, command, startDesk } from '../helpers/desk.ts'

test('identity secrets: no token and no secret stands in any answer, frame, log line or row but where it belongs', async (t) => {
  const desk = await startDesk(t)
  const seen: string[] = []
  const call = async (...args: Parameters<typeof desk.call>): Promise<Answer> => {
    const answer = await desk.call(...args)
    seen.push(JSON.stringify(answer.body), JSON.stringify([...answer.headers]))
    return answer
  }
  const admin = await desk.person('Mika')
  await desk.db.query("update agents set role = 'admin' where id = $1 returning id", [admin.id])
  const keysPath = `/api/v1/sites/${desk.site.key}/identity-keys`
  const made = await desk.call('POST', keysPath, { token: admin.token, body: {} })
  const { key, secret } = made.body
  const sign = (sub: string, canary: string) =>
    new SignJWT({ name: 'Nora', attributes: { plan: 'gold' }, canary })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setSubject(sub)
      .setAudience(desk.site.key)
      .setExpirationTime('10m')
      .sign(Buffer.from(secret))
  const jwt = await sign('nora', 'first')
  const identify = (token: string, session?: string) =>
    desk.call('POST', '/support/widget/identify', {
      body: { site: desk.site.key, token },
      ...(session && { token: session }),
    })
  const anonymous = (await desk.visitor()).token
  const visitor = (await identify(jwt, anonymous)).body.token as string

  // Everything a visitor and an agent can ask for, and what goes wrong on the way.
  const socket = await desk.join({ token: visitor }, 'visitor')
  const console_ = await desk.join(admin, 'agent')
  const id = uuidv7()
  const started = await command(socket, 'conversation.start', {
    conversation_id: id,
    message: 'hello',
    want: 'person',
  })
  assert.ok(started.ok)
  await command(socket, 'attributes.set', { attributes: { seats: 3 } })
  await command(socket, 'event.track', { name: 'cart_filled', url: 'https://shop.example/cart' })
  await call('GET', '/support/widget/chat', { token: visitor })
  await call('GET', `/support/widget/chat/${id}/events`, { token: visitor })
  for (const path of ['', `/${id}/events?after=0`, `/${id}/contact`])
    await call('GET', `/api/v1/conversations${path}`, { token: admin.token })
  await call('GET', keysPath, { token: admin.token })
  await call('GET', '/api/v1/me', { token: admin.token })
  const tampered = `${jwt.slice(0, -4)}AAAA`
  for (const bad of [tampered, jwt.replace(/^[^.]+/, 'e30')]) {
    const refused = await identify(bad)
    seen.push(JSON.stringify(refused.body))
    assert.equal(refused.status, 401)
  }
  await call('POST', '/support/widget/chat/start', { body: '{"half', token: visitor })
  await call('POST', '/support/widget/identify', { body: { site: desk.site.key, token: 7 } })
  await call('POST', `${keysPath}/${key.id}/revoke`, { token: admin.token, body: {} })
  await call('POST', '/support/widget/logout', { body: {}, token: visitor })
  seen.push(JSON.stringify(socket.frames), JSON.stringify(console_.frames), ...desk.lines)

  const secrets = { jwt, tampered, secret, anonymous, visitor, agent: admin.token }
  const digests = Object.entries(secrets).flatMap(([name, text]) => {
    const digest = createHash('sha256').update(text).digest()
    return (['hex', 'base64', 'base64url'] as const).map((as) => [`digest of ${name}`, digest.toString(as)])
  })
  const all = seen.join('\n')
  assert.ok(all.includes('cart_filled') && all.includes(key.id), 'it was looked at')
  for (const [name, text] of [...Object.entries(secrets), ...digests])
    assert.ok(!all.includes(text!), `${name} is nowhere to be seen`)

  // In the database: sessions as digests, and of the secret, now that it is revoked, nothing.
  const tables = await desk.db.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  )
  for (const { name } of tables) {
    const rows = JSON.stringify(await desk.db.query(`select to_jsonb(r) as row from "${name}" r`))
    for (const [what, text] of Object.entries(secrets))
      assert.ok(!rows.includes(text as string), `no ${what} in ${name}`)
  }
})

test('identity secrets: only the site’s own administrators come near its keys', async (t) => {
  const desk = await startDesk(t)
  const path = `/api/v1/sites/${desk.site.key}/identity-keys`
  const visitor = await desk.visitor()
  const agent = await desk.person('Mika')
  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const other = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve', role: 'owner' })
  const stranger = await desk.rooms.sessions.create({ workspaceId, agentId: other.id })
  const { key } = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  for (const [token, status] of [
    [undefined, 401],
    [visitor.token, 401],
    [agent.token, 403],
    [stranger.token, 404],
  ] as const) {
    const as = token ? { token } : {}
    for (const [method, at] of [
      ['GET', path],
      ['POST', path],
      ['POST', `${path}/${key.id}/revoke`],
    ] as const) {
      const answer = await desk.call(method, at, { ...as, ...(method === 'POST' && { body: {} }) })
      assert.equal(answer.status, status, `${method} ${at} ${status}`)
    }
  }
  assert.equal((await desk.rooms.identityKeys.list(desk.site)).length, 1)
  assert.equal((await desk.rooms.identityKeys.list(desk.site))[0]!.state, 'active')
})

test('identity secrets: what a page tells is bounded, and what is too much changes nothing', async (t) => {
  const desk = await startDesk(t)
  const { token, contact } = await desk.visitor()
  const socket = await desk.join({ token }, 'visitor')
  const set = (attributes: object) => command(socket, 'attributes.set', { attributes })
  const many = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`key_${from + n}`, n]))
  for (const bad of [
    many(0, 51),
    { 'Not Snake': 1 },
    { x: 'y'.repeat(501) },
    { x: { deep: 1 } },
    { ['x'.repeat(41)]: 1 },
    { __proto__x: 1 },
  ])
    assert.equal((await set(bad)).problem?.code, 'invalid-request', JSON.stringify(bad).slice(0, 60))
  assert.ok((await set(many(0, 50))).ok)
  assert.equal((await set({ one_more: true })).problem?.code, 'invalid-request')
  assert.ok((await set({ key_0: null, one_more: true })).ok)
  for (const bad of [
    { name: '' },
    { name: 'x'.repeat(61) },
    { name: 'a', url: 'nowhere' },
    { name: 'a', data: many(0, 21) },
  ])
    assert.equal((await command(socket, 'event.track', bad)).problem?.code, 'invalid-request')
  for (let n = 0; n < 103; n++) assert.ok((await command(socket, 'event.track', { name: `event ${n}` })).ok)
  const shown = await desk.rooms.contactActivity.show(desk.workspaceId, contact.id)
  assert.equal(Object.keys(shown.page_attributes).length, 50)
  assert.deepEqual([shown.page_attributes.one_more, shown.page_attributes.key_0], [true, undefined])
  assert.equal(shown.events[0]!.name, 'event 102')
  const [{ count }] = (await desk.db.query<{ count: string }>(
    'select count(*) from contact_events where contact_id = $1',
    [contact.id],
  )) as [{ count: string }]
  assert.equal(Number(count), 100)
})

test('identity secrets: what a page tells is limited by the minute', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { token } = await desk.visitor()
  const track = () =>
    desk.call('POST', '/support/widget/contact/events', { token, body: { name: 'scrolled' } })
  for (let n = 0; n < 60; n++) assert.equal((await track()).status, 200)
  assert.equal((await track()).status, 429)
})
