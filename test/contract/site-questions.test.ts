// A site's own fields and messages over the wire: asked, checked, kept, and shown to the team alone.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { AgentConversation, VisitorConversation } from '../../sdk/protocol/conversation.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'

const TICKET = { name: 'Nora', email: 'nora@example.com', subject: 'Rotor', description: 'It rubs.' }
const PRE_CHAT = [
  { key: 'name', label: 'Your name', type: 'text', required: true },
  { key: 'email', label: 'E-mail', type: 'email' },
  { key: 'order', label: 'Order number', type: 'text', required: true },
] as const

async function setUp(t: TestContext) {
  const desk = await startDesk(t)
  await desk.rooms.sites.update(desk.site, {
    settings: {
      chat: { pre_chat: [...PRE_CHAT] },
      ticket: { fields: [{ key: 'km', label: 'Ridden, km', type: 'number', required: true }] },
      proactive: [{ id: 'sizes', text: 'Which size do you ride?', choices: [{ label: '160' }] }],
    },
  } as never)
  const agent = await desk.person('ana')
  const seen = async (id: string) => {
    const { body } = await desk.call('GET', `/api/v1/conversations/${id}/events`, { token: agent.token })
    return AgentConversation.parse(body.conversation)
  }
  const ticket = (more: object) =>
    desk.call('POST', '/support/widget/tickets', { body: { ...TICKET, site: desk.site.key, ...more } })
  const start = (token: string, more: object, cid: string = uuidv7()) =>
    desk.call('POST', `/support/widget/chat/start?site=${desk.site.key}`, {
      token,
      body: { cid, conversation_id: uuidv7(), message: 'My rotor rubs', ...more },
    })
  return { desk, agent, seen, ticket, start }
}

test('ticket fields: a wrong answer is named by its field, and a good one stands on the ticket with its label', async (t) => {
  const { desk, seen, ticket } = await setUp(t)
  const refused = await ticket({ fields: { km: 'far' } })
  assert.equal(refused.status, 422)
  assert.equal(refused.body.errors[0].pointer, '/fields/km')
  const cid = uuidv7()
  const { status } = await ticket({ cid, fields: { km: 120 } })
  assert.equal(status, 201)
  assert.deepEqual((await seen(cid)).fields, [{ key: 'km', label: 'Ridden, km', value: 120 }])
  // The same ticket again, though the site asks something else by now.
  await desk.rooms.sites.update(desk.site, {
    settings: { ticket: { fields: [{ key: 'new', label: 'New', type: 'text', required: true }] } },
  } as never)
  assert.equal((await ticket({ cid, fields: { km: 120 } })).status, 201)
})

test('ticket fields: whoever knows no such fields files a ticket as ever', async (t) => {
  const { seen, ticket } = await setUp(t)
  const cid = uuidv7()
  assert.equal((await ticket({ cid })).status, 201)
  assert.equal((await seen(cid)).fields, undefined)
})

test('pre-chat: name and e-mail become the customer’s, the rest the conversation’s, and customers do not get it back', async (t) => {
  const { desk, seen, start } = await setUp(t)
  const { token } = await desk.visitor()
  const refused = await start(token, { fields: { name: 'Nora', email: 'nora@' } })
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/fields/email', '/fields/order'],
  )
  const cid = uuidv7()
  const conversation_id = uuidv7()
  const fields = { name: 'Nora', email: 'nora@example.com', order: 'F-1042' }
  const { body } = await start(token, { conversation_id, fields }, cid)
  const mine = VisitorConversation.parse(body.conversation)
  assert.equal(mine.contact.name, 'Nora')
  assert.equal(mine.contact.email, 'nora@example.com')
  assert.equal('fields' in body.conversation, false)
  assert.deepEqual((await seen(conversation_id)).fields, [
    { key: 'order', label: 'Order number', value: 'F-1042' },
  ])
  const again = await start(token, { conversation_id, fields }, cid)
  assert.equal(again.body.id, body.id)
})

test('proactive: the message that is answered stands first in the log, as nobody’s, for both sides', async (t) => {
  const { desk, agent, start } = await setUp(t)
  const { token } = await desk.visitor()
  const conversation_id = uuidv7()
  await start(token, { conversation_id, message: '160', proactive: 'sizes' })
  for (const [path, as] of [
    [`/support/widget/chat/${conversation_id}/events?site=${desk.site.key}`, token],
    [`/api/v1/conversations/${conversation_id}/events`, agent.token],
  ] as const) {
    const { body } = await desk.call('GET', path, { token: as })
    const [first, second] = body.events.filter(({ type }: { type: string }) => type === 'message.created')
    assert.equal(first.data.body, 'Which size do you ride?')
    assert.deepEqual(first.actor, { kind: 'bot', id: null, name: desk.site.name })
    assert.equal(second.data.body, '160')
    assert.equal(second.actor.kind, 'contact')
  }
})

test('proactive: an answer to a message the owner has taken away begins a chat all the same', async (t) => {
  const { desk, start } = await setUp(t)
  const { token } = await desk.visitor()
  assert.equal((await start(token, { proactive: 'gone' })).status, 201)
})
