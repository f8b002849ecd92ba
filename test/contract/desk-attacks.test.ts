// The desk under attack and in races: what is taken back after others have acted, what somebody leaves behind, words of a
// customer inside an agent's, requests nobody's console would send.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { lockWaiters } from '../helpers/lock-wait.ts'
import { startTriageDesk, type TriageDesk } from '../helpers/triage-desk.ts'

const asker =
  (desk: TriageDesk, { token }: { token: string }) =>
  async (method: string, path: string, body?: object) => {
    const answer = await desk.call(method, `/api/v1${path}`, { token, ...(body && { body }) })
    return { status: answer.status, body: answer.body }
  }

const owner = async (desk: TriageDesk, { id }: { id: string }, role = 'owner') =>
  desk.db.query('update agents set role = $2 where id = $1 returning id', [id, role])

/** An owner without a socket: one whose role changes would lose theirs. */
async function chief(desk: TriageDesk) {
  const person = await desk.person('Olga')
  await owner(desk, person)
  return { id: person.id, ask: asker(desk, person) }
}

const bulkEnded = (ask: ReturnType<typeof asker>, id: string) =>
  eventually(async () => {
    const { body } = await ask('GET', `/bulk/${id}`)
    return ['running', 'undoing'].includes(body.state) ? null : body
  })

const ahead = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()
const wakes = (desk: TriageDesk, id: string) =>
  desk.db.query<{ until: string }>(
    `select j.payload->>'until' as until from graphile_worker._private_jobs j
       join graphile_worker._private_tasks k on k.id = j.task_id
      where k.identifier = 'conversation.wake' and j.payload->>'conversation_id' = $1`,
    [id],
  )

test('taking back: a snooze that comes back has somebody to wake it, and one whose time has passed is none', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const [id, into] = [await desk.chat('First'), await desk.chat('Second')]
  const first = ahead(60)
  await desk.done(desk.console, 'conversation.snooze', { conversation_id: id, until: first })
  const bulk = {
    id: uuidv7(),
    conversation_ids: [id],
    actions: [{ type: 'snooze_until', until: ahead(600) }],
  }
  await ask('POST', '/bulk', bulk)
  await bulkEnded(ask, bulk.id)
  await ask('POST', `/bulk/${bulk.id}/undo`)
  assert.equal((await bulkEnded(ask, bulk.id)).state, 'undone')
  assert.equal((await desk.show(id)).snoozed_until, first)
  assert.deepEqual(await wakes(desk, id), [{ until: first }])

  await desk.done(desk.console, 'conversation.merge', { conversation_id: id, into_id: into })
  await desk.db.query(
    `update conversation_merges set before = before || jsonb_build_object('snoozed_until', now() - interval '1 minute')
      where conversation_id = $1 returning into_id`,
    [id],
  )
  await desk.done(desk.console, 'conversation.unmerge', { conversation_id: id })
  assert.equal((await desk.show(id)).snoozed_until ?? null, null)
})

test('taking back: nobody gets a conversation back who has left; it waits for a person', async (t) => {
  const desk = await startTriageDesk(t)
  const [boss, ask] = [await chief(desk), asker(desk, desk.mika)]
  const ids = [await desk.chat('First'), await desk.chat('Second'), await desk.chat('Third')]
  for (const id of ids) await desk.done(desk.colleague, 'conversation.accept', { conversation_id: id })
  await desk.done(desk.console, 'conversation.merge', { conversation_id: ids[0], into_id: ids[2] })
  const bulk = { id: uuidv7(), conversation_ids: [ids[1]], actions: [{ type: 'assign', assignee_id: 'me' }] }
  await ask('POST', '/bulk', bulk)
  await bulkEnded(ask, bulk.id)
  assert.equal((await boss.ask('PATCH', `/admin/agents/${desk.ana.id}`, { disabled: true })).status, 200)
  await desk.done(desk.console, 'conversation.unmerge', { conversation_id: ids[0] })
  await ask('POST', `/bulk/${bulk.id}/undo`)
  await bulkEnded(ask, bulk.id)
  for (const id of ids.slice(0, 2)) {
    const { status, assignee, waiting_since } = await desk.show(id!)
    assert.deepEqual([status, assignee, typeof waiting_since], ['escalated', null, 'string'])
  }
})

