// Two consoles that answer at once, with the real client: one reply is sent, the other waits for its writer.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { ConversationState } from '../../sdk/client/conversation-state.ts'
import { crossedBy } from '../../sdk/client/held-reply.ts'
import { startDesk } from '../helpers/desk.ts'
import { attend, visit } from '../helpers/real-clients.ts'
import { until } from '../helpers/scripted-server.ts'

const texts = ({ events }: ConversationState<unknown>): string[] =>
  events.flatMap(({ type, data }) => (type === 'message.created' ? data.body : []))

test('clients: a reply that crosses a colleague’s is held, then sent anyway with what comes with it, or taken back', async (t) => {
  const desk = await startDesk(t)
  const [mara, ada] = await Promise.all([attend(t, desk, 'mara'), attend(t, desk, 'ada')])
  const { client } = visit(t, desk)
  const theirs = await client.conversations.start({ message: 'Anybody there?', want: 'person' })
  await until(theirs.state, ({ phase }) => phase === 'ready')
  const [hers, others] = [mara.client.open(theirs.id), ada.client.open(theirs.id)]
  for (const view of [hers, others]) await until(view.state, ({ phase }) => phase === 'ready')
  await hers.accept()
  const lastSeq = (): number => hers.state.get().events.at(-1)!.seq
  let afterSeq = lastSeq()
  await others.send('Ada here')
  await until(hers.state, (state) => texts(state).includes('Ada here'))
  await hers.send('Mara here', [], { and: { do: 'resolve' }, afterSeq })
  await until(hers.state, ({ pending }) => pending[0]?.state === 'failed')
  const [held] = hers.state.get().pending
  assert.equal(crossedBy(held!)?.by.name, 'ada')
  await hers.sendAnyway(held!.cid)
  await until(hers.state, (state) => texts(state).includes('Mara here') && state.pending.length === 0)
  await until(hers.state, ({ conversation }) => conversation?.status === 'resolved')
  afterSeq = lastSeq()
  await others.send('Ada again', [], { afterSeq: null })
  await until(hers.state, (state) => texts(state).includes('Ada again'))
  await hers.send('Mara again', [], { afterSeq })
  await until(hers.state, ({ pending }) => pending[0]?.state === 'failed')
  assert.equal(await hers.discard(hers.state.get().pending[0]!.cid), 'Mara again')
  assert.deepEqual(hers.state.get().pending, [])
  // She knows of it now, however short a time ago it came.
  await hers.send('Mara after all')
  await until(hers.state, (state) => texts(state).includes('Mara after all') && state.pending.length === 0)
})
