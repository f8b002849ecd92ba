// Escalated's published widget, second generation: a mailed code before anything is begun or shown.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { DeskOptions } from '../helpers/desk.ts'
import { startEscalatedDesk } from '../helpers/escalated-desk.ts'

const NORA = { name: 'Nora', email: 'nora@example.com', department_id: null }
const TICKET = { ...NORA, subject: 'Rotor bent', description: 'It rubs.' }

async function startVerifiedDesk(t: TestContext, options: DeskOptions = {}) {
  const all = await startEscalatedDesk(t, options)
  const { desk, site, post, widget } = all
  await desk.rooms.sites.update(site, { settings: { ticket: { lookup: 'code' } } })
  /** Asks for a code as the form does, and reads it in the mail. */
  async function proof(purpose: 'ticket' | 'chat' | 'lookup', email = NORA.email) {
    const codes = () =>
      post.mails.filter(({ to, parts }) => to.includes(email) && /^\d{8}$/m.test(parts.get('text/plain')!))
    const before = codes().length
    const asked = await widget.api('POST', '/verification', { email, purpose })
    for (let count = 0; codes().length === before; count++) await post.to(email, count)
    const verification_code = /^\d{8}$/m.exec(codes().at(-1)!.parts.get('text/plain')!)![0]
    return { asked, fields: { verification_id: asked.verification_id, verification_code } }
  }
  return { ...all, proof }
}

test('escalated, verified: the config says so, and a code is asked for with what the form shows', async (t) => {
  const { widget, proof } = await startVerifiedDesk(t)
  assert.equal((await widget.api('GET', '/config')).guest_verification_required, true)
  const { asked } = await proof('ticket')
  assert.deepEqual(Object.keys(asked), ['verification_id', 'expires_in', 'message'])
  assert.equal(asked.expires_in, 600)
  const bad = await widget.refusal('POST', '/verification', { email: 'nora', purpose: 'all' })
  assert.deepEqual([bad.status, Object.keys(bad.data.errors).sort()], [422, ['email', 'purpose']])
})

test('escalated, verified: a ticket is begun with a code, looked up with another and shown by a token', async (t) => {
  const { desk, widget, proof } = await startVerifiedDesk(t)
  const without = await widget.refusal('POST', '/tickets', TICKET)
  assert.deepEqual(
    [without.status, Object.keys(without.data.errors).sort()],
    [422, ['verification_code', 'verification_id']],
  )
  const { fields } = await proof('ticket')
  const made = await widget.api('POST', '/tickets', { ...TICKET, ...fields })
  assert.equal((await widget.refusal('POST', '/tickets', { ...TICKET, ...fields })).status, 422)
  const [count] = await desk.db.query('select count(*)::int as count from conversations')
  assert.deepEqual(count, { count: 1 })

  const path = `/tickets/${encodeURIComponent(made.reference)}`
  assert.equal((await widget.api('GET', path, null, made.guest_access_token)).reference, made.reference)
  assert.equal((await widget.refusal('GET', `${path}?email=nora@example.com`)).status, 401)
  assert.equal((await widget.refusal('GET', path, null, 'x'.repeat(43))).status, 401)

  const lookup = { email: NORA.email, reference: made.reference, ...(await proof('lookup')).fields }
  const { data } = await widget.api('POST', '/lookup', lookup)
  assert.equal(data.length, 1)
  assert.deepEqual(Object.keys(data[0]), ['reference', 'subject', 'guest_access_token', 'expires_at'])
  assert.deepEqual([data[0].reference, data[0].subject], [made.reference, 'Rotor bent'])
  const status = await widget.api('GET', path, null, data[0].guest_access_token)
  assert.equal(status.replies[0].body, '<p>It rubs.</p>')
  const other = await widget.refusal('GET', '/tickets/DB-00000000', null, data[0].guest_access_token)
  assert.equal(other.status, 404)
})

test('escalated, verified: a lookup that matches nothing is empty; a wrong code is refused', async (t) => {
  const { widget, proof } = await startVerifiedDesk(t)
  await widget.api('POST', '/tickets', { ...TICKET, ...(await proof('ticket')).fields })
  const { fields } = await proof('lookup')
  const asked = { email: NORA.email, reference: 'DB-00000000' }
  assert.deepEqual(await widget.api('POST', '/lookup', { ...asked, ...fields }), { data: [] })
  const verification_code = fields.verification_code === '00000000' ? '00000001' : '00000000'
  const wrong = await widget.refusal('POST', '/lookup', { ...asked, ...fields, verification_code })
  assert.equal(wrong.status, 422)
})

test('escalated, verified: a chat is begun with a code of its own; its grant opens no ticket, and a ticket’s no chat', async (t) => {
  const { widget, proof } = await startVerifiedDesk(t)
  assert.equal((await widget.refusal('POST', '/chat/start', { ...NORA, message: '' })).status, 422)
  const ticket = await proof('ticket')
  const misused = { ...NORA, message: '', ...ticket.fields }
  assert.equal((await widget.refusal('POST', '/chat/start', misused)).status, 422)
  const chat = await widget.api('POST', '/chat/start', {
    ...NORA,
    message: '',
    ...(await proof('chat')).fields,
  })
  assert.equal(chat.session_id, chat.id)
  assert.ok(Date.parse(chat.expires_at) > Date.now())
  assert.equal((await widget.api('GET', `/chat/${chat.id}/messages`)).messages.length, 1)
  const made = await widget.api('POST', '/tickets', { ...TICKET, ...ticket.fields })
  assert.equal((await widget.refusal('GET', `/chat/${made.guest_access_token}/messages`)).status, 404)
  assert.equal((await widget.refusal('GET', `/tickets/${chat.ticket_reference}`, null, chat.id)).status, 401)
})

test('escalated, verified: what failed for another reason leaves its code good', async (t) => {
  const { widget, proof } = await startVerifiedDesk(t)
  const { fields } = await proof('chat')
  const department_id = '01980000-0000-7000-8000-000000000000'
  const gone = { ...NORA, message: '', department_id, ...fields }
  assert.equal((await widget.refusal('POST', '/chat/start', gone)).status, 422)
  assert.ok((await widget.api('POST', '/chat/start', { ...gone, department_id: null })).id)
})

test('escalated, verified: a site without codes asks for none, and one without mail says that it has none', async (t) => {
  const { widget } = await startEscalatedDesk(t)
  const asked = { email: NORA.email, purpose: 'ticket' }
  assert.equal((await widget.refusal('POST', '/verification', asked)).status, 404)
  assert.equal((await widget.refusal('POST', '/lookup', asked)).status, 404)
  const off = await startVerifiedDesk(t, { env: { SMTP_URL: '', MAIL_FROM: '' } })
  assert.equal((await off.widget.refusal('POST', '/verification', asked)).status, 503)
})
