// States of an owner's own fields.

import { html } from 'lit'
import type { FormField } from '../../protocol/site-settings.ts'
import type { Demo, Demos } from '../demo/demo.ts'

export const sampleFields: readonly FormField[] = [
  {
    key: 'order',
    label: 'Order number',
    type: 'text',
    required: true,
    hint: 'On your receipt, it starts with F.',
  },
  { key: 'part', label: 'Which part', type: 'select', required: true, options: ['Rotor', 'Pads', 'Chain'] },
  { key: 'ridden', label: 'Ridden so far, km', type: 'number', required: false },
  { key: 'bought', label: 'Bought on', type: 'date', required: false },
  { key: 'phone', label: 'Phone', type: 'phone', required: false },
  { key: 'other_email', label: 'Another e-mail', type: 'email', required: false },
  { key: 'more', label: 'Anything about the bike', type: 'multiline', required: false },
  {
    key: 'terms',
    label: 'I have cleaned the part',
    type: 'checkbox',
    required: true,
    hint: 'Else we send it back.',
  },
]

const fields = (texts: Record<string, string | boolean>): Demo => ({
  render:
    () => html`<div .style=${'background: var(--db-surface)'}><deskbell-form-fields .fields=${sampleFields}
    .texts=${texts}></deskbell-form-fields></div>`,
})

export const formFieldsDemos: Demos = {
  empty: fields({}),
  filled: fields({ order: 'F-1042', part: 'Rotor', ridden: '12,5', bought: '2026-11-02', terms: true }),
  arabic: { ...fields({}), locale: 'ar' },
}
