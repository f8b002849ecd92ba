// A file's way: a ticket, the bytes, a message, an address; and who may go it.

import assert from 'node:assert/strict'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type DeskOptions, startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import * as files from '../helpers/small-files.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

async function open(t: TestContext, options: DeskOptions = {}) {
  const dir = await temporaryFolder(t)
  const desk = await startDesk(t, { ...options, env: { DATA_DIR: dir, ...options.env } })
  const sender = fileSender(desk)
  const visitor = await desk.visitor()
  const { token } = visitor
  const ana = await desk.person('Ana')
  const agentHeaders = { cookie: `deskbell_session=${ana.token}` }
  const id = uuidv7()
  const target = { conversation_id: id }
  const links = (ids: string[], as: string = token, conversation = id) =>
    desk.call('POST', `/support/widget/chat/${conversation}/attachments/links`, { token: as, body: { ids } })
  return {
    desk,
    dir,
    sender,
    visitor,
    token,
    ana,
    agentHeaders,
    id,
    target,
    links,
    kept: async (): Promise<string[]> =>
      (await readdir(dir, { recursive: true, withFileTypes: true }))
        .filter((e) => e.isFile())
        .map((e) => e.name),
    async upload(name = 'notes.txt', bytes: Uint8Array | string = 'Hello') {
      const { status, body } = await sender.send(name, bytes, { token, target })
      assert.equal(status, 201, JSON.stringify(body))
      return body.attachment as { id: string; name: string }
    },
    start: (body: Record<string, unknown>) =>
      desk.call('POST', '/support/widget/chat/start', {
        token,
        body: { conversation_id: id, want: 'person', ...body },
      }),
    send: (body: Record<string, unknown>, as: string = token) =>
      desk.call('POST', `/support/widget/chat/${id}/messages`, { token: as, body }),
    events: async () =>
      (await desk.call('GET', `/support/widget/chat/${id}/events`, { token })).body.events as {
        type: string
        id: string
        data: { body: string; attachments?: { id: string; name: string }[] }
      }[],
    get: (url: string, headers: Record<string, string> = {}) => {
      const { pathname, search } = new URL(url)
      return fetch(desk.base + pathname + search, { headers })
    },
  }
}

test('attachments: without a ticket nothing is taken, and no byte reaches the disk', async (t) => {
  const { sender, kept, desk, token, target } = await open(t)
  const { body } = await sender.ask('a.txt', 5, { token, target })
  for (const ticket of [undefined, 'guessed', token]) {
    const answer = await sender.put(body.url, 'Hello', ticket)
    assert.deepEqual([answer.status, answer.body.code], [401, 'unauthenticated'])
  }
  assert.deepEqual(await kept(), [])
  const nobody = await desk.call('POST', `/support/widget/attachments?site=${desk.site.key}`, {
    body: { name: 'a.txt', size: 5, ...target },
  })
  assert.equal(nobody.status, 401)
})

test('attachments: a ticket is good once, for its own file, for ten minutes, for as many bytes as were announced', async (t) => {
  const { sender, kept, desk, token, target } = await open(t)
  const ask = async (size = 5) => (await sender.ask('a.txt', size, { token, target })).body
  const [one, other, late, short] = [await ask(), await ask(), await ask(), await ask(3)]
  assert.deepEqual((await sender.put(other.url, 'Hello', one.ticket)).status, 404)
  assert.equal((await sender.put(one.url, 'Hello', one.ticket)).status, 201)
  assert.deepEqual((await sender.put(one.url, 'Hello', one.ticket)).body.code, 'attachment-used')
  await desk.db.query(`update attachments set ticket_expires_at = now() where id = $1 returning id`, [
    late.id,
  ])
  assert.deepEqual((await sender.put(late.url, 'Hello', late.ticket)).body.code, 'link-expired')
  assert.deepEqual((await sender.put(short.url, 'Hello', short.ticket)).status, 413)
  assert.equal((await kept()).length, 1)
  assert.deepEqual(
    (await sender.ask('a.mp4', 10 * 1024 * 1024 + 1, { token, target })).body.code,
    'attachment-too-large',
  )
})

