// An owner's settings of the AI agent, from the console's REST to what the customer is told; rehearsals and traces.

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import {
  AssistantRunDetail,
  AssistantRunPage,
  Rehearsal,
  SiteAssistant,
} from '../../sdk/protocol/assistant-run.ts'
import {
  type AssistantSettingsDeps,
  createAssistantSettings,
  DEFAULT_ASSISTANT_SETTINGS,
} from '../../server/assistant/settings.service.ts'
import { importFolder } from '../../server/knowledge/article-import.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { scriptedModel } from '../helpers/scripted-model.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const ARTICLE = `---
title: Returning parts you have fitted
category: Returns
questions: [Can I return brake pads I fitted once?]
---
You have 60 days to return fitted brake pads, counted from delivery.
`
const QUESTION = 'Can I return brake pads I fitted once?'

async function owned(t: TestContext, options: Parameters<typeof startDesk>[1] = {}) {
  const desk = await startDesk(t, options)
  const owner = await desk.person('Olga')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [owner.id])
  const folder = await temporaryFolder(t)
  await writeFile(path.join(folder, 'returns.md'), ARTICLE)
  await importFolder({ articles: desk.rooms.articles, workspaceId: desk.workspaceId, folder })
  const rest = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    desk.call(method, `/api/v1${path}`, {
      token: owner.token,
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    })
  return { desk, rest, at: `/sites/${desk.site.id}/assistant` }
}

async function ask(desk: Desk, message: string) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message })
  return { id, socket }
}

const ended = (desk: Desk, id: string) =>
  eventually(async () => {
    const [run] = await desk.db.query<{ id: string; state: string; reason: string | null }>(
      `select id, state, reason from assistant_runs where conversation_id = $1 and state <> 'running'
        order by created_at desc limit 1`,
      [id],
    )
    return run
  })

test('assistant settings: a merge patch changes what it names, under the version that was seen, and is audited', async (t) => {
  const { desk, rest, at } = await owned(t)
  const first = await rest('GET', at)
  const { settings, version, enabled } = SiteAssistant.parse(first.body.assistant)
  assert.deepEqual(
    [settings.mode, settings.floor, version, enabled],
    ['auto', DEFAULT_ASSISTANT_SETTINGS.floor, 0, true],
  )
  const changed = await rest(
    'PATCH',
    at,
    { settings: { floor: 0.9, limits: { tokens_per_day: 10 } } },
    { 'if-match': '"0"' },
  )
  assert.equal(changed.status, 200)
  assert.equal(changed.headers.get('etag'), '"1"')
  assert.equal(changed.body.assistant.settings.limits.replies_per_day, 5000)
  const late = await rest('PATCH', at, { settings: { floor: 0.1 } }, { 'if-match': '"0"' })
  assert.equal(late.status, 412)
  const back = await rest('PATCH', at, { settings: { floor: null } })
  assert.equal(back.body.assistant.settings.floor, DEFAULT_ASSISTANT_SETTINGS.floor)
  // Of two changes that had both read before either wrote, none is lost.
  const bothRead = Promise.withResolvers<void>()
  let reads = 0
  const query: AssistantSettingsDeps['db']['query'] = async (...asked) => {
    const rows = await desk.db.query(...asked)
    if (String(asked[0]).startsWith('select') && ++reads <= 2) {
      if (reads === 2) bothRead.resolve()
      await bothRead.promise
    }
    return rows as never
  }
  const bus = { emit() {}, on: () => () => {}, onGap: () => () => {} }
  const log = { warn() {} }
  const held = createAssistantSettings({ db: { query }, bus, log, clock: () => new Date() })
  const place = { workspaceId: desk.workspaceId, siteId: desk.site.id }
  await Promise.all(
    ['tokens_per_day', 'replies_per_day'].map((name) => held.update(place, { limits: { [name]: 7 } })),
  )
  const { limits } = SiteAssistant.parse((await rest('GET', at)).body.assistant).settings
  assert.deepEqual([limits.tokens_per_day, limits.replies_per_day], [7, 7])
  const [audit] = await desk.db.query<{ data: { changed: string[] } }>(
    `select data from audit_entries where action = 'assistant.changed' order by id limit 1`,
  )
  assert.deepEqual(audit!.data.changed, ['floor', 'limits.tokens_per_day'])
})