test('bulk: an administrator takes back what somebody did who has left, in their own name', async (t) => {
  const desk = await startTriageDesk(t)
  const { ask, id: me } = await chief(desk)
  const leaver = asker(desk, desk.ana)
  const id = await desk.chat('One')
  const bulk = { id: uuidv7(), conversation_ids: [id], actions: [{ type: 'facts', priority: 'urgent' }] }
  await leaver('POST', '/bulk', bulk)
  await bulkEnded(ask, bulk.id)
  await ask('PATCH', `/admin/agents/${desk.ana.id}`, { disabled: true })
  await ask('POST', `/bulk/${bulk.id}/undo`)
  const undone = await bulkEnded(ask, bulk.id)
  assert.deepEqual([undone.state, undone.done], ['undone', 1])
  assert.equal((await desk.show(id)).priority, 'normal')
  const last = (await desk.log(id)).findLast(({ type }) => type === 'conversation.facts_changed')
  assert.equal(last!.actor.id, me)
})

test('bulk: whoever is disabled in the middle of one does no more of it', async (t) => {
  const desk = await startTriageDesk(t)
  const [{ ask }, leaver] = [await chief(desk), asker(desk, desk.ana)]
  const ids = [await desk.chat('One'), await desk.chat('Two')]
  const bulk = { id: uuidv7(), conversation_ids: ids, actions: [{ type: 'facts', priority: 'urgent' }] }
  await desk.db.transaction(async (transaction) => {
    await desk.db.query('select id from conversations where id = $1 for no key update', [ids[0]], transaction)
    await leaver('POST', '/bulk', bulk)
    // Its first item waits for the lock.
    await lockWaiters(desk.databaseUrl)
    await ask('PATCH', `/admin/agents/${desk.ana.id}`, { disabled: true })
  })
  const ended = await bulkEnded(ask, bulk.id)
  assert.deepEqual([ended.state, (await desk.show(ids[1]!)).priority], ['cancelled', 'normal'])
})

test('macros: a customer’s name or subject inside a text of the team is letters, no link and no Markdown', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const id = await desk.chat('Hello')
  const names = [
    '[Reset](https://evil.example)',
    'https://evil.example',
    'www.evil.example',
    '**O’Brien** `x`',
  ]
  for (const name of names) {
    await desk.db.query(
      `update contacts set name = $2 from conversations c where c.id = $1 and c.contact_id = contacts.id
       returning contacts.id`,
      [id, name],
    )
    const actions = [{ type: 'note', body: 'Spoke to {{contact.name}} / {{contact.first_name}}' }]
    const { body: macro } = await ask('POST', '/macros', { name: 'Spoke', actions })
    const run = await ask('POST', `/macros/${macro.id}/run`, { conversation_id: id, cid: uuidv7() })
    assert.equal(run.body.results[0].state, 'done')
    const { content } = (await desk.log(id)).findLast(({ type }) => type === 'note.created')!.data
    const text = content[0].children.join('').replaceAll('\u2060', '')
    assert.equal(text, `Spoke to ${name} / ${name.split(' ')[0]}`)
  }
})

