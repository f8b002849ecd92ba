// "Fix this answer", and what it leaves: an article's draft, a case that can be replayed, and a question remembered
// once customers have the article.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import {
  AssistantCaseAnswer,
  AssistantCasePage,
  CaseRunAnswer,
  Correction,
  FloorEffect,
} from '../../sdk/protocol/assistant-case.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

const ARTICLE = {
  slug: 'returns',
  title: 'Returning parts you have fitted',
  body: 'You have 30 days, counted from delivery. Fitted parts can come back if they are clean.',
  category: null,
  summary: null,
  locale: 'en',
  updated: null,
  featured: false,
  questions: ['Can I return brake pads I fitted once?'],
  related: [],
}
const QUESTION = 'Can I return brake pads I fitted once? Mail me at kari@example.com'

/** A conversation the AI agent has answered, an owner and an agent. */
async function answered(t: TestContext) {
  const desk = await startDesk(t)
  await desk.rooms.articles.upsert(desk.workspaceId, ARTICLE)
  const socket = await desk.join(await desk.visitor(), 'visitor')
  const conversation_id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id, message: QUESTION })
  await command(socket, 'conversation.subscribe', { conversation_id, after: 0 })
  const message_id = await answerOf(desk, conversation_id, socket)
  const owner = await desk.person('Ada')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [owner.id])
  return { desk, owner, agent: await desk.person('Bo'), conversation_id, message_id }
}

const answerOf = (desk: Desk, id: string, socket: Awaited<ReturnType<Desk['join']>>): Promise<string> =>
  eventually(async () => {
    const [row] = await desk.db.query<{ id: string }>(
      `select id from conversation_events where conversation_id = $1 and type = 'message.created' and actor_kind = 'ai'`,
      [id],
    )
    if (!row) await socket.nextOf(() => true)
    return row?.id
  })

const untilDone = (desk: Desk, token: string) =>
  eventually(async () => {
    const { body } = await desk.call('GET', '/api/v1/assistant/cases/run', { token })
    const { run } = CaseRunAnswer.parse(body)
    return run?.ended_at ? run : null
  })

test('a correction: an agent’s right answer becomes a draft of the article and a case, without what is private', async (t) => {
  const { desk, agent, conversation_id, message_id } = await answered(t)
  const { status, body } = await desk.call('POST', '/api/v1/assistant/corrections', {
    token: agent.token,
    body: {
      conversation_id,
      message_id,
      wrong: 'You have 30 days, counted from delivery.',
      right_answer: 'You have 60 days, counted from delivery.',
      article_slug: 'returns',
    },
  })
  assert.equal(status, 201, JSON.stringify(body))
  const made = Correction.parse(body)
  assert.deepEqual(made.case.expected, {
    outcome: ['answer'],
    reasons: [],
    cites: ['returns'],
    contains: ['60'],
  })
  assert.deepEqual(made.case.must_not, ['You have 30 days, counted from delivery.'])
  assert.equal(made.case.article?.published, false)
  assert.ok(!JSON.stringify(made.case.turns).includes('kari@example.com'), 'the address is taken out')
  const [kept] = await desk.db.query<{ body: string; draft: string }>(
    `select a.body, v.body as draft from articles a join article_versions v on v.article_id = a.id and v.number = a.version
      where a.slug = 'returns' and a.workspace_id = $1`,
    [desk.workspaceId],
  )
  assert.match(kept!.body, /30 days/, 'customers see the published text still')
  assert.match(kept!.draft, /^You have 60 days, counted from delivery. Fitted/)
})

test('a correction: without an article it makes a new one, as a draft under the question', async (t) => {
  const { desk, owner, conversation_id, message_id } = await answered(t)
  const body = { conversation_id, message_id, right_answer: 'Yes, within 60 days.', article_slug: null }
  const made = Correction.parse(
    (await desk.call('POST', '/api/v1/assistant/corrections', { token: owner.token, body })).body,
  )
  const { body: read } = await desk.call('GET', `/api/v1/articles/${made.article.id}`, { token: owner.token })
  assert.equal(read.article.state, 'draft')
  assert.match(read.article.title, /^Can I return brake pads/)
  assert.equal(read.article.body, 'Yes, within 60 days.')
})

