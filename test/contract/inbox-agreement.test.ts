// The server's lists and the browser's: for conversations and filters made by chance, both name the same ones, in the
// same order.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { belongs, inboxOrder, isIn } from '../../sdk/client/inbox-membership.ts'
import { type AgentConversation, InboxView } from '../../sdk/protocol/conversation.ts'
import { Status } from '../../sdk/protocol/conversation-words.ts'
import { InboxFilter, InboxSort, Priority } from '../../sdk/protocol/triage.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'

const SEED = 20_260_101
const COUNT = 160

/** Known ids a conversation or a filter may name. */
async function furnish(desk: Desk) {
  const { db, workspaceId, site, assistant } = desk
  const people = [await desk.person('mara'), await desk.person('ada')]
  const made = async (table: string, names: string[]): Promise<string[]> => {
    const ids = names.map(() => uuidv7())
    await db.query(
      `insert into ${table} (id, workspace_id, name) select unnest($2::uuid[]), $1, unnest($3::text[]) returning id`,
      [workspaceId, ids, names],
    )
    return ids
  }
  const contacts = [uuidv7(), uuidv7(), uuidv7()]
  await db.query(
    `insert into contacts (id, workspace_id, site_id, name, email, locale)
     values ($1, $4, $5, 'Zoë Müller', 'zoe@shop.example', 'de-AT'), ($2, $4, $5, 'Bob', null, 'DE'),
            ($3, $4, $5, '', 'c@x.example', null) returning id`,
    [...contacts, workspaceId, site.id],
  )
  return {
    people,
    contacts,
    departments: await made('departments', ['Workshop', 'Orders']),
    topics: await made('topics', ['Repairs', 'Refunds']),
    tags: await made('tags', ['VIP', 'late', 'angry']),
    assignees: [people[0]!.id, people[1]!.id, assistant.id],
  }
}

type Furniture = Awaited<ReturnType<typeof furnish>>

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null })
const minute = fc.noBias(fc.integer({ min: 1, max: 60 * 24 * 20 }))

/** Rows in every state, each time another minute, so that no two are alike. */
const rowsOf = ({ contacts, departments, topics, tags, assignees, people }: Furniture) =>
  fc.array(
    fc.record({
      contact_id: fc.constantFrom(...contacts),
      channel: fc.constantFrom('chat', 'ticket'),
      subject: fc.constantFrom('Where is my ORDER?', 'Ärger mit 100% Rabatt', '', 'a_b'),
      status: fc.constantFrom(...Status.options),
      department_id: maybe(fc.constantFrom(...departments)),
      assignee_id: maybe(fc.constantFrom(...assignees)),
      waiting: maybe(minute),
      unanswered: maybe(minute),
      priority: fc.constantFrom(...Priority.options),
      topic_id: maybe(fc.constantFrom(...topics)),
      tag_ids: fc.subarray(tags),
      custom: fc.constantFrom({}, { order: 7 }, { order: '7', gift: true }, { gift: false }),
      snoozed: fc.constantFrom(null, null, null, 5),
      spam: fc.constantFrom(null, null, null, null, 5),
      follower_ids: fc.subarray(people.map(({ id }) => id)),
      mentioned_ids: fc.subarray(people.map(({ id }) => id)),
      draft: fc.constantFrom(null, null, 3),
      rating: maybe(fc.integer({ min: 1, max: 5 })),
      preview: fc.constantFrom('It broke', 'ça marche', 'ORDER 66'),
      merged: fc.constantFrom(false, false, false, false, true),
      created: minute,
    }),
    { minLength: COUNT, maxLength: COUNT },
  )

async function write(desk: Desk, furniture: Furniture): Promise<void> {
  const [rows] = fc.sample(rowsOf(furniture), { seed: SEED, numRuns: 1 }) as [object[]]
  await desk.db.query(
    `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status,
       department_id, assignee_id, waiting_since, unanswered_since, priority, topic_id, tag_ids, custom, snoozed_until,
       spam_at, follower_ids, mentioned_ids, draft_id, draft_at, rating, last_message, created_at, updated_at)
     select gen_random_uuid(), $1, $2, r.contact_id, r.channel, 'DB-' || n, r.subject, r.status, r.department_id,
            r.assignee_id, now() - make_interval(mins => r.waiting, secs => n), now() - make_interval(mins => r.unanswered, secs => n),
            r.priority, r.topic_id, r.tag_ids, r.custom, now() + make_interval(mins => r.snoozed),
            now() - make_interval(mins => r.spam), r.follower_ids, r.mentioned_ids,
            case when r.draft is not null then gen_random_uuid() end, now() - make_interval(mins => r.draft, secs => n),
            case when r.rating is not null then jsonb_build_object('score', r.rating, 'comment', '', 'at', now()) end,
            jsonb_build_object('preview', r.preview, 'at', now(), 'actor', jsonb_build_object('kind', 'system', 'id', null, 'name', '')),
            now() - make_interval(mins => r.created, secs => n), now() - make_interval(mins => r.created / 2, secs => n)
       from jsonb_to_recordset($3::jsonb) as r (
         contact_id uuid, channel text, subject text, status text, department_id uuid, assignee_id uuid, waiting int,
         unanswered int, priority text, topic_id uuid, tag_ids uuid[], custom jsonb, snoozed int, spam int,
         follower_ids uuid[], mentioned_ids uuid[], draft int, rating int, preview text, created int, n int) returning id`,
    [desk.workspaceId, desk.site.id, JSON.stringify(rows.map((row, at) => ({ ...row, n: at + 1 })))],
  )
  await desk.db.query(
    `update conversations set merged_into = (select id from conversations where reference = 'DB-1')
      where reference = any($1::text[]) returning id`,
    [rows.flatMap((row, at) => ((row as { merged: boolean }).merged && at > 0 ? [`DB-${at + 1}`] : []))],
  )
}

