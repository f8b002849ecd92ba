// The team's search against the whole desk: what was written is found, what was changed follows, what was taken back is gone.

import assert from 'node:assert/strict'
import test from 'node:test'
import { SearchResult } from '../../sdk/protocol/conversation-search.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'

type Agent = Awaited<ReturnType<Desk['person']>>

async function find(
  desk: Desk,
  agent: Agent,
  q: string,
  more: Record<string, string> = {},
): Promise<SearchResult> {
  const query = new URLSearchParams({ q, ...more })
  const { status, body } = await desk.call('GET', `/api/v1/search?${query}`, { token: agent.token })
  assert.equal(status, 200, JSON.stringify(body))
  return SearchResult.parse(body)
}

/** Once the index has what is looked for. */
async function findsSoon(desk: Desk, agent: Agent, q: string, count: number): Promise<SearchResult> {
  return eventually(
    async () => {
      const result = await find(desk, agent, q)
      return result.messages.length === count && result
    },
    { what: `${count} messages with ${q}` },
  )
}

async function chat(desk: Desk, body: string) {
  const visitor = await desk.visitor()
  const id = uuidv7()
  const { status, body: answer } = await desk.call('POST', '/support/widget/chat/start', {
    token: visitor.token,
    body: { cid: uuidv7(), conversation_id: id, message: body, want: 'person' },
  })
  assert.ok(status < 300, JSON.stringify(answer))
  return { id, visitor }
}

const agentPost = (desk: Desk, agent: Agent, path: string, body: object) =>
  desk.call('POST', `/api/v1/conversations/${path}`, { token: agent.token, body: { cid: uuidv7(), ...body } })

test('search: a message is found by its words in any case and accent, and follows its edits and its deletion', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  const { id } = await chat(desk, 'My Crème brûlée burner is broken')
  const [hit] = (await findsSoon(desk, mika, 'creme BRULEE', 1)).messages
  assert.equal(hit!.conversation_id, id)
  assert.deepEqual(hit!.snippet, ['My ', 'Crème', ' ', 'brûlée', ' burner is broken'])
  await agentPost(desk, mika, `${id}/accept`, {})
  const { body: sent } = await agentPost(desk, mika, `${id}/messages`, { body: 'Turn the knurled valve' })
  await findsSoon(desk, mika, 'knurled', 1)
  await agentPost(desk, mika, `${id}/messages/edit`, { message_id: sent.id, body: 'Turn the golden valve' })
  await findsSoon(desk, mika, 'knurled', 0)
  await findsSoon(desk, mika, '"golden valve"', 1)
  await agentPost(desk, mika, `${id}/messages/delete`, { message_id: sent.id })
  await findsSoon(desk, mika, 'golden', 0)
})

test('search: operators narrow it, notes are found beside messages, and what nobody knows is named', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  const first = await chat(desk, 'The saddle squeaks loudly')
  await chat(desk, 'Another saddle, without noise')
  await agentPost(desk, mika, `${first.id}/accept`, {})
  await agentPost(desk, mika, `${first.id}/notes`, { body: 'saddle recall, see the workshop list' })
  await findsSoon(desk, mika, 'saddle', 3)
  const count = async (q: string) => (await find(desk, mika, q)).messages.length
  assert.equal(await count('saddle in:note'), 1)
  assert.equal(await count('saddle from:customer'), 2)
  assert.equal(await count('saddle from:me'), 1)
  assert.equal(await count('saddle from:mika'), 1)
  assert.equal(await count('saddle assignee:me'), 2)
  assert.equal(await count('saddle is:unassigned'), 1)
  assert.equal(await count('saddle -squeaks in:message'), 1)
  assert.equal(await count('"saddle squeaks"'), 1)
  assert.equal(await count('"squeaks saddle"'), 0)
  assert.equal(await count('saddle tag:nothing'), 0)
  assert.equal(await count('saddle is:resolved'), 0)
  assert.equal(await count('saddle after:2000-01-01 channel:chat priority:normal'), 3)
  assert.equal(await count('saddle before:2000-01-01'), 0)
  assert.equal(await count('squea'), 1)
  const told = await find(desk, mika, 'saddle colour:red is:blue in:note')
  assert.deepEqual(told.unknown, ['colour:red', 'is:blue'])
  assert.deepEqual(told.understood, [{ operator: 'in', value: 'note' }])
})

