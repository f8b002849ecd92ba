// The view of the mailed code: what the status view's own question measures.

import { css } from 'lit'

export const ticketCodeStyles = css`
  :host { flex: 1; }
  .body { padding-block-start: 24px; }
  .big { padding-block-end: 8px; }
  .fields { padding-block-start: 24px; }
  #code { font-variant-numeric: tabular-nums; letter-spacing: 0.1em; }
  .wide { inline-size: 100%; min-block-size: 44px; font-weight: 600; }
`
