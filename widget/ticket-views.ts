// Form and status of a ticket, one chunk: who sends one looks at it.

import { html } from 'lit'
import '../sdk/elements/ticket-form/ticket-form.define.ts'
import '../sdk/elements/ticket-status/ticket-status.define.ts'
import type { DrawView } from './views.ts'

export const ticketView: DrawView<'ticket'> = ({ subject, description }) => html`<deskbell-ticket-form
  .subject=${subject ?? ''} .description=${description ?? ''}></deskbell-ticket-form>`

export const statusView: DrawView<'status'> = ({ reference, email }) => html`<deskbell-ticket-status
  .reference=${reference ?? ''} .email=${email ?? ''}></deskbell-ticket-status>`
