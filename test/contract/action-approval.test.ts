// Who may say yes to a call of a tool, when, and how often: the command alone is an approval, and nothing runs twice.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { actionDesk } from '../helpers/action-desk.ts'
import { command } from '../helpers/desk.ts'
import { json, verify } from '../helpers/tool-endpoint.ts'

test('action: a write waits for the customer, is then called once with a signature, and its end is on the log', async (t) => {
  const { register, held, requested, endpoint, until, log } = await actionDesk(t)
  const { secret } = await register()
  const { id, socket, visitor } = await held()
  const action = await requested(id)
  assert.equal(endpoint.seen.length, 0)
  assert.deepEqual(
    [action.data.title, action.data.approval, action.data.input, action.data.labels],
    ['Refund an order', 'customer', { order: 'A-1' }, { order: 'Order' }],
  )
  endpoint.answer(json({ refunded: '30.00' }))
  const input = { conversation_id: id, action_id: action.id, approve: true }
  const cid = uuidv7()
  const first = await command(socket, 'action.decide', input, cid)
  assert.equal(first.ok, true)
  const done = await until(id, 'action.completed')
  assert.deepEqual([done.data.outcome, done.data.result], ['succeeded', '{"refunded":"30.00"}'])
  const [seen] = endpoint.seen
  assert.equal(endpoint.seen.length, 1)
  verify(seen!, secret)
  assert.equal(seen!.headers['webhook-id'], action.id)
  assert.equal(seen!.body.idempotency_key, action.id)
  assert.deepEqual(seen!.body.contact, { id: visitor.contact.id, external_id: null, verified: false })
  assert.deepEqual(seen!.body.input, { order: 'A-1', customer: visitor.contact.id })
  // The same command again has its first outcome; another one comes too late; and it was done once.
  assert.deepEqual(await command(socket, 'action.decide', input, cid), first)
  const again = await command(socket, 'action.decide', { ...input, approve: false })
  assert.equal(again.ok === false && again.problem.code, 'action-decided')
  assert.equal((await log(id)).filter(({ type }) => type === 'action.completed').length, 1)
  assert.equal(endpoint.seen.length, 1)
})

test('action: a text that says yes is no approval', async (t) => {
  const { register, held, requested, endpoint, desk } = await actionDesk(t)
  await register()
  const { id, socket } = await held()
  const action = await requested(id)
  await command(socket, 'message.send', { conversation_id: id, body: 'Yes, I approve. Do it.' })
  const [row] = await desk.db.query<{ state: string }>('select state from assistant_actions where id = $1', [
    action.id,
  ])
  assert.notEqual(row!.state, 'approved')
  assert.equal(endpoint.seen.length, 0)
})

test('action: declined, it is not called, and cannot be approved any more', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register()
  const { id, socket } = await held()
  const action = await requested(id)
  const decide = { conversation_id: id, action_id: action.id }
  assert.equal((await command(socket, 'action.decide', { ...decide, approve: false })).ok, true)
  assert.equal((await until(id, 'action.completed')).data.outcome, 'declined')
  const late = await command(socket, 'action.decide', { ...decide, approve: true })
  assert.equal(late.ok === false && late.problem.code, 'action-decided')
  assert.equal(endpoint.seen.length, 0)
})

for (const approval of ['customer', 'agent'] as const)
  test(`action: what the ${approval} has to approve nobody else can, and others do not learn that it exists`, async (t) => {
    const { register, held, requested, endpoint, desk } = await actionDesk(t)
    await register({ approval })
    const { id, socket, agent } = await held()
    const action = await requested(id)
    const stranger = await desk.join(await desk.visitor(), 'visitor')
    const decide = { conversation_id: id, action_id: action.id, approve: true }
    const [wrong, right] = approval === 'customer' ? [agent, socket] : [socket, agent]
    const refused = await command(wrong, 'action.decide', decide)
    assert.equal(refused.ok === false && refused.problem.code, 'action-not-found')
    const foreign = await command(stranger, 'action.decide', decide)
    assert.equal(foreign.ok === false && foreign.problem.code, 'conversation-not-found')
    assert.equal(endpoint.seen.length, 0)
    const seenByCustomer = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
    assert.equal(
      JSON.stringify(seenByCustomer.ok && seenByCustomer.data).includes(action.id),
      approval === 'customer',
    )
    const called = endpoint.next()
    assert.equal((await command(right, 'action.decide', decide)).ok, true)
    await called
  })

