// Tickets of a site that wants a mailed code: nothing is shown without one, and what it opens is that ticket alone.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'
import { TicketAccess, TicketCodeRequested, TicketStatus } from '../../sdk/protocol/ticket.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Desk, type DeskOptions, startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import { type MailServer, startMailServer } from '../helpers/mail-server.ts'
import { pdf } from '../helpers/small-files.ts'

const PATH = '/support/widget'
const NORA = 'nora@example.com'

async function startMailDesk(t: TestContext, options: DeskOptions = {}) {
  const post = await startMailServer(t)
  const env = { SMTP_URL: post.url, MAIL_FROM: 'Desk <desk@support.example>' }
  const desk = await startDesk(t, { ...options, env: { ...env, ...options.env } })
  return { desk, post }
}

const wantCodes = (desk: Desk) =>
  desk.rooms.sites.update(desk.site, { settings: { ticket: { lookup: 'code' } } })

async function openTicket(desk: Desk, more: object = {}): Promise<string> {
  const form = {
    name: 'Nora',
    email: 'Nora@Example.com',
    subject: 'Rotor bent',
    description: 'It rubs.',
    ...more,
  }
  const { body } = await desk.call('POST', `${PATH}/tickets?site=${desk.site.key}`, { body: form })
  return body.reference
}

const look = (desk: Desk, reference: string, token?: string, email = NORA) =>
  desk.call('GET', `${PATH}/tickets/status?reference=${reference}&email=${email}&site=${desk.site.key}`, {
    ...(token && { token }),
  })

const askCode = (desk: Desk, reference: string, email = NORA) =>
  desk.call('POST', `${PATH}/tickets/code`, { body: { reference, email, site: desk.site.key, locale: 'de' } })

/** The newest code mailed to an address; other mails are about tickets. */
async function codeIn(post: MailServer, address = NORA): Promise<string> {
  for (let count = 0; ; count++) {
    await post.to(address, count)
    for (const { to, parts } of post.mails.toReversed()) {
      const code = to.includes(address) && /^\d{8}$/m.exec(parts.get('text/plain')!)?.[0]
      if (code) return code
    }
  }
}

const redeem = (desk: Desk, body: object) =>
  desk.call('POST', `${PATH}/tickets/access`, { body: { site: desk.site.key, ...body } })

test('ticket codes: the mailed code opens status and reply of its own ticket for an hour, and no other', async (t) => {
  const { desk, post } = await startMailDesk(t)
  await wantCodes(desk)
  const reference = await openTicket(desk)
  const other = await openTicket(desk, { email: 'eve@example.com' })
  const closed = await look(desk, reference)
  assert.deepEqual([closed.status, closed.body.code], [401, 'code-required'])
  const reply = { reference, email: NORA, body: 'And squeals.', cid: uuidv7(), site: desk.site.key }
  assert.equal((await desk.call('POST', `${PATH}/tickets/reply`, { body: reply })).status, 401)

  const asked = await askCode(desk, reference)
  assert.equal(asked.status, 202)
  const { verification_id } = TicketCodeRequested.parse(asked.body)
  const verification_code = await codeIn(post)
  const proof = {
    verification_id,
    verification_code: `${verification_code.slice(0, 4)} ${verification_code.slice(4)}`,
  }
  const wrong = await redeem(desk, { reference: other, email: NORA, ...proof })
  assert.deepEqual([wrong.status, wrong.body.code], [404, 'ticket-not-found'])
  const opened = await redeem(desk, { reference, email: NORA, ...proof })
  assert.equal(opened.status, 201)
  const { access_token } = TicketAccess.parse(opened.body)
  assert.equal((await redeem(desk, { reference, email: NORA, ...proof })).body.code, 'code-wrong')

  const status = await look(desk, reference, access_token)
  assert.equal(TicketStatus.parse(status.body).replies.length, 1)
  const answered = await desk.call('POST', `${PATH}/tickets/reply`, {
    body: { ...reply, access: access_token },
  })
  assert.deepEqual([answered.status, answered.body.replies.length], [201, 2])
  assert.equal((await look(desk, other, access_token)).status, 404)

  const [grant] = await desk.db.query<{ clear: boolean }>(
    `select position($1::text in encode(token_hash, 'escape')) > 0 as clear from conversation_grants`,
    [access_token],
  )
  assert.equal(grant!.clear, false)
  await desk.db.query('update conversation_grants set expires_at = now() returning id')
  assert.equal((await look(desk, reference, access_token)).body.code, 'code-required')
  assert.doesNotMatch(desk.lines.join(''), new RegExp(`${access_token}|${verification_code}|nora@`, 'i'))
})

