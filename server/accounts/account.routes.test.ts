// Signing in and out as a browser does it, and as somebody who should not get in.

import assert from 'node:assert/strict'
import test from 'node:test'
import request from 'supertest'
import { Me } from '../../sdk/protocol/agent.ts'
import { accountsRoom } from '../../test/helpers/accounts-room.ts'
import { createCredentials } from './credential.service.ts'
import { createPasswords } from './password.ts'

const PASSWORD = 'correct horse battery'

test('an agent signs in with e-mail and password, is known by the cookie, and signs out', async (t) => {
  const { app, credentials, workspaceId, ingrid, db } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const browser = request.agent(app)
  const login = await browser
    .post('/api/v1/login')
    .send({ email: ' INGRID@fjordline.example ', password: PASSWORD })
    .expect(200)
  const me = Me.parse(login.body)
  assert.equal(me.agent.name, 'Ingrid Solheim')
  assert.equal(me.workspace.name, 'Fjordline')
  assert.equal(me.needs_password, false)
  const cookie = login.headers['set-cookie']![0]!
  assert.match(cookie, /^deskbell_session=[\w-]{43}; Max-Age=604800; Path=\/; .*HttpOnly; SameSite=Lax$/)
  assert.equal(login.headers['cache-control'], 'no-store')

  assert.deepEqual((await browser.get('/api/v1/me').expect(200)).body, login.body)
  const { body: team } = await browser.get('/api/v1/agents').expect(200)
  assert.deepEqual(team.agents, [me.agent])
  await browser.get('/api/v1/departments').expect(200, { departments: [] })

  await browser.post('/api/v1/logout').send({}).expect(200, { ok: true })
  const token = cookie.slice('deskbell_session='.length).split(';')[0]!
  await request(app).get('/api/v1/me').set('cookie', `deskbell_session=${token}`).expect(401)
  const actions = await db.query<{ action: string }>('select action from audit_entries order by id')
  assert.deepEqual(
    actions.map((entry) => entry.action),
    ['login', 'logout'],
  )
})

test('a token serves as a bearer too, and wins over the cookie', async (t) => {
  const { app, sessions, workspaceId, ingrid } = await accountsRoom(t)
  const { token } = await sessions.create({ workspaceId, agentId: ingrid.id })
  await request(app).get('/api/v1/me').set('authorization', `Bearer ${token}`).expect(200)
  const both = { authorization: 'Bearer dead', cookie: `deskbell_session=${token}` }
  const refused = await request(app).get('/api/v1/me').set(both).expect(401)
  assert.equal(refused.body.code, 'unauthenticated')
  assert.match(refused.headers['www-authenticate']!, /Bearer/)
})

test('over https the cookie is bound to this host alone', async (t) => {
  const { app, links, ingrid } = await accountsRoom(t, { publicUrl: 'https://desk.example' })
  const token = await links.create(ingrid.id)
  const answer = await request(app).post('/api/v1/login-links/redeem').send({ token }).expect(200)
  const cookie = answer.headers['set-cookie']![0]!
  assert.match(cookie, /^__Host-deskbell=/)
  assert.match(cookie, /; Secure/)
  assert.doesNotMatch(cookie, /Domain/i)
})

test('an unknown e-mail and a wrong password get the same answer, and both are noted', async (t) => {
  const { app, credentials, workspaceId, ingrid, db } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const answers = []
  for (const email of ['ingrid@fjordline.example', 'nobody@fjordline.example']) {
    const { status, body, headers } = await request(app)
      .post('/api/v1/login')
      .send({ email, password: 'wrong' })
    answers.push({ status, body: { ...body, instance: '' }, cookie: headers['set-cookie'] })
  }
  assert.deepEqual(answers[0], answers[1])
  assert.equal(answers[0]!.status, 401)
  assert.equal(answers[0]!.body.code, 'login-failed')
  const noted = await db.query<{ agent_id: string | null }>(
    "select agent_id from audit_entries where action = 'login.failed' order by id",
  )
  assert.deepEqual(
    noted.map((entry) => entry.agent_id),
    [ingrid.id, null],
  )
})

test('an unknown e-mail is compared as a wrong password is: once each', async (t) => {
  const { db, credentials, workspaceId, ingrid } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const compared: boolean[] = []
  const passwords = createPasswords()
  const looking = createCredentials({
    db,
    passwords: {
      ...passwords,
      verify(hash, password) {
        compared.push(hash !== null)
        return passwords.verify(hash, password)
      },
    },
  })
  await looking.check(workspaceId, 'ingrid@fjordline.example', 'wrong')
  await looking.check(workspaceId, 'nobody@fjordline.example', 'wrong')
  assert.deepEqual(compared, [true, false])
})

