// States of the question for a mailed code.

import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'

const code = (options: FakeClientOptions = {}): Demo => ({
  render: () =>
    html`<deskbell-ticket-code reference="DB-7K3M92QF" email="nora@example.com"></deskbell-ticket-code>`,
  client: () => createFakeClient(options),
})

export const ticketCodeDemos: Demos = {
  sent: code(),
  noMail: code({ failing: new ApiError('mail-off', 'No mail') }),
  arabic: { ...code(), locale: 'ar' },
}
