// The slot above the composer: an icon, what holds now, what to expect, what can be done about it.

import { css } from 'lit'

export const handoffSlotStyles = css`
  :host { display: block; block-size: auto; background: none; outline: none; }
  .slot {
    display: grid; grid-template-columns: 20px minmax(min-content, 1fr) auto; column-gap: 8px; align-items: center; inline-size: 100%;
    padding: 10px 8px; border: 0; border-radius: var(--db-round-10); background: none; text-align: start;
  }
  .slot > .icon { color: var(--db-accent); }
  .slot.two { padding-block: 12px; }
  .slot.two > .icon { align-self: start; margin-block-start: 2px; }
  .title { font-weight: 500; }
  .reference { white-space: nowrap; unicode-bidi: isolate; }
  .two .title { font-weight: 600; }
  .side { font: var(--db-small); color: var(--db-muted); text-align: end; text-wrap: balance; font-variant-numeric: tabular-nums; }
  .more { grid-column: 2; font: var(--db-small); color: var(--db-muted); }
  .wide { grid-column: 2 / -1; }
  .two .link { position: relative; justify-self: end; font: var(--db-small); font-weight: 600; }
  .two .link::after { content: ''; position: absolute; inset: -10px -8px; }
  button.slot { cursor: pointer; min-block-size: 44px; }
  button.slot .title { white-space: nowrap; }
  button.slot:hover .title { color: var(--db-accent); }
  button.slot:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -4px; }
  form { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 8px; padding-block-start: 8px; }
  form .input { flex: 1 1 130px; inline-size: auto; min-inline-size: 0; min-block-size: 40px; padding-block: 7px; }
  form .fault { flex: 1 0 100%; }
  /* Where both do not stand beside each other, the second goes below. */
  @media (max-width: 359.98px) { div.slot > .side { grid-column: 2 / -1; text-align: start; } }
  @media (pointer: coarse), (max-width: 479.98px) { form .input { font-size: 16px; } }
`
