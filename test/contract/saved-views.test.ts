// Saved views: one's own and the team's, and who may change which.

import assert from 'node:assert/strict'
import test from 'node:test'
import { TRIAGE_LIMITS } from '../../sdk/protocol/triage.ts'
import { startDesk } from '../helpers/desk.ts'

test('views: one’s own are nobody else’s; a shared one is everybody’s to see and its owner’s to change', async (t) => {
  const desk = await startDesk(t)
  const [mara, ada, boss] = [await desk.person('mara'), await desk.person('ada'), await desk.person('boss')]
  await desk.db.query(`update agents set role = 'admin' where id = $1 returning id`, [boss.id])
  const call = (who: { token: string }, method: string, path: string, body?: unknown) =>
    desk.call(method, `/api/v1/views${path}`, { token: who.token, ...(body !== undefined && { body }) })
  const names = async (who: { token: string }): Promise<string[]> =>
    (await call(who, 'GET', '')).body.views.map(({ name }: { name: string }) => name)

  const own = (await call(mara, 'POST', '', { name: 'Urgent', filter: { priority: ['urgent'] } })).body
  assert.deepEqual([own.owner_id, own.shared, own.sort, own.position], [mara.id, false, 'newest', 0])
  const shared = (await call(mara, 'POST', '', { name: 'Late', shared: true, filter: {}, sort: 'deadline' }))
    .body
  assert.deepEqual(await names(mara), ['Urgent', 'Late'])
  assert.deepEqual(await names(ada), ['Late'])

  for (const method of ['PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { name: 'Taken' } : undefined
    assert.equal((await call(ada, method, `/${own.id}`, body)).body.code, 'view-not-found')
    assert.equal((await call(ada, method, `/${shared.id}`, body)).body.code, 'forbidden')
    assert.equal((await call(boss, method, `/${own.id}`, body)).body.code, 'view-not-found')
  }
  const renamed = (await call(boss, 'PATCH', `/${shared.id}`, { name: 'Overdue' })).body
  assert.deepEqual([renamed.name, renamed.sort, renamed.owner_id], ['Overdue', 'deadline', mara.id])
  assert.equal((await call(mara, 'PATCH', `/${own.id}`, { shared: true, position: 7 })).status, 200)
  assert.deepEqual(await names(ada), ['Overdue', 'Urgent'])
  assert.equal((await call(boss, 'DELETE', `/${shared.id}`)).status, 200)
  assert.deepEqual(await names(mara), ['Urgent'])

  const audited = await desk.db.query<{ action: string; agent_id: string }>(
    `select action, agent_id from audit_entries where action like 'view.%' order by id`,
  )
  assert.deepEqual(
    audited.map(({ action, agent_id }) => [action, agent_id]),
    [
      ['view.shared', mara.id],
      ['view.changed', boss.id],
      ['view.shared', mara.id],
      ['view.removed', boss.id],
    ],
  )
})

test('views: what is no filter is refused, and so is one too many', async (t) => {
  const desk = await startDesk(t)
  const { token } = await desk.person('mara')
  const post = (body: object) => desk.call('POST', '/api/v1/views', { token, body })
  const refused = await post({ name: 'x', filter: { priority: ['none'] } })
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/filter/priority/0'])
  assert.equal((await post({ name: ' ', filter: {} })).status, 422)
  const many = Array.from({ length: TRIAGE_LIMITS.each.savedViews + 5 }, (_, n) =>
    post({ name: `${n}`, filter: {} }),
  )
  const codes = (await Promise.all(many)).map(({ status }) => status)
  assert.equal(codes.filter((status) => status === 201).length, TRIAGE_LIMITS.each.savedViews)
  assert.equal(codes.filter((status) => status === 409).length, 5)
})

test('views and the team’s other lists: who has a console open is told which one was changed, and no more', async (t) => {
  const desk = await startDesk(t)
  const [mara, ada] = [await desk.person('mara'), await desk.person('ada')]
  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const eve = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve' })
  const { token } = await desk.rooms.sessions.create({ workspaceId, agentId: eve.id })
  const [hers, elsewhere] = [await desk.join(ada, 'agent'), await desk.join({ token }, 'agent')]
  const call = (method: string, path: string, body?: object, as = mara.token) =>
    desk.call(method, `/api/v1${path}`, { token: as, ...(body && { body }) })
  const told = async (): Promise<unknown> => (await hers.next('desk.changed')).data

  const view = (await call('POST', '/views', { name: 'Late', shared: true, filter: {} })).body
  assert.deepEqual(await told(), { list: 'views' })
  assert.equal((await call('PATCH', `/views/${view.id}`, { name: 'Overdue' })).status, 200)
  assert.deepEqual(await told(), { list: 'views' })
  const reply = { shortcut: 'hi', title: 'Hi', body: 'Hello', shared: true }
  const canned = (await call('POST', '/canned-replies', reply)).body
  assert.deepEqual(await told(), { list: 'canned-replies' })

  // Nothing of these changes a list.
  assert.equal((await call('GET', '/tags')).status, 200)
  assert.equal((await call('POST', `/canned-replies/${canned.id}/used`)).status, 200)
  assert.equal((await call('POST', '/macros', { name: '' })).status, 422)
  assert.equal((await call('DELETE', '/admin/departments/none')).status, 403)
  assert.equal((await call('POST', '/tags', { name: 'theirs' }, token)).status, 201)
  assert.deepEqual((await elsewhere.next('desk.changed')).data, { list: 'tags' })
  assert.equal((await call('DELETE', `/views/${view.id}`)).status, 200)
  assert.deepEqual(await told(), { list: 'views' })
  assert.equal(elsewhere.frames.filter(({ type }) => type === 'desk.changed').length, 0)
})

test('what runs a desk: a colleague’s console is told of sites, people and keys; a trial changes nothing', async (t) => {
  const desk = await startDesk(t)
  const [boss, ada] = [await desk.person('boss'), await desk.person('ada')]
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [boss.id])
  const hers = await desk.join(ada, 'agent')
  const { id, key } = desk.site
  async function call(method: string, path: string, body?: object) {
    const answer = await desk.call(method, `/api/v1${path}`, { token: boss.token, ...(body && { body }) })
    assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await call('POST', `/sites/${id}/preview`, {})
  await call('POST', '/admin/agents', { name: 'Ida', email: 'ida@example.com', role: 'agent' })
  await call('PATCH', `/admin/agents/${ada.id}`, { capacity: 3 })
  await call('PATCH', '/admin/workspace', { name: 'Fjordline' })
  const { key: made } = await call('POST', '/admin/api-keys', { name: 'Orders', agent_id: ada.id })
  await call('DELETE', `/admin/api-keys/${made.id}`)
  await call('POST', '/admin/console-keys', {})
  await call('PATCH', `/sites/${id}`, { greeting: 'Hello' })
  const { key: signs } = await call('POST', `/sites/${key}/identity-keys`, { algorithm: 'HS256' })
  await call('POST', `/sites/${key}/identity-keys/${signs.id}/revoke`)
  await call('PATCH', `/sites/${id}/assistant`, { settings: {} })
  const told: unknown[] = []
  while (told.at(-1) !== 'assistant') told.push((await hers.next('desk.changed')).data.list)
  assert.deepEqual(told, [
    'agents',
    'agents',
    'workspace',
    'api-keys',
    'api-keys',
    'console-keys',
    'sites',
    'identity-keys',
    'identity-keys',
    'assistant',
  ])
})