test('merge: at most fifty go into one, those that bring others along counted', async (t) => {
  const desk = await startTriageDesk(t)
  const [from, into] = [await desk.chat('From'), await desk.chat('Into')]
  const insert = (n: number) =>
    desk.db.query(
      `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status, merged_into)
       select gen_random_uuid(), workspace_id, site_id, contact_id, channel, 'DB-' || $2 || g, subject, 'resolved', id
         from conversations, generate_series(1, $3::int) g where id = $1 returning id`,
      [into, `X${n}`, n],
    )
  await insert(49)
  await desk.done(desk.console, 'conversation.merge', { conversation_id: from, into_id: into })
  const more = await desk.chat('One more')
  const wrong = { conversation_id: more, into_id: into }
  assert.equal(await desk.refused(desk.console, 'conversation.merge', wrong), 'limit-reached')
})

test('bell: lines of one kind are marked unread again without a fault, one of each', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const id = await desk.chat('Hello')
  for (const at of ['1 hour', '2 hours'])
    await desk.db.query(
      `insert into notifications (id, workspace_id, agent_id, kind, conversation_id, actor, at, read_at)
       values (gen_random_uuid(), $1, $2, 'mention', $3, '{"kind":"human","id":null,"name":"A"}', now() - $4::interval, now())
       returning id`,
      [desk.workspaceId, desk.mika.id, id, at],
    )
  const answer = await ask('POST', '/notifications/read', { conversation_id: id, read: false })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const { body } = await ask('GET', '/notifications')
  const mentions = body.notifications.filter(({ kind }: { kind: string }) => kind === 'mention')
  assert.deepEqual(
    mentions.map(({ read }: { read: boolean }) => read),
    [false, true],
  )
})

test('names every object has are no operators’ values and no fields', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  for (const word of ['constructor', '__proto__', 'valueOf']) {
    const found = await ask('GET', `/search?q=${encodeURIComponent(`is:${word} x`)}`)
    assert.deepEqual([found.status, found.body.unknown], [200, [`is:${word}`]])
  }
  const id = await desk.chat('Hello')
  // As if it were there with a value of its own.
  const custom = { constructor: null, __proto__: null }
  const wrong = { conversation_id: id, custom }
  assert.equal(await desk.refused(desk.console, 'facts.set', wrong), 'transition-refused')
})

test('people: an administrator does not let a disabled owner in again, nor signs in as them', async (t) => {
  const desk = await startTriageDesk(t)
  await owner(desk, desk.mika)
  await owner(desk, desk.ana, 'admin')
  const eve = await desk.person('Eve')
  await owner(desk, eve)
  const [asOwner, asAdmin] = [asker(desk, desk.mika), asker(desk, desk.ana)]
  await asOwner('PATCH', `/admin/agents/${eve.id}`, { disabled: true })
  const again = { name: 'Eve', email: 'Eve@desk.example', role: 'agent', department_ids: [] }
  assert.equal((await asAdmin('POST', '/admin/agents', again)).status, 403)
  const [row] = await desk.db.query<{ role: string }>('select role from agents where id = $1', [eve.id])
  assert.equal(row!.role, 'owner')
  assert.equal((await asOwner('POST', '/admin/agents', again)).status, 201)
})

test('API keys: of many made in one moment no more come to be than may be', async (t) => {
  const desk = await startTriageDesk(t)
  const { ask } = await chief(desk)
  const make = (n: number) =>
    ask('POST', '/admin/api-keys', { name: `Key ${n}`, agent_id: desk.ana.id, expires_at: null })
  for (let n = 0; n < 46; n++) assert.equal((await make(n)).status, 201)
  await Promise.all(Array.from({ length: 8 }, (_, n) => make(n)))
  assert.equal((await ask('GET', '/admin/api-keys')).body.keys.length, 50)
})

test('notes about a customer: who took one away is in the audit log, once', async (t) => {
  const desk = await startTriageDesk(t)
  const [{ ask }, colleague] = [await chief(desk), asker(desk, desk.ana)]
  const { contact } = await desk.show(await desk.chat('Hello'))
  const note = { id: uuidv7(), body: 'Promised a refund' }
  assert.equal((await ask('POST', `/contacts/${contact.id}/notes`, note)).status, 201)
  for (let n = 0; n < 2; n++) await colleague('DELETE', `/contacts/${contact.id}/notes/${note.id}`)
  const { body } = await ask('GET', '/admin/audit?action=contact_note.deleted')
  const [entry] = body.entries
  assert.deepEqual([body.entries.length, entry.agent.id, entry.data.note_id], [1, desk.ana.id, note.id])
})

