// The AI agent against a scripted OpenAI-compatible server over real HTTP: it answers from the articles, hands over
// when it should, never talks over a person, and support goes on when the model is down.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { importFolder } from '../../server/knowledge/article-import.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { type ModelTurn, type SeenRequest, scriptedModel } from '../helpers/scripted-model.ts'
import type { TestFrame, TestSocket } from '../helpers/socket-client.ts'

const ARTICLES = {
  'returns.md': `---
title: Returning parts you have fitted
category: Returns
questions: [Can I return brake pads I fitted once?]
---
You have 60 days, counted from delivery.

Fitted parts can come back if they are clean and not worn through.
`,
  'parcel.md': `---
title: Where is my parcel?
category: Shipping
---
Open the tracking link in the e-mail with the subject "On its way". A parcel takes 3 to 5 working days in the EU.
`,
}
const QUESTION = 'Can I return brake pads I fitted once?'

/** Ends a desk's wait for somebody to follow: pieces of an answer nobody follows yet are not sent to anybody. */
const followers = new WeakMap<Desk, () => void>()

async function deskWith(t: TestContext, script: ((seen: SeenRequest, count: number) => ModelTurn) | null) {
  const { promise: followed, resolve: follow } = Promise.withResolvers<void>()
  const model =
    script &&
    (await scriptedModel(async (seen, count) => {
      await followed
      return script(seen, count)
    }))
  if (model) t.after(() => model.close())
  const desk = await startDesk(t, model ? { modelUrl: model.baseUrl } : {})
  followers.set(desk, follow)
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-articles-'))
  t.after(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(path.join(folder, name), text)
  const report = await importFolder({ articles: desk.rooms.articles, workspaceId: desk.workspaceId, folder })
  assert.deepEqual(report.failed, [])
  return { desk, requests: model?.requests ?? [] }
}

async function ask(desk: Desk, message: string) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  // Following before it exists is refused, so the start comes first and the cursor brings what was missed.
  await command(socket, 'conversation.start', { conversation_id: id, message })
  await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  followers.get(desk)?.()
  return { socket, id, visitor }
}

interface Row {
  type: string
  actor_kind: string
  data: {
    body: string
    answer: string | null
    citations: { slug: string; passage: string }[]
    reason?: string
  }
}

/** Waits until the log holds a row that fits, looking again at every frame. */
const untilRow = (desk: Desk, socket: TestSocket, id: string, fits: (row: Row) => boolean): Promise<Row> =>
  eventually(async () => {
    const rows = await desk.db.query<Row>(
      'select type, actor_kind, data from conversation_events where conversation_id = $1 order by seq desc',
      [id],
    )
    const found = rows.find(fits)
    if (!found) await socket.nextOf(() => true)
    return found
  })

/** The number under which the prompt holds the passage with these words. */
const numberOf = ({ messages }: SeenRequest, words: string): string => {
  const passages = messages[0]!.content.split('<passage ').slice(1)
  return /number="(\d+)"/.exec(passages.find((passage) => passage.includes(words))!)![1]!
}
const sixtyDays = (seen: SeenRequest): ModelTurn => ({
  do: 'stream',
  pieces: [`You have 60 days, counted from delivery. [${numberOf(seen, 'counted from delivery')}]`],
})
const cleanParts = (seen: SeenRequest, after: ModelTurn['do'], rest = ' You'): ModelTurn => ({
  do: after as 'stall',
  pieces: [`Fitted parts can come back if they are clean. [${numberOf(seen, 'clean and not worn')}]${rest}`],
})

const isAnswer = (row: Row): boolean => row.type === 'message.created' && row.actor_kind === 'ai'
const isHandoff = (row: Row): boolean => row.type === 'conversation.handed_over'

test('assistant: without a key it answers by quoting, with a citation that names the passage', async (t) => {
  const { desk } = await deskWith(t, null)
  const { socket, id } = await ask(desk, QUESTION)
  const answer = await untilRow(desk, socket, id, isAnswer)
  assert.equal(answer.data.answer, 'quoted')
  assert.match(answer.data.body, /clean and not worn through/)
  const { slug, passage } = answer.data.citations[0]!
  const article = await desk.call('GET', `/support/widget/articles/${slug}?site=${desk.site.key}`)
  assert.ok(article.body.content.some((block: { id: string }) => block.id === passage))
})

