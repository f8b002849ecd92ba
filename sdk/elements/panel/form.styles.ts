// Fields, their faults, the copy button and the way to a person: for the views that ask or hand out something.

import { css } from 'lit'

export const formStyles = css`
  .fields { display: grid; gap: 16px; }
  .field { display: grid; gap: 4px; }
  .field > label, .field-label { font: var(--db-small); font-weight: 500; color: var(--db-text); }
  .input { inline-size: 100%; min-block-size: 44px; padding: 9px 12px; border: 1px solid var(--db-line-2); border-radius: var(--db-round-10); background: var(--db-surface); appearance: none; }
  textarea.input { display: block; min-block-size: 68px; resize: none; field-sizing: content; max-block-size: 240px; }
  /* A field that is gone to brings its fault along. */
  .input { scroll-margin-block: 32px; }
  .input::placeholder { color: var(--db-muted); opacity: 1; }
  .input:focus { outline: 2px solid var(--db-accent); outline-offset: -2px; border-color: transparent; }
  .input[aria-invalid='true'] { outline: 2px solid var(--db-danger); outline-offset: -2px; border-color: transparent; }
  .select { position: relative; }
  .select select { padding-inline-end: 40px; text-overflow: ellipsis; cursor: pointer; }
  .select .icon { position: absolute; inset-block-start: 12px; inset-inline-end: 12px; pointer-events: none; }
  .fault { display: flex; align-items: center; gap: 6px; padding-inline-start: 4px; font: var(--db-small); color: var(--db-danger); }
  .fault .icon { inline-size: 16px; block-size: 16px; }
  .copy-text { flex: none; padding: 8px; border: 0; border-radius: var(--db-round-8); background: none; color: var(--db-accent); font: var(--db-small); font-weight: 600; cursor: pointer; }
  .copy > span { display: flex; align-items: center; gap: 8px; }
  .copy:not([data-copied]) > .after, .copy[data-copied] > .before { display: none; }
  .copy[data-copied] { color: var(--db-ok); }
  .copy-text:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; }
  .ask-person { padding-inline: 20px; }
  .ask-person .row { gap: 8px; padding-block: 14px; }
  .ask-person .row > .icon { margin-inline: 0; }
`
