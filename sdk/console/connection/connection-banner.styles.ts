// Look of the connection banner: one line over everything else, calm.

import { css } from 'lit'

export const bannerStyles = css`
  p {
    display: flex; align-items: center; justify-content: center; flex-wrap: wrap; gap: 0 8px; padding: 6px 16px;
    background: var(--db-note); color: var(--db-warn); font: var(--db-small);
  }
  b { font-weight: 600 }
  .button { block-size: 28px; background: var(--db-surface) }
`