test('ticket codes: files for a reply are taken from whoever shows the token, and from nobody else', async (t) => {
  const { desk, post } = await startMailDesk(t)
  await wantCodes(desk)
  const sender = fileSender(desk)
  const reference = await openTicket(desk)
  const other = await openTicket(desk)
  const target = { reference, email: NORA }
  const { verification_id } = (await askCode(desk, reference)).body
  const proof = { verification_id, verification_code: await codeIn(post) }
  const access = (await redeem(desk, { ...target, ...proof })).body.access_token
  const stranger = { ...target, access: 'A'.repeat(43) }
  for (const [shown, refusal] of [
    [target, [401, 'code-required']],
    [stranger, [401, 'code-required']],
    [{ ...target, reference: other, access }, [404, 'ticket-not-found']],
  ] as const) {
    const { status, body } = await sender.ask('receipt.pdf', 5, { target: shown })
    assert.deepEqual([status, body.code], refusal)
  }
  const sent = await sender.send('receipt.pdf', pdf(), { target: { ...target, access } })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const answered = await desk.call('POST', `${PATH}/tickets/reply`, {
    body: {
      ...target,
      access,
      body: '',
      attachments: [sent.body.attachment.id],
      cid: uuidv7(),
      site: desk.site.key,
    },
  })
  assert.equal(answered.body.replies.at(-1).attachments[0].name, 'receipt.pdf')
  await desk.db.query('update conversation_grants set expires_at = now() returning id')
  const late = await sender.ask('receipt.pdf', 5, { target: { ...target, access } })
  assert.equal(late.body.code, 'code-required')
})

test('ticket codes: whether there is such a ticket shows neither in the answer nor in what may be asked', async (t) => {
  const { desk, post } = await startMailDesk(t, { unlimited: false })
  await wantCodes(desk)
  const reference = await openTicket(desk)
  await post.to(NORA)
  const shape = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    Object.keys(body),
    body.expires_in,
  ]
  assert.deepEqual(
    shape(await askCode(desk, reference)),
    shape(await askCode(desk, reference, 'no@example.com')),
  )
  const before = (await look(desk, reference)).body
  const none = (await look(desk, 'DB-00000000', undefined, 'no@example.com')).body
  assert.deepEqual({ ...before, instance: '' }, { ...none, instance: '' })
  for (const email of [NORA, 'no@example.com']) {
    assert.equal((await askCode(desk, reference, email)).status, 202)
    assert.equal((await askCode(desk, reference, email)).status, 202)
    const fourth = await askCode(desk, reference, email)
    assert.deepEqual([fourth.status, fourth.body.code], [429, 'quota-exceeded'])
  }
  await codeIn(post)
  assert.deepEqual(
    post.mails.filter(({ to }) => to.includes('no@example.com')),
    [],
  )
})

test('ticket codes: an address is mailed ten an hour at most, from wherever they are asked for', async (t) => {
  const { desk } = await startMailDesk(t, { unlimited: false, env: { TRUST_PROXY: '1' } })
  await wantCodes(desk)
  const ask = async (n: number, path: string, body: object): Promise<number> => {
    const headers = { 'x-forwarded-for': `192.0.2.${n >> 1}`, origin: 'http://localhost:3000' }
    return (await desk.call('POST', `${PATH}${path}`, { body, headers })).status
  }
  const reference = await openTicket(desk)
  const asked = { reference, email: NORA, site: desk.site.key }
  for (let n = 0; n < 10; n++) assert.equal(await ask(n, '/tickets/code', asked), 202)
  assert.equal(await ask(99, '/tickets/code', asked), 429)
  // Escalated's widget asks for the same mailbox.
  assert.equal(await ask(98, '/verification', { email: NORA, purpose: 'lookup' }), 429)
  assert.equal(await ask(98, '/verification', { email: 'eve@example.com', purpose: 'lookup' }), 202)
})

test('ticket codes: wrong codes are misses, ten an hour from one address', async (t) => {
  const { desk } = await startMailDesk(t, { unlimited: false })
  const wrong = { reference: 'DB-00000000', email: NORA, verification_code: '00000000' }
  for (let n = 0; n < 10; n++)
    assert.equal((await redeem(desk, { ...wrong, verification_id: uuidv7() })).body.code, 'code-wrong')
  assert.equal((await redeem(desk, { ...wrong, verification_id: uuidv7() })).body.code, 'quota-exceeded')
})

