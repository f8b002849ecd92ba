// The chat view: header, thread, and the foot that holds slot and composer.

import { css } from 'lit'

export const chatStyles = css`
  .said { display: flex; align-items: center; gap: 8px; padding-block: 12px 4px; font: var(--db-small); }
  .said b { font-weight: 600; }
  .bar { position: relative; border-block-end: 1px solid var(--db-line); padding-inline-end: 8px; gap: 8px; }
  .bar > .marks { margin-inline-end: 4px; }
  .bar > .tool:first-child { margin-inline-end: 0; }
  .foot { padding: 0 12px 12px; padding-block-end: max(12px, env(safe-area-inset-bottom)); }
  deskbell-handoff-slot[empty] + deskbell-composer { margin-block-start: 12px; }
  .notice { padding: 12px 8px 0; }
  .keep { margin: 4px 8px; line-height: 24px; }
  .body { background: none; }
  .empty { padding-block: 24px; }
  .empty p { margin-block: 8px 16px; }
  .empty .rows { border-block-start: 1px solid var(--db-line); }
  .empty .row { padding-block: 10px; }
  .empty .actions { display: flex; gap: 8px; }
`
