// The team's administration over REST: people and their roles, departments, the workspace, API keys, the audit log.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import {
  AdminAgent,
  AdminDepartment,
  AuditPage,
  CreatedApiKey,
  InvitedAgent,
  WorkspaceSettings,
} from '../../sdk/protocol/team-admin.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'
import { startMailServer } from '../helpers/mail-server.ts'

/** A desk with an owner, an administrator and an agent. */
async function team(t: TestContext, env: Record<string, string> = {}) {
  const desk = await startDesk(t, { env })
  const { db, rooms, workspaceId } = desk
  const [first] = (await rooms.agents.list(workspaceId)).filter(({ role }) => role === 'owner')
  const { token } = await rooms.sessions.create({ workspaceId, agentId: first!.id })
  const ana = await desk.person('ana')
  const ben = await desk.person('ben')
  await db.query("update agents set role = 'admin' where id = $1 returning id", [ana.id])
  const as = (token: string) => (method: string, path: string, body?: unknown) =>
    desk.call(method, `/api/v1${path}`, { token, ...(body !== undefined && { body }) })
  return { desk, owner: { ...first!, token }, ana, ben, asOwner: as(token), asAdmin: as(ana.token), as }
}

const actions = async ({ db }: Desk): Promise<string[]> =>
  (await db.query<{ action: string }>('select action from audit_entries order by id')).map(
    (row) => row.action,
  )

/** A chat that this agent has. */
async function chatOf(desk: Desk, agentId: string): Promise<string> {
  const visitor = await desk.visitor()
  const id = uuidv7()
  await desk.call('POST', '/support/widget/chat/start', {
    token: visitor.token,
    body: { conversation_id: id, message: 'Hello' },
  })
  const [row] = await desk.db.query<{ id: string }>(
    `update conversations set assignee_id = $1, status = 'assigned', waiting_since = null
      where id = $2 returning id`,
    [agentId, id],
  )
  return row!.id
}

const PATHS = [
  ['GET', '/admin/agents'],
  ['POST', '/admin/agents'],
  ['PATCH', `/admin/agents/${uuidv7()}`],
  ['POST', `/admin/agents/${uuidv7()}/invite`],
  ['GET', '/admin/departments'],
  ['POST', '/admin/departments'],
  ['PATCH', `/admin/departments/${uuidv7()}`],
  ['DELETE', `/admin/departments/${uuidv7()}`],
  ['GET', '/admin/workspace'],
  ['PATCH', '/admin/workspace'],
  ['GET', '/admin/api-keys'],
  ['POST', '/admin/api-keys'],
  ['DELETE', `/admin/api-keys/${uuidv7()}`],
  ['GET', '/admin/console-keys'],
  ['POST', '/admin/console-keys'],
  ['DELETE', `/admin/console-keys/${uuidv7()}`],
  ['GET', '/admin/audit'],
] as const

test('administration: it is for owners and administrators, nobody else and nobody unknown', async (t) => {
  const { desk, ben } = await team(t)
  for (const [method, path] of PATHS) {
    const body = method === 'GET' ? {} : { body: {} }
    const refused = await desk.call(method, `/api/v1${path}`, { token: ben.token, ...body })
    assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'], `${method} ${path}`)
    const unknown = await desk.call(method, `/api/v1${path}`, body)
    assert.equal(unknown.status, 401, `${method} ${path}`)
  }
})

