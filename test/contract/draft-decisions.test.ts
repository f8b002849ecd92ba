// Draft mode: the AI agent writes, a person decides, and only what was approved reaches the customer, in that person's name.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { LogEventOf } from '../../sdk/protocol/event.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command } from '../helpers/desk.ts'
import { asker, draftDesk, follower, numberOf, publicLog, QUESTION } from '../helpers/draft-desk.ts'

const bodies = (rows: { body: string }[]): string[] => rows.map(({ body }) => body).filter(Boolean)

test('draft mode: the customer is told once that a person looks first, and nothing of the draft reaches them', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const first = await mika.until('draft.created')
  assert.match(first.data.body, /clean and not worn through/)
  await nora.say('And until when?')
  await mika.until('draft.created')
  const log = await publicLog(desk, nora.id)
  const said = log.filter(({ actor }) => actor === 'ai').map(({ body }) => body)
  assert.equal(said.length, 1)
  assert.match(said[0]!, /a person on our team checks it/)
  assert.ok(!log.some(({ type }) => type.startsWith('draft.')))
  assert.doesNotMatch(JSON.stringify(log), /worn through/)
})

test('draft mode: an approved draft is sent by who approved it, with its sources, and the inbox lets it go', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const draft = await mika.until('draft.created')
  const waiting = async () => (await command(mika.socket, 'inbox.list', { view: 'drafts' })).data
  const [row] = (await waiting()).conversations
  assert.deepEqual([row.id, row.draft.id], [nora.id, draft.id])
  const done = await mika.act('draft.approve', { draft_id: draft.id })
  assert.ok(done.ok, JSON.stringify(done))
  const sent = await mika.until('message.created', ({ actor }) => actor.kind === 'human')
  assert.equal(sent.actor.id, mika.id)
  assert.equal(sent.data.body, draft.data.body)
  assert.deepEqual(sent.data.citations, draft.data.citations)
  assert.equal(sent.data.answer, null)
  const decided = await mika.until('draft.decided')
  assert.deepEqual(decided.data, {
    draft_id: draft.id,
    outcome: 'approved',
    reason: null,
    edit_distance: 0,
    message_id: sent.id,
  })
  assert.ok(bodies(await publicLog(desk, nora.id)).includes(draft.data.body))
  const after = await waiting()
  assert.deepEqual([after.conversations, after.counts.drafts], [[], 0])
  const [now] = await desk.db.query('select draft_id, status, assignee_id from conversations where id = $1', [
    nora.id,
  ])
  assert.deepEqual(now, {
    draft_id: null,
    status: 'waiting_on_customer',
    // Approving is no taking over: the next answer is drafted again.
    assignee_id: desk.assistant.id,
  })
})

test('draft mode: an edited draft keeps the sources it still names, and says how much was changed', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const draft = await mika.until('draft.created')
  const body = `Hi. ${draft.data.body}`
  await mika.act('draft.approve', { draft_id: draft.id, body })
  const sent = await mika.until('message.created', ({ actor }) => actor.kind === 'human')
  assert.equal(sent.data.body, body)
  assert.equal(sent.data.citations.length, draft.data.citations.length)
  const { data } = await mika.until('draft.decided')
  assert.equal(data.outcome, 'edited')
  assert.ok(data.edit_distance! > 0 && data.edit_distance! < 0.5)
})

test('draft mode: of two agents who decide at once one wins, and the other is told who it was', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const ana = await follower(desk, 'Ana', nora.id)
  const { id: draft_id } = await mika.until('draft.created')
  const both = await Promise.all([
    mika.act('draft.approve', { draft_id }),
    ana.act('draft.discard', { draft_id, reason: 'wrong' }),
  ])
  const lost = both.find(({ ok }) => !ok)
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  assert.ok(lost && !lost.ok)
  assert.equal(lost.problem.code, 'draft-decided')
  const winner = both[0]!.ok ? mika : ana
  assert.equal(lost.problem.context.by.id, winner.id)
  assert.match(lost.problem.detail, new RegExp(winner.name))
})

