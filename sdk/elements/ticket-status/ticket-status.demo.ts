// States of the status view.

import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { demoClockOffset, sampleTicket } from '../demo/fake-data.ts'

const clockOffset = demoClockOffset()
const status = (ticket: () => TicketStatus | Promise<TicketStatus>): Demo => ({
  render: () =>
    html`<deskbell-ticket-status reference="DB-7K3M92QF" email="nora@example.com"></deskbell-ticket-status>`,
  client: () => createFakeClient({ clockOffset, ticket }),
})
const own = sampleTicket.replies.slice(0, 1)

export const ticketStatusDemos: Demos = {
  asking: {
    render: () => html`<deskbell-ticket-status></deskbell-ticket-status>`,
    client: () => createFakeClient({ ticket: () => sampleTicket }),
  },
  waitingForYou: status(() => sampleTicket),
  received: status(() => ({ ...sampleTicket, status: 'new', step: 'received', replies: own })),
  inProgress: status(() => ({ ...sampleTicket, status: 'assigned', step: 'in_progress', replies: own })),
  solved: status(() => ({ ...sampleTicket, status: 'resolved', step: 'solved' })),
  unknown: status(() => Promise.reject(new ApiError('ticket-not-found', 'No such ticket'))),
  arabic: { ...status(() => sampleTicket), locale: 'ar' },
}