test('whispers: only the two it is between come upon one, whichever way is read', async (t) => {
  const desk = await startTriageDesk(t)
  const [id, into] = [await desk.chat('Hello'), await desk.chat('Again')]
  const eve = await desk.person('Eve')
  const toEve = await desk.join(eve, 'agent', { [id]: 0 })
  const ask = asker(desk, eve)
  await desk.done(desk.customer, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const wish = { conversation_id: id, agent_id: desk.ana.id, body: 'Offer the **albatross**' }
  const cid = uuidv7()
  const { whisper } = await desk.done(desk.console, 'whisper.add', wish, cid)
  const heard = await desk.colleague.nextOf(({ type }) => type === 'whisper.created')
  assert.deepEqual(heard.data.whisper, whisper)
  const line = await desk.colleague.nextOf(
    ({ type, data }) => type === 'notification.created' && data.notification.kind === 'mention',
  )
  assert.equal(line.data.notification.preview, 'Offer the albatross')
  // Said again it is the same one, and nobody is called twice; as another's, or with other words, it is refused.
  assert.deepEqual((await desk.done(desk.console, 'whisper.add', wish, cid)).whisper, whisper)
  assert.equal(desk.colleague.frames.filter(({ type }) => type === 'whisper.created').length, 0)
  const stolen = await ask('POST', `/conversations/${id}/whispers`, {
    ...wish,
    conversation_id: undefined,
    cid,
  })
  assert.deepEqual([stolen.status, stolen.body.code], [422, 'cid-reused'])

  // Whatever is told of this conversation has been told when this is.
  await desk.done(desk.colleague, 'note.add', { conversation_id: id, body: 'A goose' })
  await desk.done(desk.colleague, 'message.send', { conversation_id: id, body: 'Here is a swan' })
  const isSwan = (frame: { type: string; data?: unknown }) =>
    frame.type === 'events' && JSON.stringify(frame.data).includes('a swan')
  const swans = [await toEve.nextOf(isSwan), await desk.customer.nextOf(isSwan)]
  const told = [...swans, ...toEve.frames, ...desk.customer.frames].map((frame) => JSON.stringify(frame))
  await desk.done(desk.console, 'conversation.merge', { conversation_id: id, into_id: into })
  await desk.rooms.messageFeeder.catchUp()
  for (const path of [
    `/conversations/${id}/events`,
    `/conversations/${id}/history?before=1000`,
    `/conversations/${id}/aside`,
    `/conversations/${into}/aside`,
    `/conversations/${id}/contact`,
    '/conversations?view=open',
    '/conversations?view=mentions',
    '/search?q=albatross',
    '/notifications',
    '/board',
  ]) {
    const { status, body } = await ask('GET', path)
    assert.equal(status, 200, path)
    told.push(JSON.stringify(body))
  }
  const own = await desk.call('GET', `/support/widget/chat/${id}/events`, { token: desk.session.token })
  told.push(JSON.stringify(own.body))
  for (const each of told) assert.doesNotMatch(each, /Offer|\*albatross/)
  await assert.rejects(desk.rooms.whispers.byId({ workspaceId: desk.workspaceId, id: eve.id }, whisper.id), {
    code: 'conversation-not-found',
  })
  // What reads logs (transcripts, summaries, the AI agent, search) has nothing to leave out.
  assert.deepEqual(
    await desk.db.query(`select id from conversation_events where data::text like '%albatross%'`),
    [],
  )
  for (const person of [desk.mika, desk.ana]) {
    const { body } = await asker(desk, person)('GET', `/conversations/${id}/aside`)
    assert.deepEqual(body.whispers, [whisper])
  }
})

test('whispers: to oneself, to a machine and to another team there are none', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const stranger = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Zoe' })
  const to = (agent_id: string) =>
    desk.refused(desk.console, 'whisper.add', { conversation_id: id, agent_id, body: 'Psst' })
  assert.equal(await to(desk.mika.id), 'invalid-request')
  assert.equal(await to(desk.assistant.id!), 'agent-not-found')
  assert.equal(await to(stranger.id), 'agent-not-found')
  const { id: theirs } = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Yan' })
  await assert.rejects(
    desk.rooms.whispers.add(
      { ...stranger, side: 'agent', workspaceId, role: 'owner', sessionId: uuidv7(), sessionKind: 'browser' },
      { conversation_id: id, agent_id: theirs, body: 'Psst' },
      { cid: uuidv7(), digest: Buffer.alloc(32), actorId: stranger.id },
    ),
    { code: 'conversation-not-found' },
  )
  assert.deepEqual(await desk.db.query('select id from whispers'), [])
})

