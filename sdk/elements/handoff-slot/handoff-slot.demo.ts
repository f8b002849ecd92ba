// Everything the slot can say.

import { html } from 'lit'
import type { Demo, Demos } from '../demo/demo.ts'
import { assistant, demoTime, mika, sampleConfig, sampleConversation } from '../demo/fake-data.ts'
import type { SlotInput } from './slot-state.ts'

const queue = { position: 2, estimated_wait_seconds: 170, since: demoTime(14, 2), staffed: true }
const unreached = { ...sampleConversation.contact, name: '', email: null }
const waiting = { ...sampleConversation, assignee: null }

const slot = ({
  conversation = { ...sampleConversation, assignee: assistant },
  connection = { state: 'online' },
  availability = sampleConfig.availability,
  wantsPerson = false,
}: Partial<SlotInput>): Demo => ({
  render: () => html`<deskbell-handoff-slot .conversation=${conversation} .connection=${connection}
    .availability=${availability} ?wantsPerson=${wantsPerson}></deskbell-handoff-slot>`,
})

export const handoffSlotDemos: Demos = {
  'a person is there': slot({}),
  'nobody is there': slot({
    availability: { ...sampleConfig.availability, available: false, opens_at: demoTime(8, 0, -1) },
  }),
  'wanted before the first message': slot({ conversation: null, wantsPerson: true }),
  'in line': slot({ conversation: { ...waiting, queue } }),
  'in line, wait unknown': slot({
    conversation: { ...waiting, queue: { ...queue, estimated_wait_seconds: null } },
  }),
  'a ticket, unreachable': slot({
    conversation: { ...waiting, queue: { ...queue, staffed: false }, contact: unreached },
  }),
  'a ticket': slot({ conversation: { ...waiting, queue: { ...queue, staffed: false } } }),
  offline: slot({ connection: { state: 'offline', since: 0 } }),
  reconnecting: slot({ connection: { state: 'reconnecting', since: 0, retryAt: 0 } }),
  refused: slot({ connection: { state: 'refused', code: 'origin-not-allowed' } }),
  'a person answers': slot({ conversation: { ...sampleConversation, assignee: mika } }),
}
