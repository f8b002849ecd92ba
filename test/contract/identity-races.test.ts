// What is under way while a visitor turns out to be a customer we know: messages, files, a chat that is just beginning.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { SignJWT } from 'jose'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import { lockWaiters } from '../helpers/lock-wait.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** A desk that knows the customer `nora`, and a visitor who is about to turn out to be her. */
async function open(t: TestContext) {
  const desk = await startDesk(t, { env: { DATA_DIR: await temporaryFolder(t) } })
  const { key, secret } = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  const signed = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: key.id })
    .setSubject('nora')
    .setAudience(desk.site.key)
    .setExpirationTime('10m')
    .sign(Buffer.from(secret!))
  const identify = async (token?: string) => {
    const body = { site: desk.site.key, token: signed }
    const answer = await desk.call('POST', '/support/widget/identify', { body, ...(token && { token }) })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body as { token: string; contact: { id: string } }
  }
  await identify()
  const visitor = await desk.visitor()
  const id = uuidv7()
  const call = (token: string, path: string, body: object) =>
    desk.call('POST', `/support/widget/chat${path}`, { token, body })
  const begin = (conversation = id, token = visitor.token) =>
    call(token, '/start', { conversation_id: conversation, message: 'Words', want: 'person', cid: uuidv7() })
  assert.equal((await begin()).status, 201)
  return {
    desk,
    visitor,
    id,
    identify,
    send: (token: string, body: object) => call(token, `/${id}/messages`, body),
  }
}

test('identity: what is sent while its visitor signs in is in the log once, under one name and without a gap', async (t) => {
  const { desk, visitor, id, identify, send } = await open(t)
  const texts = Array.from({ length: 30 }, (_, n) => ({ body: `Line ${n}`, cid: uuidv7() }))
  const [nora, ...sent] = await Promise.all([
    identify(visitor.token),
    ...texts.map((text) => send(visitor.token, text)),
  ])
  for (const { status } of sent) assert.ok(status === 200 || status === 401, `${status}`)
  // As the client does with what it has no answer for, or was told to sign in for.
  for (const text of texts) assert.equal((await send(nora.token, text)).status, 200)
  const rows = await desk.db.query<{ seq: string; cid: string; actor_id: string }>(
    'select seq, cid, actor_id from conversation_events where conversation_id = $1 order by seq',
    [id],
  )
  const own = rows.filter(({ cid }) => texts.some((text) => text.cid === cid))
  assert.equal(own.length, texts.length)
  assert.deepEqual(new Set(own.map(({ actor_id }) => actor_id)), new Set([nora.contact.id]))
  assert.deepEqual(
    rows.map(({ seq }) => Number(seq)),
    rows.map((_, index) => index + 1),
  )
})

test('identity: a file asked for before signing in is handed over and sent after it', async (t) => {
  const { desk, visitor, id, identify, send } = await open(t)
  const sender = fileSender(desk)
  const { body: ticket } = await sender.ask('a.txt', 5, {
    token: visitor.token,
    target: { conversation_id: id },
  })
  const nora = await identify(visitor.token)
  const { body } = await sender.put(ticket.url, 'Hello', ticket.ticket)
  const sent = await send(nora.token, { body: '', attachments: [body.attachment.id], cid: uuidv7() })
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
})

test('identity: the last message the team sees in its list is the customer’s from then on', async (t) => {
  const { desk, visitor, id, identify, send } = await open(t)
  await send(visitor.token, { body: 'The last word', cid: uuidv7() })
  assert.equal(await lastActor(), visitor.contact.id)
  const nora = await identify(visitor.token)
  assert.equal(await lastActor(), nora.contact.id)

  async function lastActor(): Promise<string> {
    const [row] = await desk.db.query<{ id: string }>(
      `select last_message->'actor'->>'id' as id from conversations where id = $1`,
      [id],
    )
    return row!.id
  }
})

test('identity: a chat that is just beginning comes along, and nobody is refused for it', async (t) => {
  const { desk, visitor, id, identify } = await open(t)
  const late = uuidv7()
  let signingIn: ReturnType<typeof identify> | undefined
  await desk.db.transaction(async (transaction) => {
    await desk.db.query(
      `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference)
       select $1, workspace_id, site_id, contact_id, channel, 'DB-LATE0000' from conversations where id = $2 returning id`,
      [late, id],
      transaction,
    )
    signingIn = identify(visitor.token)
    await lockWaiters(desk.databaseUrl)
  })
  const nora = await signingIn!
  const rows = await desk.db.query<{ contact_id: string }>(
    'select contact_id from conversations where id = any($1::uuid[])',
    [[id, late]],
  )
  assert.deepEqual(
    rows.map(({ contact_id }) => contact_id),
    [nora.contact.id, nora.contact.id],
  )
})

test('identity: the pages a visitor has opened go with them, and the newest twenty of both are kept', async (t) => {
  const { desk, visitor, identify } = await open(t)
  const visit = async (token: string, from: number) => {
    for (let n = from; n < from + 12; n++) {
      const page = { url: `https://shop.example/${n}`, title: `${n}` }
      const body = { page, time_zone: 'Europe/Oslo' }
      const told = await desk.call('POST', '/support/widget/contact/visit', { token, body })
      assert.equal(told.status, 200)
    }
  }
  const before = await identify()
  await visit(before.token, 0)
  await visit(visitor.token, 12)
  const { contact } = await identify(visitor.token)
  const { pages, time_zone } = await desk.rooms.contactActivity.show(desk.workspaceId, contact.id)
  assert.deepEqual(
    pages.map(({ title }) => Number(title)),
    Array.from({ length: 20 }, (_, n) => 23 - n),
  )
  assert.equal(time_zone, 'Europe/Oslo')
  const left = await desk.db.query('select contact_id from contact_visits')
  assert.equal(left.length, 1)
})
