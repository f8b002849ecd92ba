// What the widget says of an answer before it is sent is what the server says of it after: the two sets of rules are
// copies, as the protocol's schemas stay out of a customer's page.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fieldFault as inTheWidget, toValues } from '../../sdk/elements/form-fields/field-fault.ts'
import type { FormField } from '../../sdk/protocol/site-settings.ts'
import { fieldFault as onTheServer } from '../../server/sites/form-answers.ts'

const TYPES: FormField['type'][] = [
  'text',
  'multiline',
  'number',
  'email',
  'phone',
  'date',
  'select',
  'checkbox',
]
const ANSWERS: (string | boolean | undefined)[] = [
  undefined,
  '',
  '   ',
  true,
  false,
  'Rotor',
  'Chain',
  '12',
  '12,5',
  '12a',
  '-3.5',
  '1e3',
  'nora@example.com',
  'nora@example',
  'nora',
  '+47 22 33 44 55',
  '(0)22/33',
  'call me',
  '----------',
  '2026-02-28',
  '2026-02-30',
  '28.02.2026',
]

test('field faults: widget and server agree on every kind of field and answer', () => {
  for (const type of TYPES)
    for (const required of [true, false])
      for (const answer of ANSWERS) {
        // A box is ticked or not, and everything else is typed.
        if (typeof answer === 'boolean' ? type !== 'checkbox' : type === 'checkbox' && answer !== undefined)
          continue
        const field: FormField = { key: 'a', label: 'A', type, required, options: ['Rotor', 'Pads'] }
        const here = inTheWidget(field, answer)
        const there = onTheServer(field, toValues([field], answer === undefined ? {} : { a: answer }).a)
        const said = here?.replace('fault.', '').replace(/^email_.*/, 'email') ?? null
        const expected = there === 'needed' && type === 'email' ? 'email' : there
        assert.equal(said, expected, `${type}${required ? ', required' : ''}: ${JSON.stringify(answer)}`)
      }
})