test('assistant: a model’s answer streams in checked sentences, and what no passage backs is withheld', async (t) => {
  const { desk, requests } = await deskWith(t, (seen) => {
    const n = numberOf(seen, 'clean and not worn')
    const pieces = ['Fitted parts can come ba', `ck if they are clean. [${n}] We will also send you `]
    return {
      do: 'stream',
      pieces: [...pieces, `a free unicorn bicycle. [${n}] `, `You have 90 days. [${n}]`],
    }
  })
  const { socket, id } = await ask(desk, `${QUESTION} My card is 4111 1111 1111 1111`)
  const chunk = await socket.next('answer.chunk')
  assert.match(chunk.data.text, /Fitted parts can come back/)
  const answer = await untilRow(desk, socket, id, isAnswer)
  assert.equal(answer.data.body, 'Fitted parts can come back if they are clean. [1]')
  assert.equal(answer.data.answer, 'model')
  const chunks = [chunk, ...socket.frames.filter((frame: TestFrame) => frame.type === 'answer.chunk')]
  assert.doesNotMatch(JSON.stringify(chunks), /unicorn|90 days/)
  const prompt = JSON.stringify(requests[0]!.messages)
  assert.match(prompt, /\[card number\]/)
  assert.doesNotMatch(prompt, /4111/)
  assert.equal(requests[0]!.authorization, 'Bearer sk-test')
})

test('assistant: hostile output becomes text: no link, no image, no markup reaches a page', async (t) => {
  const { desk } = await deskWith(t, () => ({
    do: 'stream',
    pieces: [
      'Fitted parts can come back clean [here](https://evil.example/?q=1) ![x](https://evil.example/p.png) <img src=x onerror=alert(1)>. [1]',
    ],
  }))
  const { socket, id } = await ask(desk, QUESTION)
  const answer = await untilRow(desk, socket, id, (row) => isAnswer(row) || isHandoff(row))
  assert.doesNotMatch(
    JSON.stringify((answer.data as { content?: unknown }).content ?? []),
    /"url"|"type":"(link|image|html)"/,
  )
})

for (const [name, turn] of Object.entries({
  'answers 500': { do: 'status', status: 500 },
  'answers 429': { do: 'status', status: 429 },
  'breaks off half way': (seen) => cleanParts(seen, 'cut', ' And also you '),
} satisfies Record<string, ModelTurn | ((seen: SeenRequest) => ModelTurn)>))
  test(`assistant: a model that ${name} is replaced by quoting, and half an answer is never kept`, async (t) => {
    const { desk } = await deskWith(t, (seen) => (typeof turn === 'function' ? turn(seen) : turn))
    const { socket, id } = await ask(desk, QUESTION)
    const answer = await untilRow(desk, socket, id, isAnswer)
    assert.equal(answer.data.answer, 'quoted')
    const answers = await desk.db.query(
      `select 1 from conversation_events where conversation_id = $1 and actor_kind = 'ai' and type = 'message.created'`,
      [id],
    )
    assert.equal(answers.length, 1)
  })

test('assistant: when the model hands over, a person is called and the customer is told', async (t) => {
  const { desk } = await deskWith(t, () => ({ do: 'stream', pieces: ['<hand-', 'over/>'] }))
  const { socket, id } = await ask(desk, QUESTION)
  const handed = await untilRow(desk, socket, id, isHandoff)
  assert.equal(handed.data.reason, 'low_confidence')
  const told = await untilRow(desk, socket, id, isAnswer)
  assert.doesNotMatch(told.data.body, /hand-over/)
})

test('assistant: what the articles do not hold goes to a person without asking the model', async (t) => {
  const { desk, requests } = await deskWith(t, () => ({ do: 'stream', pieces: ['Paris. [1]'] }))
  const { socket, id } = await ask(desk, 'What is the capital city of France?')
  const handed = await untilRow(desk, socket, id, isHandoff)
  assert.equal(handed.data.reason, 'low_confidence')
  assert.equal(requests.length, 0)
})

