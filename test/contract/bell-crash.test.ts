// A real server is killed between a message's commit and the line it rings: another node tells it, once.

import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import pg from 'pg'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { createChaosServer } from '../chaos/chaos-server.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'
import { freePort } from '../helpers/free-port.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** Another node on the desk's database, a process of its own. */
async function beside(t: TestContext, desk: Desk) {
  const dist = await temporaryFolder(t)
  for (const file of ['widget/embed.js', 'console/console.html']) {
    await mkdir(path.join(dist, path.dirname(file)), { recursive: true })
    await writeFile(path.join(dist, file), '')
  }
  const port = await freePort()
  const env = {
    NODE_ENV: 'test',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    DATABASE_URL: desk.databaseUrl,
    REDIS_URL: '',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    PUBLIC_URL: '',
    CHAOS_DIST: dist,
  }
  const server = createChaosServer({ name: 'one', port, env })
  await server.start()
  assert.ok(server.isUp(), server.lastWords().join('\n'))
  t.after(() => server.stop('SIGKILL'))
  return { server, base: `http://127.0.0.1:${port}` }
}

test('bell: a line whose node is killed after the commit is told by another, once, and not when it was read', async (t) => {
  const desk = await startDesk(t, { shared: true })
  const [mika, ana] = [await desk.person('Mika'), await desk.person('Ana')]
  const { server, base } = await beside(t, desk)
  const { token } = await desk.visitor()
  // What writes lines waits here, as in a slow moment, until its node is dead.
  const gate = new pg.Client({ connectionString: desk.databaseUrl, application_name: 'gate' })
  await gate.connect()
  await gate.query('begin')
  await gate.query('lock table notifications in share mode')
  const id = uuidv7()
  const started = await fetch(`${base}/support/widget/chat/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ cid: uuidv7(), conversation_id: id, message: 'My chain skips', want: 'person' }),
  })
  assert.equal(started.status, 201, await started.text())
  await server.stop('SIGKILL')
  await gate.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  await gate.query('rollback')
  await gate.end()

  const kinds = async (of = mika) =>
    (await desk.rooms.notifications.page(desk.workspaceId, of.id)).notifications.map(({ kind, read }) => [
      kind,
      read,
    ])
  await desk.db.query(
    `insert into conversation_reads (conversation_id, reader_id, workspace_id, reader_kind, read_seq, read_pub_seq)
     values ($1, $2, $3, 'human', 100, 100) returning reader_id`,
    [id, ana.id, desk.workspaceId],
  )
  // Nobody is taken for dead who was seen a moment ago.
  await desk.rooms.bellRinger.takeOver()
  assert.deepEqual(await kinds(), [])
  const bury = () =>
    desk.db.query(`update bell_marks set seen_at = now() - interval '1 minute' returning node`)
  assert.equal((await bury()).length, 2)
  await desk.rooms.bellRinger.takeOver()
  assert.deepEqual([await kinds(), await kinds(ana)], [[['waiting', false]], []])
  const left = await desk.db.query('select node from bell_marks')
  assert.equal(left.length, 1)

  await desk.rooms.notifications.mark(desk.workspaceId, mika.id, {})
  const again = async () => {
    await desk.db.query(
      `insert into bell_marks values (gen_random_uuid(), now() - interval '1 hour', now() - interval '1 hour')
       returning node`,
    )
    await desk.rooms.bellRinger.takeOver()
  }
  await again()
  assert.deepEqual(await kinds(), [['waiting', true]])
  // Some time later nobody is called who has been taken care of meanwhile.
  const eve = await desk.person('Eve')
  const waits = (since: 'now()' | 'null') =>
    desk.db.query(`update conversations set waiting_since = ${since} where id = $1 returning id`, [id])
  await waits('null')
  await again()
  assert.deepEqual(await kinds(eve), [])
  await waits('now()')
  await again()
  assert.deepEqual(await kinds(eve), [['waiting', false]])
})
