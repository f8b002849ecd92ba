// Files and those who have no business with them: other conversations, other workspaces, and whoever asks too often.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type DeskOptions, startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

async function open(t: TestContext, options: DeskOptions = {}) {
  const desk = await startDesk(t, { ...options, env: { DATA_DIR: await temporaryFolder(t) } })
  const sender = fileSender(desk)

  /** A customer with a chat of their own, and a file that was uploaded for it. */
  async function customer() {
    const { token } = await desk.visitor()
    const id = uuidv7()
    const call = (path: string, body: object) =>
      desk.call('POST', `/support/widget/chat${path}`, { token, body })
    const { body } = await sender.send('notes.txt', 'Hello', { token, target: { conversation_id: id } })
    const file: string = body.attachment.id
    const start = (more: object = {}) =>
      call('/start', { conversation_id: id, message: 'Here', want: 'person', ...more })
    const linked = async (ids: string[]): Promise<string[]> =>
      (await call(`/${id}/attachments/links`, { ids })).body.links.map((link: { id: string }) => link.id)
    return { token, id, file, call, start, linked }
  }
  return { desk, sender, customer }
}

test('attachments: a file of one conversation has no address in another', async (t) => {
  const { desk, customer } = await open(t)
  const [nora, eve] = [await customer(), await customer()]
  await nora.start({ attachments: [nora.file] })
  await eve.start({ attachments: [eve.file] })
  assert.deepEqual(await eve.linked([nora.file, eve.file]), [eve.file])
  const loose = await customer()
  assert.deepEqual(await eve.linked([loose.file]), [])
  await loose.start()
  const mika = await desk.person('Mika')
  const seen = await desk.call('POST', `/api/v1/conversations/${loose.id}/attachments/links`, {
    token: mika.token,
    body: { ids: [loose.file] },
  })
  assert.deepEqual([seen.status, seen.body.links], [200, []], 'not sent is not shown')
})

test('attachments: a file goes nowhere but where it was uploaded for, not even by its own uploader', async (t) => {
  const { customer } = await open(t)
  const nora = await customer()
  const elsewhere = await nora.start({ conversation_id: uuidv7(), attachments: [nora.file] })
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'attachment-not-found'])
  assert.equal((await nora.start({ attachments: [nora.file] })).status, 201)
})

test('attachments: what a ticket form may take does not get into a chat of a site that takes none there', async (t) => {
  const { desk, sender, customer } = await open(t)
  const nora = await customer()
  await desk.rooms.sites.update(desk.site, { settings: { chat: { attachments: false } } })
  const form = uuidv7()
  const { body } = await sender.send('notes.txt', 'Hello', { token: nora.token, target: { form } })
  const attachments = [body.attachment.id]
  const chat = await nora.start({ conversation_id: form, attachments })
  assert.deepEqual([chat.status, chat.body.code], [404, 'attachment-not-found'])
  const ticket = {
    name: 'Nora',
    email: 'nora@example.com',
    subject: 'S',
    description: 'D',
    site: desk.site.key,
  }
  const sent = await desk.call('POST', '/support/widget/tickets', {
    token: nora.token,
    body: { ...ticket, cid: form, attachments },
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
})

test('attachments: another workspace’s people neither hand files over here nor fetch any', async (t) => {
  const { desk, sender, customer } = await open(t)
  const nora = await customer()
  await nora.start({ attachments: [nora.file] })
  const workspace = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const spy = await desk.rooms.agents.create({
    workspaceId: workspace.id,
    kind: 'human',
    name: 'Spy',
    email: 'spy@elsewhere.example',
  })
  const { token } = await desk.rooms.sessions.create({ workspaceId: workspace.id, agentId: spy.id })
  const cookie = `deskbell_session=${token}`
  const asked = await sender.ask('a.txt', 5, { cookie, target: { conversation_id: nora.id } })
  const fetched = await desk.call('POST', `/api/v1/conversations/${nora.id}/attachments/links`, {
    headers: { cookie },
    body: { ids: [nora.file] },
  })
  for (const { status, body } of [asked, fetched])
    assert.deepEqual([status, body.code], [404, 'conversation-not-found'])
})

test('attachments: an address is good until the second it names, and not in it', async (t) => {
  const { desk, customer } = await open(t)
  const nora = await customer()
  await nora.start({ attachments: [nora.file] })
  const { body } = await nora.call(`/${nora.id}/attachments/links`, { ids: [nora.file] })
  const { pathname, search, searchParams } = new URL(body.links[0].url)
  const end = Number(searchParams.get('expires')) * 1000
  const at = async (now: number): Promise<number> => {
    t.mock.timers.enable({ apis: ['Date'], now })
    const { status } = await fetch(desk.base + pathname + search)
    t.mock.timers.reset()
    return status
  }
  assert.deepEqual([await at(end - 1), await at(end)], [200, 403])
})

test('attachments: new sessions are no new quota, and bytes are counted beside files', async (t) => {
  const { desk, sender } = await open(t, { unlimited: false })
  const ask = async (size: number) =>
    sender.ask('a.txt', size, {
      token: (await desk.visitor()).token,
      target: { conversation_id: uuidv7() },
    })
  const most = 10 * 1024 * 1024
  for (let n = 0; n < 10; n++) assert.equal((await ask(most)).status, 201)
  const eleventh = await ask(most)
  assert.deepEqual([eleventh.status, eleventh.body.context.policy], [429, 'upload-bytes'])
})

test('attachments: twenty files an hour from one address, whoever sends them', async (t) => {
  const { desk, sender } = await open(t, { unlimited: false })
  const ask = async () =>
    sender.ask('a.txt', 1, { token: (await desk.visitor()).token, target: { conversation_id: uuidv7() } })
  for (let n = 0; n < 20; n++) assert.equal((await ask()).status, 201)
  const next = await ask()
  assert.deepEqual([next.status, next.body.context.policy], [429, 'upload'])
})

test('attachments: bytes that are not sent as they are, or without saying how many, are not read', async (t) => {
  const { desk, sender } = await open(t)
  const { token } = await desk.visitor()
  const target = { conversation_id: uuidv7() }
  for (const [headers, code] of [
    [{ 'content-encoding': 'gzip' }, 'unsupported-media-type'],
    [{ 'transfer-encoding': 'chunked' }, 'invalid-request'],
  ] as const) {
    const { body } = await sender.ask('a.txt', 5, { token, target })
    const whole = 'transfer-encoding' in headers ? new Blob(['Hello']).stream() : 'Hello'
    const answer = await fetch(desk.base + body.url, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${body.ticket}`,
        ...('content-encoding' in headers && { 'content-encoding': headers['content-encoding'] }),
      },
      body: whole,
      duplex: 'half',
    } as RequestInit)
    assert.equal((await answer.json()).code, code)
  }
})