test('draft mode: a decision that is repeated with its cid is the first one', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const { id: draft_id } = await mika.until('draft.created')
  const cid = uuidv7()
  const once = await mika.act('draft.approve', { draft_id }, cid)
  assert.deepEqual(await mika.act('draft.approve', { draft_id }, cid), once)
  const log = await publicLog(desk, nora.id)
  assert.equal(log.filter(({ actor, type }) => actor === 'human' && type === 'message.created').length, 1)
})

test('draft mode: when the customer writes on, the draft is superseded and another answers all they wrote', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const first = await mika.until('draft.created')
  await nora.say('And until when?')
  const gone = await mika.until('draft.decided')
  assert.deepEqual([gone.data.draft_id, gone.data.outcome], [first.id, 'superseded'])
  const second = await mika.until('draft.created')
  assert.notEqual(second.id, first.id)
  const late = await mika.act('draft.approve', { draft_id: first.id })
  assert.ok(!late.ok && late.problem.code === 'draft-decided')
})

test('draft mode: a question that is changed gets a draft of its own', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk, 'Can I return brake pads?')
  const mika = await follower(desk, 'Mika', nora.id)
  const first = await mika.until('draft.created')
  const asked = mika.seen.find(({ type }) => type === 'message.created')!
  await command(nora.socket, 'message.edit', {
    conversation_id: nora.id,
    message_id: asked.id,
    body: QUESTION,
  })
  assert.equal((await mika.until('draft.decided')).data.draft_id, first.id)
  const second = await mika.until('draft.created')
  assert.equal(second.data.message_id, asked.id)
})

for (const [how, type, data] of [
  ['answers by hand', 'message.send', { body: 'Yes, send them.' }],
  ['takes the conversation', 'conversation.accept', {}],
  ['resolves it', 'conversation.resolve', {}],
] as const)
  test(`draft mode: when a person ${how}, the draft is superseded`, async (t) => {
    const { desk } = await draftDesk(t)
    const nora = await asker(desk)
    const mika = await follower(desk, 'Mika', nora.id)
    const { id } = await mika.until('draft.created')
    await mika.act(type, data)
    const decided = await mika.until('draft.decided')
    assert.deepEqual([decided.data.draft_id, decided.data.outcome], [id, 'superseded'])
    const [row] = await desk.db.query('select draft_id from conversations where id = $1', [nora.id])
    assert.deepEqual(row, { draft_id: null })
  })

test('draft mode: who discards puts the customer into the queue, and can take it back while nothing has happened', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const draft = await mika.until('draft.created')
  await mika.act('draft.discard', { draft_id: draft.id, reason: 'wrong', comment: 'Old terms' })
  const over = await mika.until('conversation.handed_over')
  assert.equal(over.data.reason, 'draft_discarded')
  await mika.act('draft.restore', { draft_id: draft.id })
  const back = await mika.until('draft.created')
  assert.equal(back.data.body, draft.data.body)
  const [row] = await desk.db.query<{ waiting_since: Date | null; draft_id: string }>(
    'select waiting_since, draft_id from conversations where id = $1',
    [nora.id],
  )
  assert.deepEqual(row, { waiting_since: null, draft_id: back.id })
  await mika.act('draft.discard', { draft_id: back.id, reason: 'tone' })
  await nora.say('Hello?')
  const late = await mika.act('draft.restore', { draft_id: back.id })
  assert.ok(!late.ok && late.problem.code === 'draft-gone')
})

test('draft mode: what needs no answer is discarded without anybody in the queue', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const { id: draft_id } = await mika.until('draft.created')
  await mika.act('draft.discard', { draft_id, reason: 'not_needed' })
  await mika.until('draft.decided')
  const [row] = await desk.db.query('select waiting_since, status from conversations where id = $1', [
    nora.id,
  ])
  assert.equal((row as { waiting_since: Date | null }).waiting_since, null)
})

test('draft mode: without a model nothing is written to a wish, and the caller is told so', async (t) => {
  const { desk } = await draftDesk(t)
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const { id: draft_id } = await mika.until('draft.created')
  const refused = await mika.act('draft.regenerate', { draft_id, instruction: 'shorter' })
  assert.ok(!refused.ok && refused.problem.code === 'model-required')
})

