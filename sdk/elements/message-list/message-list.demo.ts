// States of the thread that the chat's own demos do not show.

import { html } from 'lit'
import type { PendingMessage } from '../../client/conversation-state.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { type FakeState, fakeState } from '../demo/fake-client.ts'
import { assistant, demoTime, mika, nora, sampleConversation } from '../demo/fake-data.ts'
import { numbered, said, withChanges, withChoices, withPerson } from '../demo/fake-events.ts'

export const pendingMessage = (body: string, state: PendingMessage['state'], cid = body): PendingMessage => ({
  cid,
  kind: 'message',
  body,
  at: 0,
  state,
  problem: null,
})

const list = (state: Partial<FakeState>): Demo => ({
  render: () =>
    html`<deskbell-message-list .state=${fakeState(sampleConversation.id, state)}></deskbell-message-list>`,
})

export const messageListDemos: Demos = {
  days: list({
    events: numbered([
      said(nora, 'Is the shop open on Saturday?', demoTime(18, 0, 8)),
      said(mika, 'From ten to three.', demoTime(9, 0, 1)),
      said(nora, 'Thank you', demoTime(9, 5)),
    ]),
    hasEarlier: true,
  }),
  'every send state': list({
    events: withPerson,
    pending: [
      pendingMessage('One', 'failed'),
      pendingMessage('Two', 'failed'),
      pendingMessage('Three', 'waiting'),
    ],
  }),
  'edited and deleted': list({ events: withChanges }),
  'choices offered': list({ events: withChoices }),
  'long words': list({
    events: numbered([
      said(nora, 'https://example.com/'.padEnd(180, 'a'), demoTime(14, 0)),
      said(
        mika,
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        demoTime(14, 0),
      ),
      said(assistant, 'x'.repeat(160), demoTime(14, 1)),
    ]),
  }),
}
