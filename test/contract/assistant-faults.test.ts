// When the AI agent itself breaks: it neither goes silent nor answers twice.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { scriptedModel } from '../helpers/scripted-model.ts'

const QUESTION = 'Can I return brake pads I fitted once?'
const PASSAGE = { slug: 'returns', title: 'Returns', passage: 'b1', heading: '', text: 'You have 60 days.' }

async function ask(desk: Desk, message = QUESTION) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message })
  await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  return { socket, id }
}

interface Row {
  type: string
  actor_kind: string
  data: { body?: string; reason?: string }
}
const rowsOf = (desk: Desk, id: string): Promise<Row[]> =>
  desk.db.query<Row>(
    'select type, actor_kind, data from conversation_events where conversation_id = $1 order by seq',
    [id],
  )
const answersOf = async (desk: Desk, id: string): Promise<Row[]> =>
  (await rowsOf(desk, id)).filter((row) => row.type === 'message.created' && row.actor_kind === 'ai')

test('assistant: an answer that fails every time ends with a person called and the customer told', async (t) => {
  const desk = await startDesk(t)
  let tries = 0
  t.mock.method(desk.rooms.search, 'passages', async () => {
    tries += 1
    throw new Error('the index is broken')
  })
  const { id } = await ask(desk)
  // The pauses between tries are skipped.
  const hurry = () =>
    desk.db.query(
      'update graphile_worker._private_jobs set run_at = now() where locked_by is null returning id',
    )
  const handed = await eventually(async () => {
    await hurry()
    return (await rowsOf(desk, id)).find((row) => row.type === 'conversation.handed_over')
  })
  assert.equal(handed.data.reason, 'assistant_unavailable')
  assert.equal(tries, 3)
  assert.equal((await answersOf(desk, id)).length, 1)
  const list = await desk.db.query('select 1 from conversations where waiting_since is not null')
  assert.equal(list.length, 1)
  assert.ok(desk.lines.some((line) => line.includes('a person is called')))
})

test('assistant: a server that stops while an answer is written leaves the job to the next one', async (t) => {
  const model = await scriptedModel(() => ({ do: 'stall', pieces: ['You have 60 days. [1] And'] }))
  t.after(() => model.close())
  const desk = await startDesk(t, { modelUrl: model.baseUrl })
  t.mock.method(desk.rooms.search, 'passages', async () => ({ passages: [PASSAGE], confidence: 1 }))
  const { socket } = await ask(desk)
  await socket.next('answer.chunk')
  await desk.app.close()
  const jobs = await desk.db.query<{ locked_by: string | null; attempts: number }>(
    `select locked_by, attempts from graphile_worker.jobs where task_identifier = 'assistant.answer'`,
  )
  assert.deepEqual(jobs, [{ locked_by: null, attempts: 1 }])
})