test('an answer over REST: who wrote it has read what it answers, and no more', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  const id = await desk.chat('Hello')
  await ask('POST', `/conversations/${id}/accept`, {})
  assert.equal((await desk.show(id)).unread, 1)
  const answer = (more: object) => ask('POST', `/conversations/${id}/messages`, { body: 'Hi', ...more })
  assert.equal((await answer({})).status, 200)
  assert.equal((await desk.show(id)).unread, 0)
  const { head } = await desk.show(id)
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'And another thing' })
  assert.equal((await answer({ after_seq: head })).status, 200)
  assert.equal((await desk.show(id)).unread, 1)
})

test('search, board and bell: of another team’s there is nothing, and nothing of theirs can be marked', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello from the fjord')
  await desk.done(desk.console, 'note.add', {
    conversation_id: id,
    body: 'A fjord',
    mention_ids: [desk.ana.id],
  })
  const line = await desk.colleague.nextOf(
    ({ type, data }) => type === 'notification.created' && data.notification.kind === 'mention',
  )
  await desk.rooms.messageFeeder.catchUp()
  const found = await asker(desk, desk.ana)('GET', '/search?q=fjord')
  assert.match(JSON.stringify(found.body), new RegExp(id))

  const { id: workspaceId } = await desk.rooms.workspaces.create({ name: 'Elsewhere' })
  const eve = await desk.rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve' })
  const { token } = await desk.rooms.sessions.create({ workspaceId, agentId: eve.id })
  const ask = asker(desk, { token })
  const said: string[] = []
  for (const path of [
    '/search?q=fjord',
    `/search?q=${id}`,
    '/board',
    '/board/loads',
    '/notifications',
    '/views',
  ]) {
    const { status, body } = await ask('GET', path)
    assert.equal(status, 200, path)
    said.push(JSON.stringify({ ...body, query: null }))
  }
  const of = `/board?department_id=${uuidv7()}`
  said.push(JSON.stringify((await ask('GET', of)).body))
  for (const each of said) assert.doesNotMatch(each, new RegExp(`fjord|${desk.ana.id}|${id}`))
  await ask('POST', '/notifications/read', { ids: [line.data.notification.id] })
  await ask('POST', '/notifications/read', { conversation_id: id })
  await ask('POST', '/notifications/read', { all: true })
  assert.equal((await asker(desk, desk.ana)('GET', '/notifications')).body.unread, 2)
})