test('assistant settings: faults are named, nothing of them is kept, and agents may not change them', async (t) => {
  const { desk, rest, at } = await owned(t)
  const wrong = await rest('PATCH', at, {
    settings: { floor: 7, link_hosts: ['not a host!'], unheard_of: 1 },
  })
  assert.equal(wrong.status, 422)
  const pointers = wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  assert.ok(pointers.includes('/settings/floor'), JSON.stringify(pointers))
  assert.equal((await rest('GET', at)).body.assistant.version, 0)
  const agent = await desk.person('Ada')
  for (const [method, path] of [
    ['GET', at],
    ['PATCH', at],
    ['POST', `${at}/rehearse`],
    ['GET', '/assistant/runs'],
  ] as const) {
    const { status } = await desk.call(method, `/api/v1${path}`, {
      token: agent.token,
      ...(method !== 'GET' && { body: {} }),
    })
    assert.equal(status, 403, `${method} ${path}`)
  }
  assert.equal((await rest('GET', `/sites/${uuidv7()}/assistant`)).status, 404)
})

test('assistant settings: switched off, a person has the customer at once; another node obeys as well', async (t) => {
  const { desk, rest, at } = await owned(t, { shared: true })
  const other = await startDesk(t, { beside: desk })
  await other.rooms.assistantSettings.of(desk.workspaceId, desk.site.id)
  await rest('PATCH', at, { settings: { mode: 'off' } })
  await eventually(async () => {
    const { mode } = await other.rooms.assistantSettings.of(desk.workspaceId, desk.site.id)
    return mode === 'off'
  })
  const { id } = await ask(desk, QUESTION)
  const run = await ended(desk, id)
  assert.deepEqual([run.state, run.reason], ['handed_over', 'assistant_off'])
})

test('assistant settings: a topic of the owner’s goes over the site, and its handoff to the topic’s department', async (t) => {
  const { desk, rest, at } = await owned(t)
  const department = await desk.rooms.departments.create({ workspaceId: desk.workspaceId, name: 'Wholesale' })
  await rest('PATCH', at, {
    settings: {
      topics: [
        {
          key: 'wholesale',
          name: 'Wholesale',
          examples: ['I want to become a dealer', 'wholesale prices for my shop'],
          hand_over: true,
          department_id: department.id,
        },
      ],
    },
  })
  const { id } = await ask(desk, 'What are your wholesale prices for a shop?')
  assert.equal((await ended(desk, id)).reason, 'sensitive_topic')
  const [row] = await desk.db.query<{ department_id: string; topic: string }>(
    'select c.department_id, r.topic from conversations c join assistant_runs r on r.conversation_id = c.id',
  )
  assert.deepEqual([row!.department_id, row!.topic], [department.id, 'wholesale'])
})

test('assistant rehearsal: says what it would do and why, under settings that are only tried, and writes nothing', async (t) => {
  const { desk, rest, at } = await owned(t)
  const turns = [{ by: 'customer', body: `${QUESTION} My card is 4111 1111 1111 1111` }]
  const { status, body } = await rest('POST', `${at}/rehearse`, { turns, locale: 'en' })
  assert.equal(status, 200)
  const rehearsal = Rehearsal.parse(body)
  assert.equal(rehearsal.kind, 'answer')
  assert.match(rehearsal.body!, /60 days/)
  assert.equal(rehearsal.passages[0]!.slug, 'returns')
  assert.ok(rehearsal.reasons.some(({ code }) => code === 'sure_enough'))
  assert.doesNotMatch(JSON.stringify(rehearsal), /4111/)
  const strict = await rest('POST', `${at}/rehearse`, { turns, settings: { floor: 1 } })
  assert.deepEqual([strict.body.kind, strict.body.reason], ['hand_over', 'low_confidence'])
  assert.equal((await rest('GET', at)).body.assistant.settings.floor, DEFAULT_ASSISTANT_SETTINGS.floor)
  for (const table of ['conversations', 'assistant_runs', 'conversation_events'])
    assert.deepEqual(await desk.db.query(`select 1 from ${table}`), [], table)
})

