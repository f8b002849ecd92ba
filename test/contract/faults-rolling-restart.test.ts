// Two real servers on one database are restarted one after the other, as a deploy does, while two hundred customers
// write through a load balancer: no send fails, nothing is lost or doubled, and each server is gone in time.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import type { PendingMessage } from '../../sdk/client/conversation-state.ts'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { createChaosServer } from '../chaos/chaos-server.ts'
import { createTcpProxy } from '../chaos/tcp-proxy.ts'
import { freePort } from '../helpers/free-port.ts'
import { visit } from '../helpers/real-clients.ts'
import { until } from '../helpers/scripted-server.ts'
import { testDatabase } from '../helpers/test-database.ts'

const CUSTOMERS = 200
const STOP_WITHIN = 10_000
/** Messages a customer has under way at most. */
const AHEAD = 4
/** All of them may take as long as the machine needs; the test itself has an end. */
const PATIENCE = 120_000

/** A folder in place of the built bundles, which nobody asks for here. */
async function noBundles(t: TestContext): Promise<string> {
  const dist = await mkdtemp(path.join(tmpdir(), 'deskbell-rolling-'))
  t.after(() => rm(dist, { recursive: true, force: true }))
  for (const file of ['widget/embed.js', 'console/console.html']) {
    await mkdir(path.join(dist, path.dirname(file)))
    await writeFile(path.join(dist, file), '')
  }
  return dist
}

async function twoServers(t: TestContext) {
  const { url } = await testDatabase(t)
  const env = {
    NODE_ENV: 'test',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    REDIS_URL: '',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    PUBLIC_URL: '',
    CHAOS_DIST: await noBundles(t),
  }
  const servers = [
    createChaosServer({ name: 'one', port: await freePort(), env }),
    createChaosServer({ name: 'two', port: await freePort(), env }),
  ]
  // Both at once: one migrates and fills the database, the other waits for it.
  await Promise.all(servers.map((server) => server.start()))
  t.after(() => Promise.all(servers.map((server) => server.stop('SIGKILL'))))
  for (const server of servers) assert.ok(server.isUp(), server.lastWords().join('\n'))
  return { servers, url }
}

test('rolling restart: of what two hundred customers send meanwhile nothing fails, is lost or is doubled', {
  timeout: 150_000,
}, async (t) => {
  const { servers, url } = await twoServers(t)
  const rows = connectDatabase({ url, pool: 1 })
  t.after(() => rows.close())
  const balancer = await createTcpProxy({ targets: () => servers.map(({ port }) => port) })
  t.after(() => balancer.close())
  const [site] = await rows.query<{ key: string }>('select key from sites limit 1')
  const desk = { base: `http://127.0.0.1:${balancer.port}`, site: { key: site!.key } }

  const failures: PendingMessage[] = []
  const begin = async (index: number) => {
    // At their real pace: hasty ones give a busy server up, come back, and keep it busy.
    const { client } = visit(t, desk, 1)
    const view = await client.conversations.start({ message: `begin ${index}`, want: 'person' })
    view.state.subscribe(({ pending }) => failures.push(...pending.filter(({ state }) => state === 'failed')))
    await until(view.state, ({ pending, events }) => events.length > 0 && pending.length === 0)
    return view
  }
  const views: Awaited<ReturnType<typeof begin>>[] = []
  // Some at a time: what a crowd that comes at once has to wait is not what is looked at.
  while (views.length < CUSTOMERS)
    views.push(...(await Promise.all(Array.from({ length: 20 }, (_, index) => begin(views.length + index)))))

  let writing = true
  /** As people do, who stop when what they wrote does not leave; else a slow machine gets ever more to do. */
  const write = async (view: (typeof views)[number], index: number): Promise<number> => {
    let round = 0
    for (; writing; round++) {
      await view.send(`round ${round} of ${index}`)
      await until(view.state, ({ pending }) => pending.length < AHEAD, PATIENCE)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    return round
  }
  const traffic = Promise.all(views.map(write))
  for (const server of servers) {
    const begun = performance.now()
    await server.stop('SIGTERM')
    assert.ok(performance.now() - begun < STOP_WITHIN, 'a stop takes too long')
    await server.start()
    assert.ok(server.isUp(), server.lastWords().join('\n'))
  }
  writing = false
  const rounds = await traffic
  for (const view of views) await until(view.state, ({ pending }) => pending.length === 0, PATIENCE)

  assert.deepEqual(failures, [])
  const written = await rows.query<{ body: string; times: number }>(
    `select data->>'body' as body, count(*)::int as times from conversation_events
      where type = 'message.created' and data->>'body' like 'round %' group by 1`,
  )
  assert.equal(
    written.length,
    rounds.reduce((sum, round) => sum + round),
  )
  assert.deepEqual(
    written.filter(({ times }) => times !== 1),
    [],
  )
  const [gaps] = await rows.query<{ count: number }>(
    `select count(*)::int as count from conversations c
      where last_seq <> (select count(*) from conversation_events e where e.conversation_id = c.id)`,
  )
  assert.equal(gaps!.count, 0)
})