test('the sixth try at one account is refused, even with the right password; a right one before it starts anew', async (t) => {
  const { app, credentials, workspaceId, ingrid } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const attempt = (password: string) =>
    request(app).post('/api/v1/login').send({ email: 'ingrid@fjordline.example', password })
  for (let count = 1; count <= 4; count++) await attempt('wrong').expect(401)
  await attempt(PASSWORD).expect(200)
  for (let count = 1; count <= 5; count++) await attempt('wrong').expect(401)
  const refused = await attempt(PASSWORD).expect(429)
  assert.equal(refused.body.code, 'quota-exceeded')
  assert.match(refused.headers['ratelimit-policy']!, /"login";q=5;w=900/)
})

test('one address may try twenty times, whatever the accounts', async (t) => {
  const { app } = await accountsRoom(t)
  for (let count = 1; count <= 20; count++)
    await request(app)
      .post('/api/v1/login')
      .send({ email: `nobody${count}@x.example`, password: 'x' })
      .expect(401)
  await request(app).post('/api/v1/login').send({ email: 'another@x.example', password: 'x' }).expect(429)
})

test('a link signs in once, and who came by it chooses a password', async (t) => {
  const { app, links, ingrid } = await accountsRoom(t)
  const token = await links.create(ingrid.id)
  const browser = request.agent(app)
  const { body } = await browser.post('/api/v1/login-links/redeem').send({ token }).expect(200)
  assert.equal(Me.parse(body).needs_password, true)
  const again = await request(app).post('/api/v1/login-links/redeem').send({ token }).expect(410)
  assert.equal(again.body.code, 'link-used')

  const short = await browser.post('/api/v1/password').send({ password: 'short' }).expect(422)
  assert.equal(short.body.errors[0].pointer, '/password')
  await browser.post('/api/v1/password').send({ password: PASSWORD }).expect(200, { ok: true })
  assert.equal((await browser.get('/api/v1/me')).body.needs_password, false)
  await request(app)
    .post('/api/v1/login')
    .send({ email: 'ingrid@fjordline.example', password: PASSWORD })
    .expect(200)
})

test('a made-up link is refused like a used one', async (t) => {
  const { app } = await accountsRoom(t)
  const answer = await request(app)
    .post('/api/v1/login-links/redeem')
    .send({ token: 'x'.repeat(43) })
    .expect(410)
  assert.equal(answer.body.code, 'link-used')
})

test('setting a password ends the other sessions and tells their sockets', async (t) => {
  const { app, bus, sessions, workspaceId, ingrid } = await accountsRoom(t)
  const mine = await sessions.create({ workspaceId, agentId: ingrid.id })
  const other = await sessions.create({ workspaceId, agentId: ingrid.id })
  const revoked = new Promise<string>((resolve) => {
    bus.on('session.revoked', ({ sessionId }) => resolve(sessionId))
  })
  const bearer = { authorization: `Bearer ${mine.token}` }
  await request(app).post('/api/v1/password').set(bearer).send({ password: PASSWORD }).expect(200)
  assert.equal(await revoked, other.sessionId)
  assert.equal(await sessions.verify(other.token), null)
  await request(app).get('/api/v1/me').set(bearer).expect(200)
})

test('an old session alone cannot change a password', async (t) => {
  const { app, db, credentials, sessions, workspaceId, ingrid } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const { token, sessionId } = await sessions.create({ workspaceId, agentId: ingrid.id })
  const change = () =>
    request(app)
      .post('/api/v1/password')
      .set('authorization', `Bearer ${token}`)
      .send({ password: `new ${PASSWORD}` })
  await db.query(
    "update agent_sessions set created_at = now() - interval '31 minutes' where id = $1 returning id",
    [sessionId],
  )
  assert.equal((await change().expect(403)).body.code, 'forbidden')
  await db.query('update agent_sessions set created_at = now() where id = $1 returning id', [sessionId])
  await change().expect(200)
})

for (const path of ['/me', '/agents', '/departments'])
  test(`GET ${path} needs a session`, async (t) => {
    const { app } = await accountsRoom(t)
    const answer = await request(app).get(`/api/v1${path}`).expect(401)
    assert.equal(answer.body.code, 'unauthenticated')
  })

test('bodies of the wrong form are named field by field, unknown fields too', async (t) => {
  const { app } = await accountsRoom(t)
  for (const body of [
    {},
    { email: 1, password: 'x' },
    { email: 'a@b.example', password: 'x', admin: true },
    [],
  ]) {
    const answer = await request(app).post('/api/v1/login').send(body).expect(422)
    assert.equal(answer.body.code, 'invalid-request')
    assert.ok(answer.body.errors.length > 0)
  }
  await request(app).get('/api/v1/login').expect(405)
})

test('no answer carries a token, a hash or another agent’s secret', async (t) => {
  const { app, credentials, sessions, workspaceId, ingrid } = await accountsRoom(t)
  await credentials.set(workspaceId, ingrid.id, PASSWORD)
  const { token } = await sessions.create({ workspaceId, agentId: ingrid.id })
  for (const path of ['/me', '/agents', '/departments']) {
    const { text } = await request(app).get(`/api/v1${path}`).set('authorization', `Bearer ${token}`)
    assert.doesNotMatch(text, /argon2|hash|token/)
  }
})
