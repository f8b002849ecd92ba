// The ticket form's own measures; fields and rows are the panel's.

import { css } from 'lit'

export const ticketFormStyles = css`
  form { display: flex; flex-direction: column; flex: 1; min-block-size: 0; }
  /* Rows as high as what is in them: elements of our own would let themselves be squeezed into the form's height. */
  .fields { grid-auto-rows: max-content; align-content: start; padding-block: 16px 20px; }
  .hints { margin-block-start: -12px; }
  .hints .row { gap: 10px; padding-block: 8px; }
  .hints .row > .icon:first-child { margin-inline: 0; color: var(--db-muted); }
  .hints .row-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .files { display: grid; gap: 8px; justify-items: start; }
  .files > deskbell-attachment-tray { inline-size: 100%; }
  .add { background: none; border: 1px dashed var(--db-line-2); }
  form .foot { display: flex; align-items: center; gap: 16px; min-block-size: 64px; padding: 12px 20px; }
  form .foot p { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  form .foot .button { flex: none; }
  .sent { padding-block-start: 24px; }
  .sent .big { padding-block-end: 8px; }
  .sent .field-label { padding-block: 20px 4px; }
  .reference { display: flex; align-items: center; gap: 8px; min-block-size: 56px; padding-inline: 16px; margin-block-end: 8px; border-radius: var(--db-round-12); background: var(--db-fill); }
  .reference output { flex: 1; font: var(--db-title); font-variant-numeric: tabular-nums; letter-spacing: 0.01em; overflow-wrap: anywhere; }
  .steps { margin-block-start: 20px; border-block: 1px solid var(--db-line); }
  .steps .row { padding-block: 14px; }
`
