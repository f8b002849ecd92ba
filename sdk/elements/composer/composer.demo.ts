// States of the composer.

import { html } from 'lit'
import type { Demos } from '../demo/demo.ts'

export const composerDemos: Demos = {
  empty: { render: () => html`<deskbell-composer></deskbell-composer>` },
  written: { render: () => html`<deskbell-composer .value=${'Do I need new bolts?'}></deskbell-composer>` },
  'five lines and more': {
    render: () => html`<deskbell-composer .value=${'One\nTwo\nThree\nFour\nFive\nSix'}></deskbell-composer>`,
  },
  'the assistant writes': { render: () => html`<deskbell-composer answering></deskbell-composer>` },
  'changing a message': {
    render: () => html`<deskbell-composer editing .value=${'It is on the order page.'}></deskbell-composer>`,
  },
  'too long': { render: () => html`<deskbell-composer .value=${'x'.repeat(8012)}></deskbell-composer>` },
}
