// What search learns from people: votes after a search, articles agents put into replies, answers that helped; and who
// may review it. A whole server, over REST and sockets.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import {
  RememberedDecided,
  RememberedPage,
  RememberedQuestion,
  SynonymLanguage,
  SynonymLists,
} from '../../sdk/protocol/knowledge-memory.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'

const ARTICLES = {
  'returning-parts': {
    title: 'Returning parts you have fitted',
    body: 'You have 60 days, counted from delivery. Fitted parts can come back if they are clean.',
  },
  parcels: { title: 'Where is my parcel?', body: 'Open the tracking link in the e-mail.' },
  rotors: { title: 'Bedding in a disc', body: 'Twenty stops from walking speed.' },
}

async function setUp(t: TestContext, options: Parameters<typeof startDesk>[1] = {}) {
  const desk = await startDesk(t, options)
  for (const [slug, { title, body }] of Object.entries(ARTICLES))
    await desk.rooms.articles.upsert(desk.workspaceId, {
      slug,
      title,
      body,
      category: null,
      summary: null,
      locale: 'en',
      updated: null,
      featured: false,
      questions: [],
      related: [],
    })
  const owner = await desk.person('Mika')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [owner.id])
  const api = (method: string, path: string, body?: unknown, token = owner.token) =>
    desk.call(method, `/api/v1/knowledge${path}`, { token, ...(body !== undefined && { body }) })
  const list = async (): Promise<RememberedPage> =>
    RememberedPage.parse((await api('GET', '/remembered')).body)
  /** Until something is remembered: nobody is told, as nobody waits for it. */
  const remembered = (count = 1): Promise<RememberedPage['questions']> =>
    eventually(async () => {
      const { questions } = await list()
      return questions.length >= count && questions
    })
  return { desk, owner, api, list, remembered }
}

async function chat(desk: Desk, message: string) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message, want: 'person' })
  return { socket, id }
}

/** As the AI agent would have written it. */
async function answered(desk: Desk, conversationId: string, slug: string): Promise<void> {
  await desk.db.query(
    `with head as (update conversations set last_seq = last_seq + 1, last_pub_seq = last_pub_seq + 1
        where id = $1 returning last_seq, last_pub_seq)
     insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id, data)
     select $1, last_seq, last_pub_seq, $2, $3, 'message.created', 'ai', $4, $5::jsonb from head returning id`,
    [
      conversationId,
      desk.workspaceId,
      uuidv7(),
      desk.assistant.id,
      JSON.stringify({
        body: 'It can [1].',
        content: [],
        citations: [{ slug, title: '', passage: 'p1', quote: '' }],
        answer: 'quoted',
      }),
    ],
  )
}

test('a helpful vote after a search is remembered, if the search leads there; one against it lets the memory fade', async (t) => {
  const { desk, remembered, list } = await setUp(t)
  const vote = (slug: string, helpful: boolean, query: string) =>
    desk.call('POST', `/support/widget/articles/${slug}/feedback?site=${desk.site.key}`, {
      body: { helpful, query },
    })
  assert.equal((await vote('parcels', true, 'kwyjibo flurble glorp')).status, 201)
  for (let n = 0; n < 3; n++)
    assert.equal((await vote('parcels', true, 'tracking says parcel delivered, nothing came')).status, 201)
  await eventually(async () => (await remembered())[0]!.seen >= 3)
  const [one, ...others] = await remembered()
  assert.deepEqual(
    [one!.question, one!.source, one!.state, one!.weight, others.length],
    ['tracking says parcel delivered, nothing came', 'vote', 'pending', 0.4, 0],
  )
  await vote('parcels', false, 'Tracking says parcel delivered, nothing came')
  await eventually(async () => (await list()).questions[0]!.weight <= 0.21)
})

test('of one address one vote a day and article teaches search, so that no stranger speaks for many', async (t) => {
  const { desk, remembered } = await setUp(t, { unlimited: false })
  const vote = (slug: string, query: string) =>
    desk.call('POST', `/support/widget/articles/${slug}/feedback?site=${desk.site.key}`, {
      body: { helpful: true, query, cid: uuidv7() },
    })
  for (let n = 0; n < 4; n++)
    assert.equal((await vote('parcels', 'tracking says parcel delivered, nothing came')).status, 201)
  const form = (slug: string, query: string) =>
    fetch(`${desk.base}/help/en/articles/${slug}/feedback`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ helpful: 'yes', q: query }),
    })
  assert.equal((await form('parcels', 'tracking link does not open')).status, 303)
  // The last is of another article, and is heard after all of the others.
  assert.equal((await vote('rotors', 'bedding a disc brake')).status, 201)
  const questions = await remembered(2)
  assert.deepEqual(
    questions.map(({ question, seen, weight }) => [question, seen, weight]),
    [
      ['bedding a disc brake', 1, 0],
      ['tracking says parcel delivered, nothing came', 1, 0],
    ],
  )
  const [{ votes } = { votes: 0 }] = await desk.db.query<{ votes: number }>(
    `select helpful_count as votes from articles where slug = 'parcels'`,
  )
  assert.equal(votes, 5)
})

