// How often Escalated's widget may call, and what it is told when it is too often.

import assert from 'node:assert/strict'
import test from 'node:test'
import { startEscalatedDesk } from '../helpers/escalated-desk.ts'

const NORA = { name: 'Nora', email: 'nora@example.com', department_id: null }

test('escalated limits: sixty calls a minute from one address', async (t) => {
  const { widget } = await startEscalatedDesk(t, { unlimited: false })
  for (let n = 0; n < 60; n++) await widget.api('GET', n % 2 ? '/config' : '/chat/availability')
  assert.equal((await widget.refusal('GET', '/chat/availability/')).status, 429)
  const { status, data } = await widget.refusal('GET', '/config')
  assert.deepEqual([status, Object.keys(data)], [429, ['message']])
})

test('escalated limits: five tickets or chats a minute, together', async (t) => {
  const { widget } = await startEscalatedDesk(t, { unlimited: false })
  for (let n = 0; n < 3; n++)
    await widget.api('POST', '/tickets', { ...NORA, subject: 'x', description: 'x' })
  for (let n = 0; n < 2; n++) await widget.api('POST', '/chat/start', { ...NORA, message: '' })
  assert.equal((await widget.refusal('POST', '/chat/start', { ...NORA, message: '' })).status, 429)
  assert.equal(
    (await widget.refusal('POST', '/tickets', { ...NORA, subject: 'x', description: 'x' })).status,
    429,
  )
})

test('escalated limits: thirty messages and sixty calls a minute in one chat; another behind the same address goes on', async (t) => {
  const { widget } = await startEscalatedDesk(t, { unlimited: false })
  const start = () => widget.api('POST', '/chat/start', { ...NORA, message: '' })
  const [one, two] = [await start(), await start()]
  for (let n = 0; n < 30; n++) await widget.api('POST', `/chat/${one.id}/messages`, { body: `${n}` })
  assert.equal((await widget.refusal('POST', `/chat/${one.id}/messages`, { body: 'x' })).status, 429)
  for (let n = 0; n < 29; n++) await widget.api('GET', `/chat/${one.id}/messages`)
  assert.equal((await widget.refusal('GET', `/chat/${one.id}/messages`)).status, 429)
  assert.ok(await widget.api('GET', `/chat/${two.id}/messages`))
})

test('escalated limits: guessed chats and references run out, right guesses included', async (t) => {
  const { widget } = await startEscalatedDesk(t, { unlimited: false })
  const { reference } = await widget.api('POST', '/tickets', { ...NORA, subject: 'x', description: 'x' })
  for (let n = 0; n < 10; n++)
    assert.equal((await widget.refusal('GET', `/tickets/DB-0000000${n}?email=nora@example.com`)).status, 404)
  assert.equal((await widget.refusal('GET', `/tickets/${reference}?email=nora@example.com`)).status, 429)
  const statuses: number[] = []
  for (let n = 0; n < 60; n++)
    statuses.push((await widget.refusal('GET', `/chat/${String(n).padStart(43, 'x')}/messages`)).status)
  assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429])
})

test('escalated limits: a code is asked for three times an hour; the fourth tells how long to wait', async (t) => {
  const { desk, site, widget } = await startEscalatedDesk(t, { unlimited: false })
  await desk.rooms.sites.update(site, { settings: { ticket: { lookup: 'code' } } })
  const asked = { email: NORA.email, purpose: 'lookup' }
  for (let n = 0; n < 3; n++) await widget.api('POST', '/verification', asked)
  assert.match((await widget.refusal('POST', '/verification', asked)).message, /Try again in \d+ s/)
  assert.ok(await widget.api('POST', '/verification', { ...asked, email: 'eve@example.com' }))
})
