// Look of the console's composer: one box, two tabs, amber while it holds a note.

import { css } from 'lit'

export const composerStyles = css`
  .box {
    display: block; padding: 8px 8px 8px 12px; border: 1px solid var(--db-line-2); border-radius: 12px;
    background: var(--db-surface);
  }
  .box:focus-within { border-color: var(--db-accent); box-shadow: inset 0 0 0 1px var(--db-accent) }
  :host([kind='note']) .box { border-color: var(--db-warn); background: var(--db-note) }
  :host([kind='note']) .box:focus-within { box-shadow: inset 0 0 0 1px var(--db-warn) }
  .top { display: flex; align-items: center; gap: 16px; font: var(--db-small) }
  .tabs { display: flex; gap: 16px; flex: none }
  .tabs button { block-size: 32px; color: var(--db-muted); border-block-end: 2px solid transparent; border-radius: 2px }
  .tabs button[aria-checked='true'] { color: var(--db-text); font-weight: 600; border-color: var(--db-accent) }
  .tabs button:disabled { display: none }
  :host([kind='note']) .tabs button { color: var(--db-warn) }
  :host([kind='note']) .tabs button[aria-checked='true'] { border-color: var(--db-warn) }
  .editing { color: var(--db-muted); font: var(--db-small); line-height: 32px }
  :host([kind='note']) .editing { color: var(--db-warn) }
  .to {
    margin-inline-start: auto; padding-inline-end: 4px; color: var(--db-muted); font: var(--db-tiny);
  }
  .to .icon { display: inline-block; inline-size: 14px; block-size: 14px; margin-inline-end: 4px; vertical-align: -2px }
  :host([kind='note']) .to { color: var(--db-warn) }
  .write { display: grid; margin: 4px 0 }
  .write[hidden] { display: none }
  .shown { min-block-size: 56px; max-block-size: 40vh; overflow-y: auto; padding: 4px 4px 4px 0; font: var(--db-body) }
  textarea, .mirror {
    grid-area: 1 / 1; display: block; inline-size: 100%; min-block-size: 56px; max-block-size: 40vh; margin: 0; padding: 4px 4px 4px 0;
    border: 0; font: var(--db-body);
  }
  textarea { outline: 0; background: none; resize: none; field-sizing: content }
  /* Lies behind the text: what is suggested goes on where it ends. */
  .mirror { color: transparent; white-space: pre-wrap; overflow-wrap: break-word; overflow: hidden; pointer-events: none }
  .mirror span { color: var(--db-muted) }
  textarea:focus-visible { outline: none }
  textarea::placeholder { color: var(--db-muted); opacity: 1 }
  :host([kind='note']) textarea::placeholder { color: var(--db-warn) }
  .foot { display: flex; align-items: center; gap: 8px }
  .foot { gap: 2px 4px; flex-wrap: wrap }
  .tools { display: contents }
  .send { display: inline-flex; margin-inline-start: 4px }
  .send:has(.split) > .button { border-start-end-radius: 0; border-end-end-radius: 0 }
  .split { border-inline-start: 1px solid var(--db-surface) }
  .split::part(button) {
    inline-size: 32px; min-block-size: 32px; padding: 0; justify-content: center; border-radius: 0 8px 8px 0;
    background: var(--db-solid); color: var(--db-on-solid);
  }
  .split:dir(rtl)::part(button) { border-radius: 8px 0 0 8px }
  .split[disabled]::part(button) { background: var(--db-fill); color: var(--db-muted) }
  .split .icon { inline-size: 16px; block-size: 16px }
  .draft { padding-inline: 8px; color: var(--db-muted) }
  .chips { display: flex; gap: 8px; padding-block-end: 8px }
  .chips .draft { background: var(--db-fill); color: var(--db-text) }
  .chips [aria-pressed='true'] { background: var(--db-note); color: var(--db-warn) }
  deskbell-emoji-picker { max-inline-size: 360px }
  .tool {
    flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px; border-radius: 8px;
    color: var(--db-muted);
  }
  .tool:hover, .tool[aria-expanded='true'], .tool[aria-pressed='true'] { background: var(--db-fill) }
  :host([kind='note']) .tool { color: var(--db-warn) }
  .unsaved { margin: 8px 0 0; font: var(--db-tiny); color: var(--db-muted) }
  .told { font: var(--db-tiny); color: var(--db-muted) }
  .improve::part(button) { block-size: 32px }
  :host([phone]) .improve::part(button) { block-size: 40px }
  .over { font: var(--db-tiny); color: var(--db-danger) }
  .button:disabled kbd { border-color: var(--db-line-2) }
  :host([kind='note']) .button:disabled { background: none; color: var(--db-warn) }
  :host([phone]) :is(textarea, .mirror) { font-size: 16px }
  :host([phone]) .button { block-size: 40px }
  :host([phone]) .tabs button { block-size: 40px }
  :host([phone]) .tool { inline-size: 40px; block-size: 40px }
  :host([phone]) .split::part(button) { block-size: 40px; inline-size: 40px }
  /* One row at rest: clip, text, arrow. What opens stands above it, what is told below. */
  :host([phone]) .box {
    display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: end; column-gap: 4px; padding: 3px;
  }
  :host([phone]) .box > *, :host([phone]) .tools { grid-column: 1 / -1 }
  :host([phone]) .menu { grid-row: 1; margin: 0 0 4px }
  :host([phone]) .top { grid-row: 2; padding-inline-start: 8px }
  :host([phone]) .foot { display: contents }
  :host([phone]) .clip { grid-area: 3 / 1 }
  :host([phone]) .write { grid-area: 3 / 2; margin: 0 }
  :host([phone]) .send { grid-area: 3 / 3; margin: 0 }
  :host([phone]) deskbell-attachment-tray { grid-row: 4 }
  :host([phone]) .tools { grid-row: 5; display: flex; align-items: center; gap: 4px; padding-inline-start: 8px }
  :host([phone]) .box > [role='status'] { grid-row: 6 }
  :host([phone]) .unsaved { margin: 0; padding: 4px 8px }
  :host([phone]) :is(textarea, .mirror) { min-block-size: 40px; padding: 8px 4px; line-height: 24px }
  @media (forced-colors: active) {
    .box:focus-within { outline: 2px solid Highlight }
    .tabs button { border-color: Canvas }
    .tabs button[aria-checked='true'] { border-color: Highlight }
  }
`
