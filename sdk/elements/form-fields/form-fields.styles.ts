// The owner's fields: what the panel's forms do not have already.

import { css } from 'lit'

export const formFieldsStyles = css`
  :host { display: block; block-size: auto; background: none; }
  .check > label { display: flex; align-items: start; gap: 10px; padding-block: 8px; font: inherit; cursor: pointer; }
  .check input { flex: none; inline-size: 24px; block-size: 24px; margin: 0; accent-color: var(--db-solid); }
  .check input[aria-invalid='true'] { outline: 2px solid var(--db-danger); outline-offset: 1px; }
  .check input:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; }
  .summary { padding: 12px 16px; border-radius: var(--db-round-12); background: var(--db-fill); outline: none; }
  .summary:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
  .summary p { font-weight: 600; }
  .summary .link { padding-block: 2px; margin-block-start: 4px; text-align: start; }
`