test('attachments: for somebody else’s conversation there is no ticket', async (t) => {
  const { start, sender, desk, target, agentHeaders } = await open(t)
  await start({ message: 'Hello' })
  const other = await desk.visitor()
  const { status, body } = await sender.ask('a.txt', 5, { token: other.token, target })
  assert.deepEqual([status, body.code], [404, 'conversation-not-found'])
  const form = { form: target.conversation_id }
  assert.equal((await sender.ask('a.txt', 5, { target: form })).status, 404)
  const missing = { conversation_id: uuidv7() }
  assert.equal((await sender.ask('a.txt', 5, { cookie: agentHeaders.cookie, target: missing })).status, 404)
})

test('attachments: a chat may begin with a file alone; both sides see it, and only they can fetch it', async (t) => {
  const { start, upload, events, links, desk, id, agentHeaders, get } = await open(t)
  const file = await upload('ride.png', await files.png())
  const begun = await start({ message: '', attachments: [file.id] })
  assert.equal(begun.status, 201, JSON.stringify(begun.body))
  assert.equal(begun.body.conversation.subject, 'ride.png')
  const message = (await events()).find(({ type, data }) => type === 'message.created' && data.attachments)!
  assert.equal(message.data.body, '')
  const [held] = message.data.attachments!
  assert.deepEqual(held, {
    ...file,
    width: 64,
    height: 48,
    kind: 'image',
    type: 'image/png',
    size: (held as never as { size: number }).size,
  })

  const other = await desk.visitor()
  assert.equal((await links([file.id], other.token)).status, 404)
  assert.equal((await links([file.id])).body.links.length, 1)
  const agents = await desk.call('POST', `/api/v1/conversations/${id}/attachments/links`, {
    headers: agentHeaders,
    body: { ids: [file.id] },
  })
  const [link] = agents.body.links
  assert.equal((await get(link.url)).headers.get('content-type'), 'image/png')
  assert.equal((await get(link.thumb_url)).headers.get('content-type'), 'image/webp')
})

test('attachments: an altered address, or an old one, leads nowhere', async (t) => {
  const { start, upload, links, get, desk } = await open(t)
  const [file, other] = [await upload(), await upload()]
  await start({ message: 'Here', attachments: [file.id, other.id] })
  const { url } = (await links([file.id])).body.links[0]
  assert.equal((await get(url)).status, 200)
  const later = Number(new URL(url).searchParams.get('expires')) + 300
  for (const altered of [
    url.replace(file.id, other.id),
    url.replace(/expires=\d+/, `expires=${later}`),
    `${url}&size=thumb`,
    url.replace(/signature=(.)/, (_all: string, first: string) => `signature=${first === 'A' ? 'B' : 'A'}`),
    url.split('?')[0],
  ])
    assert.deepEqual([altered, (await get(altered)).status], [altered, 403])
  const past = Math.floor(Date.now() / 1000) - 1
  const signature = await desk.rooms.signing.sign('attachment', `${file.id} whole ${past}`)
  const old = new URL(url)
  old.search = new URLSearchParams({ expires: String(past), signature }).toString()
  const answer = await get(old.href)
  assert.deepEqual([answer.status, (await answer.json()).code], [403, 'link-expired'])
})

test('attachments: a player may ask for a stretch', async (t) => {
  const { start, upload, links, get } = await open(t)
  const film = files.mp4()
  const file = await upload('ride.mp4', film)
  await start({ message: 'Here', attachments: [file.id] })
  const { url } = (await links([file.id])).body.links[0]
  const part = await get(url, { range: 'bytes=4-7' })
  assert.deepEqual(
    [part.status, part.headers.get('content-range'), await part.text()],
    [206, `bytes 4-7/${film.length}`, 'ftyp'],
  )
  assert.equal((await get(url, { range: `bytes=${film.length}-` })).status, 416)
})

test('attachments: a file goes into one message of its own conversation, and of its own uploader', async (t) => {
  const { start, send, upload, desk, ana, id, token } = await open(t)
  await start({ message: 'Hello' })
  const file = await upload()
  const agent = await desk.join(ana, 'agent')
  const stolen = await command(agent, 'message.send', {
    conversation_id: id,
    body: '',
    attachments: [file.id],
  })
  assert.equal(stolen.ok === false && stolen.problem.code, 'attachment-not-found')
  const cid = uuidv7()
  const first = await send({ body: '', attachments: [file.id], cid })
  assert.equal(first.status, 200, JSON.stringify(first.body))
  assert.deepEqual((await send({ body: '', attachments: [file.id], cid })).body, first.body, 'a repeat')
  const list = await desk.call('GET', '/support/widget/chat', { token })
  assert.equal(list.body.conversations[0].last_message.preview, file.name)
  assert.equal((await send({ body: 'again', attachments: [file.id] })).body.code, 'attachment-not-found')
  assert.equal((await send({ body: '' })).status, 422)
  assert.equal((await send({ body: '', attachments: [] })).status, 422)
  const six = Array.from({ length: 6 }, () => uuidv7())
  assert.equal((await send({ body: '', attachments: six })).status, 422)
  const both = [file.id, file.id]
  assert.equal((await send({ body: '', attachments: both })).status, 422)
})