test('assistant traces: administrators see prompt, passages, times, tokens and cost, redacted; agents the reasons', async (t) => {
  const model = await scriptedModel(() => ({
    do: 'stream',
    pieces: [
      'You have 60 days to return them, counted from delivery. [1] ',
      'We will refund you at once. [1]',
    ],
  }))
  t.after(() => model.close())
  const { desk, rest } = await owned(t, {
    modelUrl: model.baseUrl,
    env: { OPENAI_PRICE_INPUT: '10', OPENAI_PRICE_OUTPUT: '40' },
  })
  const { id } = await ask(desk, `${QUESTION} I am nora@example.com`)
  const { id: runId } = await ended(desk, id)
  const page = AssistantRunPage.parse(
    (await rest('GET', `/assistant/runs?site=${desk.site.id}&state=answered`)).body,
  )
  assert.deepEqual(
    page.runs.map((run) => run.id),
    [runId],
  )
  const { run, trace, body } = AssistantRunDetail.parse((await rest('GET', `/assistant/runs/${runId}`)).body)
  assert.equal(body, 'You have 60 days to return them, counted from delivery. [1]')
  assert.match(trace!.prompt!.system, /60 days/)
  assert.match(JSON.stringify(trace), /\[e-mail\]/)
  assert.doesNotMatch(JSON.stringify([run, trace]), /nora@example/)
  assert.deepEqual(
    trace!.withheld.map(({ why }) => why),
    ['promise'],
  )
  assert.ok(run.tokens > 0 && run.cost! > 0 && run.first_word_ms! <= run.total_ms!)
  assert.equal(run.passages[0]!.slug, 'returns')
  assert.ok(trace!.steps.some(({ step }) => step === 'retrieval'))
  const ada = await desk.person('Ada')
  const mine = await desk.call('GET', `/api/v1/conversations/${id}/runs`, { token: ada.token })
  assert.equal(mine.body.runs[0].reasons[0].code, 'sure_enough')
  assert.equal(mine.body.runs[0].trace, undefined)
  assert.equal((await rest('GET', `/conversations/${uuidv7()}/runs`)).status, 404)
  assert.equal((await rest('GET', `/assistant/runs/${uuidv7()}`)).status, 404)
  assert.equal((await rest('GET', '/assistant/runs?cursor=nonsense')).status, 422)
  await desk.db.query(`update assistant_traces set expires_at = now() - interval '1 second' returning run_id`)
  assert.equal(await desk.rooms.runLog.purge(), 1)
  const after = AssistantRunDetail.parse((await rest('GET', `/assistant/runs/${runId}`)).body)
  assert.deepEqual([after.trace, after.body, after.run.question], [null, null, ''])
})

test('assistant budget: once the day’s tokens are reserved no model is asked, by any of many at once', async (t) => {
  const model = await scriptedModel(() => ({
    do: 'stream',
    pieces: ['You have 60 days to return them, counted from delivery. [1]'],
  }))
  t.after(() => model.close())
  const { desk, rest, at } = await owned(t, { modelUrl: model.baseUrl })
  // Enough for one prompt with its answer.
  await rest('PATCH', at, { settings: { limits: { tokens_per_day: 2500 } } })
  const chats = await Promise.all(Array.from({ length: 5 }, () => ask(desk, QUESTION)))
  for (const { id } of chats) assert.equal((await ended(desk, id)).state, 'answered')
  const modes = await desk.db.query<{ mode: string }>('select mode from assistant_runs order by mode')
  assert.ok(model.requests.length >= 1 && model.requests.length < 5, String(model.requests.length))
  assert.equal(modes.filter(({ mode }) => mode === 'model').length, model.requests.length)
  const [usage] = await desk.db.query<{ tokens: string; replies: number }>(
    'select tokens, replies from assistant_usage',
  )
  assert.ok(Number(usage!.tokens) <= 2500)
  assert.equal(usage!.replies, 5)
})

test('assistant budget: past the day’s replies a person is called, and told why', async (t) => {
  const { desk, rest, at } = await owned(t)
  await rest('PATCH', at, { settings: { limits: { replies_per_day: 1 } } })
  const first = await ask(desk, QUESTION)
  assert.equal((await ended(desk, first.id)).state, 'answered')
  const second = await ask(desk, QUESTION)
  assert.equal((await ended(desk, second.id)).reason, 'budget_spent')
})

test('assistant caps: runs that further messages overtake are no way past a customer’s turns', async (t) => {
  const { desk, rest, at } = await owned(t)
  await rest('PATCH', at, { settings: { limits: { turns_per_visitor_hour: 3 } } })
  const { id, socket } = await ask(desk, QUESTION)
  await ended(desk, id)
  await desk.db.query(
    `insert into assistant_runs (id, workspace_id, conversation_id, epoch, seen_seq, state)
     select gen_random_uuid(), workspace_id, id, 0, 0, 'stale' from conversations, generate_series(1, 6)
      where id = $1 returning id`,
    [id],
  )
  // Two turns, and six runs that were overtaken, which weigh as two more.
  await command(socket, 'message.send', { conversation_id: id, body: 'How long does a parcel take?' })
  const handed = await eventually(async () => {
    const [run] = await desk.db.query<{ reason: string | null }>(
      `select reason from assistant_runs where conversation_id = $1 and state = 'handed_over'`,
      [id],
    )
    return run
  })
  assert.equal(handed.reason, 'turn_limit')
})
