// Replies that cross, replies that bring something with them, and replies that go out later.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command } from '../helpers/desk.ts'
import { startTriageDesk } from '../helpers/triage-desk.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

test('crossing: a reply after a colleague’s it had not seen is held with who it was; anyway it goes', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  const { head } = await desk.show(id)
  const reply = (body: string, after_seq?: number) => ({
    conversation_id: id,
    body,
    ...(after_seq && { after_seq }),
  })
  await desk.done(desk.colleague, 'message.send', reply('Ana was faster', head))
  const cid = uuidv7()
  const held = await command(desk.console, 'message.send', reply('Mika too', head), cid)
  assert.ok(!held.ok)
  assert.deepEqual(
    [held.problem.code, held.problem.context.by.name, held.problem.context.seq, held.retryable],
    ['reply-crossed', 'Ana', head + 1, false],
  )
  assert.ok(Date.parse(held.problem.context.at) > 0)
  await desk.done(desk.console, 'message.send', reply('Mika too'), cid)
  assert.equal((await desk.log(id)).at(-1)!.data.body, 'Mika too')
})

test('crossing: the customer, a note or oneself cross nothing', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  const { head } = await desk.show(id)
  await desk.done(desk.console, 'message.send', { conversation_id: id, body: 'one', after_seq: head })
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'wait' })
  await desk.done(desk.colleague, 'note.add', { conversation_id: id, body: 'careful' })
  await desk.done(desk.console, 'message.send', { conversation_id: id, body: 'two', after_seq: head })
  const asCustomer = { conversation_id: id, body: 'x', after_seq: 1 }
  assert.equal(await desk.refused(desk.customer, 'message.send', asCustomer), 'forbidden')
})

test('crossing: what the AI agent said crosses a reply only while it holds the conversation', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const [created] = await desk.log(id)
  const early = { conversation_id: id, body: 'Hi', after_seq: created!.seq }
  const machine = { kind: 'ai', id: desk.assistant.id, name: desk.assistant.name } as const
  const says = async (): Promise<void> => {
    const { assignment_epoch: epoch } = await desk.show(id)
    const at = { workspaceId: desk.workspaceId, conversationId: id, epoch }
    await desk.rooms.messages.answer(machine, at, { body: 'It is blue.', citations: [], answer: null })
  }
  await desk.done(desk.console, 'conversation.assign', { conversation_id: id, assignee_id: machine.id })
  await says()
  assert.equal(await desk.refused(desk.console, 'message.send', early), 'reply-crossed')
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  await desk.done(desk.console, 'message.send', early)
})

test('crossing: of two who answer what both have seen at once, one is sent and one is held', async (t) => {
  const desk = await startTriageDesk(t)
  for (let round = 0; round < 5; round++) {
    const id = await desk.chat('Hello')
    const { head } = await desk.show(id)
    const tries = await Promise.all(
      [desk.console, desk.colleague].map((socket) =>
        command(socket, 'message.send', { conversation_id: id, body: 'Hi', after_seq: head }),
      ),
    )
    assert.equal(tries.filter(({ ok }) => ok).length, 1)
  }
})

test('and: resolving or snoozing comes with the reply in one step, or neither does', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const reply = { conversation_id: id, body: 'Done' }
  const wrong = { ...reply, and: { do: 'snooze', until: '2020-01-01T00:00:00.000Z' } }
  assert.equal(await desk.refused(desk.console, 'message.send', wrong), 'invalid-request')
  const asCustomer = { ...reply, and: { do: 'resolve' } }
  assert.equal(await desk.refused(desk.customer, 'message.send', asCustomer), 'forbidden')
  const before = await desk.log(id)
  const until = inAnHour()
  await desk.done(desk.console, 'message.send', { ...reply, and: { do: 'snooze', until } })
  const snoozed = await desk.show(id)
  assert.deepEqual([snoozed.snoozed_until, snoozed.status], [until, 'waiting_on_customer'])
  const sent = await desk.done(desk.console, 'message.send', asCustomer)
  const rows = (await desk.log(id)).slice(before.length)
  assert.equal(rows.find(({ id }) => id === sent.id)!.type, 'message.created')
  assert.deepEqual(
    [(await desk.show(id)).status, rows.at(-2)!.type, rows.at(-1)!.type],
    ['resolved', 'conversation.status_changed', 'conversation.snoozed'],
  )
})

