// A real server is killed in the middle of an answer: the next one finishes it, once, and the customer has one answer.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { createChaosServer } from '../chaos/chaos-server.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { freePort } from '../helpers/free-port.ts'
import { type ModelTurn, scriptedModel } from '../helpers/scripted-model.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { testDatabase } from '../helpers/test-database.ts'

const ARTICLE = `---
title: Returning brake pads
category: Returns
questions: [How many days do I have to return brake pads?]
---
You have 60 days to return fitted brake pads, counted from delivery.
`

async function serverWith(t: TestContext, script: (count: number) => ModelTurn) {
  const model = await scriptedModel((_seen, count) => script(count))
  t.after(() => model.close())
  const { url } = await testDatabase(t)
  const folder = await temporaryFolder(t)
  const dist = path.join(folder, 'dist')
  for (const file of ['widget/embed.js', 'console/console.html']) {
    await mkdir(path.join(dist, path.dirname(file)), { recursive: true })
    await writeFile(path.join(dist, file), '')
  }
  const env = {
    NODE_ENV: 'test',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    REDIS_URL: '',
    PUBLIC_URL: '',
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_MODEL: 'scripted',
    CHAOS_DIST: dist,
  }
  const port = await freePort()
  const server = createChaosServer({ name: 'one', port, env })
  await server.start()
  assert.ok(server.isUp(), server.lastWords().join('\n'))
  t.after(() => server.stop('SIGKILL'))
  const articles = path.join(folder, 'articles')
  await mkdir(articles)
  await writeFile(path.join(articles, 'returns.md'), ARTICLE)
  await promisify(execFile)(process.execPath, ['server/import-articles.command.ts', articles], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, ...env },
  })
  const db = connectDatabase({ url, pool: 1 })
  t.after(() => db.close())
  const [site] = await db.query<{ key: string }>('select key from sites limit 1')
  const post = async (where: string, body: unknown, token?: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/support/widget${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    assert.ok(response.ok, await response.clone().text())
    return response.json() as Promise<{ token: string }>
  }
  const { token } = await post('/session', { site: site!.key })
  const id = uuidv7()
  await post(
    '/chat/start',
    { conversation_id: id, message: 'How many days do I have to return brake pads?' },
    token,
  )
  const said = () =>
    db.query<{ type: string; data: { body?: string } }>(
      `select type, data from conversation_events where conversation_id = $1
          and (type = 'conversation.handed_over' or (type = 'message.created' and actor_kind = 'ai')) order by seq`,
      [id],
    )
  return { model, server, db, said }
}

test('crash: killed in the middle of an answer, it is answered once by the server that comes after', async (t) => {
  const { model, server, db, said } = await serverWith(t, (count) =>
    count === 1
      ? { do: 'stall', pieces: ['You have 60 days to return fitted brake pads. [1] '] }
      : { do: 'stream', pieces: ['You have 60 days to return fitted brake pads. [1]'] },
  )
  await eventually(() => model.requests[0])
  await server.stop('SIGKILL')
  assert.deepEqual(await said(), [])
  await server.start()
  await eventually(async () => (await said())[0])
  await eventually(async () => {
    const jobs = await db.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'assistant.answer'`,
    )
    return jobs.length === 0 ? true : undefined
  })
  const all = await said()
  assert.deepEqual(
    all.map(({ type, data }) => [type, data.body]),
    [['message.created', 'You have 60 days to return fitted brake pads. [1]']],
  )
  const runs = await db.query<{ state: string }>('select state from assistant_runs order by id')
  assert.deepEqual(runs.map(({ state }) => state).at(-1), 'answered')
})

test('crash: killed at every try, a person is called, and the customer is told', async (t) => {
  const { model, server, said } = await serverWith(t, () => ({ do: 'stall', pieces: [] }))
  for (let kill = 1; kill <= 3; kill++) {
    await eventually(() => model.requests[kill - 1])
    await server.stop('SIGKILL')
    await server.start()
  }
  const handed = await eventually(async () =>
    (await said()).find(({ type }) => type === 'conversation.handed_over'),
  )
  assert.ok(handed)
  assert.equal((await said()).filter(({ type }) => type === 'message.created').length, 1)
  assert.equal(model.requests.length, 3)
})
