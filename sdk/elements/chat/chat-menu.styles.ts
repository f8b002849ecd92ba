// The menu hangs under its button, at the end side.

import { css } from 'lit'

export const chatMenuStyles = css`
  .menu { position: relative; flex: none; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
  .menu > div {
    position: absolute; z-index: 1; inset-block-start: 44px; inset-inline-end: 0; min-inline-size: 160px; padding: 4px;
    border-radius: var(--db-round-12); background: var(--db-surface); box-shadow: var(--db-shadow);
  }
  .menu button {
    display: block; inline-size: 100%; min-block-size: 40px; padding: 8px 12px; border: 0; border-radius: var(--db-round-8);
    background: none; text-align: start; white-space: nowrap; cursor: pointer;
  }
  .menu button:hover { background: var(--db-fill); }
  .menu button:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
`