test('people: somebody is invited by a link that works once, is seen, changed, disabled and let in again', async (t) => {
  const { desk, asAdmin } = await team(t)
  const { body: department } = await asAdmin('POST', '/admin/departments', { name: 'Orders' })
  const invite = { name: 'Cleo', email: 'Cleo@desk.example', department_ids: [department.id], capacity: 3 }
  const made = await asAdmin('POST', '/admin/agents', invite)
  assert.equal(made.status, 201)
  const { agent, link, mailed } = InvitedAgent.parse(made.body)
  assert.deepEqual(
    [agent.email, agent.role, agent.capacity, agent.invited, agent.department_ids, mailed],
    ['cleo@desk.example', 'agent', 3, true, [department.id], false],
  )
  const token = new URL(link!).hash.split('=')[1]!
  const redeem = () => desk.call('POST', '/api/v1/login-links/redeem', { body: { token } })
  assert.equal((await redeem()).body.agent.name, 'Cleo')
  assert.equal((await redeem()).body.code, 'link-used')
  const listed = (await asAdmin('GET', '/admin/agents')).body.agents.map((each: unknown) =>
    AdminAgent.parse(each),
  )
  const cleo = listed.find((each: AdminAgent) => each.id === agent.id)
  assert.equal(cleo.invited, false)
  assert.ok(cleo.last_seen_at)

  assert.equal(
    (await asAdmin('POST', '/admin/agents', invite)).body.code,
    'invalid-request',
    'the e-mail is taken',
  )
  const changed = await asAdmin('PATCH', `/admin/agents/${agent.id}`, {
    name: 'Cleo B',
    role: 'admin',
    capacity: 9,
  })
  assert.deepEqual([changed.body.name, changed.body.role, changed.body.capacity], ['Cleo B', 'admin', 9])
  const gone = await asAdmin('PATCH', `/admin/agents/${agent.id}`, { disabled: true })
  assert.ok(gone.body.disabled_at)
  const again = await asAdmin('POST', `/admin/agents/${agent.id}/invite`, {})
  assert.equal(again.body.code, 'agent-not-found', 'who is disabled gets no link')
  const back = await asAdmin('POST', '/admin/agents', { name: 'Cleo', email: 'cleo@desk.example' })
  assert.deepEqual(
    [back.body.agent.id, back.body.agent.invited, back.body.agent.role],
    [agent.id, true, 'agent'],
  )
  const entries = await actions(desk)
  for (const action of ['agent.created', 'agent.invited', 'agent.changed', 'agent.disabled', 'login.by_link'])
    assert.ok(entries.includes(action), action)
})

