// A customer's transcript: their own view of the conversation, as it reads now, as a file and by mail.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type DeskOptions, startDesk } from '../helpers/desk.ts'
import { startMailServer } from '../helpers/mail-server.ts'

const PATH = '/support/widget'

async function startChat(t: TestContext, options: DeskOptions = {}, mailOn = true) {
  const post = await startMailServer(t)
  const env: Record<string, string> = mailOn ? { SMTP_URL: post.url, MAIL_FROM: 'desk@support.example' } : {}
  const desk = await startDesk(t, { ...options, env })
  const nora = await desk.visitor()
  const mika = await desk.person('Mika')
  const id = uuidv7()
  const body = {
    conversation_id: id,
    message: 'Is <b>this</b> bent? See [shop](https://shop.example/)',
    want: 'person',
  }
  await desk.call('POST', `${PATH}/chat/start`, { body: { ...body, cid: uuidv7() }, token: nora.token })
  const say = (as: 'visitor' | 'agent', what: string, path = 'messages') => {
    const base = as === 'visitor' ? `${PATH}/chat/${id}` : `/api/v1/conversations/${id}`
    const token = as === 'visitor' ? nora.token : mika.token
    return desk.call('POST', `${base}/${path}`, { body: { body: what, cid: uuidv7() }, token })
  }
  const fetchAs = (accept: string, token = nora.token) =>
    fetch(`${desk.base}${PATH}/chat/${id}/transcript`, {
      headers: { accept, authorization: `Bearer ${token}` },
    })
  const send = (email: string, token = nora.token) =>
    desk.call('POST', `${PATH}/chat/${id}/transcript`, { body: { email }, token })
  return { desk, post, nora, mika, id, say, fetchAs, send }
}

test('transcript: holds the public messages as they read now, and nothing of the team’s', async (t) => {
  const { desk, id, say, fetchAs, nora, mika } = await startChat(t)
  await say('agent', 'SECRET note', 'notes')
  const { body: sent } = await say('agent', 'It is bnet.')
  await desk.call('POST', `/api/v1/conversations/${id}/messages/edit`, {
    body: { message_id: sent.id, body: 'It is bent.', cid: uuidv7() },
    token: mika.token,
  })
  const { body: gone } = await say('visitor', 'my card is 4111')
  await desk.call('POST', `${PATH}/chat/${id}/messages/delete`, {
    body: { message_id: gone.id, cid: uuidv7() },
    token: nora.token,
  })
  const answer = await fetchAs('text/plain')
  const text = await answer.text()
  assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.match(
    answer.headers.get('content-disposition')!,
    /^attachment; filename="conversation-DB-\w{8}\.txt"$/,
  )
  assert.match(
    text,
    /You · \d{4}-\d\d-\d\d \d\d:\d\d UTC\n\nIs <b>this<\/b> bent\? See shop \(https:\/\/shop\.example\/\)/,
  )
  assert.match(text, /Mika · [^\n]*\n\nIt is bent\./)
  assert.doesNotMatch(text, /SECRET|4111|bnet/)

  const page = await fetchAs('text/html')
  const html = await page.text()
  assert.match(page.headers.get('content-disposition')!, /\.html"$/)
  assert.match(page.headers.get('content-security-policy')!, /default-src 'none'/)
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  assert.match(html, /Is &lt;b&gt;this&lt;\/b&gt; bent/)
  assert.doesNotMatch(html, /SECRET|4111|<b>/)
})

test('transcript: is its customer’s alone', async (t) => {
  const { desk, id, fetchAs, send, mika } = await startChat(t)
  const eve = await desk.visitor()
  assert.equal((await fetchAs('text/plain', eve.token)).status, 404)
  assert.equal((await fetchAs('text/plain', mika.token)).status, 401)
  assert.equal((await send('eve@example.com', eve.token)).status, 404)
  assert.equal((await fetch(`${desk.base}${PATH}/chat/${id}/transcript`)).status, 401)
})

test('transcript: by mail it is the same; the sixth in an hour is refused, and without mail it says so', async (t) => {
  const { desk, post, send } = await startChat(t, { unlimited: false })
  assert.equal((await send('nora@example.com')).status, 202)
  const { parts } = await post.to('nora@example.com')
  assert.match(parts.get('text/plain')!, /Is <b>this<\/b> bent\?/)
  assert.match(parts.get('text/html')!, /Is &lt;b&gt;this/)
  assert.equal((await send('not an address')).status, 422)
  for (let i = 0; i < 4; i++) assert.equal((await send(`n${i}@example.com`)).status, 202)
  assert.equal((await send('nora@example.com')).status, 429)
  // Another session is no other quota: they cost nothing.
  assert.equal((await send('nora@example.com', (await desk.visitor()).token)).status, 429)
  const off = await startChat(t, {}, false)
  assert.equal((await off.send('nora@example.com')).body.code, 'mail-off')
})

test('transcript: of what nobody would read the beginning is given, and twenty an hour', async (t) => {
  const { desk, id, say, fetchAs } = await startChat(t, { unlimited: false })
  await say('visitor', 'x'.repeat(8000))
  await desk.db.query(
    `insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id,
                                      actor_name, data)
     select conversation_id, seq + n, pub_seq + n, workspace_id, gen_random_uuid(), type, actor_kind, actor_id,
            actor_name, data
       from (select * from conversation_events where conversation_id = $1 order by seq desc limit 1) e,
            generate_series(1, 200) n returning id`,
    [id],
  )
  const whole = await (await fetchAs('text/plain')).text()
  assert.match(whole, /Is <b>this<\/b> bent/)
  assert.ok(whole.length > 900_000 && whole.length < 1_100_000, `${whole.length}`)
  for (let n = 1; n < 20; n++) assert.equal((await fetchAs('text/plain')).status, 200)
  assert.equal((await fetchAs('text/plain')).status, 429)
})

test('transcript: the client gives it as a blob, and mails it', async (t) => {
  const { desk, post } = await startChat(t)
  const client = createVisitorClient({ server: desk.base, site: desk.site.key, locale: 'de' })
  t.after(() => client.close())
  const view = await client.conversations.start({ message: 'Guten Tag', want: 'person' })
  await new Promise<void>((resolve) => {
    const seen = () => view.state.get().conversation && resolve()
    view.state.subscribe(seen)
    seen()
  })
  const blob = await client.conversations.open(view.id).transcript('html')
  assert.match(blob.type, /^text\/html/)
  assert.match(await blob.text(), /<html lang="de" dir="ltr">[\s\S]*Guten Tag/)
  await view.mailTranscript('nora@example.com')
  assert.match((await post.to('nora@example.com')).parts.get('text/plain')!, /Ihr Gespräch[\s\S]*Guten Tag/)
})
