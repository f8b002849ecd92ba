// Changing and deleting messages: who may, what it leaves behind, and that repeats and races have one outcome.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Role } from '../../sdk/protocol/agent.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Answer, type Desk, startDesk } from '../helpers/desk.ts'

type Who = { side: 'visitor' | 'agent'; token: string }
const PATH = { visitor: '/support/widget/chat', agent: '/api/v1/conversations' }

const post = (desk: Desk, { side, token }: Who, id: string, what: string, body: object): Promise<Answer> =>
  desk.call('POST', `${PATH[side]}/${id}/${what}`, { body, token })

const edit = (desk: Desk, who: Who, id: string, message_id: string, body: string, cid = uuidv7()) =>
  post(desk, who, id, 'messages/edit', { message_id, body, cid })
const remove = (desk: Desk, who: Who, id: string, message_id: string, cid = uuidv7()) =>
  post(desk, who, id, 'messages/delete', { message_id, cid })

const outcome = ({ status, body }: Answer): unknown => (status < 300 ? 'done' : body.code)

async function agent(desk: Desk, name: string, role: Role = 'agent'): Promise<Who & { id: string }> {
  const { id } = await desk.rooms.agents.create({ workspaceId: desk.workspaceId, kind: 'human', name, role })
  const { token } = await desk.rooms.sessions.create({ workspaceId: desk.workspaceId, agentId: id })
  return { side: 'agent', id, token }
}

/** A chat between Nora, who began it, and Mika, who answered. */
async function chat(t: TestContext) {
  const desk = await startDesk(t)
  const nora: Who = { side: 'visitor', token: (await desk.visitor()).token }
  const mika = await agent(desk, 'Mika')
  const id = uuidv7()
  const start = { conversation_id: id, message: 'My card is 4111 1111', want: 'person', cid: uuidv7() }
  const started = await desk.call('POST', '/support/widget/chat/start', { body: start, token: nora.token })
  assert.equal(started.status, 201)
  const first: string = started.body.id
  const answered = await post(desk, mika, id, 'messages', { body: 'Which rotor is it?' })
  assert.equal(answered.status, 200)
  return { desk, nora, mika, id, first, answer: answered.body.id as string }
}

const eventsOf = async (desk: Desk, who: Who, id: string) =>
  (await desk.call('GET', `${PATH[who.side]}/${id}/events`, { token: who.token })).body
const stored = async (desk: Desk, id: string): Promise<string> =>
  JSON.stringify([
    await desk.db.query('select data from conversation_events where conversation_id = $1', [id]),
    await desk.db.query('select subject, last_message from conversations where id = $1', [id]),
  ])
const grownOld = (desk: Desk, messageId: string) =>
  desk.db.query(
    `update conversation_events set created_at = created_at - interval '16 minutes' where id = $1 returning id`,
    [messageId],
  )

test('edit: both sides change their own, and each sees it as a row of their own log', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  const byNora = await edit(desk, nora, id, first, 'My **rotor** is bent')
  const byMika = await edit(desk, mika, id, answer, 'Which size is it?')
  assert.deepEqual([byNora.status, byMika.status], [200, 200])
  for (const who of [nora, mika]) {
    const { events, head } = await eventsOf(desk, who, id)
    const [one, two] = events.slice(-2)
    assert.deepEqual([one.type, two.type], ['message.edited', 'message.edited'])
    assert.deepEqual([one.data.message_id, two.data.message_id], [first, answer])
    assert.equal(one.data.body, 'My **rotor** is bent')
    assert.match(JSON.stringify(one.data.content), /"strong"/)
    assert.equal(two.seq, head)
    assert.equal(events.at(-1).seq - events[0].seq, events.length - 1)
  }
  assert.equal(byNora.body.seq, (await eventsOf(desk, nora, id)).head - 1)
})

