// A call the team has to allow: put in plain words, decided by a button, told in the log.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { LogEvent } from '../../protocol/event.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { assistant, fakeNow, inView, nora } from '../demo/fake-desk.ts'
import { noraLog } from '../demo/fake-log.ts'
import { callsOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { ActionRequest } from './action-request.ts'

const at = new Date(fakeNow()).toISOString()
const base = { conversation_id: nora.id, cid: null, at }
const ID = '00000000-0000-4000-8000-00000000000a'

const requested: LogEvent = {
  ...base,
  id: ID,
  seq: noraLog.length + 1,
  type: 'action.requested',
  actor: { kind: 'ai', id: assistant.id, name: assistant.name },
  data: {
    tool: 'refund_order',
    title: 'Refund an order',
    explanation: 'The whole amount goes back.',
    side: 'server',
    effect: 'write',
    approval: 'agent',
    input: { order: 'FJ-1' },
    labels: { order: 'Order' },
    expires_at: new Date(fakeNow() + 60_000).toISOString(),
  },
}
const ended = (outcome: 'succeeded' | 'unknown'): LogEvent => ({
  ...base,
  id: '00000000-0000-4000-8000-00000000000c',
  seq: noraLog.length + 2,
  type: 'action.completed',
  actor: { kind: 'system', id: null, name: '' },
  data: { action_id: ID, outcome, result: 'refunded: 30', milliseconds: 4 },
})

async function openWith(events: readonly LogEvent[]) {
  const client = createFakeAgentClient({
    inbox: { conversations: inView.mine },
    states: { [nora.id]: { events: [...noraLog, ...events] } },
  })
  const element =
    await standUp(html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id} .clock=${fakeNow}
    .attentive=${() => true}></deskbell-console>`)
  const card = () => find(element, 'deskbell-action-request') as ActionRequest
  return { element, card }
}

const lines = (element: Element): string => findAll(element, '.event').map(textOf).join('\n')

describe('deskbell-action-request', () => {
  it('says what will happen, with what, and sends the agent’s yes once', async () => {
    const { element, card } = await openWith([requested])
    const root = card().shadowRoot!
    expect(root.querySelector('h3')!.textContent).to.equal('Refund an order')
    expect(root.querySelector('dl')!.textContent).to.equal('OrderFJ-1')
    expect(lines(element)).to.contain('wants to use “Refund an order”')
    const [approve] = root.querySelectorAll<HTMLElement>('button')
    approve!.click()
    approve!.click()
    await settled(element)
    expect(callsOf(element, 'decide')).to.have.length(1)
  })

  it('is silent where nothing waits, and its end is a line of the log', async () => {
    const { element, card } = await openWith([requested, ended('unknown')])
    expect(lines(element)).to.contain('Nobody saw whether it was done: refunded: 30')
    expect(card().shadowRoot!.querySelectorAll('section')).to.have.length(1)
    const without = await openWith([])
    expect(without.card().shadowRoot!.querySelector('section')).to.equal(null)
    expect(findAll(without.element, 'deskbell-action-request')).to.have.length(1)
  })

  it('says that a yes came too late', async () => {
    const { card } = await openWith([requested])
    card().decide = async () => {
      throw new ApiError('action-expired')
    }
    await card().updateComplete
    card().shadowRoot!.querySelectorAll<HTMLElement>('button')[1]!.click()
    await waitUntil(() => card().shadowRoot!.querySelector('[role=alert]'))
    expect(card().shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('Too late')
  })
})