test('a correction: search remembers the question once the article is published, and only then', async (t) => {
  const { desk, owner, conversation_id, message_id } = await answered(t)
  const body = { conversation_id, message_id, right_answer: 'You have 60 days.', article_slug: 'returns' }
  const { article } = (await desk.call('POST', '/api/v1/assistant/corrections', { token: owner.token, body }))
    .body
  const remembered = () =>
    desk.db.query('select 1 from remembered_questions where workspace_id = $1', [desk.workspaceId])
  await desk.rooms.corrections.rememberPublished(desk.workspaceId)
  assert.equal((await remembered()).length, 0)
  const published = await desk.call('POST', `/api/v1/articles/${article.id}/publish`, {
    token: owner.token,
    body: {},
  })
  assert.equal(published.status, 200, JSON.stringify(published.body))
  await desk.rooms.corrections.rememberPublished(desk.workspaceId)
  await eventually(async () => (await remembered()).length > 0)
  await desk.rooms.corrections.rememberPublished(desk.workspaceId)
  const [row] = await desk.db.query<{ source: string; seen: number }>(
    'select source, seen from remembered_questions where workspace_id = $1',
    [desk.workspaceId],
  )
  assert.deepEqual(row, { source: 'correction', seen: 1 })
})

test('a correction: where the case cannot be kept the article stays as it was', async (t) => {
  const { desk, owner, conversation_id, message_id } = await answered(t)
  await desk.db.query(`alter table assistant_cases add constraint none_allowed check (false) not valid`)
  const body = { conversation_id, message_id, right_answer: 'You have 60 days.', article_slug: 'returns' }
  const { status } = await desk.call('POST', '/api/v1/assistant/corrections', { token: owner.token, body })
  assert.equal(status, 500)
  const [row] = await desk.db.query<{ version: number }>(
    `select version from articles where workspace_id = $1 and slug = 'returns'`,
    [desk.workspaceId],
  )
  assert.equal(row!.version, 1)
})

test('a correction: only answers of the AI agent, of one’s own workspace, into an article that is there', async (t) => {
  const { desk, agent, conversation_id, message_id } = await answered(t)
  const correct = async (change: object) => {
    const body = { conversation_id, message_id, right_answer: 'x', article_slug: 'returns', ...change }
    return (await desk.call('POST', '/api/v1/assistant/corrections', { token: agent.token, body })).body.code
  }
  assert.equal(await correct({ conversation_id: uuidv7() }), 'conversation-not-found')
  assert.equal(await correct({ message_id: uuidv7() }), 'message-not-found')
  assert.equal(await correct({ article_slug: 'nowhere' }), 'article-not-found')
  assert.equal(await correct({ right_answer: ' ' }), 'invalid-request')
})

test('cases: replayed as a job, each keeps its result, and what no longer passes is named', async (t) => {
  const { desk, owner } = await answered(t)
  const add = async (title: string, body: string, expected: object) =>
    AssistantCaseAnswer.parse(
      (
        await desk.call('POST', '/api/v1/assistant/cases', {
          token: owner.token,
          body: { site_id: desk.site.id, title, turns: [{ by: 'customer', body }], expected, must_not: [] },
        })
      ).body,
    ).case
  const right = await add('pads', 'Can I return brake pads I fitted once?', {
    outcome: ['answer'],
    cites: ['returns'],
    contains: ['30 days'],
  })
  await add('person', 'I want to talk to a person', { outcome: ['hand_over'], reasons: ['asked_for_person'] })
  await add('wrong', 'I want to talk to a person', { outcome: ['answer'] })
  const { status, body } = await desk.call('POST', '/api/v1/assistant/cases/run', {
    token: owner.token,
    body: {},
  })
  assert.equal(status, 202)
  assert.equal(CaseRunAnswer.parse(body).run?.total, 3)
  const first = await untilDone(desk, owner.token)
  assert.deepEqual(
    [first.state, first.done, first.passed, first.declined, first.failed, first.lost],
    ['done', 3, 2, 1, 0, []],
  )

  await desk.rooms.articles.upsert(desk.workspaceId, {
    ...ARTICLE,
    body: 'You have 14 days.',
    summary: 'Within 14 days.',
  })
  await desk.call('POST', '/api/v1/assistant/cases/run', { token: owner.token, body: {} })
  const second = await untilDone(desk, owner.token)
  assert.deepEqual(second.lost, ['pads'])
  const page = AssistantCasePage.parse(
    (await desk.call('GET', '/api/v1/assistant/cases?verdict=failed', { token: owner.token })).body,
  )
  assert.deepEqual(
    page.cases.map(({ id }) => id),
    [right.id],
  )
  assert.deepEqual(page.cases[0]!.result?.faults, ['does not say "30 days"'])
  assert.deepEqual(page.counts, { passed: 1, declined: 1, failed: 1, waiting: 0 })

  const changed = AssistantCaseAnswer.parse(
    (
      await desk.call('PATCH', `/api/v1/assistant/cases/${right.id}`, {
        token: owner.token,
        body: { expected: { ...right.expected, contains: ['14 days'] } },
      })
    ).body,
  ).case
  assert.equal(changed.result, null)
  assert.equal(
    (await desk.call('DELETE', `/api/v1/assistant/cases/${right.id}`, { token: owner.token, body: {} }))
      .status,
    200,
  )
  assert.equal(
    (await desk.call('GET', `/api/v1/assistant/cases/${right.id}`, { token: owner.token })).status,
    404,
  )
})

