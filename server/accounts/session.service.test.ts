// Sessions and links at the end of their lives.

import assert from 'node:assert/strict'
import test from 'node:test'
import { accountsRoom } from '../../test/helpers/accounts-room.ts'
import { Problem } from '../platform/problem.ts'

const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected

test('a session stands for its agent; only a hash of its token is stored', async (t) => {
  const { db, sessions, workspaceId, ingrid } = await accountsRoom(t)
  const { token, sessionId } = await sessions.create({ workspaceId, agentId: ingrid.id })
  assert.deepEqual(await sessions.verify(token), {
    side: 'agent',
    kind: 'human',
    id: ingrid.id,
    name: 'Ingrid Solheim',
    role: 'owner',
    workspaceId,
    sessionId,
    sessionKind: 'browser',
  })
  const rows = await db.query<{ row: string }>('select agent_sessions::text as row from agent_sessions')
  assert.ok(!rows[0]!.row.includes(token))
  for (const dead of ['', 'x', `${token}x`, 'x'.repeat(10_000)])
    assert.equal(await sessions.verify(dead), null)
})

for (const [name, change, holds] of [
  ['11 hours idle holds', "agent_sessions set last_seen_at = now() - interval '11 hours'", true],
  ['13 hours idle has ended', "agent_sessions set last_seen_at = now() - interval '13 hours'", false],
  [
    'past its seventh day has ended, however busy',
    "agent_sessions set expires_at = now() - interval '1 second'",
    false,
  ],
  ['of an agent disabled by other means has ended', 'agents set disabled_at = now()', false],
] as const)
  test(`a session ${name}`, async (t) => {
    const { db, sessions, workspaceId, ingrid } = await accountsRoom(t)
    const { token } = await sessions.create({ workspaceId, agentId: ingrid.id })
    const principal = (await sessions.verify(token))!
    await db.query(`update ${change} returning id`)
    assert.equal(await sessions.holds(principal), holds)
    assert.equal((await sessions.verify(token)) !== null, holds)
  })

test('using a session keeps it; a new one runs seven days', async (t) => {
  const { db, sessions, workspaceId, ingrid } = await accountsRoom(t)
  const { token } = await sessions.create({ workspaceId, agentId: ingrid.id })
  await db.query("update agent_sessions set last_seen_at = now() - interval '11 hours' returning id")
  await sessions.verify(token)
  const [row] = await db.query<{ seen: boolean; week: boolean }>(
    `select last_seen_at > now() - interval '1 minute' as seen,
            expires_at between now() + interval '6 days 23 hours' and now() + interval '7 days' as week
       from agent_sessions`,
  )
  assert.deepEqual(row, { seen: true, week: true })
})

test('disabling an agent ends sessions and links at once, and tells the sockets why', async (t) => {
  const { agents, bus, links, sessions, workspaceId, ingrid } = await accountsRoom(t)
  const { token } = await sessions.create({ workspaceId, agentId: ingrid.id })
  const link = await links.create(ingrid.id)
  const principal = (await sessions.verify(token))!
  const told = new Promise<string>((resolve) => {
    bus.on('session.revoked', ({ reason }) => resolve(reason))
  })
  await agents.disable(workspaceId, ingrid.id)
  assert.equal(await told, 'disabled')
  assert.equal(await sessions.verify(token), null)
  assert.equal(await sessions.holds(principal), false)
  await assert.rejects(links.redeem(link), code('link-used'))
  await assert.rejects(links.create(ingrid.id), code('agent-not-found'))
  await assert.rejects(agents.get(workspaceId, ingrid.id), code('agent-not-found'))
  assert.deepEqual(await agents.list(workspaceId), [])
})

test('a link runs out after half an hour, or when its maker says', async (t) => {
  const { db, links, ingrid } = await accountsRoom(t)
  const [short, long] = [await links.create(ingrid.id), await links.create(ingrid.id, { ttlMs: 86_400_000 })]
  const later = "update login_links set expires_at = expires_at - interval '31 minutes' returning id"
  await db.query(later)
  await assert.rejects(links.redeem(short), code('link-used'))
  assert.equal((await links.redeem(long)).agentId, ingrid.id)
})

test('of many who redeem one link at the same moment, one gets in', async (t) => {
  const { links, ingrid } = await accountsRoom(t)
  const token = await links.create(ingrid.id)
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => links.redeem(token)))
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
})