test('draft mode: the list and the figures say what became of the drafts, and an approved one is remembered', async (t) => {
  const { desk } = await draftDesk(t)
  const asked = [await asker(desk), await asker(desk), await asker(desk)]
  const agents = []
  for (const [n, { id }] of asked.entries()) agents.push(await follower(desk, `Agent${n}`, id))
  const drafts: LogEventOf<'draft.created'>[] = []
  for (const agent of agents) drafts.push(await agent.until('draft.created'))
  await agents[0]!.act('draft.approve', { draft_id: drafts[0]!.id })
  await agents[1]!.act('draft.discard', { draft_id: drafts[1]!.id, reason: 'tone', comment: 'Too stiff' })
  const { workspaceId, rooms } = desk
  const pending = await rooms.draftList.list(workspaceId, { state: 'pending', limit: 10 })
  assert.deepEqual([pending.drafts.map(({ id }) => id), pending.pending], [[drafts[2]!.id], 1])
  assert.equal(pending.drafts[0]!.question, QUESTION)
  const page = await rooms.draftList.list(workspaceId, { state: 'decided', limit: 1 })
  assert.deepEqual([page.drafts[0]!.outcome, page.drafts[0]!.comment], ['discarded', 'Too stiff'])
  const rest = await rooms.draftList.list(workspaceId, {
    state: 'decided',
    limit: 1,
    cursor: page.next_cursor!,
  })
  assert.deepEqual([rest.drafts[0]!.outcome, rest.next_cursor], ['approved', null])
  const figures = await rooms.draftList.figures(workspaceId, { days: 30 })
  assert.deepEqual(
    [
      figures.approved,
      figures.discarded,
      figures.acceptance,
      figures.mean_edit_distance,
      figures.reasons.tone,
    ],
    [1, 1, 0.5, 0, 1],
  )
  const remembered = await desk.db.query('select question, source from remembered_questions')
  assert.deepEqual(remembered, [{ question: QUESTION, source: 'accepted_answer' }])
})

test('draft mode: an agent’s wish reaches the model, and what it writes takes the old draft’s place for all who look', async (t) => {
  const { desk, requests } = await draftDesk(t, {
    script: (seen) => ({
      do: 'stream',
      pieces: [
        seen.messages[0]!.content.includes('mention the deadline')
          ? `You have 60 days, counted from delivery. [${numberOf(seen, 'counted from delivery')}]`
          : `Fitted parts can come back if they are clean. [${numberOf(seen, 'clean and not worn')}]`,
      ],
    }),
  })
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const ana = await follower(desk, 'Ana', nora.id)
  const first = await mika.until('draft.created')
  assert.match(first.data.body, /if they are clean/)
  await mika.act('draft.regenerate', { draft_id: first.id, instruction: 'mention the deadline' })
  assert.equal((await ana.until('draft.requested')).data.instruction, 'mention the deadline')
  const second = await ana.until('draft.created', ({ id }) => id !== first.id)
  assert.match(second.data.body, /60 days/)
  assert.equal(second.data.instruction, 'mention the deadline')
  assert.equal((await ana.until('draft.decided')).data.outcome, 'superseded')
  assert.ok(requests.length >= 2)
  assert.ok((await ana.act('draft.approve', { draft_id: second.id })).ok)
})

test('draft mode: where the model fails to write anew, the old draft stands and the team is told', async (t) => {
  const { desk } = await draftDesk(t, {
    script: (seen) =>
      seen.messages[0]!.content.includes('in verse')
        ? { do: 'status', status: 500 }
        : {
            do: 'stream',
            pieces: [
              `Fitted parts can come back if they are clean. [${numberOf(seen, 'clean and not worn')}]`,
            ],
          },
  })
  const nora = await asker(desk)
  const mika = await follower(desk, 'Mika', nora.id)
  const { id: draft_id } = await mika.until('draft.created')
  await mika.act('draft.regenerate', { draft_id, instruction: 'in verse' })
  assert.deepEqual((await mika.until('draft.failed')).data, { draft_id, reason: 'unavailable' })
  assert.ok((await mika.act('draft.approve', { draft_id })).ok)
})
