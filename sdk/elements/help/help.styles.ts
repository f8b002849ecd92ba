// The help view's own measures; the rest is the panel's.

import { css } from 'lit'

export const helpStyles = css`
  .bar-text { overflow: visible; }
  .find { position: relative; display: block; color: var(--db-muted); }
  .find .icon { position: absolute; inset-block-start: 10px; inset-inline-start: 11px; pointer-events: none; }
  .find input { inline-size: 100%; block-size: 40px; padding: 0 8px; padding-inline-start: 40px; border: 1px solid var(--db-line-2); border-radius: var(--db-round-10); background: var(--db-surface); color: var(--db-text); appearance: none; outline: none; }
  .find input::-webkit-search-cancel-button { display: none; }
  .find input::placeholder { color: var(--db-muted); opacity: 1; }
  .find input:focus { border-color: transparent; outline: 2px solid var(--db-accent); outline-offset: -2px; }
  .body { padding-block-start: 4px; }
  .label { padding-block: 0 4px; }
  .big { padding-block: 12px 4px; }
  .label.topics { padding-block-start: 20px; }
  .hit { display: block; inline-size: calc(100% + 40px); margin-inline: -20px; padding: 14px 20px; border: 0; background: none; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
  .hit > span { display: block; }
  .hit-title { font-weight: 600; line-height: 20px; padding-block-end: 2px; }
  .hit-text { font: var(--db-small); color: var(--db-muted); padding-block-end: 2px; }
  .hits li + li { border-block-start: 1px solid var(--db-line); }
  .hit:hover, .hit:focus-visible { position: relative; margin-block: -1px; padding-block: 15px; background: var(--db-fill); outline: none; }
  .hit:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
  mark { background: color-mix(in oklab, var(--db-accent) 15%, transparent); color: var(--db-text); border-radius: 3px; padding: 1px 2px; margin-inline: -1px; }
  .ask { margin-block-start: 16px; border-block: 1px solid var(--db-line); border-block-end: 0; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; padding-block-start: 16px; }
  .foot { padding: 0 20px; }
  @media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`