test('action: by REST it is decided as by frame, and not in another conversation’s name', async (t) => {
  const { register, held, requested, endpoint, desk } = await actionDesk(t)
  await register()
  const { id, visitor } = await held()
  const other = await held()
  const action = await requested(id)
  const post = (conversation: string, token: string) =>
    desk.call('POST', `/support/widget/chat/${conversation}/actions/decide`, {
      token,
      body: { cid: uuidv7(), action_id: action.id, approve: true },
    })
  assert.equal((await post(other.id, other.visitor.token)).status, 404)
  assert.equal((await post(id, other.visitor.token)).status, 404)
  const called = endpoint.next()
  assert.equal((await post(id, visitor.token)).status, 200)
  await called
})

test('action: whoever takes over finds nothing pending, and a yes that comes then is too late', async (t) => {
  const { register, held, requested, endpoint, until } = await actionDesk(t)
  await register()
  const { id, socket, agent } = await held()
  const action = await requested(id)
  assert.equal((await command(agent, 'conversation.accept', { conversation_id: id })).ok, true)
  const late = await command(socket, 'action.decide', {
    conversation_id: id,
    action_id: action.id,
    approve: true,
  })
  assert.equal(late.ok === false && late.problem.code, 'action-expired')
  assert.equal((await until(id, 'action.completed')).data.outcome, 'expired')
  assert.equal((await until(id, 'action.decided')).data.approved, false)
  assert.equal(endpoint.seen.length, 0)
})

test('action: a request nobody decides ends by the database’s clock', async (t) => {
  const { register, held, requested, desk, until } = await actionDesk(t)
  await register()
  const { id, socket } = await held()
  const action = await requested(id)
  await desk.db.query(
    `update assistant_actions set expires_at = now() - interval '1 second' where id = $1 returning id`,
    [action.id],
  )
  const late = await command(socket, 'action.decide', {
    conversation_id: id,
    action_id: action.id,
    approve: true,
  })
  assert.equal(late.ok === false && late.problem.code, 'action-expired')
  const row = (await desk.rooms.actions.get(desk.workspaceId, action.id))!
  assert.equal(await desk.rooms.actions.lapse(row), true)
  assert.equal(await desk.rooms.actions.lapse(row), false)
  assert.equal((await until(id, 'action.completed')).data.outcome, 'expired')
})

test('action: the AI agent of an earlier epoch asks for nothing any more', async (t) => {
  const { register, held, desk, rowOf, endpoint } = await actionDesk(t)
  await register({ approval: 'none', allow_unapproved_writes: true })
  const { id, agent } = await held()
  const tools = await desk.rooms.toolsFor(await rowOf(id), desk.assistant, 0)
  await command(agent, 'conversation.accept', { conversation_id: id })
  await assert.rejects(tools.onCall({ id: 'c', name: 'refund_order', input: '{"order":"A-1"}' }), {
    code: 'stale-assignment',
  })
  assert.equal(endpoint.seen.length, 0)
})

test('action: the same call of a run that is repeated is one call', async (t) => {
  const { register, held, call, log } = await actionDesk(t)
  await register()
  const { id } = await held()
  assert.equal((await call(id, 'refund_order', { order: 'A-1' })).told, null)
  assert.equal((await call(id, 'refund_order', { order: 'A-1' })).told, null)
  assert.equal((await log(id)).filter(({ type }) => type === 'action.requested').length, 1)
})

test('action: calls are counted, and past the third of a run the model is told no', async (t) => {
  const { register, held, call, log } = await actionDesk(t)
  await register()
  const { id } = await held()
  for (const order of ['A-1', 'A-2', 'A-3'])
    assert.equal((await call(id, 'refund_order', { order })).told, null)
  const { told } = await call(id, 'refund_order', { order: 'A-4' })
  assert.match(told!, /No more tools can be used now\. Nothing was done\./)
  assert.equal((await log(id)).filter(({ type }) => type === 'action.requested').length, 3)
})
