// Look of the list: 336 wide, rows of 72 in three lines.

import { css } from 'lit'

export const listStyles = css`
  :host {
    display: flex; flex-direction: column; min-block-size: 0; background: var(--db-surface);
    border-inline-end: 1px solid var(--db-line); font: var(--db-small);
  }
  header { display: flex; align-items: center; gap: 4px; flex: none; block-size: 56px; padding-inline: 20px 12px }
  h1 { font: 600 15px/24px system-ui, sans-serif }
  .scroller { flex: 1; min-block-size: 0; overflow-y: auto; padding: 0 8px 16px }
  .group {
    display: flex; align-items: end; gap: 8px; min-block-size: 32px; padding: 8px 12px 6px; color: var(--db-muted);
    font: var(--db-small); line-height: 16px;
  }
  .group h2 { font-weight: 500 }
  section + section { margin-block-start: 8px }
  .row {
    position: relative; display: grid; grid-template-columns: 28px minmax(0, 1fr); column-gap: 10px;
    align-content: center; inline-size: 100%; block-size: 72px; padding-inline: 12px; border-radius: 8px;
    transition: background var(--db-fast) var(--db-ease);
  }
  .row:hover { background: var(--db-fill) }
  .row.selected { background: var(--db-soft) }
  .row:focus-visible { outline-offset: -2px }
  .face { position: relative; grid-row: span 3; block-size: 28px; margin-block-start: 2px }
  .holder { position: absolute; inset-block-end: -3px; inset-inline-end: -4px; display: grid; border-radius: 50% }
  .holder .mark { outline: 2px solid var(--db-surface) }
  .selected .holder .mark { outline-color: var(--db-soft) }
  .line { display: flex; align-items: baseline; gap: 8px }
  .name { flex: 1; font-weight: 500 }
  time { color: var(--db-muted); font-size: 12px; white-space: nowrap }
  .preview { color: var(--db-muted) }
  .small { font: var(--db-tiny); color: var(--db-muted) }
  .unread .name { font-weight: 600 }
  .unread .preview { color: var(--db-text) }
  .unread::before {
    content: ''; position: absolute; inset-block-start: 18px; inset-inline-start: 2px; inline-size: 6px;
    block-size: 6px; border-radius: 50%; background: var(--db-accent);
  }
  .empty { display: grid; gap: 4px; justify-items: start; padding: 32px 12px }
  .empty h2 { font-weight: 600 }
  .empty p { color: var(--db-muted) }
  .empty .button { margin-block-start: 12px }
  .more { display: flex; margin: 8px auto 0 }
  .blocks { display: grid; gap: 16px; padding: 16px 12px; opacity: 0; animation: late 0s 200ms forwards }
  .blocks i { block-size: 56px; border-radius: 8px; background: var(--db-fill) }
  @keyframes late { to { opacity: 1 } }
  .views { color: var(--db-muted) }
  .draft { font-weight: 500; color: var(--db-accent) }
  :host([phone]) { border: 0 }
  :host([phone]) header { block-size: 64px; padding-inline-end: 8px }
  :host([phone]) h1 { font: var(--db-title) }
  :host([phone]) .row { block-size: 80px }
  :host([phone]) deskbell-console-menu::part(button) { block-size: 40px }
  :host([phone]) .name { font: 500 15px/24px system-ui, sans-serif }
  :host([phone]) .preview { font: var(--db-body) }
  @media (forced-colors: active) {
    .row.selected { outline: 2px solid Highlight; outline-offset: -2px }
    .unread::before { background: Highlight }
  }
`
