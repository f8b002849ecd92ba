// States of the ticket form.

import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { demoTime, sampleConfig, sampleConversation, sampleSearch } from '../demo/fake-data.ts'
import { sampleFields } from '../form-fields/form-fields.demo.ts'

const form = (subject: string, options: FakeClientOptions = {}): Demo => ({
  render: () =>
    html`<deskbell-ticket-form subject=${subject} description=${subject ? 'It rubs once per turn.' : ''}></deskbell-ticket-form>`,
  client: () => createFakeClient({ search: () => sampleSearch, ...options }),
})
const conversations = [sampleConversation]
const created = () => ({
  reference: 'DB-7K3M92QF',
  created_at: demoTime(14, 0),
  people: ['Ana', 'Mika'],
  department: 'Workshop',
})

export const ticketFormDemos: Demos = {
  empty: form(''),
  suggesting: form('Rotor arrived bent'),
  known: form('Rotor arrived bent', { conversations, createTicket: created }),
  refused: form('Rotor arrived bent', {
    conversations,
    createTicket: () => Promise.reject(new ApiError('network', 'No answer')),
  }),
  fields: form('Rotor arrived bent', {
    config: { ...sampleConfig, settings: { ticket: { fields: [...sampleFields] } } },
  }),
  arabic: { ...form(''), locale: 'ar' },
}