test('an agent who links to an article teaches search what the customer had asked', async (t) => {
  const { desk, remembered, owner } = await setUp(t)
  const { id } = await chat(
    desk,
    'Hi, my mail is nora@shop.example. Do you take back stuff I have mounted already?',
  )
  const console = await desk.join(owner, 'agent')
  await command(console, 'conversation.accept', { conversation_id: id })
  const body = 'Yes: see https://shop.example/help/en/articles/returning-parts#p1'
  assert.ok((await command(console, 'message.send', { conversation_id: id, body })).ok)
  const [one] = await remembered()
  assert.deepEqual([one!.article.slug, one!.source, one!.state], ['returning-parts', 'insert', 'pending'])
  assert.match(one!.question, /take back stuff I have mounted already\?$/)
  assert.ok(!one!.question.includes('nora'))
})

test('an AI answer after which a customer ends the chat waits for an owner’s word, and so do those before it once rated well', async (t) => {
  const { desk, remembered } = await setUp(t)
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message: 'hello' })
  const say = (body: string) => command(socket, 'message.send', { conversation_id: id, body })
  await desk.db.query(`delete from graphile_worker._private_jobs returning id`)
  await desk.db.query(
    `delete from conversation_events where conversation_id = $1 and type = 'conversation.handed_over'
    returning id`,
    [id],
  )
  await say('May mounted pads travel home to you?')
  await answered(desk, id, 'returning-parts')
  await say('And my box of goods, where does it hang about?')
  await answered(desk, id, 'parcels')
  await command(socket, 'conversation.end', { conversation_id: id })
  const [last] = await remembered()
  assert.deepEqual([last!.article.slug, last!.source, last!.weight], ['parcels', 'accepted_answer', 0])
  await command(socket, 'conversation.rate', { conversation_id: id, rating: 5 })
  const both = await remembered(2)
  assert.deepEqual(both.map(({ article, seen }) => [article.slug, seen]).sort(), [
    ['parcels', 1],
    ['returning-parts', 1],
  ])
})

test('review: an owner adds, decides on many, undoes and forgets; each deed is in the audit', async (t) => {
  const { desk, api, list } = await setUp(t)
  const [article] = await desk.db.query<{ id: string }>(`select id from articles where slug = 'parcels'`)
  const added = await api('POST', '/remembered', {
    article_id: article!.id,
    question: 'bloke from the depot never showed',
  })
  assert.equal(added.status, 201)
  const question = RememberedQuestion.parse(added.body.question)
  const decisions = [{ ids: [question.id, uuidv7()], state: 'rejected' }]
  const decided = RememberedDecided.parse((await api('POST', '/remembered/decide', { decisions })).body)
  assert.equal(decided.changed, 1)
  await api('POST', '/remembered/decide', decided.undo)
  assert.equal((await list()).questions[0]!.state, 'accepted')
  const better = await api('POST', `/remembered/${question.id}`, {
    question: 'driver from the depot never showed',
  })
  assert.equal(better.body.question.question, 'driver from the depot never showed')
  assert.deepEqual((await api('PUT', '/remembered/settings', { count_pending: false })).body, {
    count_pending: false,
  })
  assert.deepEqual((await api('GET', '/remembered/settings')).body, { count_pending: false })
  assert.equal((await api('DELETE', `/remembered/${question.id}`, {})).body.question.id, question.id)
  assert.equal((await api('DELETE', `/remembered/${question.id}`, {})).body.code, 'remembered-not-found')
  const audited = await desk.db.query<{ did: string }>(
    `select data->>'did' as did from audit_entries where action = 'search.memory_changed' order by id`,
  )
  assert.deepEqual(
    audited.map(({ did }) => did),
    ['added', 'decided', 'decided', 'changed', 'set', 'forgotten'],
  )
})