test('assistant: it never talks over a person who has taken the chat meanwhile', async (t) => {
  const { desk, requests } = await deskWith(t, (seen) => cleanParts(seen, 'stall'))
  const { socket, id } = await ask(desk, QUESTION)
  await socket.next('answer.chunk')
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const accepted = await command(console, 'conversation.accept', { conversation_id: id })
  assert.ok(accepted.ok)
  const ended = await socket.next('answer.ended')
  assert.equal(ended.data.outcome, 'withheld')
  const rows = await desk.db.query<Row>(
    'select type, actor_kind, data from conversation_events where conversation_id = $1',
    [id],
  )
  assert.deepEqual(rows.filter(isAnswer), [])
  assert.equal(requests.length, 1)
})

test('assistant: a reply under an old epoch is refused in the insert itself', async (t) => {
  const { desk } = await deskWith(t, () => ({ do: 'stall', pieces: [] }))
  const { id } = await ask(desk, QUESTION)
  const [row] = await desk.db.query<{ assignment_epoch: number }>(
    'select assignment_epoch from conversations where id = $1',
    [id],
  )
  const at = { workspaceId: desk.workspaceId, conversationId: id, epoch: row!.assignment_epoch - 1 }
  const late = desk.rooms.messages.answer(desk.assistant, at, {
    body: 'too late',
    citations: [],
    answer: 'quoted',
  })
  await assert.rejects(late, { code: 'stale-assignment' })
})

test('assistant: the customer stops it, nothing of it is kept, and the next message is answered', async (t) => {
  const { desk } = await deskWith(t, (seen, count) =>
    count === 1 ? cleanParts(seen, 'stall') : sixtyDays(seen),
  )
  const { socket, id } = await ask(desk, QUESTION)
  await socket.next('answer.chunk')
  await command(socket, 'answer.stop', { conversation_id: id })
  assert.equal((await socket.next('answer.ended')).data.outcome, 'stopped')
  await command(socket, 'message.send', {
    conversation_id: id,
    body: 'How many days do I have to return fitted parts?',
  })
  const answer = await untilRow(desk, socket, id, isAnswer)
  assert.match(answer.data.body, /60 days/)
})

test('assistant: who comes in the middle of an answer gets what is written so far', async (t) => {
  const { desk } = await deskWith(t, (seen) => cleanParts(seen, 'stall'))
  const { socket, id, visitor } = await ask(desk, QUESTION)
  await socket.next('answer.chunk')
  const late = await desk.join(visitor, 'visitor', { [id]: 0 })
  const again = await late.nextOf((frame) => frame.type === 'answer.chunk')
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  await command(console, 'conversation.subscribe', { conversation_id: id })
  const seen = await console.nextOf((frame) => frame.type === 'answer.chunk')
  for (const { data } of [again, seen]) {
    assert.equal(data.off, 0)
    assert.match(data.text, /^Fitted parts can come back/)
  }
})

test('assistant: messages that arrive while it writes are answered together, once', async (t) => {
  const { desk, requests } = await deskWith(t, (seen, count) =>
    count === 1 ? cleanParts(seen, 'stall') : sixtyDays(seen),
  )
  const { socket, id } = await ask(desk, QUESTION)
  await socket.next('answer.chunk')
  await command(socket, 'message.send', { conversation_id: id, body: 'And how many days do I have?' })
  await untilRow(desk, socket, id, isAnswer)
  const answers = await desk.db.query(
    `select 1 from conversation_events where conversation_id = $1 and actor_kind = 'ai' and type = 'message.created'`,
    [id],
  )
  assert.deepEqual([answers.length, requests.length], [1, 2])
  assert.match(JSON.stringify(requests[1]!.messages), /how many days/)
})

/** Waits until no run of the conversation is at work. */
const untilIdle = (desk: Desk, id: string) =>
  eventually(async () => {
    const runs = await desk.db.query<{ state: string }>(
      'select state from assistant_runs where conversation_id = $1',
      [id],
    )
    return runs.length > 0 && runs.every(({ state }) => state !== 'running')
  })

