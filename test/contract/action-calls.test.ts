// What an owner's endpoint gets and what becomes of its answer: arguments checked, the customer bound by the server, no
// address inside reached, nothing that may have happened done again.

import assert from 'node:assert/strict'
import test from 'node:test'
import { actionDesk, REFUND } from '../helpers/action-desk.ts'
import { command } from '../helpers/desk.ts'
import { json, verify } from '../helpers/tool-endpoint.ts'

const READ = {
  name: 'order_status',
  title: 'Look up an order',
  effect: 'read',
  bound: {},
  parameters: REFUND.parameters,
}
const LOOSE = { type: 'object', properties: { order: { type: 'string', maxLength: 8 } }, required: ['order'] }

const BAD: [what: string, input: unknown][] = [
  ['not JSON', '{"order": '],
  ['no object', '["A-1"]'],
  ['without what is required', {}],
  ['of another type', { order: 7 }],
  ['too long', { order: 'A-123456789' }],
  ['with a field nobody named', { order: 'A-1', customer_id: 'x' }],
  ['larger than any input', { order: 'A'.repeat(5000) }],
]
for (const [what, input] of BAD)
  test(`action: an input ${what} is told to the model and nothing else happens; a second one ends its tries`, async (t) => {
    const { register, held, call, log, endpoint } = await actionDesk(t)
    await register({ ...READ, parameters: LOOSE })
    const { id } = await held()
    const { told, tools } = await call(id, 'order_status', input)
    assert.match(told!, /Nothing was done\.$/)
    assert.equal(tools.isLost(), false)
    await tools.onCall({ id: 'c', name: 'order_status', input: 'x' })
    assert.equal(tools.isLost(), true)
    assert.equal(
      (await log(id)).some(({ type }) => type === 'action.requested'),
      false,
    )
    assert.equal(endpoint.seen.length, 0)
  })

test('action: a tool nobody registered is no tool, nor is one of another site or one that is switched off', async (t) => {
  const { register, held, call, desk, owner, path } = await actionDesk(t)
  const { tool } = await register()
  const { id } = await held()
  assert.match((await call(id, 'drop_tables', {})).told!, /There is no tool "drop_tables"/)
  await desk.call('PATCH', `${path}/${tool.id}`, { token: owner.token, body: { enabled: false } })
  assert.match((await call(id, 'refund_order', { order: 'A-1' })).told!, /There is no tool/)
  const [other] = await desk.db.query<{ id: string }>(
    `insert into sites select (jsonb_populate_record(s, '{"id":"00000000-0000-4000-8000-000000000009","key":"other"}')).*
       from sites s where s.id = $1 returning id`,
    [desk.site.id],
  )
  await desk.db.query('update assistant_tools set enabled = true, site_id = $1 where id = $2 returning id', [
    other!.id,
    tool.id,
  ])
  assert.match((await call(id, 'refund_order', { order: 'A-1' })).told!, /There is no tool/)
})

test('action: what needs a signed-in customer is not offered to an anonymous one', async (t) => {
  const { register, held, call, rowOf, desk } = await actionDesk(t)
  await register({ requires_verified: true })
  await register({ name: 'by_number', bound: { customer: 'contact.external_id' } })
  const { id, visitor } = await held()
  const { tools } = await call(id, 'refund_order', { order: 'A-1' })
  assert.deepEqual(tools.specs, [])
  await desk.db.query(`update contacts set external_id = '77' where id = $1 returning id`, [
    visitor.contact.id,
  ])
  const offered = (await desk.rooms.toolsFor(await rowOf(id), desk.assistant, 0)).specs
  assert.deepEqual(offered.map(({ name }) => name).sort(), ['by_number', 'refund_order'])
  // The model is never shown the field, so it cannot be talked into filling it.
  assert.equal(JSON.stringify(offered).includes('customer"'), false)
})

test('action: a read without approval is called at once, as whoever the server knows the customer to be', async (t) => {
  const { register, held, requested, endpoint, until, desk } = await actionDesk(t, {})
  const { secret } = await register({ ...READ, bound: { customer: 'contact.external_id' } })
  const { id, visitor } = await held()
  await desk.db.query(
    `update contacts set external_id = '77', email = 'a@shop.example',
       identity = '{"email":"a@shop.example","email_verified":true}' where id = $1 returning id`,
    [visitor.contact.id],
  )
  endpoint.answer(json({ state: 'sent' }))
  await requested(id, { order: 'A-1' }, 'order_status')
  await until(id, 'action.completed')
  const [seen] = endpoint.seen
  verify(seen!, secret)
  assert.throws(() => verify({ ...seen!, raw: seen!.raw.replace('A-1', 'A-2') }, secret))
  assert.deepEqual(seen!.body.contact, {
    id: visitor.contact.id,
    external_id: '77',
    email: 'a@shop.example',
    verified: true,
  })
  assert.equal(seen!.body.input.customer, '77')
})