test('review: bad input is refused by name, and nothing is changed by it', async (t) => {
  const { api, list } = await setUp(t)
  const bad: [method: string, path: string, body: unknown, status: number][] = [
    ['POST', '/remembered', { article_id: 'x', question: 'long enough to keep' }, 422],
    ['POST', '/remembered', { article_id: uuidv7(), question: 'bloke from the depot' }, 404],
    ['POST', '/remembered/decide', { decisions: [] }, 422],
    [
      'POST',
      '/remembered/decide',
      { decisions: [{ ids: Array(201).fill(uuidv7()), state: 'accepted' }] },
      422,
    ],
    ['POST', `/remembered/${uuidv7()}`, { state: 'accepted' }, 404],
    ['POST', '/remembered/nonsense', { state: 'accepted' }, 404],
    ['POST', `/remembered/${uuidv7()}`, {}, 422],
    ['GET', '/remembered?state=odd', undefined, 422],
    ['GET', '/remembered?cursor=odd', undefined, 422],
    ['PUT', '/remembered/settings', { count_pending: 'yes' }, 422],
    ['PUT', '/synonyms/EN!', { lines: [] }, 404],
    ['PUT', '/synonyms/en', { lines: ['alone'] }, 422],
    ['PUT', '/synonyms/en', { lines: ['a > b > c'] }, 422],
    ['PUT', '/synonyms/en', { lines: Array(501).fill('a, b') }, 422],
    ['PATCH', '/synonyms/en', {}, 405],
  ]
  for (const [method, path, body, status] of bad) {
    const answer = await api(method, path, body)
    assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(answer.body)}`)
  }
  assert.equal((await list()).questions.length, 0)
  assert.deepEqual((await api('GET', '/synonyms')).body, { languages: [] })
})

test('synonyms: a query finds an article only because of one, at once, and in one direction only where it has one', async (t) => {
  const { desk, api } = await setUp(t)
  const found = async (q: string): Promise<string[]> => {
    const path = `/support/widget/articles/search?site=${desk.site.key}&q=${encodeURIComponent(q)}`
    return (await desk.call('GET', path)).body.articles.map(({ slug }: { slug: string }) => slug)
  }
  for (const q of ['gubbins', 'scrubbing platter', 'zonk']) assert.deepEqual(await found(q), [], q)
  const lines = [
    'disc, gubbins, scrubbing platter',
    'zonk > parcel',
    '',
    '  disc,  gubbins, scrubbing platter ',
  ]
  const put = await api('PUT', '/synonyms/en', { lines: lines.filter(Boolean) })
  assert.equal(put.status, 200, JSON.stringify(put.body))
  assert.equal(SynonymLanguage.parse(put.body).lines.length, 2)
  assert.deepEqual(await found('gubbins'), ['rotors'])
  assert.deepEqual(await found('scrubbing platter'), ['rotors'])
  assert.deepEqual(await found('zonk'), ['parcels'])
  const lists = SynonymLists.parse((await api('GET', '/synonyms')).body)
  assert.deepEqual(
    lists.languages.map(({ language }) => language),
    ['en'],
  )
  await api('PUT', '/synonyms/en', { lines: [] })
  assert.deepEqual(await found('gubbins'), [])
  assert.deepEqual((await api('GET', '/synonyms')).body, { languages: [] })
})

test('access: neither agents without the role nor other workspaces come near what search remembers', async (t) => {
  const { desk, api } = await setUp(t)
  const agent = await desk.person('Ada')
  const [article] = await desk.db.query<{ id: string }>(`select id from articles where slug = 'parcels'`)
  const { body } = await api('POST', '/remembered', {
    article_id: article!.id,
    question: 'bloke from the depot',
  })
  const paths: [method: string, path: string, body?: unknown][] = [
    ['GET', '/remembered'],
    ['POST', '/remembered', { article_id: article!.id, question: 'some more of that' }],
    ['POST', '/remembered/decide', { decisions: [{ ids: [body.question.id], state: 'rejected' }] }],
    ['POST', `/remembered/${body.question.id}`, { state: 'rejected' }],
    ['DELETE', `/remembered/${body.question.id}`, {}],
    ['GET', '/remembered/settings'],
    ['PUT', '/remembered/settings', { count_pending: false }],
    ['GET', '/synonyms'],
    ['PUT', '/synonyms/en', { lines: ['a, b'] }],
    ['GET', '/search-status'],
  ]
  for (const [method, path, sent] of paths) {
    assert.equal((await api(method, path, sent, agent.token)).status, 403, `${method} ${path}`)
    assert.equal((await api(method, path, sent, 'nobody')).status, 401, `${method} ${path}`)
  }
  const elsewhere = uuidv7()
  await desk.db.query(`insert into workspaces (id, name) values ($1, 'Other')`, [elsewhere])
  const stranger = await desk.rooms.agents.create({
    workspaceId: elsewhere,
    kind: 'human',
    name: 'Eve',
    email: 'eve@other.example',
  })
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [stranger.id])
  const { token } = await desk.rooms.sessions.create({ workspaceId: elsewhere, agentId: stranger.id })
  const id = body.question.id
  assert.equal((await api('POST', `/remembered/${id}`, { state: 'rejected' }, token)).status, 404)
  assert.equal((await api('DELETE', `/remembered/${id}`, {}, token)).status, 404)
  const theirs = { article_id: article!.id, question: 'some more of that' }
  assert.equal((await api('POST', '/remembered', theirs, token)).status, 404)
  assert.deepEqual((await api('GET', '/remembered', undefined, token)).body.questions, [])
  assert.equal((await api('GET', '/remembered')).body.questions[0].state, 'accepted')
})