test('assistant: an edit while it writes is answered instead of the former text, also when no news of it comes', async (t) => {
  const { desk, requests } = await deskWith(t, (seen, count) =>
    count === 1 ? cleanParts(seen, 'stall') : sixtyDays(seen),
  )
  const { socket, id } = await ask(desk, QUESTION)
  const [{ id: message, epoch }] = (await desk.db.query<{ id: string; epoch: number }>(
    `select e.id, c.assignment_epoch as epoch from conversation_events e join conversations c on c.id = e.conversation_id
      where c.id = $1 and e.type = 'message.created'`,
    [id],
  )) as [{ id: string; epoch: number }]
  await socket.next('answer.chunk')
  const edited = {
    conversation_id: id,
    message_id: message,
    body: 'How many days do I have to return parts?',
  }
  assert.ok((await command(socket, 'message.edit', edited)).ok)
  const late = desk.rooms.messages.answer(
    desk.assistant,
    { workspaceId: desk.workspaceId, conversationId: id, epoch },
    { body: 'to the former text', citations: [], answer: 'quoted' },
  )
  await assert.rejects(late, { code: 'stale-assignment' })
  const answer = await untilRow(desk, socket, id, isAnswer)
  assert.match(answer.data.body, /60 days/)
  assert.equal(requests.length, 2)
  const prompt = JSON.stringify(requests[1]!.messages)
  assert.match(prompt, /How many days/)
  assert.doesNotMatch(prompt, /fitted once/)
  // Broken off at once, not when the model's patience was at its end.
  assert.doesNotMatch(desk.lines.join(), /the model failed/)
})

test('assistant: a question that is deleted while it writes gets no answer', async (t) => {
  const { desk, requests } = await deskWith(t, (seen) => cleanParts(seen, 'stall'))
  const { socket, id } = await ask(desk, QUESTION)
  const [row] = await desk.db.query<{ id: string }>(
    `select id from conversation_events where conversation_id = $1 and type = 'message.created'`,
    [id],
  )
  await socket.next('answer.chunk')
  const gone = await command(socket, 'message.delete', { conversation_id: id, message_id: row!.id })
  assert.ok(gone.ok)
  assert.equal((await socket.next('answer.ended')).data.outcome, 'withheld')
  await untilIdle(desk, id)
  const rows = await desk.db.query<Row>(
    'select type, actor_kind, data from conversation_events where conversation_id = $1',
    [id],
  )
  assert.deepEqual([rows.filter(isAnswer).length, rows.filter(isHandoff).length], [0, 0])
  assert.equal(requests.length, 1)
  assert.doesNotMatch(desk.lines.join(), /the model failed/)
})

test('assistant: a job that runs twice finds its first answer', async (t) => {
  const { desk } = await deskWith(t, null)
  const { socket, id } = await ask(desk, QUESTION)
  await untilRow(desk, socket, id, isAnswer)
  const runsAre = (...states: string[]) =>
    eventually(async () => {
      const runs = await desk.db.query<{ state: string }>(
        'select state from assistant_runs where conversation_id = $1 order by created_at',
        [id],
      )
      return runs.map(({ state }) => state).join() === states.join()
    })
  await runsAre('answered')
  // As if the process had died after the answer and before the run's end.
  await desk.db.query(`update assistant_runs set state = 'running' where conversation_id = $1 returning id`, [
    id,
  ])
  await desk.rooms.jobs.add('assistant.answer', { workspace_id: desk.workspaceId, conversation_id: id })
  await runsAre('running', 'answered')
  const answers = await desk.db.query(
    `select 1 from conversation_events where conversation_id = $1 and actor_kind = 'ai' and type = 'message.created'`,
    [id],
  )
  assert.equal(answers.length, 1)
})

test('assistant: its runs are counted for whoever watches the server', async (t) => {
  const { desk } = await deskWith(t, null)
  const { socket, id } = await ask(desk, QUESTION)
  await untilRow(desk, socket, id, isAnswer)
  await eventually(async () => {
    const metrics = await (await fetch(`${desk.base}/metrics`)).text()
    return /deskbell_jobs_total\{job="assistant\.answer",outcome="ok"\} 1/.test(metrics)
  })
})