test('attachments: people answer with files, and keep notes with them the customer never gets', async (t) => {
  const { start, sender, agentHeaders, target, desk, ana, id, links, events } = await open(t)
  await start({ message: 'Hello' })
  const agent = await desk.join(ana, 'agent')
  const upload = async (name: string) =>
    (await sender.send(name, 'Hello', { cookie: agentHeaders.cookie, target })).body.attachment.id as string
  const [shown, hidden] = [await upload('answer.txt'), await upload('secret.txt')]
  for (const [type, file] of [
    ['message.send', shown],
    ['note.add', hidden],
  ] as const)
    assert.ok((await command(agent, type, { conversation_id: id, body: '', attachments: [file] })).ok)
  assert.deepEqual(
    (await events()).flatMap(({ data }) => data.attachments?.map(({ name }) => name) ?? []),
    ['answer.txt'],
  )
  const given = (await links([shown, hidden])).body.links.map((link: { id: string }) => link.id)
  assert.deepEqual(given, [shown])
})

test('attachments: a changed message keeps its files; a deleted one takes them along, off the disk', async (t) => {
  const { start, upload, events, links, desk, token, id, kept, get } = await open(t)
  const file = await upload('ride.png', await files.png())
  await start({ message: 'Look', attachments: [file.id] })
  const message = (await events()).find(({ data }) => data.attachments)!
  const change = (what: string, body: object) =>
    desk.call('POST', `/support/widget/chat/${id}/messages/${what}`, {
      token,
      body: { message_id: message.id, ...body },
    })
  assert.equal((await change('edit', { body: 'Look here' })).status, 200)
  const edited = (await events()).find(({ type }) => type === 'message.edited')!
  assert.deepEqual(
    edited.data.attachments?.map(({ name }) => name),
    ['ride.png'],
  )
  const { url } = (await links([file.id])).body.links[0]
  assert.equal((await kept()).length, 2)
  assert.equal((await change('delete', {})).status, 200)
  assert.ok((await events()).every(({ data }) => data.attachments === undefined))
  assert.equal((await get(url)).status, 404)
  assert.deepEqual((await links([file.id])).body.links, [])
  await gone(desk)
  assert.deepEqual(await kept(), [])
})

/** Until the job that takes files off the disk has done so. */
const gone = (desk: Awaited<ReturnType<typeof open>>['desk']) =>
  eventually(async () => {
    const left = await desk.db.query(`select id from attachments where state = 'gone'`)
    return left.length === 0
  })

test('attachments: what nobody has sent for a day goes, and nothing else', async (t) => {
  const { start, upload, desk, kept } = await open(t)
  const [sent, left, fresh] = [await upload(), await upload(), await upload()]
  await start({ message: 'Here', attachments: [sent.id] })
  await desk.db.query(
    `update attachments set created_at = now() - interval '25 hours' where id = any($1::uuid[]) returning id`,
    [[sent.id, left.id]],
  )
  assert.equal(await desk.rooms.attachments.purge(), 1)
  const rows = await desk.db.query<{ id: string }>('select id from attachments order by created_at')
  assert.deepEqual(
    rows.map(({ id }) => id),
    [sent.id, fresh.id],
  )
  assert.equal((await kept()).length, 2)
})

test('attachments: bytes that a process kept just before it died go with their row', async (t) => {
  const { sender, token, target, desk, kept } = await open(t)
  const { query } = desk.db
  const died = Promise.withResolvers<never>()
  const reached = Promise.withResolvers<void>()
  t.mock.method(desk.db, 'query', (...given: Parameters<typeof query>) => {
    if (!given[0].includes(`set state = 'ready'`)) return query(...given)
    reached.resolve()
    return died.promise
  })
  const sending = sender.send('notes.txt', 'Hello', { token, target })
  await reached.promise
  await query(`update attachments set created_at = now() - interval '25 hours' returning id`)
  assert.equal(await desk.rooms.attachments.purge(), 1)
  // What is left is the scratch that is still open; it goes with its request.
  assert.equal((await kept()).length, 1)
  died.reject(new Error('gone'))
  await sending
  assert.deepEqual(await kept(), [])
})