test('search: pages follow each other without a gap, newest first', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  for (const n of [1, 2, 3, 4, 5]) await chat(desk, `pedal number ${n}`)
  await findsSoon(desk, mika, 'pedal', 5)
  const bodies: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await find(desk, mika, 'pedal', { limit: '2', ...(cursor && { cursor }) })
    bodies.push(...page.messages.map(({ snippet }) => snippet.join('')))
    cursor = page.next_cursor
  }
  assert.deepEqual(
    bodies,
    [5, 4, 3, 2, 1].map((n) => `pedal number ${n}`),
  )
  const { status } = await desk.call('GET', '/api/v1/search?q=pedal&cursor=nonsense', { token: mika.token })
  assert.equal(status, 422)
})

test('search: people, conversations and articles stand beside the messages', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  const { id, visitor } = await chat(desk, 'Gearbox makes noise')
  await desk.call('POST', `/support/widget/chat/${id}/contact`, {
    token: visitor.token,
    body: { cid: uuidv7(), name: 'Zoë Krüger', email: 'zoe@bike.example' },
  })
  await findsSoon(desk, mika, 'gearbox', 1)
  const { people } = await find(desk, mika, 'kruger')
  assert.deepEqual(people[0]?.name, ['Zoë ', 'Krüger', ''])
  assert.equal(people[0]?.last_conversation_id, id)
  assert.equal((await find(desk, mika, 'zoe@bike.example')).people.length, 1)
  const byWord = await find(desk, mika, 'gearbox')
  assert.equal(byWord.conversations[0]?.id, id)
  const reference = byWord.messages[0]!.reference
  assert.equal((await find(desk, mika, reference.toLowerCase())).conversations[0]?.id, id)
})

test('search: what was written while nobody fed the index is caught up with, and older logs are read newest first', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  const { id } = await chat(desk, 'Derailleur hanger bent')
  await findsSoon(desk, mika, 'derailleur', 1)
  const { db, workspaceId } = desk
  const forget = async () => {
    await db.query('delete from message_search where workspace_id = $1 returning seq', [workspaceId])
    await db.query('delete from message_search_heads where workspace_id = $1 returning seq', [workspaceId])
  }
  await forget()
  assert.equal((await find(desk, mika, 'derailleur')).messages.length, 0)
  await desk.rooms.messageFeeder.catchUp()
  assert.equal((await find(desk, mika, 'derailleur')).messages[0]?.conversation_id, id)

  await forget()
  await db.query('delete from message_search_progress where workspace_id = $1 returning workspace_id', [
    workspaceId,
  ])
  await db.query(
    `update conversations set updated_at = now() - interval '1 day' where id = $1 returning id`,
    [id],
  )
  await desk.rooms.messageFeeder.begin()
  await findsSoon(desk, mika, 'derailleur', 1)
  await t.waitFor(async () => assert.equal((await find(desk, mika, 'derailleur')).behind, 0), {
    timeout: 5000,
  })
})

test('search: a log much longer than one go is read to its end', async (t) => {
  const desk = await startDesk(t, { env: { ASSISTANT: 'off' } })
  const mika = await desk.person('Mika')
  const { id, visitor } = await chat(desk, 'Derailleur hanger bent')
  const [{ seq }] = (await desk.db.query<{ seq: string }>(
    `with more as (
       insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id,
                                        actor_name, data)
       select c.id, c.last_seq + n, c.last_pub_seq + n, c.workspace_id, gen_random_uuid(), 'message.created', 'contact',
              $2, '', jsonb_build_object('body', 'spoke number' || n, 'content', '[]'::jsonb)
         from conversations c, generate_series(1, 450) n where c.id = $1)
     update conversations set last_seq = last_seq + 450, last_pub_seq = last_pub_seq + 450 where id = $1
     returning last_seq as seq`,
    [id, visitor.contact.id],
  )) as [{ seq: string }]
  await desk.rooms.messageFeeder.catchUp()
  const [head] = await desk.db.query('select seq from message_search_heads where conversation_id = $1', [id])
  assert.deepEqual(head, { seq })
  assert.equal((await find(desk, mika, 'number450')).messages.length, 1)
})