test('action: a typed e-mail is no proof and does not leave', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register(READ)
  const { id, socket } = await held()
  await command(socket, 'contact.update', { conversation_id: id, email: 'boss@shop.example' })
  await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
  await until(id, 'action.completed')
  assert.equal(endpoint.seen[0]!.raw.includes('boss@'), false)
})

test('action: two secrets sign for a day after a change, then the new one alone', async (t) => {
  const { register, held, requested, endpoint, until, desk, owner, path } = await actionDesk(t)
  const before = await register(READ)
  const { body: after } = await desk.call('POST', `${path}/${before.tool.id}/secret`, {
    token: owner.token,
    body: {},
  })
  const input = { order: 'A-1', customer: 'x' }
  async function callOnce() {
    const { id } = await held()
    await requested(id, input, 'order_status')
    await until(id, 'action.completed')
  }
  await callOnce()
  verify(endpoint.seen[0]!, before.secret)
  verify(endpoint.seen[0]!, after.secret)
  await desk.db.query(`update assistant_tools set previous_until = now() - interval '1 second' returning id`)
  await callOnce()
  assert.throws(() => verify(endpoint.seen[1]!, before.secret))
  verify(endpoint.seen[1]!, after.secret)
})

for (const address of [
  'https://169.254.169.254/x',
  'https://127.0.0.2/',
  'https://[::ffff:10.0.0.1]/',
  'https://10.1.2.3/',
])
  test(`action: an address inside is never asked: ${address}`, async (t) => {
    const { register, held, requested, until } = await actionDesk(t)
    await register({ ...READ, endpoint: address })
    const { id } = await held()
    await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
    const { data } = await until(id, 'action.completed')
    assert.equal(data.outcome, 'failed')
    assert.doesNotMatch(data.result, /ECONN|socket/)
  })

test('action: an endpoint’s redirect is not followed', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register(READ)
  const { id } = await held()
  endpoint.answer((response) => response.writeHead(302, { location: `${endpoint.url}/2` }).end())
  await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
  assert.equal((await until(id, 'action.completed')).data.outcome, 'failed')
  assert.deepEqual(
    endpoint.seen.filter(({ headers }) => headers.url?.endsWith('/2')),
    [],
  )
})

test('action: a write whose end was not seen is said to be unknown and not done again', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register()
  const { id, socket } = await held()
  endpoint.answer((response) => response.destroy())
  const action = await requested(id)
  await command(socket, 'action.decide', { conversation_id: id, action_id: action.id, approve: true })
  const done = await until(id, 'action.completed')
  assert.equal(done.data.outcome, 'unknown')
  assert.equal(endpoint.seen.length, 1)
})

test('action: a process that died between the call and its record leaves an unknown end, and the call is not repeated', async (t) => {
  const { register, held, requested, endpoint, until, desk } = await actionDesk(t)
  await register()
  const { id } = await held()
  const action = await requested(id)
  // As the dead process left it.
  await desk.db.query(
    `update assistant_actions set state = 'running', started_at = now() where id = $1 returning id`,
    [action.id],
  )
  await desk.rooms.jobs.add('assistant.act', { workspace_id: desk.workspaceId, action_id: action.id })
  assert.equal((await until(id, 'action.completed')).data.outcome, 'unknown')
  assert.equal(endpoint.seen.length, 0)
})

test('action: a read a dead process had at work is simply done', async (t) => {
  const { register, held, requested, endpoint, until, desk } = await actionDesk(t)
  await register({ ...READ, approval: 'customer' })
  const { id } = await held()
  const action = await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
  await desk.db.query(
    `update assistant_actions set state = 'running', started_at = now() where id = $1 returning id`,
    [action.id],
  )
  await desk.rooms.jobs.add('assistant.act', { workspace_id: desk.workspaceId, action_id: action.id })
  assert.equal((await until(id, 'action.completed')).data.outcome, 'succeeded')
  assert.equal(endpoint.seen.length, 1)
})

test('action: what comes back is cut, and what is no text is nothing', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register(READ)
  const results: unknown[] = []
  for (const answer of [
    json({ text: 'x'.repeat(20_000) }),
    json({ text: 'x'.repeat(70_000) }),
    ((response) => response.writeHead(200, { 'content-type': 'image/png' }).end('PNG')) as ReturnType<
      typeof json
    >,
  ]) {
    endpoint.answer(answer)
    const { id } = await held()
    await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
    const { data } = await until(id, 'action.completed')
    results.push([data.outcome, data.result.length])
  }
  assert.deepEqual(results, [
    ['succeeded', 8000],
    ['failed', 'The answer is larger than 65536 bytes.'.length],
    ['succeeded', 0],
  ])
})

test('action: an endpoint that says no has failed, and the customer’s log has nothing of it', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register(READ)
  const { id, socket } = await held()
  endpoint.answer(json({ error: 'no such order' }, 404))
  await requested(id, { order: 'A-1', customer: 'x' }, 'order_status')
  const done = await until(id, 'action.completed')
  assert.equal(done.data.outcome, 'failed')
  const seen = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  assert.equal(JSON.stringify(seen).includes('no such order'), false)
})