test('cases: a page goes on where the one before ended', async (t) => {
  const { desk, owner } = await answered(t)
  for (const title of ['one', 'two', 'three'])
    await desk.call('POST', '/api/v1/assistant/cases', {
      token: owner.token,
      body: {
        site_id: desk.site.id,
        title,
        turns: [{ by: 'customer', body: 'hello' }],
        expected: { outcome: ['small_talk'] },
        must_not: [],
      },
    })
  const titles: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await desk.call(
      'GET',
      `/api/v1/assistant/cases?limit=2&cursor=${cursor}`.replace('&cursor=', cursor ? '&cursor=' : ''),
      {
        token: owner.token,
      },
    )
    const page = AssistantCasePage.parse(body)
    titles.push(...page.cases.map(({ title }) => title))
    cursor = page.next_cursor
  }
  assert.deepEqual(titles, ['three', 'two', 'one'])
})

test('cases and the floor are for administrators, and a run needs a case', async (t) => {
  const { desk, owner, agent } = await answered(t)
  for (const path of ['/assistant/cases', '/assistant/cases/run', `/sites/${desk.site.id}/assistant/floor`])
    assert.equal((await desk.call('GET', `/api/v1${path}`, { token: agent.token })).status, 403, path)
  const { body } = await desk.call('POST', '/api/v1/assistant/cases/run', { token: owner.token, body: {} })
  assert.equal(body.code, 'no-cases')
  const effect = FloorEffect.parse(
    (await desk.call('GET', `/api/v1/sites/${desk.site.id}/assistant/floor`, { token: owner.token })).body,
  )
  assert.ok(effect.shipped.points.length >= 10)
  assert.equal(effect.own, null)
  assert.equal(
    (await desk.call('GET', `/api/v1/sites/${uuidv7()}/assistant/floor`, { token: owner.token })).status,
    404,
  )
})

test('cases: the command line replays them too, on the workspace’s own articles', async (t) => {
  const { desk, owner } = await answered(t)
  for (const [title, contains] of [
    ['right', '30 days'],
    ['wrong', '90 days'],
  ])
    await desk.call('POST', '/api/v1/assistant/cases', {
      token: owner.token,
      body: {
        site_id: desk.site.id,
        title,
        turns: [{ by: 'customer', body: 'Can I return brake pads I fitted once?' }],
        expected: { outcome: ['answer'], cites: ['returns'], contains: [contains] },
        must_not: [],
      },
    })
  const script = path.resolve(import.meta.dirname, '../eval/eval.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--workspace'], {
    env: { ...process.env, DATABASE_URL: desk.databaseUrl },
  })
  assert.match(
    stdout,
    /^2 cases: 1 passed, 0 declined, 1 failed\n {2}failed {2}wrong: does not say "90 days"/,
  )
})