test('people: where mail goes out the link is mailed, and nobody else sees it', async (t) => {
  const post = await startMailServer(t)
  const { asAdmin } = await team(t, { SMTP_URL: post.url, MAIL_FROM: 'Desk <desk@support.example>' })
  const made = await asAdmin('POST', '/admin/agents', { name: 'Cleo', email: 'cleo@desk.example' })
  assert.deepEqual([made.body.mailed, made.body.link], [true, null])
  const letter = await post.to('cleo@desk.example')
  assert.match(letter.parts.get('text/plain')!, /\/console#login=[\w-]{43}/)
})

test('people: the invitation is in the language of the console of whom it is for, else of who sends it, else of their browser', async (t) => {
  const post = await startMailServer(t)
  const { desk, ana, as } = await team(t, { SMTP_URL: post.url, MAIL_FROM: 'Desk <desk@support.example>' })
  const asAdmin = as(ana.token)
  const speaks = async (token: string, locale: string) => {
    const { body } = await desk.call('GET', '/api/v1/me/preferences', { token })
    const put = await desk.call('PUT', '/api/v1/me/preferences', { token, body: { ...body, locale } })
    assert.equal(put.status, 200)
  }
  const invite = async (name: string, headers: Record<string, string> = {}) => {
    const email = `${name}@desk.example`
    const body = { name, email }
    const made = await desk.call('POST', '/api/v1/admin/agents', { token: ana.token, body, headers })
    assert.equal(made.status, 201)
    return { id: made.body.agent.id, text: (await post.to(email)).parts.get('text/plain')! }
  }
  const german = /in das Support-Team von/
  assert.doesNotMatch((await invite('cleo')).text, german)
  assert.match((await invite('dora', { 'accept-language': 'de-AT,en;q=0.5' })).text, german)
  await speaks(ana.token, 'de')
  const emil = await invite('emil')
  assert.match(emil.text, german)
  const { token } = await desk.rooms.sessions.create({ workspaceId: desk.workspaceId, agentId: emil.id })
  await speaks(token, 'en')
  assert.equal((await asAdmin('POST', `/admin/agents/${emil.id}/invite`, {})).status, 200)
  assert.doesNotMatch((await post.to('emil@desk.example', 1)).parts.get('text/plain')!, german)
})

test('people: a disabled agent’s sessions and sockets end at once, and what they had waits for a person again', async (t) => {
  const { desk, asAdmin, ben } = await team(t)
  const conversationId = await chatOf(desk, ben.id)
  assert.equal(
    (await asAdmin('GET', '/admin/agents')).body.agents.find((a: AdminAgent) => a.id === ben.id)
      .open_conversations,
    1,
  )
  const socket = await desk.join(ben, 'agent')
  const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
  assert.equal((await asAdmin('PATCH', `/admin/agents/${ben.id}`, { disabled: true })).status, 200)
  assert.equal(await closed, 4403)
  assert.equal((await desk.call('GET', '/api/v1/me', { token: ben.token })).status, 401)
  const row = await eventually(async () => {
    const [row] = await desk.db.query<{ status: string; handoff_reason: string; assignee_id: string | null }>(
      'select status, handoff_reason, assignee_id from conversations where id = $1',
      [conversationId],
    )
    return row?.assignee_id === null && row
  })
  assert.deepEqual([row.status, row.handoff_reason], ['escalated', 'agent_left'])
})

test('roles: owners alone make and change owners, and sign in for them', async (t) => {
  const { asAdmin, asOwner, owner, ben } = await team(t)
  const refused = [
    await asAdmin('POST', '/admin/agents', { name: 'X', email: 'x@desk.example', role: 'owner' }),
    await asAdmin('PATCH', `/admin/agents/${ben.id}`, { role: 'owner' }),
    await asAdmin('PATCH', `/admin/agents/${owner.id}`, { name: 'Mine now' }),
    await asAdmin('POST', `/admin/agents/${owner.id}/invite`, {}),
    await asAdmin('POST', '/admin/api-keys', { name: 'k', agent_id: owner.id }),
    await asAdmin('POST', '/admin/console-keys', {}),
  ]
  for (const { status, body } of refused) assert.deepEqual([status, body.code], [403, 'forbidden'])
  assert.equal((await asOwner('PATCH', `/admin/agents/${ben.id}`, { role: 'owner' })).body.role, 'owner')
})

test('roles: the last owner stays, also when two leave in the same moment', async (t) => {
  const { asOwner, owner, ben, as } = await team(t)
  for (const change of [{ role: 'admin' }, { disabled: true }])
    assert.equal((await asOwner('PATCH', `/admin/agents/${owner.id}`, change)).body.code, 'last-owner')
  const asBen = as(ben.token)
  for (let round = 0; round < 5; round++) {
    await asOwner('PATCH', `/admin/agents/${ben.id}`, { role: 'owner' })
    await asBen('PATCH', `/admin/agents/${owner.id}`, { role: 'owner' })
    const outcomes = await Promise.all([
      asOwner('PATCH', `/admin/agents/${owner.id}`, { role: 'admin' }),
      asBen('PATCH', `/admin/agents/${ben.id}`, { role: 'admin' }),
    ])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 409])
    // For the next round: whoever is left makes the other one an owner again.
    const stays = outcomes[0]!.status === 200 ? asBen : asOwner
    const other = outcomes[0]!.status === 200 ? owner.id : ben.id
    await stays('PATCH', `/admin/agents/${other}`, { role: 'owner' })
  }
})

test('roles: a socket opened under another role is to be opened anew', async (t) => {
  const { desk, asOwner, ana } = await team(t)
  const socket = await desk.join(ana, 'agent')
  const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
  await asOwner('PATCH', `/admin/agents/${ana.id}`, { role: 'agent' })
  assert.equal(await closed, 1012)
})

