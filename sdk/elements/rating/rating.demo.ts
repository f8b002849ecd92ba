// States of the rating.

import { html } from 'lit'
import type { Demos } from '../demo/demo.ts'

export const ratingDemos: Demos = {
  asking: { render: () => html`<deskbell-rating></deskbell-rating>` },
  chosen: { render: () => html`<deskbell-rating .score=${4}></deskbell-rating>` },
  failed: { render: () => html`<deskbell-rating .score=${4} phase="failed"></deskbell-rating>` },
  given: { render: () => html`<deskbell-rating .given=${{ score: 4, comment: '' }}></deskbell-rating>` },
}
