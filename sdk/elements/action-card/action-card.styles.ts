// A dashed box: what is not settled yet. Yes stands first and is solid; no is never far.

import { css } from 'lit'

export const actionCardStyles = css`
  :host { display: block; block-size: auto; background: none; }
  section { display: grid; gap: 8px; margin-block-start: 12px; padding: 12px; border: 1px dashed var(--db-line-2); border-radius: var(--db-round-12, 12px); }
  /* In another language than the box they still begin at its edge. */
  h3, p, dt { text-align: match-parent; }
  h3 { font-size: inherit; line-height: 24px; font-weight: 600; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 4px 12px; margin: 0; padding-block: 4px; }
  dt { font: var(--db-small); line-height: 24px; color: var(--db-muted); overflow-wrap: anywhere; }
  dd { margin: 0; min-inline-size: 0; overflow-wrap: anywhere; font-weight: 500; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; padding-block-start: 4px; }
  .under-way { display: flex; align-items: center; gap: 8px; padding-block: 8px; outline: none; }
  .under-way .icon { color: var(--db-ok); }
  .fault { display: flex; align-items: center; gap: 8px; color: var(--db-danger); font: var(--db-small); }
  @media (forced-colors: active) {
    .button { border: 1px solid; }
  }
`