const some = <T>(of: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...of], { minLength: 1 }) as fc.Arbitrary<T[]>
const day = (age: number): string => new Date(Date.now() - age * 86_400_000).toISOString()
const span = fc.oneof(
  fc.integer({ min: 1, max: 15 }).map((days) => ({ days })),
  fc
    .record({
      from: fc.integer({ min: 5, max: 15 }),
      to: fc.integer({ min: 1, max: 5 }),
      whole: fc.boolean(),
    })
    .map(({ from, to, whole }) => ({
      from: whole ? day(from).slice(0, 10) : day(from),
      to: whole ? day(to).slice(0, 10) : day(to),
    })),
)

/** One or two conditions: of more, hardly a conversation is left. */
const filterOf = ({ departments, topics, tags, assignees }: Furniture, siteId: string) => {
  const all = {
    status: some(Status.options),
    department_ids: some([null, ...departments]),
    topic_ids: some([null, ...topics]),
    tag_ids: some(tags),
    assignee_ids: some([null, 'me', ...assignees]),
    site_ids: some([siteId, uuidv7()]),
    channel: some(['chat', 'ticket'] as const),
    locale: some(['de', 'de-at', 'en', 'd_']),
    priority: some(Priority.options),
    rating: fc.constantFrom({}, { min: 3 }, { max: 2 }, { min: 2, max: 4 }),
    created: span,
    updated: span,
    unanswered_minutes: fc.integer({ min: 1, max: 20_000 }),
    custom: fc.constantFrom({ order: 7 }, { order: '7' }, { gift: true }, { gift: false, order: 1 }),
    text: fc.constantFrom('order', 'ÄRGER', '100%', 'müller', 'SHOP.EXAMPLE', 'a_b', 'db-1', 'ça', 'nowhere'),
  }
  return fc
    .tuple(fc.record(all), fc.subarray(Object.keys(all), { minLength: 1, maxLength: 2 }))
    .map(([filter, keys]) => Object.fromEntries(Object.entries(filter).filter(([key]) => keys.includes(key))))
}

test('the browser names the same conversations as the server, in the same order, whatever is asked for', async (t) => {
  const desk = await startDesk(t)
  const furniture = await furnish(desk)
  await write(desk, furniture)
  const agent = (await desk.rooms.sessions.verify(furniture.people[0]!.token))!
  const { inbox } = desk.rooms

  /** All of a list, in pages of seven, each row once. */
  async function listed(view: InboxView, filter?: object, sort?: InboxSort): Promise<AgentConversation[]> {
    const rows: AgentConversation[] = []
    const parsed = filter && InboxFilter.parse(filter)
    for (let cursor: string | undefined; ; ) {
      const page = await inbox.list(agent, { view, filter: parsed, sort, cursor, limit: 7 })
      rows.push(...page.conversations)
      if (page.next_cursor === null) break
      cursor = page.next_cursor
    }
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'a row came twice')
    return rows
  }

  // Whatever is there, merged ones too, which no list holds.
  const ids = await desk.db.query<{ id: string }>('select id from conversations')
  const all = await Promise.all(
    ids.map(async ({ id }) => desk.rooms.views.forAgent(await desk.rooms.views.load(desk.workspaceId, id))),
  )
  assert.equal(all.length, COUNT)
  const found = new Map<string, number>()
  let narrowed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...InboxView.options),
      fc.option(filterOf(furniture, desk.site.id), { nil: undefined }),
      fc.option(fc.constantFrom(...InboxSort.options), { nil: undefined }),
      async (view, filter, sort) => {
        const named = (now: number): string[] =>
          all
            .filter((c) => isIn({ view, filter: filter as InboxFilter | undefined }, c, agent.id, now))
            .sort(inboxOrder(view, sort))
            .map(({ reference }) => reference)
        const before = named(Date.now())
        const rows = await listed(view, filter, sort)
        const references = rows.map(({ reference }) => reference)
        // Time goes on while the server answers, and may take one across an edge.
        if (references.join() !== before.join()) assert.deepEqual(references, named(Date.now()))
        if (rows.length > 0) found.set(view, (found.get(view) ?? 0) + 1)
        if (filter && rows.length > 0) narrowed += 1
      },
    ),
    { numRuns: 300, seed: SEED },
  )
  assert.ok(narrowed > 100, 'filters find something')
  assert.deepEqual([...found.keys()].sort(), [...InboxView.options].sort(), 'each view has held something')

  const { views } = await inbox.counts(agent)
  for (const view of InboxView.options)
    assert.equal(views[view], all.filter((c) => belongs(view, c, agent.id)).length, view)
})
