// The inbox's lists over the wire: pages that hold while rows move, cursors that are of one list, filters that find
// little, deadlines, and counts.

import assert from 'node:assert/strict'
import test from 'node:test'
import { TRIAGE_LIMITS } from '../../sdk/protocol/triage.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'
import { startTriageDesk } from '../helpers/triage-desk.ts'

/** So many open chats of one customer, a second apart; the first one changed last. */
async function fill(desk: Desk, count: number): Promise<void> {
  const contact = uuidv7()
  await desk.db.query(
    `insert into contacts (id, workspace_id, site_id, name) values ($1, $2, $3, 'Nora') returning id`,
    [contact, desk.workspaceId, desk.site.id],
  )
  await desk.db.query(
    `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status, updated_at)
     select gen_random_uuid(), $1, $2, $3, 'chat', 'DB-' || n, 'Number ' || n, 'new', now() - make_interval(secs => n)
       from generate_series(1, $4::int) n returning id`,
    [desk.workspaceId, desk.site.id, contact, count],
  )
}

test('inbox: a page goes on behind the last row though rows move, and no cursor is good for another list', async (t) => {
  const desk = await startDesk(t)
  const [mara, ada] = [await desk.person('mara'), await desk.person('ada')]
  await fill(desk, 10)
  const page = (query: Record<string, string>, { token } = mara) =>
    desk.call('GET', `/api/v1/conversations?${new URLSearchParams({ view: 'open', limit: '4', ...query })}`, {
      token,
    })
  const subjects = ({ body }: Awaited<ReturnType<typeof page>>): string[] =>
    body.conversations.map(({ subject }: { subject: string }) => subject.slice(7))
  const first = await page({})
  assert.deepEqual(subjects(first), ['1', '2', '3', '4'])
  // One that was shown, and one that was not, come to the top: nothing is shown twice, nothing else is left out.
  await desk.db.query(
    `update conversations set updated_at = now() where reference in ('DB-2', 'DB-7') returning id`,
  )
  const second = await page({ cursor: first.body.next_cursor })
  assert.deepEqual(subjects(second), ['5', '6', '8', '9'])
  const last = await page({ cursor: second.body.next_cursor })
  assert.deepEqual(subjects(last), ['10'])
  assert.equal(last.body.next_cursor, null)

  const cursor = first.body.next_cursor
  const others: Record<string, string>[] = [
    { view: 'mine' },
    { sort: 'oldest' },
    { filter: '{"priority":["low"]}' },
    { cursor: 'x' },
  ]
  for (const other of others) {
    const { status, body } = await page({ cursor, ...other })
    assert.deepEqual([status, body.errors?.[0]?.pointer], [422, '/cursor'], JSON.stringify(other))
  }
  assert.equal((await page({ cursor }, ada)).status, 422, 'nor for a colleague')
  assert.equal((await page({ filter: '{"nothing":1}' })).status, 422)
})

test('inbox: a filter that finds little looks at a bounded part at a time, and finds all in the end', async (t) => {
  const desk = await startDesk(t)
  const mara = await desk.person('mara')
  await fill(desk, 12_000)
  const found: string[] = []
  let pages = 0
  for (let cursor: string | null = ''; cursor !== null; pages += 1) {
    const filter = JSON.stringify({ text: 'number 1199' })
    const query = new URLSearchParams({ view: 'open', limit: '50', filter, ...(cursor && { cursor }) })
    const { body } = await desk.call('GET', `/api/v1/conversations?${query}`, { token: mara.token })
    found.push(...body.conversations.map(({ subject }: { subject: string }) => subject))
    cursor = body.next_cursor
  }
  assert.equal(pages, 3)
  assert.equal(found[0], 'Number 1199')
  assert.deepEqual(
    found.slice(1),
    Array.from({ length: 10 }, (_, n) => `Number ${11_990 + n}`),
  )
})