test('edit: only the author may, and nobody may change what they cannot see', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  const boss = await agent(desk, 'Ana', 'admin')
  const note = (await post(desk, mika, id, 'notes', { body: 'Careful' })).body.id
  const other = uuidv7()
  const start = { conversation_id: other, message: 'Another chat', want: 'person' }
  const elsewhere = await desk.call('POST', '/support/widget/chat/start', { body: start, token: nora.token })
  const created = (await eventsOf(desk, nora, id)).events[0]
  const wishes: [Who, string, string][] = [
    [nora, answer, 'forbidden'],
    [mika, first, 'forbidden'],
    [boss, answer, 'forbidden'],
    [boss, note, 'forbidden'],
    [nora, note, 'message-not-found'],
    [nora, elsewhere.body.id, 'message-not-found'],
    [nora, created.id, 'message-not-found'],
    [nora, uuidv7(), 'message-not-found'],
    [mika, note, 'done'],
  ]
  for (const [who, message, expected] of wishes)
    assert.equal(outcome(await edit(desk, who, id, message, 'Something else')), expected)
})

test('edit: a text that is the same already is refused, also after an edit', async (t) => {
  const { desk, nora, id, first } = await chat(t)
  assert.equal(outcome(await edit(desk, nora, id, first, 'My card is 4111 1111')), 'message-unchanged')
  assert.equal(outcome(await edit(desk, nora, id, first, 'Second')), 'done')
  assert.equal(outcome(await edit(desk, nora, id, first, 'Second')), 'message-unchanged')
  assert.equal(outcome(await edit(desk, nora, id, first, 'My card is 4111 1111')), 'done')
})

test('edit: a customer has 15 minutes, the team has not that limit, and both end with the conversation', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  await grownOld(desk, first)
  await grownOld(desk, answer)
  assert.equal(outcome(await edit(desk, nora, id, first, 'Too late')), 'edit-too-late')
  assert.equal(outcome(await remove(desk, nora, id, first)), 'edit-too-late')
  assert.equal(outcome(await edit(desk, mika, id, answer, 'Still in time')), 'done')
  await post(desk, mika, id, 'resolve', {})
  assert.equal(outcome(await edit(desk, mika, id, answer, 'After the end')), 'conversation-closed')
  assert.equal(outcome(await remove(desk, mika, id, answer)), 'conversation-closed')
  const boss = await agent(desk, 'Ana', 'admin')
  assert.equal(outcome(await remove(desk, boss, id, answer)), 'done')
})

test('delete: the AI agent’s words by anybody of the team, a colleague’s by administrators, a customer’s by themselves', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  const ana = await agent(desk, 'Ana')
  const boss = await agent(desk, 'Bo', 'owner')
  const rows = (await eventsOf(desk, mika, id)).events
  const machine = rows.find(
    ({ type, actor }: { type: string; actor: { kind: string } }) =>
      type === 'message.created' && actor.kind === 'ai',
  )
  assert.ok(machine, 'the AI agent says that it hands over')
  assert.equal(outcome(await edit(desk, ana, id, machine.id, 'Not mine')), 'forbidden')
  const wishes: [Who, string, string][] = [
    [nora, machine.id, 'forbidden'],
    [ana, machine.id, 'done'],
    [ana, answer, 'forbidden'],
    [boss, answer, 'done'],
    [boss, first, 'forbidden'],
    [mika, first, 'forbidden'],
    [nora, first, 'done'],
  ]
  for (const [who, message, expected] of wishes)
    assert.equal(outcome(await remove(desk, who, id, message)), expected)
})

test('delete: the text is gone from every row that held it, the numbers stay, and nothing follows', async (t) => {
  const { desk, nora, mika, id, first } = await chat(t)
  await edit(desk, nora, id, first, 'My card is 4222 2222')
  await edit(desk, nora, id, first, 'My card is 4333 3333')
  assert.match(await stored(desk, id), /4111.*4222.*4333/s)
  assert.equal(outcome(await remove(desk, nora, id, first)), 'done')
  assert.doesNotMatch(await stored(desk, id), /4111|4222|4333/)
  for (const who of [nora, mika]) {
    const answer = await eventsOf(desk, who, id)
    assert.doesNotMatch(JSON.stringify(answer), /4111|4222|4333/)
    const numbers = answer.events.map(({ seq }: { seq: number }) => seq)
    assert.deepEqual(
      numbers,
      numbers.map((_: number, i: number) => i + 1),
    )
    const original = answer.events.find((event: { id: string }) => event.id === first)
    assert.deepEqual(original.data, { body: '', content: [], citations: [], answer: null })
  }
  assert.equal(outcome(await edit(desk, nora, id, first, 'Back again')), 'message-deleted')
  assert.equal(outcome(await remove(desk, nora, id, first)), 'message-deleted')
})