test('later: it is sent once, by itself, in its writer’s name, and says so', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  const later = { conversation_id: id, body: 'Good *morning*', send_at: inAnHour(), resolve: true }
  const cid = uuidv7()
  const first = await desk.done(desk.console, 'message.schedule', later, cid)
  assert.deepEqual(await desk.done(desk.console, 'message.schedule', later, cid), first)
  const { scheduled } = await desk.done(desk.colleague, 'conversation.aside', { conversation_id: id })
  assert.deepEqual([scheduled.length, scheduled[0].by.name, scheduled[0].body], [1, 'Mika', later.body])
  const sent = await desk.ripen('message.send_later', id, 'message.unscheduled')
  assert.deepEqual(sent.data, { scheduled_id: scheduled[0].id, why: 'sent' })
  // As after a node that died between its commit and the job's end.
  const job = { workspace_id: desk.workspaceId, scheduled_id: scheduled[0].id }
  await desk.rooms.jobs.add('message.send_later', job)
  const jobs = () =>
    desk.db.query(`select 1 from graphile_worker.jobs where task_identifier = 'message.send_later'`)
  await eventually(async () => (await jobs()).length === 0)
  const log = await desk.log(id)
  const mine = log.filter(({ data, actor }) => data.body === later.body && actor.name === 'Mika')
  assert.equal(mine.length, 1)
  assert.equal((await desk.show(id)).status, 'resolved')
})

test('later: taken back, or with the customer writing first, it is not sent; who takes it back twice is told', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'conversation.accept', { conversation_id: id })
  const schedule = (more: object = {}) =>
    desk.done(desk.console, 'message.schedule', {
      conversation_id: id,
      body: 'Later',
      send_at: inAnHour(),
      ...more,
    })
  await schedule({ unless_reply: true })
  await schedule()
  await desk.done(desk.customer, 'message.send', { conversation_id: id, body: 'I am back' })
  const gone = (await desk.log(id)).at(-1)!
  assert.deepEqual([gone.type, gone.data.why], ['message.unscheduled', 'customer_wrote'])
  const { scheduled } = await desk.done(desk.console, 'conversation.aside', { conversation_id: id })
  assert.equal(scheduled.length, 1)
  const back = { conversation_id: id, scheduled_id: scheduled[0].id }
  const tries = await Promise.all(
    [desk.console, desk.colleague].map((socket) => command(socket, 'message.unschedule', back)),
  )
  assert.equal(tries.filter(({ ok }) => ok).length, 1)
  assert.equal(await desk.refused(desk.console, 'message.unschedule', back), 'scheduled-not-found')
  const { reply_cancels } = (
    await desk.db.query<{ reply_cancels: boolean }>('select reply_cancels from conversations where id = $1', [
      id,
    ])
  )[0]!
  assert.equal(reply_cancels, false)
})

test('later: one that cannot be sent tells its writer, by a row of its own', async (t) => {
  const desk = await startTriageDesk(t)
  const id = await desk.chat('Hello')
  await desk.done(desk.console, 'message.schedule', {
    conversation_id: id,
    body: 'Later',
    send_at: inAnHour(),
  })
  await desk.db.query(`update conversations set status = 'closed' where id = $1 returning id`, [id])
  const failed = await desk.ripen('message.send_later', id, 'message.unscheduled')
  assert.deepEqual([failed.data.why, failed.actor.id], ['failed', desk.mika.id])
  assert.ok(!(await desk.log(id)).some(({ data }) => data.body === 'Later'))
})
