// Look of the rail: 216 wide, rows of 32, on the canvas.

import { css } from 'lit'

export const railStyles = css`
  :host {
    --db-ground: var(--db-canvas);
    display: flex; flex-direction: column; padding: 12px 8px; background: var(--db-canvas);
    border-inline-end: 1px solid var(--db-line); font: var(--db-small);
  }
  .workspace { display: flex; align-items: center; gap: 4px; block-size: 40px; margin-block-end: 4px }
  .workspace .name { font: 600 15px/24px system-ui, sans-serif }
  .workspace .grow { min-inline-size: 0 }
  .down { display: grid; color: var(--db-muted) }
  .find {
    display: flex; align-items: center; gap: 8px; flex: none; block-size: 32px; padding-inline: 10px 6px; margin-block-end: 8px;
    border: 1px solid var(--db-line-2); border-radius: 8px; background: var(--db-surface); color: var(--db-muted);
  }
  .find:hover { background: var(--db-fill) }
  .find kbd { border-color: var(--db-line); color: var(--db-muted); background: var(--db-surface) }
  .keys { display: flex; gap: 4px }
  .title { display: flex; align-items: center; min-block-size: 24px; margin-block: 12px 2px; padding-inline-start: 8px }
  h2 { font: var(--db-small); color: var(--db-muted) }
  .title .add { inline-size: 24px; block-size: 24px; color: var(--db-muted) }
  .add .icon { inline-size: 16px; block-size: 16px }
  li { position: relative }
  li .tool { position: absolute; inset-block: 0; inset-inline-end: 2px; display: none; align-items: center }
  li:is(:hover, :focus-within) .tool, li .tool[open] { display: flex }
  li.with-tool:is(:hover, :focus-within) .count { visibility: hidden }
  li .tool::part(button) { min-block-size: 24px; block-size: 24px; padding-inline: 3px }
  .rename {
    inline-size: 100%; block-size: var(--db-row-rail); padding-inline: 8px; border: 1px solid var(--db-accent);
    border-radius: 8px; background: var(--db-surface); font: var(--db-small);
  }
  .bell {
    display: grid; place-items: center; inline-size: 26px; block-size: 26px; flex: none;
    border-radius: 13px; border-end-end-radius: 4px; background: var(--db-solid); color: var(--db-on-solid);
  }
  .row {
    display: flex; align-items: center; gap: 10px; inline-size: 100%; block-size: var(--db-row-rail); padding-inline: 8px;
    border-radius: 8px; color: var(--db-text); transition: background var(--db-fast) var(--db-ease);
  }
  .row:hover { background: var(--db-fill) }
  .row.active { background: var(--db-fill-2); font-weight: 600 }
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
  :host([narrow]) :is(.label, .name, .who, .hint span, h2, .keys, .down) {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  }
  :host([narrow]) :is(.workspace, .row, .hint, .find) { justify-content: center; padding-inline: 0 }
  :host([narrow]) .title { justify-content: center; min-block-size: 1px; margin-block: 8px; padding: 0; background: var(--db-line) }
  :host([narrow]) :is(.title .add, li .tool, .down) { display: none }
  :host([narrow]) .workspace { flex-direction: column; block-size: auto }
  :host([narrow]) .row { position: relative; block-size: 40px }
  :host([narrow]) .count {
    position: absolute; inset-block-start: 2px; inset-inline-end: 2px; font: 600 12px/16px system-ui, sans-serif;
  }
  :host([narrow]) .self { flex-direction: column }
  /* On a phone's side the views come first; the sound is asked for elsewhere. */
  @media (max-height: 480px) {
    .hint { display: none }
    :host([narrow]) .self .square { display: none }
  }
  @media (forced-colors: active) {
    .row.active { outline: 1px solid Highlight; outline-offset: -1px }
  }
`
