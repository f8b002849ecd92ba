// The menu hangs under its button, at the end side of the header it stands in.

import { css } from 'lit'

export const chatMenuStyles = css`
  :host {
    position: absolute; z-index: 1; inset-block-start: 48px; inset-inline-end: 8px; display: block; block-size: auto;
    min-inline-size: 200px; padding: 4px; border-radius: var(--db-round-12); box-shadow: var(--db-shadow);
  }
  button {
    display: block; inline-size: 100%; min-block-size: 40px; padding: 8px 12px; border: 0;
    border-radius: var(--db-round-8); background: none; text-align: start; white-space: nowrap; cursor: pointer;
  }
  button:hover { background: var(--db-fill); }
  button:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
  .last { margin-block-start: 4px; color: var(--db-danger); }
  @media (forced-colors: active) { :host { border: 1px solid; } }
`
