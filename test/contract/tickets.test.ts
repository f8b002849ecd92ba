// The ticket form, the status view, and the way from one to the other.

import assert from 'node:assert/strict'
import test from 'node:test'
import { TicketCreated, TicketStatus } from '../../sdk/protocol/ticket.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'

const form = (more: object = {}) => ({
  name: 'Nora',
  email: 'Nora@Example.com',
  subject: 'Rotor arrived bent',
  description: 'It rubs once per turn, right out of the box.',
  ...more,
})

test('tickets: the form gives a reference, which with the e-mail shows status and public replies only', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('Mika')
  const { key } = desk.site
  const created = await desk.call('POST', `/support/widget/tickets?site=${key}`, { body: form() })
  assert.equal(created.status, 201)
  const { reference } = TicketCreated.parse(created.body)
  assert.match(reference, /^DB-[0-9A-HJKMNP-TV-Z]{8}$/)
  const look = (path: string) => desk.call('GET', `/support/widget${path}`)
  const query = `email=nora@example.com&site=${key}`
  const before = TicketStatus.parse((await look(`/tickets/status?reference=${reference}&${query}`)).body)
  assert.deepEqual([before.step, before.replies.length, before.replies[0]!.is_agent], ['received', 1, false])

  const inbox = await desk.call('GET', '/api/v1/conversations?view=waiting', { token: mika.token })
  const [ticket] = inbox.body.conversations
  assert.deepEqual(
    [ticket.reference, ticket.channel, ticket.subject],
    [reference, 'ticket', 'Rotor arrived bent'],
  )
  const path = `/api/v1/conversations/${ticket.id}`
  await desk.call('POST', `${path}/notes`, {
    body: { body: 'SECRET: second one this week' },
    token: mika.token,
  })
  await desk.call('POST', `${path}/messages`, {
    body: { body: 'Which number is etched inside?' },
    token: mika.token,
  })

  const after = (await look(`/tickets/${reference.toLowerCase().replace('-', ' ')}?${query}`)).body
  assert.deepEqual([after.step, after.replies.at(-1).author], ['waiting_for_you', 'Mika'])
  assert.doesNotMatch(JSON.stringify(after), /SECRET/)

  const reply = { reference, email: 'nora@example.com', body: 'It says 2411.', cid: uuidv7() }
  const answered = await desk.call('POST', `/support/widget/tickets/reply?site=${key}`, { body: reply })
  const again = await desk.call('POST', `/support/widget/tickets/reply?site=${key}`, { body: reply })
  assert.deepEqual(
    [answered.status, answered.body.step, answered.body.replies.length],
    [201, 'in_progress', 3],
  )
  assert.equal(again.body.replies.length, 3)
})

test('tickets: one form sent twice makes one ticket; another form under its cid is refused', async (t) => {
  const desk = await startDesk(t)
  const body = form({ cid: uuidv7(), site: desk.site.key })
  const send = (more: object = {}) =>
    desk.call('POST', '/support/widget/tickets', { body: { ...body, ...more } })
  const [first, second] = [await send(), await send()]
  assert.equal(first.body.reference, second.body.reference)
  const other = await send({ subject: 'Something else' })
  assert.deepEqual([other.status, other.body.code], [422, 'cid-reused'])
})

test('tickets: every miss looks the same, and the eleventh in an hour is refused, right guesses included', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { key } = desk.site
  const { reference } = (await desk.call('POST', `/support/widget/tickets?site=${key}`, { body: form() }))
    .body
  const look = (of: string, email: string) =>
    desk.call('GET', `/support/widget/tickets/status?reference=${of}&email=${email}&site=${key}`)
  for (let i = 0; i < 12; i++) assert.equal((await look(reference, 'nora@example.com')).status, 200)
  const wrongReference = await look('DB-00000000', 'nora@example.com')
  const wrongEmail = await look(reference, 'other@example.com')
  const { instance: _a, ...one } = wrongReference.body
  const { instance: _b, ...two } = wrongEmail.body
  assert.deepEqual([wrongReference.status, one], [wrongEmail.status, two])
  for (let i = 0; i < 8; i++) await look('DB-00000001', 'nora@example.com')
  const eleventh = await look(reference, 'nora@example.com')
  assert.equal(eleventh.status, 429)
  assert.ok(Number(eleventh.headers.get('retry-after')) > 0)
})

test('tickets: what is missing is named field by field', async (t) => {
  const desk = await startDesk(t)
  const bad = await desk.call('POST', `/support/widget/tickets?site=${desk.site.key}`, {
    body: form({ email: 'nora@example', subject: '', colour: 'red' }),
  })
  assert.equal(bad.status, 422)
  const pointers = bad.body.errors.map((fault: { pointer: string }) => fault.pointer)
  assert.ok(pointers.includes('/email') && pointers.includes('/subject'), String(pointers))
  assert.equal(typeof bad.body.message, 'string')
})

