// Mail against a real mail server: what it carries, what an address can be sent, and what becomes of what cannot.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { type Refusal, startMailServer } from '../../../test/helpers/mail-server.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createLog } from '../log.ts'
import { uuidv7 } from '../uuid.ts'
import { createMail, type MailOutcome, type NewMail } from './mail.service.ts'
import { createPrintTransport, createSmtpTransport, type MailTransport } from './mail-transport.ts'

const FROM = { name: 'Desk', address: 'desk@support.example' }
const quiet = { destination: { write: () => {} } }

async function withMail(
  t: TestContext,
  { transport, lines = [] }: { transport?: MailTransport | null; lines?: string[] } = {},
) {
  const { db, url } = await testDatabase(t)
  const post = await startMailServer(t)
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const jobs = createJobs({ db, url, log: createLog(quiet) })
  const outcomes: MailOutcome[] = []
  const smtp = transport === undefined ? createSmtpTransport({ url: post.url, from: FROM }) : transport
  const mail = createMail({
    db,
    jobs,
    log,
    transport: smtp,
    onMail: (_kind, outcome) => void outcomes.push(outcome),
  })
  const workspaceId = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Desk') returning id`, [workspaceId])
  await jobs.start()
  t.after(async () => {
    await jobs.close()
    mail.close()
  })
  const newMail = (more: Partial<NewMail> = {}): NewMail => ({
    workspaceId,
    to: 'nora@example.com',
    kind: 'test',
    fromName: 'Fjordline',
    subject: 'Hjelp – مرحبا',
    content: [{ type: 'paragraph', children: ['<b>', { type: 'strong', children: ['12 & 13'] }, ' æøå'] }],
    locale: 'nb',
    ...more,
  })
  const until = (outcome: MailOutcome) =>
    eventually(() => outcomes.includes(outcome), { what: () => `${outcome}, not ${outcomes}` })
  const rows = () =>
    db.query<{ state: string; content: unknown; fault: string | null; attempts: number }>(
      'select state, content, fault, attempts from mails order by created_at, id',
    )
  return { db, post, mail, newMail, workspaceId, until, outcomes, rows, jobs }
}

test('mail: goes as text and HTML of one content, marked as a machine’s, and is not kept', async (t) => {
  const { mail, newMail, post, until, rows } = await withMail(t)
  assert.equal(await mail.send(newMail()), 'queued')
  const { headers, parts, from, to } = await post.to('nora@example.com')
  assert.deepEqual([from, to], [FROM.address, ['nora@example.com']])
  assert.equal(headers.get('auto-submitted'), 'auto-generated')
  assert.match(headers.get('message-id')!, /^<[0-9a-f-]{36}@support\.example>$/)
  assert.match(headers.get('from')!, /^"?Fjordline"? <desk@support\.example>$/)
  assert.equal(parts.get('text/plain')!.trim(), '<b>12 & 13 æøå')
  assert.match(parts.get('text/html')!, /<p>&lt;b&gt;<strong>12 &amp; 13<\/strong> æøå<\/p>/)
  await until('sent')
  assert.deepEqual(await rows(), [{ state: 'sent', content: null, fault: null, attempts: 1 }])
})

test('mail: one that was rolled back is never sent, and one with a key is sent once', async (t) => {
  const { mail, newMail, post, db, until, rows } = await withMail(t)
  await assert.rejects(
    db.transaction(async (transaction) => {
      await mail.send(newMail({ to: 'gone@example.com' }), transaction)
      throw new Error('no')
    }),
  )
  await mail.send(newMail({ key: 'ticket 1' }))
  await mail.send(newMail({ key: 'ticket 1' }))
  await until('sent')
  await mail.send(newMail({ to: 'last@example.com' }))
  await post.to('last@example.com')
  assert.deepEqual(
    post.mails.map(({ to }) => to[0]),
    ['nora@example.com', 'last@example.com'],
  )
  assert.equal((await rows()).length, 2)
})