test('attachments: a ticket form sends files without a session, and its status gives them back', async (t) => {
  const { sender, desk, get } = await open(t)
  const form = uuidv7()
  const { body } = await sender.send('receipt.pdf', files.pdf(), { target: { form } })
  const ticket = {
    name: 'Nora',
    email: 'nora@example.com',
    subject: 'Receipt',
    description: 'It is wrong.',
    site: desk.site.key,
    attachments: [body.attachment.id],
  }
  const path = `/support/widget/tickets?site=${desk.site.key}`
  // Under another id than the form's files were uploaded for, they are nobody's.
  assert.equal((await desk.call('POST', path, { body: ticket })).body.code, 'attachment-not-found')
  // The text was changed after a first try, and so the ticket has another id than the form had.
  const sent = await desk.call('POST', path, { body: { ...ticket, cid: uuidv7(), upload_id: form } })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const { reference } = sent.body
  const lookup = { reference, email: ticket.email }
  const reply = await sender.send('ride.png', await files.png(), { target: lookup })
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  const wrong = await sender.ask('ride.png', 5, { target: { ...lookup, email: 'else@example.com' } })
  assert.deepEqual([wrong.status, wrong.body.code], [404, 'ticket-not-found'])
  const answered = await desk.call('POST', `/support/widget/tickets/reply?site=${desk.site.key}`, {
    body: { ...lookup, body: '', cid: uuidv7(), attachments: [reply.body.attachment.id] },
  })
  assert.equal(answered.status, 201, JSON.stringify(answered.body))
  const given = answered.body.replies.flatMap((r: { attachments?: object[] }) => r.attachments ?? [])
  assert.deepEqual(
    given.map(({ name }: { name: string }) => name),
    ['receipt.pdf', 'ride.png'],
  )
  for (const { url } of given) assert.equal((await get(url)).status, 200)
})

test('attachments: a site that takes no files says so', async (t) => {
  const { desk, sender, token, target, agentHeaders, start } = await open(t)
  await desk.rooms.sites.update(desk.site, {
    settings: { chat: { attachments: false }, ticket: { attachments: false } },
  })
  for (const options of [{ token, target }, { target: { form: uuidv7() } }]) {
    const { status, body } = await sender.ask('a.txt', 5, options)
    assert.deepEqual([status, body.code], [403, 'attachments-off'])
  }
  await start({ message: 'Hello' })
  assert.equal(
    (await sender.ask('a.txt', 5, { cookie: agentHeaders.cookie, target })).status,
    201,
    'the team may',
  )
})

test('attachments: twenty an hour, then a pause', async (t) => {
  const { sender, token, target } = await open(t, { unlimited: false })
  for (let n = 0; n < 20; n++) assert.equal((await sender.ask('a.txt', 5, { token, target })).status, 201)
  const { status, body } = await sender.ask('a.txt', 5, { token, target })
  assert.deepEqual([status, body.code, body.context.policy], [429, 'quota-exceeded', 'upload'])
})

test('attachments: a page of the site may put its file, another page may not', async (t) => {
  const { desk, sender, token, target } = await open(t)
  await desk.rooms.sites.update(desk.site, { allowedOrigins: ['https://shop.example'] })
  const { body } = await sender.ask('a.txt', 5, { token, target })
  const preflight = (origin: string) =>
    fetch(`${desk.base}${body.url}?site=${desk.site.key}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization',
      },
    })
  const own = await preflight('https://shop.example')
  assert.equal(own.headers.get('access-control-allow-origin'), 'https://shop.example')
  assert.match(own.headers.get('access-control-allow-methods')!, /PUT/)
  assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null)
})

test('attachments: a disk that cannot take a file says so, and takes it when it can again', async (t) => {
  const { sender, desk, dir, token, target, kept } = await open(t)
  const inTheWay = path.join(dir, 'attachments')
  await writeFile(inTheWay, '')
  const { status, body } = await sender.send('a.txt', 'Hello', { token, target })
  assert.deepEqual([status, body.code, body.retry_after], [503, 'unavailable', 30])
  assert.deepEqual(await kept(), ['attachments'])
  assert.deepEqual(await desk.db.query('select id from attachments'), [])
  await rm(inTheWay)
  assert.equal((await sender.send('a.txt', 'Hello', { token, target })).status, 201)
})
