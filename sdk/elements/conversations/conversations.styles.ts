// Rows of three lines: who, what was said last, how it stands.

import { css } from 'lit'

export const conversationsStyles = css`
  .bar { border-block-end: 1px solid var(--db-line); }
  .body { background: none; padding-block-start: 4px; }
  li + li { border-block-start: 1px solid var(--db-line); }
  .row { align-items: start; }
  .row > .nobody { flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px; color: var(--db-accent); }
  /* At the view's own edge, and cut where its own language ends. */
  :is(.row-title, .said) bdi { display: inline-block; max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
  .unread .row-title, .unread .said { font-weight: 600; color: var(--db-text); }
  .reference { unicode-bidi: isolate; }
  .side { flex: none; display: grid; justify-items: end; gap: 6px; font: var(--db-small); color: var(--db-muted); font-variant-numeric: tabular-nums; }
  .dot { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--db-accent); }
  .foot { padding: 12px 20px; padding-block-end: max(12px, env(safe-area-inset-bottom)); }
  .foot .button { inline-size: 100%; }
  .none { padding-block: 20px; }
  .none p { margin-block-start: 8px; }
  @media (forced-colors: active) { .dot { background: Highlight; } }
`
