// The status view's own measures; the rest is the panel's.

import { css } from 'lit'

export const ticketStatusStyles = css`
  .ask { padding-block-start: 24px; }
  .ask .big { padding-block-end: 8px; }
  .fields { padding-block-start: 24px; }
  .wide { inline-size: 100%; min-block-size: 44px; margin-block-start: 8px; font-weight: 600; }
  .reply { padding: 12px; padding-block-end: max(12px, env(safe-area-inset-bottom)); }
  .reply .fault { padding-block-start: 8px; }
  .body { padding-block-start: 16px; }
  .bars { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px; padding-block: 12px 20px; font: var(--db-small); color: var(--db-muted); }
  .bars li::before { content: ''; display: block; block-size: 4px; border-radius: 2px; margin-block-end: 6px; background: var(--db-fill-2); }
  .bars .done::before { background: var(--db-solid); }
  .bars [aria-current] { color: var(--db-text); font-weight: 600; }
  .thread { display: grid; gap: 20px; }
  .who { display: flex; align-items: center; gap: 8px; padding-block-end: 4px; font: var(--db-small); color: var(--db-muted); }
  .who b { font-weight: 600; color: var(--db-text); }
  .who time { margin-inline-start: auto; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .who span:not(.mark, .ai-tag) { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  @media (forced-colors: active) { .bars .done::before { background: Highlight; } }
`