test('ticket codes: without mail a site that wants codes shows no ticket, and says why', async (t) => {
  const desk = await startDesk(t)
  await wantCodes(desk)
  const reference = await openTicket(desk)
  assert.equal((await look(desk, reference)).body.code, 'code-required')
  const asked = await askCode(desk, reference)
  assert.deepEqual([asked.status, asked.body.code], [503, 'mail-off'])
  assert.equal((await desk.call('GET', `${PATH}/config?site=${desk.site.key}`)).body.mail, undefined)
})

test('ticket mail: tells the reference and the site’s own page, and nothing that was typed into the form', async (t) => {
  const { desk, post } = await startMailDesk(t)
  await desk.rooms.sites.update(desk.site, { allowedOrigins: ['https://shop.example'], name: 'Shop' })
  const typed = { name: 'BUY PILLS', subject: 'http://evil.example', description: 'PILLS' }
  const at = (url: string) => ({ page: { url, title: 'PILLS' }, ...typed })
  const reference = await openTicket(desk, {
    cid: uuidv7(),
    ...at('https://shop.example/cart?token=SECRET#x'),
  })
  const { parts, headers } = await post.to(NORA)
  const text = parts.get('text/plain')!
  assert.ok(text.includes(reference) && text.includes('https://shop.example/cart\n'), text)
  assert.match(headers.get('from')!, /^"?Shop"? </)
  await openTicket(desk, { email: 'eve@example.com', ...at('https://evil.example/') })
  await post.to('eve@example.com')
  for (const { raw, parts: both } of post.mails)
    assert.doesNotMatch(raw + [...both.values()].join(''), /PILLS|SECRET|evil\.example\//)
  assert.equal((await desk.call('GET', `${PATH}/config?site=${desk.site.key}`)).body.mail, true)
})

test('ticket mail: a form sent twice is told of once, and of a thousand that name one victim three are', async (t) => {
  const { desk, post } = await startMailDesk(t)
  const cid = uuidv7()
  assert.equal(await openTicket(desk, { cid }), await openTicket(desk, { cid }))
  const forms = Array.from({ length: 40 }, () => openTicket(desk, { email: 'victim@example.com' }))
  assert.equal(new Set(await Promise.all(forms)).size, 40)
  await openTicket(desk, { email: 'last@example.com' })
  await post.to('last@example.com')
  const [row] = await desk.db.query(
    `select count(*) filter (where address = 'victim@example.com' and state <> 'suppressed')::int as victim,
            count(*) filter (where address = 'nora@example.com')::int as nora from mails`,
  )
  assert.deepEqual(row, { victim: 3, nora: 1 })
})

test('tickets: a ticket opens by the e-mail it was opened with, whatever its customer is called by now', async (t) => {
  const { desk } = await startMailDesk(t)
  const { token } = await desk.visitor()
  const open = async (email: string) => {
    const form = { name: 'Nora', email, subject: 'Bent', description: 'It rubs.', site: desk.site.key }
    return (await desk.call('POST', `${PATH}/tickets`, { body: form, token })).body.reference as string
  }
  const first = await open('first@example.com')
  const second = await open('second@example.com')
  const statuses = async (reference: string) => [
    (await look(desk, reference, undefined, 'first@example.com')).status,
    (await look(desk, reference, undefined, 'second@example.com')).status,
  ]
  assert.deepEqual(
    [await statuses(first), await statuses(second)],
    [
      [200, 404],
      [404, 200],
    ],
  )
})

test('ticket codes: the client asks for the code, gives it back, and looks and answers with what it got', async (t) => {
  const { desk, post } = await startMailDesk(t)
  await wantCodes(desk)
  const client = createVisitorClient({ server: desk.base, site: desk.site.key, locale: 'en' })
  t.after(() => client.close())
  const form = { name: 'Nora', email: NORA, subject: 'Bent', description: 'It rubs.' }
  const { reference } = await client.tickets.create(form)
  const query = { reference, email: NORA }
  await assert.rejects(client.tickets.status(query), { code: 'code-required' })
  const { verification_id } = await client.tickets.requestCode(query)
  const verification_code = await codeIn(post)
  const proof = { ...query, verification_id, verification_code }
  const wrong = { ...proof, verification_code: verification_code === '00000000' ? '00000001' : '00000000' }
  await assert.rejects(client.tickets.redeemCode(wrong), { code: 'code-wrong' })
  const { access_token: access } = await client.tickets.redeemCode(proof)
  assert.equal((await client.tickets.status({ ...query, access })).replies.length, 1)
  const answered = await client.tickets.reply({ ...query, access, body: 'Still.', cid: uuidv7() })
  assert.equal(answered.replies.length, 2)
})