test('delete: the sources of an answer go with its text', async (t) => {
  const { desk, mika, id } = await chat(t)
  const citations = [{ slug: 'a', title: 'A', passage: 'p1', quote: 'secret words' }]
  const [row] = await desk.db.query<{ id: string }>(
    `update conversation_events set data = data || $2::jsonb
      where conversation_id = $1 and actor_kind = 'ai' and type = 'message.created' returning id`,
    [id, JSON.stringify({ citations })],
  )
  assert.equal(outcome(await remove(desk, mika, id, row!.id)), 'done')
  assert.doesNotMatch(await stored(desk, id), /secret words/)
})

test('the inbox’s line follows: the latest text of the last message that is left, without becoming news', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  const view = async () => (await eventsOf(desk, mika, id)).conversation
  const { at } = (await view()).last_message
  await edit(desk, mika, id, answer, 'Which **size**?')
  assert.deepEqual([(await view()).last_message.preview, (await view()).last_message.at], ['Which size?', at])
  await edit(desk, nora, id, first, 'My rotor')
  assert.equal((await view()).last_message.preview, 'Which size?')
  assert.equal((await view()).subject, 'My rotor')
  await remove(desk, mika, id, answer)
  const left = (await view()).last_message
  assert.equal(left.actor.kind, 'ai')
  const machine = (await eventsOf(desk, mika, id)).events.find(
    ({ actor, data }: { actor: { kind: string }; data: { body?: string } }) =>
      actor.kind === 'ai' && data.body,
  )
  await remove(desk, mika, id, machine.id)
  assert.equal((await view()).last_message.preview, 'My rotor')
  await remove(desk, nora, id, first)
  assert.deepEqual([(await view()).last_message, (await view()).subject], [null, ''])
})

test('a change is no news: what was read to its end stays read, and what was not stays unread', async (t) => {
  const { desk, nora, mika, id, first, answer } = await chat(t)
  const view = async () => (await eventsOf(desk, nora, id)).conversation
  await post(desk, nora, id, 'read', { seq: 1 })
  await edit(desk, mika, id, answer, 'Second')
  assert.equal((await view()).read_seq, 1)
  await post(desk, nora, id, 'read', { seq: (await view()).head })
  await edit(desk, mika, id, answer, 'Third')
  await remove(desk, mika, id, answer)
  const { head, read_seq } = await view()
  assert.equal(read_seq, head)
  const before = (await eventsOf(desk, mika, id)).conversation.unread
  await edit(desk, nora, id, first, 'My rotor')
  assert.equal((await eventsOf(desk, mika, id)).conversation.unread, before)
})

test('a repeat by its cid has one effect for ever; the same cid for something else is refused', async (t) => {
  const { desk, nora, id, first } = await chat(t)
  const cids = [uuidv7(), uuidv7()] as const
  const one = await edit(desk, nora, id, first, 'Second', cids[0])
  const two = await edit(desk, nora, id, first, 'Second', cids[0])
  const gone = await remove(desk, nora, id, first, cids[1])
  const again = await remove(desk, nora, id, first, cids[1])
  const late = await edit(desk, nora, id, first, 'Second', cids[0])
  assert.deepEqual([two.body, late.body, again.body], [one.body, one.body, gone.body])
  assert.equal(outcome(await edit(desk, nora, id, first, 'Third', cids[0])), 'cid-reused')
  assert.equal(outcome(await remove(desk, nora, id, first, cids[0])), 'cid-reused')
  const types = (await eventsOf(desk, nora, id)).events.map(({ type }: { type: string }) => type)
  assert.equal(types.filter((type: string) => type.startsWith('message.edited')).length, 1)
  assert.equal(types.filter((type: string) => type.startsWith('message.deleted')).length, 1)
})

