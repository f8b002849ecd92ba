// Form and status of a ticket, one chunk: who sends one looks at it.

import '../sdk/elements/ticket-form/ticket-form.define.ts'
import '../sdk/elements/ticket-status/ticket-status.define.ts'
