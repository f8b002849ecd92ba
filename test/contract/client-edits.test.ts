// Edits and deletions by the real clients: what each side reads, over sockets, by polling and after a line was cut.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { ConversationState } from '../../sdk/client/conversation-state.ts'
import { foldMessages } from '../../sdk/client/folded-messages.ts'
import type { Store } from '../../sdk/client/store.ts'
import type { LogEvent } from '../../sdk/protocol/event.ts'
import { startDesk } from '../helpers/desk.ts'
import { attend, visit } from '../helpers/real-clients.ts'
import { until } from '../helpers/scripted-server.ts'

interface View {
  // biome-ignore lint/suspicious/noExplicitAny: either side's
  state: Store<ConversationState<any>>
}

/** People's messages and notes as they read: the text, with a mark when it was edited, or nothing but a dash. */
const readsLike = ({ events }: { events: readonly LogEvent[] }): string[] =>
  foldMessages(events).flatMap((event) => {
    if (event.type !== 'message.created' && event.type !== 'note.created') return []
    if (event.actor.kind === 'ai') return []
    return event.deleted ? '-' : `${event.data.body}${event.edited ? '*' : ''}`
  })
const reads = (view: View, ...expected: string[]) =>
  until(view.state, (state) => readsLike(state).join() === expected.join())
const idOf = (view: View, body: string): string =>
  view.state.get().events.find((event) => event.type === 'message.created' && event.data.body === body)!.id

for (const way of ['over sockets', 'by polling'] as const)
  test(`client edits: each side changes its own and reads the other’s changes, ${way}`, async (t) => {
    const desk = await startDesk(t)
    const mara = await attend(t, desk, 'mara')
    const { client, block } = visit(t, desk)
    if (way === 'by polling') block()
    const theirs = await client.conversations.start({ message: 'It came bemt', want: 'person' })
    await reads(theirs, 'It came bemt')
    const ours = mara.client.open(theirs.id)
    await reads(ours, 'It came bemt')

    await theirs.edit(idOf(theirs, 'It came bemt'), 'It came bent')
    await reads(theirs, 'It came bent*')
    await reads(ours, 'It came bent*')
    await ours.send('Wrong window')
    await ours.send('A new one comes')
    await reads(theirs, 'It came bent*', 'Wrong window', 'A new one comes')
    const wrong = idOf(theirs, 'Wrong window')
    await ours.remove(wrong)
    await reads(theirs, 'It came bent*', '-', 'A new one comes')
    await reads(ours, 'It came bent*', '-', 'A new one comes')
    await assert.rejects(theirs.edit(idOf(theirs, 'A new one comes'), 'Mine now'), { code: 'forbidden' })
    await assert.rejects(ours.edit(wrong, 'Back'), { code: 'message-deleted' })
    // As a try again does, whose first try had arrived.
    await theirs.edit(idOf(theirs, 'It came bemt'), 'It came bent')
    await ours.remove(wrong)
  })

test('client edits: who was away reads what became of the messages they hold, and a new device no deleted text', async (t) => {
  const desk = await startDesk(t)
  const mara = await attend(t, desk, 'mara')
  const { client, cut, mend } = visit(t, desk)
  const theirs = await client.conversations.start({ message: 'Hello', want: 'person' })
  const ours = mara.client.open(theirs.id)
  await reads(ours, 'Hello')
  await ours.send('SECRET of somebody else')
  await ours.send('A new one come')
  await reads(theirs, 'Hello', 'SECRET of somebody else', 'A new one come')
  cut()
  await until(client.connection, ({ state }) => state !== 'online')
  await assert.rejects(theirs.edit(idOf(theirs, 'Hello'), 'Hi'), { code: 'network' })
  await ours.remove(idOf(ours, 'SECRET of somebody else'))
  await ours.edit(idOf(ours, 'A new one come'), 'A new one comes')
  await reads(ours, 'Hello', '-', 'A new one comes*')
  mend()
  await reads(theirs, 'Hello', '-', 'A new one comes*')
  const ada = await attend(t, desk, 'ada')
  const fresh = ada.client.open(theirs.id)
  await reads(fresh, 'Hello', '-', 'A new one comes*')
  assert.doesNotMatch(JSON.stringify(fresh.state.get()), /SECRET/)
})