test('of edits and deletions at once every outcome is one order: after the deletion nothing, and no text is left', async (t) => {
  const { desk, nora, mika, id } = await chat(t)
  for (let round = 0; round < 6; round++) {
    const { body } = await post(desk, nora, id, 'messages', { body: `Race ${round}` })
    const answers = await Promise.all([
      ...[1, 2, 3].map((n) => edit(desk, nora, id, body.id, `Race ${round} edit ${n}`)),
      remove(desk, nora, id, body.id),
      remove(desk, nora, id, body.id),
      edit(desk, nora, id, body.id, `Race ${round} edit 4`),
    ])
    const codes = answers.map(outcome)
    for (const code of codes) assert.ok(code === 'done' || code === 'message-deleted', String(code))
    assert.equal([codes[3], codes[4]].filter((code) => code === 'done').length, 1)
    assert.doesNotMatch(await stored(desk, id), new RegExp(`Race ${round}`))
    const rows: { type: string; data: { message_id?: string } }[] = (await eventsOf(desk, mika, id)).events
    const about = rows.filter(({ data }) => data.message_id === body.id).map(({ type }) => type)
    assert.equal(about.at(-1), 'message.deleted')
    assert.equal(about.length, codes.filter((code) => code === 'done').length)
  }
})

test('a note’s edit and deletion are the team’s alone: no row, no number, no sign of them for the customer', async (t) => {
  const { desk, nora, mika, id } = await chat(t)
  const before = await eventsOf(desk, nora, id)
  const note = (await post(desk, mika, id, 'notes', { body: 'SECRET one' })).body.id
  const { last_message } = (await eventsOf(desk, mika, id)).conversation
  await edit(desk, mika, id, note, 'SECRET two')
  const seen = (await eventsOf(desk, mika, id)).events.at(-1)
  assert.deepEqual([seen.type, seen.data.body], ['message.edited', 'SECRET two'])
  await remove(desk, mika, id, note)
  const after = await eventsOf(desk, nora, id)
  assert.deepEqual([after.events, after.head], [before.events, before.head])
  assert.deepEqual(after.conversation.last_message, last_message)
  assert.doesNotMatch(await stored(desk, id), /SECRET/)
  const rows = await desk.db.query(
    `select 1 from conversation_events where conversation_id = $1 and pub_seq is not null
        and (data->>'message_id' = $2 or id = $2::uuid)`,
    [id, note],
  )
  assert.equal(rows.length, 0)
})

test('a ticket’s page shows the latest text and leaves out what was deleted', async (t) => {
  const desk = await startDesk(t)
  const nora: Who = { side: 'visitor', token: (await desk.visitor()).token }
  const ticket = {
    cid: uuidv7(),
    site: desk.site.key,
    name: 'Nora',
    email: 'nora@shop.example',
    subject: 'Rotor',
    description: 'It came bent',
  }
  const made = await desk.call('POST', '/support/widget/tickets', { body: ticket, token: nora.token })
  const [row] = await desk.db.query<{ id: string }>('select id from conversations where reference = $1', [
    made.body.reference,
  ])
  const mika = await agent(desk, 'Mika')
  const answer = (await post(desk, mika, row!.id, 'messages', { body: 'On its way' })).body.id
  const more = (await post(desk, mika, row!.id, 'messages', { body: 'Wrong ticket' })).body.id
  await edit(desk, mika, row!.id, answer, 'A new one is on its way')
  await remove(desk, mika, row!.id, more)
  const query = new URLSearchParams({
    site: desk.site.key,
    reference: made.body.reference,
    email: ticket.email,
  })
  const { body } = await desk.call('GET', `/support/widget/tickets/status?${query}`)
  assert.deepEqual(
    body.replies.map(({ body: text }: { body: string }) => text),
    ['It came bent', 'A new one is on its way'],
  )
})
