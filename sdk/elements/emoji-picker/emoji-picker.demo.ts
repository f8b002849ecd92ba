// States of the emoji picker.

import { html } from 'lit'
import type { Demos } from '../demo/demo.ts'

export const emojiPickerDemos: Demos = {
  'all of them': { render: () => html`<deskbell-emoji-picker></deskbell-emoji-picker>` },
  found: { render: () => html`<deskbell-emoji-picker .query=${'heart'}></deskbell-emoji-picker>` },
  'none found': {
    render: () => html`<deskbell-emoji-picker .query=${'zebra crossing'}></deskbell-emoji-picker>`,
  },
  Arabic: { render: () => html`<deskbell-emoji-picker></deskbell-emoji-picker>`, locale: 'ar' },
}