test('mail: an address nobody has confirmed gets three a day, however many forms name it at once', async (t) => {
  const { mail, newMail, db, workspaceId, rows } = await withMail(t)
  const send = (to: string) => mail.send(newMail({ to }))
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, n) => send(n % 2 ? 'victim@example.com' : 'Victim@Example.com')),
  )
  assert.equal(outcomes.filter((outcome) => outcome === 'queued').length, 3)
  assert.ok((await rows()).every(({ state, content }) => state !== 'suppressed' || content === null))
  assert.equal(await send('other@example.com'), 'queued')
  await mail.confirm(workspaceId, 'victim@example.com')
  assert.equal(await send('victim@example.com'), 'suppressed')
  const other = { to: 'victim@example.com', kind: 'other' }
  for (const outcome of ['queued', 'queued', 'queued', 'suppressed'])
    assert.equal(await mail.send(newMail(other)), outcome)
  assert.equal(await mail.send(newMail({ ...other, isProof: true })), 'queued')
  await db.query('delete from mailboxes returning address')
  assert.equal(await mail.send(newMail({ ...other, isProof: true })), 'suppressed')
  assert.equal(await send('victim@example.com'), 'suppressed')
  await db.query(`update mails set created_at = now() - interval '25 hours' returning id`)
  assert.equal(await send('victim@example.com'), 'queued')
})

test('mail: forms that name an address leave room for its reader to prove that it is theirs', async (t) => {
  const { mail, newMail } = await withMail(t)
  const to = 'nora@example.com'
  for (const outcome of ['queued', 'queued', 'queued', 'suppressed'])
    assert.equal(await mail.send(newMail({ to })), outcome)
  const proof = { to, kind: 'proof', isProof: true }
  for (const outcome of ['queued', 'queued', 'queued', 'suppressed'])
    assert.equal(await mail.send(newMail(proof)), outcome)
})

test('mail: an address the server refuses for good is remembered, not tried again, and named in no log', async (t) => {
  const lines: string[] = []
  const { mail, newMail, post, until, rows, db } = await withMail(t, { lines })
  post.refuse(() => ({ code: 550, message: 'no nora@example.com here' }))
  await mail.send(newMail())
  await until('failed')
  const [row] = await rows()
  assert.deepEqual([row!.state, row!.content, row!.attempts], ['failed', null, 1])
  const [box] = await db.query<{ bounced: boolean; bounce: string }>(
    'select bounced_at is not null as bounced, bounce from mailboxes',
  )
  assert.ok(box!.bounced)
  assert.match(box!.bounce, /550/)
  assert.match(lines.join(''), /refused for good/)
  assert.doesNotMatch(lines.join(''), /nora@example/)
})

test('mail: a server that is busy is tried again; the letter keeps its Message-ID', async (t) => {
  const { mail, newMail, post, until, db, rows, outcomes } = await withMail(t)
  let refusal: Refusal = { code: 451, message: 'try later' }
  post.refuse(() => refusal)
  await mail.send(newMail())
  await until('retried')
  const [held] = await rows()
  assert.deepEqual([held!.state, held!.attempts], ['queued', 1])
  assert.ok(held!.content)
  refusal = null
  await db.query('update graphile_worker._private_jobs set run_at = now() returning id')
  await until('sent')
  assert.deepEqual([outcomes, post.mails.length], [['retried', 'sent'], 1])
})

test('mail: what has lost its use by the time it can go is not sent', async (t) => {
  const { mail, newMail, post, until, rows } = await withMail(t)
  await mail.send(newMail({ goodForSeconds: -1 }))
  await until('expired')
  assert.deepEqual([post.mails.length, (await rows())[0]!.content], [0, null])
})

test('mail: switched off it says so, and printed it stands on the console', async (t) => {
  const off = await withMail(t, { transport: null })
  assert.equal(off.mail.enabled, false)
  await assert.rejects(off.mail.send(off.newMail()), { code: 'mail-off' })
  const lines: string[] = []
  const log = createLog({ level: 'warn', destination: { write: (line: string) => void lines.push(line) } })
  const printed = await withMail(t, { transport: createPrintTransport({ log }) })
  await printed.mail.send(printed.newMail())
  await printed.until('sent')
  assert.match(lines.join(''), /nora@example\.com.*12 & 13/)
})

test('mail: a subject cannot bring a header of its own, nor an address a second one', async (t) => {
  const { mail, newMail, post } = await withMail(t)
  await mail.send(newMail({ subject: 'Hello\r\nBcc: evil@example.com', fromName: 'A\r\nX-Evil: 1' }))
  const { headers, to } = await post.to('nora@example.com')
  assert.deepEqual(to, ['nora@example.com'])
  assert.deepEqual([headers.has('bcc'), headers.has('x-evil')], [false, false])
})
