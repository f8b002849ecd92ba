// PostgreSQL restarts under a running server: nothing crashes, sockets stay, and all of it recovers by itself.

import assert from 'node:assert/strict'
import test from 'node:test'
import pg from 'pg'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

/** Cuts every connection and lets none in until `back` is called, as a restart does. */
async function takeAway(desk: Desk, databaseUrl: string) {
  const home = new URL(databaseUrl)
  const name = home.pathname.slice(1)
  home.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: home.href })
  await admin.connect()
  await admin.query(`alter database ${name} with allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  return {
    async back(): Promise<void> {
      await admin.query(`alter database ${name} with allow_connections true`)
      await admin.end()
      await eventually(async () => (await desk.call('GET', '/readyz')).status === 200)
    },
  }
}

test('database away: not ready but alive; sends are told to try again, and arrive once; sockets and jobs go on', async (t) => {
  const desk = await startDesk(t)
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'Hello', want: 'person' })
  await command(socket, 'conversation.subscribe', { conversation_id: id })

  const { back } = await takeAway(desk, desk.databaseUrl)
  const ready = await desk.call('GET', '/readyz')
  assert.deepEqual([ready.status, ready.body.code], [503, 'unavailable'])
  assert.ok(ready.headers.get('retry-after'))
  assert.equal((await desk.call('GET', '/healthz')).status, 200)
  const cid = uuidv7()
  const lost = await command(socket, 'message.send', { conversation_id: id, body: 'Still there?' }, cid)
  assert.ok(!lost.ok)
  assert.deepEqual([lost.problem.code, lost.retryable], ['unavailable', true])

  await back()
  const sent = await command(socket, 'message.send', { conversation_id: id, body: 'Still there?' }, cid)
  assert.ok(sent.ok)
  await socket.nextOf(
    (frame) =>
      frame.type === 'events' && frame.data.events.some((event: { cid: string | null }) => event.cid === cid),
  )
  const rows = await desk.db.query('select 1 from conversation_events where cid = $1', [cid])
  assert.equal(rows.length, 1)
  // The AI agent's jobs run again too.
  await command(socket, 'person.cancel', { conversation_id: id })
  await socket.nextOf(
    (frame) =>
      frame.type === 'events' &&
      frame.data.events.some((event: { type: string }) => event.type === 'conversation.handed_over'),
  )
  assert.doesNotMatch(desk.lines.join('\n'), /Still there/)
})