test('tickets: a ticket is found on its own site only, and answering a closed one is no miss', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const { key } = desk.site
  const other = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Other', key: 'other' })
  const { reference } = (await desk.call('POST', `/support/widget/tickets?site=${key}`, { body: form() }))
    .body
  const elsewhere = await desk.call(
    'GET',
    `/support/widget/tickets/status?reference=${reference}&email=nora@example.com&site=${other.key}`,
  )
  assert.equal(elsewhere.status, 404)
  await desk.db.query(`update conversations set status = 'closed', waiting_since = null returning id`)
  const reply = () =>
    desk.call('POST', `/support/widget/tickets/reply?site=${key}`, {
      body: { reference, email: 'nora@example.com', body: 'Still bent.', cid: uuidv7() },
    })
  for (let i = 0; i < 10; i++) {
    const refused = await reply()
    assert.deepEqual([refused.status, refused.body.code], [409, 'conversation-closed'])
  }
  const own = await desk.call(
    'GET',
    `/support/widget/tickets/status?reference=${reference}&email=nora@example.com&site=${key}`,
  )
  assert.equal(own.status, 200)
})

test('tickets: guesses by answering are counted as guesses by looking are', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const path = `/support/widget/tickets/reply?site=${desk.site.key}`
  const guess = async (n: number) => {
    const body = { reference: `DB-0000000${n}`, email: 'nora@example.com', body: 'hello', cid: uuidv7() }
    return (await desk.call('POST', path, { body })).status
  }
  const statuses: number[] = []
  for (let n = 0; n < 10; n++) statuses.push(await guess(n))
  assert.deepEqual([...new Set(statuses)], [404])
  const look = `/support/widget/tickets/status?reference=DB-00000000&email=nora@example.com&site=${desk.site.key}`
  assert.equal((await desk.call('GET', look)).status, 429)
})

test('tickets: many forms at once, each sent twice, make one ticket and one contact each, all with their own words', async (t) => {
  const desk = await startDesk(t)
  const forms = Array.from({ length: 20 }, (_, index) =>
    form({ cid: uuidv7(), site: desk.site.key, email: `c${index}@example.com`, subject: `Case ${index}` }),
  )
  const answers = await Promise.all(
    [...forms, ...forms].map((body) => desk.call('POST', '/support/widget/tickets', { body })),
  )
  const references = answers.map(({ body }) => TicketCreated.parse(body).reference)
  assert.deepEqual(references.slice(0, 20), references.slice(20))
  const rows = await desk.db.query<{ reference: string; subject: string; email: string; log: string }>(
    `select c.reference, c.subject, ct.email, c.last_seq || ' ' || c.last_pub_seq || ' ' ||
            (select string_agg(e.seq || e.type || coalesce(e.data->>'body', ''), ' ' order by e.seq)
               from conversation_events e where e.conversation_id = c.id) as log
       from conversations c join contacts ct on ct.id = c.contact_id
      order by array_position($1, c.reference)`,
    [references],
  )
  const log = '2 2 1conversation.created 2message.createdIt rubs once per turn, right out of the box.'
  assert.deepEqual(
    rows,
    forms.map((_, index) => ({
      reference: references[index],
      subject: `Case ${index}`,
      email: `c${index}@example.com`,
      log,
    })),
  )
  const [{ count }] = (await desk.db.query('select count(*)::int as count from contacts')) as [
    { count: number },
  ]
  assert.equal(count, 20)
})

test('tickets: a form of somebody with a session is theirs and makes no contact; one with a department names it', async (t) => {
  const desk = await startDesk(t)
  const department = await desk.rooms.departments.create({
    workspaceId: desk.workspaceId,
    name: 'Wheels',
  })
  const visitor = await desk.visitor()
  const body = form({ cid: uuidv7(), site: desk.site.key, department_id: department.id })
  const { status, body: created } = await desk.call('POST', '/support/widget/tickets', {
    body,
    token: visitor.token,
  })
  assert.deepEqual([status, created.department], [201, 'Wheels'])
  const rows = await desk.db.query(
    'select ct.id, ct.name from contacts ct join conversations c on c.contact_id = ct.id',
  )
  assert.deepEqual(rows, [{ id: visitor.contact.id, name: 'Nora' }])
  const gone = { ...body, cid: uuidv7(), department_id: uuidv7() }
  const refused = await desk.call('POST', '/support/widget/tickets', { body: gone })
  assert.deepEqual([refused.status, refused.body.code], [404, 'department-not-found'])
})

test('tickets: one that is known is looked at 240 times a minute and no oftener', async (t) => {
  const desk = await startDesk(t, { unlimited: false })
  const path = `/support/widget/tickets`
  const { body } = await desk.call('POST', `${path}?site=${desk.site.key}`, { body: form() })
  const look = () =>
    desk.call('GET', `${path}/${body.reference}?email=nora@example.com&site=${desk.site.key}`)
  for (let n = 0; n < 240; n++) assert.equal((await look()).status, 200)
  assert.equal((await look()).status, 429)
})
