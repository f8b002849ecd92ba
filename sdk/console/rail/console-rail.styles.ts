// Look of the rail: 216 wide, rows of 32, on the canvas.

import { css } from 'lit'

export const railStyles = css`
  :host {
    --db-ground: var(--db-canvas);
    display: flex; flex-direction: column; padding: 12px 8px; background: var(--db-canvas);
    border-inline-end: 1px solid var(--db-line); font: var(--db-small);
  }
  .workspace { display: flex; align-items: center; gap: 8px; block-size: 40px; padding-inline: 8px; margin-block-end: 8px }
  .workspace .name { font: 600 15px/24px system-ui, sans-serif }
  .bell {
    display: grid; place-items: center; inline-size: 26px; block-size: 26px; flex: none;
    border-radius: 13px; border-end-end-radius: 4px; background: var(--db-solid); color: var(--db-on-solid);
  }
  .row {
    display: flex; align-items: center; gap: 10px; inline-size: 100%; block-size: 32px; padding-inline: 8px;
    border-radius: 8px; color: var(--db-text); transition: background var(--db-fast) var(--db-ease);
  }
  .row:hover { background: var(--db-fill) }
  .row.active { background: var(--db-fill-2); font-weight: 600 }
  .pages { margin-block-start: 12px; padding-block-start: 12px; border-block-start: 1px solid var(--db-line) }
  a.row { text-decoration: none }
  .icon-slot { display: grid; place-items: center; inline-size: 18px; flex: none; color: var(--db-muted) }
  .row.active .icon-slot { color: var(--db-text) }
  .label { flex: 1 }
  .count { color: var(--db-muted) }
  .row.active .count { color: var(--db-text) }
  .row .urgent, .row.active .urgent { color: var(--db-danger); font-weight: 600 }
  nav { flex: 1; min-block-size: 0; overflow-y: auto; margin-inline: -8px; padding-inline: 8px }
  .hint {
    display: flex; align-items: center; gap: 8px; padding: 8px; font: var(--db-tiny); color: var(--db-muted);
  }
  .self { display: flex; align-items: center; gap: 4px }
  .self deskbell-console-menu { flex: 1; min-inline-size: 0 }
  .self deskbell-console-menu::part(button) { block-size: 44px }
  .face { position: relative; display: grid }
  .who { display: grid; min-inline-size: 0; line-height: 16px }
  .state { font: var(--db-tiny); color: var(--db-muted) }
  .self .square { color: var(--db-muted) }
  :host([narrow]) :is(.label, .name, .who, .hint span) {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  }
  :host([narrow]) :is(.workspace, .row, .hint) { justify-content: center; padding-inline: 0 }
  :host([narrow]) .row { position: relative; block-size: 40px }
  :host([narrow]) .count {
    position: absolute; inset-block-start: 2px; inset-inline-end: 2px; font: 600 12px/16px system-ui, sans-serif;
  }
  :host([narrow]) .self { flex-direction: column }
  @media (forced-colors: active) { .row.active { outline: 1px solid Highlight; outline-offset: -1px } }
`
