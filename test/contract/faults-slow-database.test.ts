// PostgreSQL is there but slow: each query takes two seconds more. Who types is still seen at once, what is sent waits
// its turn or is told to try again, and no socket is lost over it.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { createTcpProxy } from '../chaos/tcp-proxy.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, startDesk } from '../helpers/desk.ts'
import { testDatabase } from '../helpers/test-database.ts'

/** Each way: a query and its answer are two. */
const SLOW = { latency: 1000 }

/** A desk whose way to its database can be slowed, with a chat a person has taken. */
async function deskOnASlowPath(t: TestContext) {
  const { url } = await testDatabase(t)
  const straight = new URL(url)
  const path = await createTcpProxy({ targets: () => [Number(straight.port)] })
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(path.port)
  const db = connectDatabase({ url: through.href, pool: 6 })
  const desk = await startDesk(t, { beside: { db, databaseUrl: through.href }, shared: false })
  t.after(async () => {
    path.heal()
    await db.close()
    await path.close()
  })
  const visitor = await desk.join(await desk.visitor(), 'visitor')
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const id = uuidv7()
  await command(visitor, 'conversation.start', { conversation_id: id, message: 'hello', want: 'person' })
  await command(console, 'conversation.accept', { conversation_id: id })
  for (const socket of [visitor, console])
    await command(socket, 'conversation.subscribe', { conversation_id: id })
  return { desk, path, visitor, console, mika, id }
}

test('slow database: who types is seen while what they sent still waits, and that arrives once', async (t) => {
  const { desk, path, visitor, console, id } = await deskOnASlowPath(t)
  path.set(SLOW)
  const cid = uuidv7()
  let isSent = false
  const sent = command(visitor, 'message.send', { conversation_id: id, body: 'It rubs.' }, cid).then(
    (answer) => {
      isSent = true
      return answer
    },
  )
  const typed = command(visitor, 'typing.start', { conversation_id: id, text: 'And it' })
  await console.nextOf(({ type, data }) => type === 'typing.started' && data.text === 'And it')
  await command(console, 'typing.start', { conversation_id: id })
  await visitor.nextOf(({ type, data }) => type === 'typing.started' && data.actor.name === 'Mika')
  assert.ok((await typed).ok)
  assert.equal(isSent, false, 'the message was still on its way')
  assert.ok((await sent).ok)
  path.heal()
  const rows = await desk.db.query('select 1 from conversation_events where cid = $1', [cid])
  assert.equal(rows.length, 1)
})

test('slow database: more work than it can do is refused to be tried again; nobody is cut off, and all of it lands', async (t) => {
  const { desk, path, mika, id } = await deskOnASlowPath(t)
  const sockets = await Promise.all(Array.from({ length: 30 }, () => desk.join(mika, 'agent')))
  const count = desk.app.hub.count()
  const notes = sockets.map((socket, index) => ({
    socket,
    cid: uuidv7(),
    data: { conversation_id: id, body: `note ${index}` },
  }))
  path.set(SLOW)
  const answers = await Promise.all(
    notes.map(({ socket, cid, data }) => command(socket, 'note.add', data, cid)),
  )
  const refused = answers.filter((answer) => !answer.ok)
  assert.ok(refused.length > 0, 'the pool was not exhausted')
  for (const { retryable, problem } of refused) {
    assert.equal(retryable, true)
    assert.ok(problem.retry_after >= 1)
  }
  assert.equal(desk.app.hub.count(), count)
  path.heal()
  for (const { socket, cid, data } of notes) {
    const answer = await eventually(async () => {
      const tried = await command(socket, 'note.add', data, cid)
      return tried.ok || !tried.retryable ? tried : null
    })
    assert.ok(answer.ok)
  }
  const rows = await desk.db.query(`select 1 from conversation_events where type = 'note.created'`)
  assert.equal(rows.length, notes.length)
})
