// Agents, departments and workspaces, each inside its own walls.

import assert from 'node:assert/strict'
import test from 'node:test'
import { Agent } from '../../sdk/protocol/agent.ts'
import { accountsRoom } from '../../test/helpers/accounts-room.ts'
import { Problem } from '../platform/problem.ts'
import { createAgents } from './agent.service.ts'

const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected

test('people and machines are created alike and listed by name', async (t) => {
  const { agents, departments, workspaceId, ingrid } = await accountsRoom(t)
  const workshop = await departments.create({ workspaceId, name: 'Workshop' })
  const orders = await departments.create({ workspaceId, name: 'Orders', position: 1 })
  const ai = await agents.create({ workspaceId, kind: 'ai', name: 'Assistant' })
  const bo = await agents.create({
    workspaceId,
    kind: 'human',
    name: 'bo',
    email: 'bo@x.example',
    departmentIds: [workshop.id, orders.id, workshop.id],
  })
  for (const agent of [ai, bo]) Agent.parse(agent)
  assert.deepEqual(bo.department_ids, [workshop.id, orders.id].sort())
  assert.deepEqual(await agents.list(workspaceId), [ai, bo, ingrid])
  assert.deepEqual(await agents.assistantOf(workspaceId), ai)
  assert.deepEqual(await departments.list(workspaceId), [workshop, orders])
  assert.deepEqual(await departments.members(workspaceId, workshop.id), [bo.id])
})

test('an e-mail serves one agent of a workspace, in whatever case', async (t) => {
  const { agents, workspaces, workspaceId } = await accountsRoom(t)
  const twin = { kind: 'human' as const, name: 'Twin', email: 'INGRID@fjordline.example' }
  await assert.rejects(agents.create({ ...twin, workspaceId }), code('invalid-request'))
  const other = await workspaces.create({ name: 'Other' })
  await agents.create({ ...twin, workspaceId: other.id })
})

test('what belongs to another workspace is not there', async (t) => {
  const { agents, departments, workspaces, ingrid, workspaceId: home } = await accountsRoom(t)
  const { id: workspaceId } = await workspaces.create({ name: 'Other' })
  const elsewhere = await departments.create({ workspaceId, name: 'Workshop' })
  const eve = await agents.create({ workspaceId, kind: 'human', name: 'Eve' })
  await assert.rejects(agents.get(workspaceId, ingrid.id), code('agent-not-found'))
  await assert.rejects(agents.setAvailability(workspaceId, ingrid.id, 'away'), code('agent-not-found'))
  await assert.rejects(agents.disable(workspaceId, ingrid.id), code('agent-not-found'))
  await assert.rejects(
    departments.addMember({ workspaceId, departmentId: elsewhere.id, agentId: ingrid.id }),
    code('department-not-found'),
  )
  await assert.rejects(
    departments.addMember({ workspaceId: home, departmentId: elsewhere.id, agentId: eve.id }),
    code('department-not-found'),
  )
  await departments.addMember({ workspaceId, departmentId: elsewhere.id, agentId: eve.id })
  await departments.addMember({ workspaceId, departmentId: elsewhere.id, agentId: eve.id })
  assert.deepEqual(await departments.members(workspaceId, elsewhere.id), [eve.id])
})

test('an agent is not created with a department of another workspace, not even half', async (t) => {
  const { agents, departments, workspaces, workspaceId } = await accountsRoom(t)
  const other = await workspaces.create({ name: 'Other' })
  const elsewhere = await departments.create({ workspaceId: other.id, name: 'Workshop' })
  await assert.rejects(
    agents.create({ workspaceId, kind: 'human', name: 'Half', departmentIds: [elsewhere.id] }),
    code('department-not-found'),
  )
  assert.equal((await agents.list(workspaceId)).length, 1)
})

test('availability is what was chosen, seen through who is in; machines are always in', async (t) => {
  const { db, bus, agents, workspaceId, ingrid } = await accountsRoom(t)
  const ai = await agents.create({ workspaceId, kind: 'ai', name: 'Assistant' })
  const seen = createAgents({ db, bus, effective: () => 'offline' })
  const changed = new Promise<string>((resolve) => {
    bus.on('agent.changed', ({ agentId }) => resolve(agentId))
  })
  await seen.setAvailability(workspaceId, ingrid.id, 'away')
  assert.equal(await changed, ingrid.id)
  assert.equal((await seen.get(workspaceId, ingrid.id)).availability, 'offline')
  assert.equal(await seen.chosenAvailability(workspaceId, ingrid.id), 'away')
  assert.equal((await seen.get(workspaceId, ai.id)).availability, 'online')
})

test('a department of the same name is the same department', async (t) => {
  const { departments, workspaceId } = await accountsRoom(t)
  const first = await departments.create({ workspaceId, name: 'Workshop' })
  assert.deepEqual(await departments.create({ workspaceId, name: 'Workshop' }), first)
  assert.deepEqual(await departments.get(workspaceId, first.id), first)
})

test('a database is empty until it has a workspace; the first stays the first', async (t) => {
  const { db, workspaces, workspaceId } = await accountsRoom(t)
  assert.equal(await workspaces.isEmpty(), false)
  await workspaces.create({ name: 'Second' })
  assert.equal((await workspaces.first())?.id, workspaceId)
  assert.equal((await workspaces.get(workspaceId))?.name, 'Fjordline')
  await db.query('truncate workspaces cascade')
  assert.equal(await workspaces.isEmpty(), true)
  assert.equal(await workspaces.first(), null)
})