test('search, board and bell: who is disabled is out of them at once, and no bell rings for them any more', async (t) => {
  const desk = await startTriageDesk(t)
  const [{ ask }, leaver] = [await chief(desk), asker(desk, desk.ana)]
  const id = await desk.chat('Hello')
  await desk.done(desk.colleague, 'conversation.follow', { conversation_id: id, follow: true })
  assert.equal((await ask('PATCH', `/admin/agents/${desk.ana.id}`, { disabled: true })).status, 200)
  assert.ok([4401, 4403].includes((await desk.colleague.closed).code))
  for (const path of ['/search?q=Hello', '/board', '/board/loads', '/notifications'])
    assert.equal((await leaver('GET', path)).status, 401, path)
  const note = { conversation_id: id, body: 'Ana?', mention_ids: [desk.ana.id] }
  assert.equal(await desk.refused(desk.console, 'note.add', note), 'agent-not-found')
  await desk.console.nextOf(({ type }) => type === 'notification.created')
  const rung = await desk.db.query('select id from notifications where agent_id = $1 and read_at is null', [
    desk.ana.id,
  ])
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'Anybody?' })
  await desk.chat('Another')
  await desk.console.nextOf(({ type }) => type === 'notification.created')
  const after = await desk.db.query('select id from notifications where agent_id = $1 and read_at is null', [
    desk.ana.id,
  ])
  assert.equal(after.length, rung.length)
})

test('search, board and bell: what nobody’s console would ask is refused or found nothing for, and breaks nothing', async (t) => {
  const desk = await startTriageDesk(t)
  const ask = asker(desk, desk.mika)
  await desk.chat('Hello')
  const get = (path: string, values: Record<string, string>) =>
    ask('GET', `${path}?${new URLSearchParams(values)}`)
  const texts = [
    `'; drop table conversations; --`,
    '%%%___\\\\',
    ':*&|!<->()',
    '"unclosed "and" again',
    'a'.repeat(300),
    'tag:'.repeat(75),
    '- - - - -',
    'from:* to:* is: has: before:9999-99-99 after:0000-00-00',
    '\u202e\ud83d\ude00 ﷽ '.repeat(10),
    `${'(a+)+$ '.repeat(40)}`,
    '0x1 1e309 -0 NaN',
  ]
  for (const q of texts)
    assert.ok([200, 422].includes((await get('/search', { q })).status), `search ${q.slice(0, 30)}`)
  const refused: [string, Record<string, string>][] = [
    ['/search', { q: 'a'.repeat(301) }],
    ['/search', { q: '' }],
    ['/search', { q: 'x', limit: '5000' }],
    ['/search', { q: 'x', cursor: 'bm90IG91cnM' }],
    ['/search', { q: 'x', kinds: 'a'.repeat(61) }],
    ['/board', { time_zone: `UTC'; select 1` }],
    ['/board', { time_zone: '+05:30' }],
    ['/board', { department_id: 'all' }],
    ['/notifications', { cursor: 'a'.repeat(301) }],
    ['/notifications', { cursor: 'bm90IG91cnM' }],
  ]
  for (const [path, values] of refused)
    assert.equal((await get(path, values)).status, 422, `${path} ${JSON.stringify(values).slice(0, 60)}`)
  assert.equal((await ask('POST', '/notifications/read', { ids: Array(600).fill(uuidv7()) })).status, 422)
  assert.equal((await ask('GET', '/search?q=x&q=y')).status, 422)
  // Known to Intl, and to PostgreSQL by another name only.
  assert.equal((await get('/board', { time_zone: 'US/Pacific-New' })).status, 200)
})

test('search, board and bell: each asks no more than a person does, and one that asked too much leaves the others alone', async (t) => {
  const desk = await startTriageDesk(t, { unlimited: false })
  for (const path of ['/search?q=hello', '/board', '/notifications']) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => asker(desk, desk.mika)('GET', path)))
    const over = answers.filter(({ status }) => status === 429)
    assert.ok(over.length > 0 && over.length < 40, `${path} ${over.length}`)
    assert.equal(over[0]!.body.code, 'quota-exceeded')
    assert.equal((await asker(desk, desk.ana)('GET', path)).status, 200, path)
  }
})
