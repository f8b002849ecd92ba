// What stands on screen after the agent's resolving, and after they have taken it back.

import { expect } from '@open-wc/testing'
import type { Actor } from '../../protocol/actor.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { actorOf, ana, mika, nora } from '../demo/fake-desk.ts'
import { fakeOf, findAll, settled, standUp } from '../demo/stand-up.ts'
import { consoleDemos } from './console-app.demo.ts'
import type { DeskbellConsole } from './console-app.ts'

async function becomes(element: DeskbellConsole, to: 'open' | 'resolved', actor: Actor): Promise<void> {
  fakeOf(element)
    .state(nora.id)
    .update((state) => ({
      ...state,
      conversation: { ...state.conversation!, status: to === 'open' ? 'assigned' : 'resolved' },
      events: [
        ...state.events,
        {
          ...state.events[0]!,
          id: crypto.randomUUID(),
          type: 'conversation.status_changed',
          actor,
          data: { from: 'assigned', to },
        } as LogEvent,
      ],
    }))
  await settled(element)
}

describe('deskbell-console, after resolving', () => {
  it('shows the next of the list, and the resolved one again once that is taken back', async () => {
    const element = await standUp(consoleDemos.inbox!())
    expect(element.conversationId).to.equal(nora.id)
    const [, next] = findAll(element, 'section .row').map((row) => row.dataset.id)
    await becomes(element, 'resolved', actorOf(mika))
    expect(element.conversationId).to.equal(next)
    await becomes(element, 'open', actorOf(mika))
    expect(element.conversationId).to.equal(nora.id)
    // And the way there and back is open again.
    await becomes(element, 'resolved', actorOf(mika))
    expect(element.conversationId).to.equal(next)
  })

  it('leaves what is open to whoever has gone on, and where a colleague has reopened it', async () => {
    const element = await standUp(consoleDemos.inbox!())
    await becomes(element, 'resolved', actorOf(mika))
    const next = element.conversationId
    await becomes(element, 'open', actorOf(ana))
    expect(element.conversationId).to.equal(next)
    const other = findAll(element, 'section .row')
      .map((row) => row.dataset.id)
      .find((id) => id !== next && id !== nora.id)!
    element.conversationId = other
    await settled(element)
    await becomes(element, 'open', actorOf(mika))
    expect(element.conversationId).to.equal(other)
  })
})
