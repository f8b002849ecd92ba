// When the AI agent gives a conversation to people, what the customer and the person are told, and that it stays with them.

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { ASSISTANT_TEXTS } from '../../server/assistant/assistant-texts.ts'
import { importFolder } from '../../server/knowledge/article-import.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import type { TestSocket } from '../helpers/socket-client.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const ARTICLE = `---
title: Returning brake pads
category: Returns
questions: [How many days do I have to return brake pads?]
---
You have 60 days to return fitted brake pads, counted from delivery.
`
const QUESTION = 'How many days do I have to return brake pads?'

interface Row {
  seq: string
  type: string
  actor_kind: string
  pub_seq: string | null
  data: { body?: string; reason?: string; to?: string; choices?: { label: string }[] }
}

async function deskWithArticle(t: TestContext, options: Parameters<typeof startDesk>[1] = {}) {
  const desk = await startDesk(t, options)
  const folder = await temporaryFolder(t)
  await writeFile(path.join(folder, 'returns.md'), ARTICLE)
  await importFolder({ articles: desk.rooms.articles, workspaceId: desk.workspaceId, folder })
  return desk
}

const rowsOf = (desk: Desk, id: string) =>
  desk.db.query<Row>(
    'select seq, type, actor_kind, pub_seq, data from conversation_events where conversation_id = $1 order by seq',
    [id],
  )

/** The `count`th message of the AI agent. */
const said = (desk: Desk, id: string, count: number) =>
  eventually(async () => {
    const all = (await rowsOf(desk, id)).filter(
      (row) => row.type === 'message.created' && row.actor_kind === 'ai',
    )
    return all[count - 1]
  })
const handedOver = (desk: Desk, id: string) =>
  eventually(async () => (await rowsOf(desk, id)).find(({ type }) => type === 'conversation.handed_over'))

async function chat(desk: Desk, message: string) {
  const visitor = await desk.visitor()
  const socket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message })
  const write = (body: string) => command(socket, 'message.send', { conversation_id: id, body })
  return { id, socket: socket as TestSocket, write }
}

test('handoff: the question asked again goes to a person, who finds a note of what was asked and answered', async (t) => {
  const desk = await deskWithArticle(t)
  const { id, write } = await chat(desk, QUESTION)
  await said(desk, id, 1)
  await write('how many days have I got to return the brake pads?')
  assert.equal((await handedOver(desk, id)).data.reason, 'repeated_question')
  assert.match((await said(desk, id, 2)).data.body!, /^My answer did not settle this\./)
  const note = await eventually(async () =>
    (await rowsOf(desk, id)).find(({ type }) => type === 'note.created'),
  )
  assert.equal(note.pub_seq, null)
  assert.match(note.data.body!, /asked the same again/)
  assert.match(note.data.body!, /How many days do I have to return brake pads\?/)
  assert.match(note.data.body!, /Answered from: Returning brake pads/)
})

test('handoff: anger is met with a person offered; the offer, taken up, is a wish for one', async (t) => {
  const desk = await deskWithArticle(t)
  const { id, write } = await chat(desk, 'this is useless!!!')
  const sorry = await said(desk, id, 1)
  assert.equal(sorry.data.body, ASSISTANT_TEXTS.en.sorry)
  await write(sorry.data.choices![0]!.label)
  assert.equal((await handedOver(desk, id)).data.reason, 'asked_for_person')
})

test('handoff: angry twice, a person has them without being asked for', async (t) => {
  const desk = await deskWithArticle(t)
  const { id, write } = await chat(desk, 'this is useless!!!')
  await said(desk, id, 1)
  await write('you are all idiots')
  assert.equal((await handedOver(desk, id)).data.reason, 'frustration')
})

test('handoff: words follow the language that is written, not the page’s', async (t) => {
  const desk = await deskWithArticle(t)
  const { id } = await chat(desk, 'Ich möchte bitte mit einem Menschen sprechen')
  const { body } = (await said(desk, id, 1)).data
  assert.ok(body!.startsWith(ASSISTANT_TEXTS.de!.handoff.asked), body)
})

test('handoff: somebody in danger gets the gentlest words and a person, and no article', async (t) => {
  const desk = await deskWithArticle(t)
  const { id } = await chat(desk, 'I returned the brake pads and now I want to end my life')
  assert.equal((await handedOver(desk, id)).data.reason, 'sensitive_topic')
  assert.ok((await said(desk, id, 1)).data.body!.startsWith(ASSISTANT_TEXTS.en.handoff.care))
})

test('handoff: after so many replies a person takes over; given back, it counts anew', async (t) => {
  const desk = await deskWithArticle(t)
  await desk.rooms.assistantSettings.update(
    { workspaceId: desk.workspaceId, siteId: desk.site.id },
    { max_turns: 1 },
  )
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { id, write } = await chat(desk, 'hello')
  await said(desk, id, 1)
  await write(QUESTION)
  assert.equal((await handedOver(desk, id)).data.reason, 'turn_limit')
  await command(console, 'conversation.accept', { conversation_id: id })
  await command(console, 'conversation.assign', { conversation_id: id, assignee_id: desk.assistant.id })
  await write('Do I have 60 days to return fitted brake pads?')
  assert.match((await said(desk, id, 3)).data.body!, /60 days/)
})

test('handoff: what a person has taken the AI agent says no more in, also when it is reopened', async (t) => {
  const desk = await deskWithArticle(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { id, write } = await chat(desk, QUESTION)
  await said(desk, id, 1)
  await command(console, 'conversation.accept', { conversation_id: id })
  await command(console, 'conversation.resolve', { conversation_id: id })
  await write(QUESTION)
  const [row] = await desk.db.query<{ assignee_id: string; status: string }>(
    'select assignee_id, status from conversations where id = $1',
    [id],
  )
  assert.deepEqual(row, { assignee_id: mika.id, status: 'assigned' })
  const [jobs] = await desk.db.query<{ count: number }>(
    `select count(*)::int from graphile_worker.jobs where task_identifier = 'assistant.answer'`,
  )
  assert.equal(jobs!.count, 0)
})

test('handoff: what a person resolved while the AI agent had it is a person’s when the customer writes again', async (t) => {
  const desk = await deskWithArticle(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const { id, write } = await chat(desk, QUESTION)
  await said(desk, id, 1)
  const resolved = await command(console, 'conversation.resolve', { conversation_id: id })
  assert.ok(resolved.ok, JSON.stringify(resolved))
  await write('Do I have 60 days to return fitted brake pads?')
  assert.equal((await handedOver(desk, id)).data.reason, 'reopened')
})

test('handoff: many messages within a minute are a person’s', async (t) => {
  const desk = await deskWithArticle(t)
  const { id, write } = await chat(desk, 'hello')
  for (let count = 1; count <= 6; count++) {
    await said(desk, id, count)
    await write(count % 2 ? 'hi' : 'hello')
  }
  assert.equal((await handedOver(desk, id)).data.reason, 'turn_limit')
})
