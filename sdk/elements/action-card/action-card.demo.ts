// States of what the AI agent asks of the customer.

import { html } from 'lit'
import type { LogEvent } from '../../protocol/event.ts'
import type { Demos } from '../demo/demo.ts'

const ASSISTANT = { kind: 'ai', id: '00000000-0000-4000-8000-000000000001', name: 'Assistant' } as const
const CUSTOMER = { kind: 'contact', id: '00000000-0000-4000-8000-000000000002', name: '' } as const
const ID = '00000000-0000-4000-8000-00000000000a'
const base = {
  conversation_id: '00000000-0000-4000-8000-00000000000c',
  cid: null,
  at: '2026-01-01T09:00:00.000Z',
}

/** Far off, so that the pictures are the same every day. */
export const requestedAction = (expires_at = '2999-01-01T00:00:00.000Z'): LogEvent => ({
  ...base,
  id: ID,
  seq: 3,
  type: 'action.requested',
  actor: ASSISTANT,
  data: {
    tool: 'refund_order',
    title: 'Refund order FJ-20417',
    explanation: 'The whole amount goes back to the card it was paid with, within 5 working days.',
    side: 'server',
    effect: 'write',
    approval: 'customer',
    input: { order: 'FJ-20417', amount: '€ 84.90', reason: 'Wrong size' },
    labels: { order: 'Order', amount: 'Amount' },
    expires_at,
  },
})

export const decidedAction = (approved: boolean): LogEvent => ({
  ...base,
  id: '00000000-0000-4000-8000-00000000000b',
  seq: 4,
  type: 'action.decided',
  actor: CUSTOMER,
  data: { action_id: ID, approved },
})

export const actionCardDemos: Demos = {
  asking: {
    render: () => html`<deskbell-action-card .events=${[requestedAction()]}></deskbell-action-card>`,
  },
  failed: {
    render: () =>
      html`<deskbell-action-card .events=${[requestedAction()]} .fault=${'failed'}></deskbell-action-card>`,
  },
  approved: {
    render: () =>
      html`<deskbell-action-card .events=${[requestedAction(), decidedAction(true)]}></deskbell-action-card>`,
  },
}
