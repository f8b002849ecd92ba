// Five numbers, a comment, one button.

import { css } from 'lit'

export const ratingStyles = css`
  :host { display: block; block-size: auto; }
  form { display: grid; gap: 12px; padding-block-start: 8px; }
  fieldset { display: grid; grid-template-columns: repeat(5, 1fr); gap: 0 8px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; margin-block-end: 8px; font-weight: 600; }
  label { position: relative; cursor: pointer; }
  label input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: inherit; }
  label span { display: grid; place-items: center; block-size: 48px; border-radius: var(--db-round-10); background: var(--db-fill); font-weight: 600; transition: background var(--db-fast); }
  label:hover span { background: var(--db-fill-2); }
  input:checked + span, label:hover input:checked + span { background: var(--db-solid); color: var(--db-on-solid); }
  input:focus-visible + span { outline: 2px solid var(--db-accent); outline-offset: 2px; }
  .ends { grid-column: 1 / -1; display: flex; justify-content: space-between; padding-block-start: 4px; font: var(--db-small); color: var(--db-muted); }
  textarea:not(:placeholder-shown) { unicode-bidi: plaintext; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
  .buttons .solid { flex: 1; }
  .thanks { display: flex; align-items: center; gap: 8px; padding-block: 8px; font-weight: 500; }
  .thanks .icon { color: var(--db-ok); }
  @media (forced-colors: active) {
    label span { border: 1px solid; }
    input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
`
