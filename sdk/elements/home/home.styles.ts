// The first view's own measures; the rest is the panel's.

import { css } from 'lit'

export const homeStyles = css`
  .bar > .logo { margin-inline-end: -2px; }
  .logo { flex: none; inline-size: 24px; block-size: 24px; fill: none; stroke: var(--db-accent); stroke-width: 2.8; stroke-linecap: round; stroke-linejoin: round; }
  .body { display: flex; flex-direction: column; padding-block-end: 16px; }
  .greeting { padding-block: 16px 4px; white-space: pre-line; }
  .presence { display: flex; align-items: center; gap: 12px; min-block-size: 56px; margin-block-end: 8px; }
  .presence > .icon { color: var(--db-accent); margin-inline: 0 4px; }
  .presence p { min-inline-size: 0; line-height: 20px; }
  .presence .small { display: block; }
  .search { flex: none; display: flex; align-items: center; gap: 10px; block-size: 44px; padding: 0 12px; border: 1px solid var(--db-line-2); border-radius: var(--db-round-10); background: none; color: var(--db-muted); text-align: start; cursor: text; }
  .search:hover { border-color: var(--db-muted); }
  .search:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; }
  .label { padding-block: 24px 4px; font-weight: 400; }
  .talk { padding-block: 8px; }
  .talk .row-title { font-weight: 600; }
  .nobody { display: grid; place-items: center; inline-size: 32px; block-size: 32px; color: var(--db-accent); }
  .row-more.strong { color: var(--db-text); }
  .talk-side { display: grid; justify-items: end; gap: 8px; align-self: start; font: var(--db-small); color: var(--db-muted); font-variant-numeric: tabular-nums; }
  .dot { forced-color-adjust: none; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--db-accent); }
  .slim { padding-block: 8px; }
  /* A text of the other direction is cut where it ends, not where the row does. */
  .slim bdi { display: block; overflow: hidden; text-overflow: ellipsis; }
  .slim .row-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 24px; }
  .space { flex: 1 0 12px; }
  .unsettled { animation: unsettled 1.5s; }
  @keyframes unsettled { from, to { visibility: hidden; } }
  .rows .row-more { white-space: normal; }
  .last { padding-block-start: 16px; }
  .popular { display: none; }
  @media (max-width: 479.98px) and (min-height: 720px) { .popular { display: block; } }
`