test('departments: made, ordered, filled and removed; names are unique as people read them', async (t) => {
  const { desk, asAdmin, ana, ben } = await team(t)
  const made = await asAdmin('POST', '/admin/departments', { name: 'Orders', agent_ids: [ana.id] })
  const orders = AdminDepartment.parse(made.body)
  assert.equal((await asAdmin('POST', '/admin/departments', { name: 'orders' })).body.code, 'name-taken')
  const { body: returns } = await asAdmin('POST', '/admin/departments', { name: 'Returns' })
  assert.ok(returns.position > orders.position)
  const taken = await asAdmin('PATCH', `/admin/departments/${returns.id}`, { name: 'ORDERS' })
  assert.deepEqual([taken.status, taken.body.code], [409, 'name-taken'])
  const changed = await asAdmin('PATCH', `/admin/departments/${orders.id}`, {
    name: 'orders',
    agent_ids: [ben.id],
  })
  assert.deepEqual([changed.body.name, changed.body.agent_ids], ['orders', [ben.id]])
  const kept = await asAdmin('PATCH', `/admin/departments/${orders.id}`, { position: 7 })
  assert.deepEqual([kept.body.agent_ids, kept.body.position], [[ben.id], 7])
  const stranger = await asAdmin('PATCH', `/admin/departments/${orders.id}`, { agent_ids: [uuidv7()] })
  assert.equal(stranger.body.code, 'agent-not-found')

  const id = await chatOf(desk, ben.id)
  await desk.db.query('update conversations set department_id = $1 where id = $2 returning id', [
    orders.id,
    id,
  ])
  const { body } = await asAdmin('GET', '/admin/departments')
  assert.equal(body.departments.find((each: AdminDepartment) => each.id === orders.id).open_conversations, 1)
  assert.equal((await asAdmin('DELETE', `/admin/departments/${orders.id}`)).status, 200)
  await t.waitFor(async () => {
    const [row] = await desk.db.query('select department_id from conversations where id = $1', [id])
    assert.deepEqual(row, { department_id: null })
  })
  assert.equal((await asAdmin('DELETE', `/admin/departments/${orders.id}`)).body.code, 'department-not-found')
})

test('the workspace: name, targets and exact console origins', async (t) => {
  const { asAdmin } = await team(t)
  const before = WorkspaceSettings.parse((await asAdmin('GET', '/admin/workspace')).body)
  assert.deepEqual(before.console_origins, [])
  const changed = await asAdmin('PATCH', '/admin/workspace', {
    name: 'Fjordline',
    targets: { ...before.targets, urgent: 5 },
    solve_targets: { urgent: 480 },
    console_origins: ['https://Admin.Example/', 'https://admin.example'],
  })
  assert.deepEqual(changed.body, {
    name: 'Fjordline',
    targets: { ...before.targets, urgent: 5 },
    solve_targets: { urgent: 480, high: null, normal: null, low: null },
    console_origins: ['https://admin.example'],
  })
  for (const origin of ['https://*.example', 'admin.example', 'https://admin.example/desk', 'null']) {
    const refused = await asAdmin('PATCH', '/admin/workspace', { console_origins: [origin] })
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/console_origins/0'], origin)
  }
  assert.equal((await asAdmin('PATCH', '/admin/workspace', { name: 'F' })).body.targets.urgent, 5)
})

