// The real clients against the real server: a visitor and two agents, over sockets, REST and a line that breaks.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { ConversationState } from '../../sdk/client/conversation-state.ts'
import type { VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import { startDesk } from '../helpers/desk.ts'
import { attend, visit } from '../helpers/real-clients.ts'
import { until } from '../helpers/scripted-server.ts'

const texts = ({ events }: ConversationState<unknown>): string[] =>
  events.flatMap(({ type, data }) => (type === 'message.created' || type === 'note.created' ? data.body : []))

const heard = (view: { state: VisitorConversationView['state'] }, text: string) =>
  until(view.state, (state) => texts(state).includes(text))

test('clients: from the first message to the rating, each side sees what the other does', async (t) => {
  const desk = await startDesk(t)
  const mara = await attend(t, desk, 'mara')
  const rang: string[] = []
  mara.client.inbox.onWaiting(({ id }) => rang.push(id))
  await mara.client.inbox.show('waiting')

  const { client } = visit(t, desk)
  const theirs = await client.conversations.start({ message: 'My rotor came bent', want: 'person' })
  await until(mara.client.inbox.state, ({ conversations }) =>
    conversations.some(({ id }) => id === theirs.id),
  )
  await until(theirs.state, ({ conversation }) => conversation?.queue?.position === 1)
  assert.deepEqual(rang, [theirs.id])

  const ours = mara.client.open(theirs.id)
  await ours.accept()
  await until(theirs.state, ({ conversation }) => conversation?.assignee?.name === 'mara')
  await until(mara.client.inbox.state, ({ conversations }) => conversations.length === 0)

  // Who writes before they follow is told of to nobody.
  await until(ours.state, ({ phase }) => phase === 'ready')
  ours.typing('Oh')
  await until(theirs.state, ({ typing }) => typing[0]?.actor.name === 'mara')
  theirs.typing('It rubs')
  await until(ours.state, ({ typing }) => typing[0]?.text === 'It rubs')

  await ours.addNote('Bent in the post, I think')
  await ours.send('I send you a new one.')
  await heard(theirs, 'I send you a new one.')
  assert.equal(texts(theirs.state.get()).includes('Bent in the post, I think'), false)
  theirs.read()
  await until(ours.state, ({ conversation, events }) => conversation?.other_read_seq === events.at(-1)?.seq)

  await theirs.setContact({ name: 'Ines', email: 'ines@x.example' })
  await until(ours.state, ({ conversation }) => conversation?.contact.name === 'Ines')
  await ours.resolve()
  await until(theirs.state, ({ conversation }) => conversation?.status === 'resolved')
  await theirs.rate(5, 'Quick!')
  await until(ours.state, ({ conversation }) => conversation?.rating?.score === 5)
  for (const view of [theirs, ours])
    assert.deepEqual(
      view.state.get().events.map(({ seq }) => seq),
      view.state.get().events.map((_, index) => index + 1),
    )
})

test('clients: of two agents who accept at once one wins, and the other learns who', async (t) => {
  const desk = await startDesk(t)
  const [mara, ada] = await Promise.all([attend(t, desk, 'mara'), attend(t, desk, 'ada')])
  const { client } = visit(t, desk)
  const { id, state } = await client.conversations.start({ message: 'Anybody there?', want: 'person' })
  await until(state, ({ phase }) => phase === 'ready')
  const outcomes = await Promise.allSettled([mara.client.open(id).accept(), ada.client.open(id).accept()])
  const lost = outcomes.findIndex(({ status }) => status === 'rejected')
  const { reason } = outcomes[lost] as PromiseRejectedResult
  assert.equal(reason.code, 'conversation-taken')
  assert.equal(reason.problem.context.by.name, lost === 0 ? 'ada' : 'mara')
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('clients: what either side says while the visitor’s line is cut is there once, in one order, after it', async (t) => {
  const desk = await startDesk(t)
  const mara = await attend(t, desk, 'mara')
  const { client, cut, mend } = visit(t, desk)
  const theirs = await client.conversations.start({ message: 'one', want: 'person' })
  await until(theirs.state, ({ phase }) => phase === 'ready')
  const ours = mara.client.open(theirs.id)
  await ours.accept()
  cut()
  await until(client.connection, ({ state }) => state !== 'online')
  await theirs.send('two')
  await theirs.send('three')
  await ours.send('are you there?')
  await heard(ours as never, 'are you there?')
  assert.deepEqual(
    theirs.state.get().pending.map(({ body }) => body),
    ['two', 'three'],
  )
  mend()
  await until(theirs.state, (state) => texts(state).includes('three') && state.pending.length === 0)
  await heard(ours as never, 'three')
  const people = theirs.state.get().events.filter(({ actor }) => actor.kind !== 'ai')
  assert.deepEqual(texts({ ...theirs.state.get(), events: people }), [
    'one',
    'are you there?',
    'two',
    'three',
  ])
  assert.deepEqual(texts(ours.state.get()), texts(theirs.state.get()))
})

test('clients: a ticket is filed, looked up and answered by reference and e-mail', async (t) => {
  const desk = await startDesk(t)
  const { client } = visit(t, desk)
  const email = 'ines@x.example'
  const config = await client.config()
  assert.equal(config.site.name, desk.site.name)
  const { reference } = await client.tickets.create({
    name: 'Ines',
    email,
    subject: 'Rotor',
    description: 'Bent.',
  })
  const status = await client.tickets.status({ reference, email })
  assert.equal(status.replies[0]?.body, 'Bent.')
  const replied = await client.tickets.reply({
    reference,
    email,
    body: 'Any news?',
    cid: crypto.randomUUID(),
  })
  assert.equal(replied.replies.at(-1)?.body, 'Any news?')
  await assert.rejects(client.tickets.status({ reference, email: 'else@x.example' }), {
    code: 'ticket-not-found',
  })
  assert.equal(await client.conversations.known(), false, 'a form opens no session')
})