test('inbox: an answer is due by the priority’s target, on the fast way as on the long one', async (t) => {
  const desk = await startTriageDesk(t)
  const { console, customer } = desk
  const id = await desk.chat('Where is my order?')
  const begun = await desk.show(id)
  assert.ok(begun.unanswered_since)
  const minutes = (shown: { unanswered_since: string; due_at: string }): number =>
    (Date.parse(shown.due_at) - Date.parse(shown.unanswered_since)) / 60_000
  assert.equal(minutes(begun), 240)
  assert.equal(begun.solve_by, undefined)
  const targets = { solve_targets: { urgent: 480, high: null, normal: null, low: null } }
  await desk.rooms.workspaceSettings.change(desk.workspaceId, targets)
  await desk.done(console, 'facts.set', { conversation_id: id, priority: 'urgent' })
  const urgent = await desk.show(id)
  assert.equal(minutes(urgent), 15)
  assert.equal((Date.parse(urgent.solve_by) - Date.parse(urgent.created_at)) / 60_000, 480)
  await desk.done(console, 'conversation.accept', { conversation_id: id })
  assert.equal((await desk.show(id)).unanswered_since, begun.unanswered_since, 'taking is no answer')
  const say = (socket: typeof console, body: string) =>
    desk.done(socket, 'message.send', { conversation_id: id, body })
  await say(console, 'On its way.')
  const answered = await desk.show(id)
  assert.deepEqual([answered.unanswered_since, answered.due_at], [null, null])
  await say(customer, 'When?')
  const { unanswered_since: since } = await desk.show(id)
  assert.ok(since > begun.unanswered_since)
  await say(customer, 'Hello?')
  assert.equal((await desk.show(id)).unanswered_since, since)
  await desk.done(console, 'conversation.resolve', { conversation_id: id })
  const over = await desk.show(id)
  assert.deepEqual([over.unanswered_since, over.solve_by], [null, undefined])
})

test('inbox: counts tell of views, teams and the saved views somebody sees', async (t) => {
  const desk = await startTriageDesk(t)
  const { db, mika, ana, workspaceId } = desk
  const { id: team } = await desk.rooms.departments.create({ workspaceId, name: 'Returns' })
  const [id, snoozed] = [await desk.chat('A parcel'), await desk.chat('Another')]
  await db.query('update conversations set department_id = $2 where id = $1 returning id', [id, team])
  await db.query(
    `update conversations set snoozed_until = now() + interval '1 h' where id = $1 returning id`,
    [snoozed],
  )
  const save = async (token: string, body: object): Promise<string> =>
    (await desk.call('POST', '/api/v1/views', { token, body })).body.id
  const filter = { text: 'parcel', department_ids: [team] }
  const shared = await save(mika.token, { name: 'Parcels', shared: true, filter })
  const own = await save(mika.token, { name: 'Mine', filter: { assignee_ids: ['me'] } })
  const counts = async (token: string) => (await desk.call('GET', '/api/v1/inbox/counts', { token })).body
  const { views, teams, saved } = await counts(mika.token)
  assert.deepEqual([views.open, views.waiting, views.unassigned, views.snoozed], [1, 1, 1, 1])
  assert.equal(teams[team], 1)
  assert.deepEqual(saved, { [shared]: 1, [own]: 0 })
  assert.deepEqual((await counts(ana.token)).saved, { [shared]: 1 })
  // As many as a team may have: each of them is counted, and so is the rest.
  await db.query(
    `insert into saved_views (id, workspace_id, owner_id, name, shared, filter, sort, position)
     select gen_random_uuid(), workspace_id, owner_id, 'View ' || n, true, '{}', sort, n
       from saved_views, generate_series(3, $2::int) n where id = $1 returning id`,
    [own, TRIAGE_LIMITS.savedViews],
  )
  const all = await counts(mika.token)
  assert.equal(all.views.open, 1)
  assert.deepEqual(Object.values(all.saved).sort(), [0, ...Array(TRIAGE_LIMITS.savedViews - 1).fill(1)])
})