test('API keys: one acts as its agent, is kept as a digest, and ends with its time, its revocation, its agent', async (t) => {
  const { desk, asAdmin, ana, ben } = await team(t)
  const make = async (body: object) =>
    CreatedApiKey.parse((await asAdmin('POST', '/admin/api-keys', body)).body)
  const { key, secret } = await make({ name: 'Warehouse', agent_id: ben.id })
  assert.match(secret, /^dbk_[\w-]{43}$/)
  assert.deepEqual([key.hint, key.agent.name, key.last_used_at], [secret.slice(0, 8), 'ben', null])
  const me = () => desk.call('GET', '/api/v1/me', { token: secret })
  assert.equal((await me()).body.agent.id, ben.id)
  const [listed] = (await asAdmin('GET', '/admin/api-keys')).body.keys
  assert.ok(listed.last_used_at)
  assert.ok(
    !JSON.stringify(await desk.db.query('select agent_sessions::text from agent_sessions')).includes(secret),
  )
  await desk.db.query(
    "update agent_sessions set last_seen_at = now() - interval '30 days' where id = $1 returning id",
    [key.id],
  )
  assert.equal((await me()).status, 200, 'a key does not end by lying idle')

  const socket = await desk.join({ token: secret }, 'agent')
  const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
  assert.equal((await asAdmin('DELETE', `/admin/api-keys/${key.id}`)).status, 200)
  assert.equal(await closed, 4401)
  assert.equal((await me()).status, 401)
  assert.equal((await asAdmin('DELETE', `/admin/api-keys/${key.id}`)).body.code, 'key-not-found')

  const soon = await make({ name: 'Soon', agent_id: ben.id, expires_at: '2999-01-01T00:00:00Z' })
  await desk.db.query('update agent_sessions set expires_at = now() where id = $1 returning id', [
    soon.key.id,
  ])
  assert.equal((await desk.call('GET', '/api/v1/me', { token: soon.secret })).status, 401)

  const admins = await make({ name: 'Admin', agent_id: ana.id })
  const asKey = (method: string, path: string, body?: object) =>
    desk.call(method, `/api/v1${path}`, { token: admins.secret, ...(body && { body }) })
  assert.equal((await asKey('GET', '/admin/audit')).status, 200)
  for (const [method, path, body] of [
    ['POST', '/admin/api-keys', { name: 'More', agent_id: ben.id }],
    ['POST', '/admin/agents', { name: 'X', email: 'x@desk.example' }],
    ['PATCH', `/admin/agents/${ben.id}`, { role: 'admin' }],
    ['PATCH', '/admin/workspace', { console_origins: ['https://evil.example'] }],
    ['POST', '/password', { password: 'a long enough password' }],
    ['POST', '/logout', {}],
  ] as const)
    assert.equal((await asKey(method, path, body)).body.code, 'forbidden', path)

  await asAdmin('PATCH', `/admin/agents/${ben.id}`, { disabled: true })
  const late = await asAdmin('POST', '/admin/api-keys', { name: 'Late', agent_id: ben.id })
  assert.equal(late.body.code, 'agent-not-found')
})

test('API keys: one of a disabled agent opens nothing, however it came to be there', async (t) => {
  const { desk, asAdmin, ben } = await team(t)
  const { body } = await asAdmin('POST', '/admin/api-keys', { name: 'Warehouse', agent_id: ben.id })
  await desk.db.query('update agents set disabled_at = now() where id = $1 returning id', [ben.id])
  assert.equal((await desk.call('GET', '/api/v1/me', { token: body.secret })).status, 401)
})

test('the audit log is paged by key, narrowed by action, person and date, and says names as they were then', async (t) => {
  const { desk, asAdmin, asOwner, ana } = await team(t)
  const { workspaceId, rooms } = desk
  for (let at = 0; at < 60; at++)
    await rooms.audit.record({ workspaceId, agentId: ana.id, action: 'site.changed', data: { at } })
  await asOwner('PATCH', '/admin/workspace', { name: 'Fjordline' })
  const page = async (query: string) => AuditPage.parse((await asAdmin('GET', `/admin/audit${query}`)).body)
  const first = await page('')
  assert.deepEqual([first.entries[0]!.action, first.entries.length], ['workspace.changed', 50])
  const second = await page(`?cursor=${first.next_cursor}`)
  assert.equal(second.next_cursor, null)
  assert.equal(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size, 61)
  assert.equal((await page('?action=workspace.changed')).entries.length, 1)
  assert.ok((await page(`?agent_id=${ana.id}`)).entries.every(({ agent }) => agent?.name === 'ana'))
  const [renamed] = (await page('?action=workspace.changed')).entries
  assert.equal((renamed!.data.to as { name: string }).name, 'Fjordline')
  assert.notEqual((renamed!.data.from as { name: string }).name, 'Fjordline')

  await asAdmin('PATCH', `/admin/agents/${ana.id}`, { name: 'Anna', capacity: 3 })
  await asAdmin('PATCH', `/admin/agents/${ana.id}`, { name: 'Annika' })
  const [second_, first_] = (await page('?action=agent.changed')).entries
  assert.deepEqual([first_!.names[ana.id], second_!.names[ana.id]], ['Anna', 'Annika'])
  assert.deepEqual(first_!.data.to as object, { name: 'Anna', capacity: 3 })
  const later = new Date(Date.parse(second_!.at) + 1000).toISOString()
  assert.equal((await page(`?since=${later}`)).entries.length, 0)
  assert.ok((await page(`?until=${later}`)).entries.length > 0)
})
