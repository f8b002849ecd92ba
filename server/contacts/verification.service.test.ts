// Mailed codes: right once, for one address, purpose and site; wrong in one way only.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { startMailServer } from '../../test/helpers/mail-server.ts'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { createLog } from '../platform/log.ts'
import { createMail } from '../platform/mail/mail.service.ts'
import { createSmtpTransport } from '../platform/mail/mail-transport.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { createSites } from '../sites/site.service.ts'
import { createVerifications, type VerificationScope } from './verification.service.ts'

async function withCodes(t: TestContext, { mailOn = true } = {}) {
  const { db, url } = await testDatabase(t)
  const post = await startMailServer(t)
  const log = createLog({ destination: { write: () => {} } })
  const jobs = createJobs({ db, url, log })
  const from = { name: '', address: 'desk@support.example' }
  const transport = mailOn ? createSmtpTransport({ url: post.url, from }) : null
  const mail = createMail({ db, jobs, log, transport })
  const known = new Set(['nora@example.com'])
  const codes = createVerifications({
    db,
    jobs,
    mail,
    siteName: async () => 'Fjordline',
    hasTickets: async ({ address }) => known.has(address),
  })
  const workspaceId = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Desk') returning id`, [workspaceId])
  const sites = createSites({ db })
  const site = await sites.create({ workspaceId, name: 'Fjordline' })
  const other = await sites.create({ workspaceId, name: 'Other' })
  await jobs.start()
  t.after(async () => {
    await jobs.close()
    mail.close()
  })
  const scope = (more: Partial<VerificationScope> = {}): VerificationScope => ({
    workspaceId,
    siteId: site.id,
    purpose: 'lookup',
    address: 'nora@example.com',
    ...more,
  })
  /** Asks for a code and reads it in the mail. */
  const ask = async (of: VerificationScope = scope(), locale: string | null = 'en') => {
    const before = post.mails.filter(({ to }) => to.includes(of.address)).length
    const { verification_id } = await codes.request(of, locale)
    const { parts } = await post.to(of.address, before)
    const verification_code = /\b\d{8}\b/.exec(parts.get('text/plain')!)![0]
    return { verification_id, verification_code }
  }
  const prove = (of: VerificationScope, proof: { verification_id: string; verification_code: string }) =>
    codes.prove(of, proof, async () => 'done')
  return { db, post, codes, scope, ask, prove, other, workspaceId }
}

const WRONG = { code: 'code-wrong' }

test('verifications: the mailed code is right once, and its address is confirmed by it', async (t) => {
  const { scope, ask, prove, db } = await withCodes(t)
  const proof = await ask()
  assert.equal(await prove(scope(), proof), 'done')
  await assert.rejects(prove(scope(), proof), WRONG)
  const [box] = await db.query('select address from mailboxes where verified_at is not null')
  assert.deepEqual(box, { address: 'nora@example.com' })
})

test('verifications: a code is good for its own address, purpose and site only', async (t) => {
  const { scope, ask, prove, other } = await withCodes(t)
  const proof = await ask()
  for (const wrong of [
    scope({ address: 'eve@example.com' }),
    scope({ purpose: 'chat' }),
    scope({ siteId: other.id }),
    scope({ workspaceId: uuidv7() }),
  ])
    await assert.rejects(prove(wrong, proof), WRONG)
  await assert.rejects(prove(scope(), { ...proof, verification_id: uuidv7() }), WRONG)
  assert.equal(await prove(scope(), proof), 'done')
})

test('verifications: after five wrong guesses the right one is wrong, too; fewer do no harm', async (t) => {
  const { scope, ask, prove } = await withCodes(t)
  const wrongly = async (proof: { verification_id: string; verification_code: string }, times: number) => {
    const verification_code = proof.verification_code === '00000000' ? '00000001' : '00000000'
    for (let i = 0; i < times; i++)
      await assert.rejects(prove(scope(), { ...proof, verification_code }), WRONG)
  }
  const first = await ask()
  await wrongly(first, 4)
  assert.equal(await prove(scope(), first), 'done')
  const second = await ask()
  await wrongly(second, 5)
  await assert.rejects(prove(scope(), second), WRONG)
})

test('verifications: twenty at once have one code once', async (t) => {
  const { scope, ask, prove } = await withCodes(t)
  const proof = await ask()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => prove(scope(), proof)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('verifications: a code of ten minutes ago is too old', async (t) => {
  const { scope, ask, prove, db } = await withCodes(t)
  const proof = await ask()
  await db.query(`update verifications set expires_at = now() returning id`)
  await assert.rejects(prove(scope(), proof), WRONG)
})

test('verifications: what it was for has failed, so the code can be given again', async (t) => {
  const { scope, ask, codes, prove } = await withCodes(t)
  const proof = await ask()
  const fails = codes.prove(scope(), proof, async () => {
    throw new Error('no such department')
  })
  await assert.rejects(fails, /no such department/)
  assert.equal(await prove(scope(), proof), 'done')
})

test('verifications: where there is nothing to look up, the answer is the same and no mail goes', async (t) => {
  const { scope, codes, ask, post, db, prove } = await withCodes(t)
  const nobody = await codes.request(scope({ address: 'nobody@example.com' }), 'en')
  const somebody = await ask()
  assert.deepEqual(Object.keys(nobody), ['verification_id', 'expires_in'])
  assert.deepEqual(post.mails.length, 1)
  const proof = { verification_id: nobody.verification_id, verification_code: somebody.verification_code }
  await assert.rejects(prove(scope({ address: 'nobody@example.com' }), proof), WRONG)
  const hashes = await db.query<{ is_clear: boolean }>(
    `select position($1::text in encode(coalesce(code_hash, ''), 'escape')) > 0 as is_clear from verifications`,
    [somebody.verification_code],
  )
  assert.ok(hashes.every(({ is_clear }) => !is_clear))
})

test('verifications: the mail speaks the reader’s language, and without mail there is no code', async (t) => {
  const { ask, post, scope } = await withCodes(t)
  await ask(scope({ purpose: 'ticket', address: 'ana@example.com' }), 'de-AT')
  const { parts } = await post.to('ana@example.com')
  assert.match(parts.get('text/plain')!, /Code für Fjordline/)
  assert.match(parts.get('text/html')!, /<html lang="de" dir="ltr">/)
  const off = await withCodes(t, { mailOn: false })
  await assert.rejects(off.codes.request(off.scope(), null), { code: 'mail-off' })
})