test('assistant: given back by a person, it does not answer what the person has answered', async (t) => {
  const desk = await startDesk(t)
  let asked = 0
  t.mock.method(desk.rooms.search, 'passages', async () => {
    asked += 1
    return { passages: [], confidence: 0 }
  })
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { socket, id } = await ask(desk, 'human please')
  await eventually(async () =>
    (await rowsOf(desk, id)).find((row) => row.type === 'conversation.handed_over'),
  )
  await command(console, 'conversation.accept', { conversation_id: id })
  await command(socket, 'message.send', { conversation_id: id, body: QUESTION })
  await command(console, 'message.send', { conversation_id: id, body: 'You can, within 60 days.' })
  await command(console, 'conversation.assign', { conversation_id: id, assignee_id: desk.assistant.id })
  await eventually(async () => {
    const jobs = await desk.db.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'assistant.answer'`,
    )
    return jobs.length === 0 ? true : undefined
  })
  assert.equal(asked, 0)
  assert.equal((await answersOf(desk, id)).length, 1)
})

test('assistant: an answer already in the log is not written a second time before the customer’s eyes', async (t) => {
  const model = await scriptedModel(() => ({ do: 'stream', pieces: ['You have 60 days. [1]'] }))
  t.after(() => model.close())
  const desk = await startDesk(t, { modelUrl: model.baseUrl })
  t.mock.method(desk.rooms.search, 'passages', async () => ({ passages: [PASSAGE], confidence: 1 }))
  const { id } = await ask(desk)
  const ended = (states: string) =>
    eventually(async () => {
      const runs = await desk.db.query<{ state: string }>(
        'select state from assistant_runs order by created_at',
      )
      return runs.map(({ state }) => state).join() === states ? true : undefined
    })
  await ended('answered')
  await desk.db.query(`update assistant_runs set state = 'running' returning id`)
  await desk.rooms.jobs.add('assistant.answer', { workspace_id: desk.workspaceId, conversation_id: id })
  await ended('running,answered')
  assert.equal(model.requests.length, 1)
  assert.equal((await answersOf(desk, id)).length, 1)
})

test('assistant: what it gives up too late, a person has already, and keeps', async (t) => {
  const desk = await startDesk(t)
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  t.mock.method(desk.rooms.search, 'passages', async () => {
    await gate
    return { passages: [], confidence: 0 }
  })
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { id } = await ask(desk)
  await eventually(async () => (await desk.db.query('select 1 from assistant_runs'))[0])
  assert.ok((await command(console, 'conversation.accept', { conversation_id: id })).ok)
  open()
  await eventually(async () => (await desk.db.query(`select 1 from assistant_runs where state = 'stale'`))[0])
  const rows = await rowsOf(desk, id)
  assert.ok(!rows.some((row) => row.type === 'conversation.handed_over'))
  const [row] = await desk.db.query<{ assignee_id: string }>('select assignee_id from conversations')
  assert.equal(row!.assignee_id, mika.id)
})

test('assistant: an answer begun before the chat ended is refused after it was reopened', async (t) => {
  const desk = await startDesk(t)
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  t.mock.method(desk.rooms.search, 'passages', async () => {
    await gate
    return { passages: [], confidence: 0 }
  })
  const { socket, id } = await ask(desk)
  const [row] = await desk.db.query<{ assignment_epoch: number }>(
    'select assignment_epoch from conversations',
  )
  await command(socket, 'conversation.end', { conversation_id: id })
  await command(socket, 'message.send', { conversation_id: id, body: 'Something else, please.' })
  const at = { workspaceId: desk.workspaceId, conversationId: id, epoch: row!.assignment_epoch }
  const late = desk.rooms.messages.answer(desk.assistant, at, { body: 'late', citations: [], answer: null })
  await assert.rejects(late, { code: 'stale-assignment' })
  open()
})

test('assistant: the twenty-first question of an hour is a person’s', async (t) => {
  const desk = await startDesk(t)
  const { id, socket } = await ask(desk, 'hello')
  await eventually(async () => (await answersOf(desk, id))[0])
  await desk.db.query(
    `insert into assistant_runs (id, workspace_id, conversation_id, epoch, seen_seq, state)
     select gen_random_uuid(), $1, $2, 1, 0, 'answered' from generate_series(1, 19)`,
    [desk.workspaceId, id],
  )
  await command(socket, 'message.send', { conversation_id: id, body: 'thanks' })
  const handed = await eventually(async () =>
    (await rowsOf(desk, id)).find((row) => row.type === 'conversation.handed_over'),
  )
  assert.equal(handed.data.reason, 'turn_limit')
})

test('assistant: passages below the floor are neither quoted nor shown to a model', async (t) => {
  const desk = await startDesk(t)
  t.mock.method(desk.rooms.search, 'passages', async () => ({ passages: [PASSAGE], confidence: 0 }))
  const { id } = await ask(desk)
  const handed = await eventually(async () =>
    (await rowsOf(desk, id)).find((row) => row.type === 'conversation.handed_over'),
  )
  assert.equal(handed.data.reason, 'low_confidence')
  for (const { data } of await answersOf(desk, id)) assert.doesNotMatch(data.body!, /60 days/)
})

test('assistant: what the customer stopped is not taken up again with their next question', async (t) => {
  const model = await scriptedModel((_seen, count) =>
    count === 1 ? { do: 'stall', pieces: [] } : { do: 'stream', pieces: ['You have 60 days. [1]'] },
  )
  t.after(() => model.close())
  const desk = await startDesk(t, { modelUrl: model.baseUrl })
  const questions: string[] = []
  t.mock.method(desk.rooms.search, 'passages', async (_workspaceId: string, question: string) => {
    questions.push(question)
    return { passages: [PASSAGE], confidence: 1 }
  })
  const { socket, id } = await ask(desk)
  await eventually(async () => model.requests[0])
  await command(socket, 'answer.stop', { conversation_id: id })
  await eventually(
    async () => (await desk.db.query(`select 1 from assistant_runs where state = 'stopped'`))[0],
  )
  await command(socket, 'message.send', { conversation_id: id, body: 'How many days do I have?' })
  await eventually(async () => (await answersOf(desk, id))[0])
  assert.deepEqual(questions, [QUESTION, 'How many days do I have?'])
})

test('assistant: an answer with characters no database can hold, about a long passage of emoji, is sent', async (t) => {
  const model = await scriptedModel(() => ({ do: 'stream', pieces: ['You have\u0000 60 days. [1]'] }))
  t.after(() => model.close())
  const desk = await startDesk(t, { modelUrl: model.baseUrl })
  const text = `You have 60 days. ${'\u{1f6b2}'.repeat(300)}`
  t.mock.method(desk.rooms.search, 'passages', async () => ({
    passages: [{ ...PASSAGE, text }],
    confidence: 1,
  }))
  const { id } = await ask(desk)
  const answer = await eventually(async () => (await answersOf(desk, id))[0])
  assert.equal(answer.data.body, 'You have 60 days. [1]')
})

test('assistant: a link a model slips into a backed sentence is text to the customer', async (t) => {
  const text = 'You have sixty days, counted from delivery, for fitted parts that are returned clean.'
  const model = await scriptedModel(() => ({
    do: 'stream',
    pieces: [`${text.replace('returned clean', '[returned clean](https://evil.example/x)')} [1]`],
  }))
  t.after(() => model.close())
  const desk = await startDesk(t, { modelUrl: model.baseUrl })
  t.mock.method(desk.rooms.search, 'passages', async () => ({
    passages: [{ ...PASSAGE, text }],
    confidence: 1,
  }))
  const { id } = await ask(desk)
  const answer = await eventually(async () => (await answersOf(desk, id))[0])
  assert.match(answer.data.body!, /returned clean/)
  assert.doesNotMatch(JSON.stringify((answer.data as { content?: unknown }).content), /"type":"link"|"url"/)
})
