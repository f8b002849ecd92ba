// Look of the palette: 640 wide, 112 from the top, field 56, rows 40; all of the screen on a phone.

import { css } from 'lit'

export const paletteStyles = css`
  dialog {
    inline-size: min(640px, calc(100vw - 32px)); max-block-size: min(560px, calc(100dvh - 144px)); margin: 112px auto auto;
    padding: 0; border: 0; border-radius: 12px; overflow: hidden; color: var(--db-text); background: var(--db-surface);
    box-shadow: var(--db-shadow); font: var(--db-small);
  }
  dialog[open] { display: grid; grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr); animation: appear var(--db-move) var(--db-ease) }
  dialog::backdrop { background: rgb(20 18 15 / 0.22) }
  @keyframes appear { from { opacity: 0; transform: translateY(-8px) } }
  .field {
    display: flex; align-items: center; gap: 12px; block-size: 56px; padding-inline: 20px 16px;
    border-block-end: 1px solid var(--db-line);
  }
  .field .icon { inline-size: 20px; block-size: 20px; flex: none; color: var(--db-muted) }
  input {
    flex: 1; min-inline-size: 0; block-size: 100%; padding: 0; border: 0; outline: none; background: none;
    font: 400 15px/24px system-ui, sans-serif;
  }
  /* The only thing there is to type into: the whole palette says so. */
  input:focus-visible { outline: none }
  input::placeholder { color: var(--db-muted); opacity: 1 }
  .chip {
    display: inline-flex; align-items: center; gap: 6px; max-inline-size: 200px; block-size: 24px; padding-inline: 6px 8px;
    border-radius: 8px; background: var(--db-fill); font: 500 13px/20px system-ui, sans-serif; flex: none;
  }
  button.chip:hover { background: var(--db-fill-2) }
  .close { display: none }
  .list { overflow-y: auto; padding: 8px; overscroll-behavior: contain }
  .heading { padding: 8px 12px 4px; color: var(--db-muted) }
  .row {
    display: flex; align-items: center; gap: 10px; inline-size: 100%; min-block-size: var(--db-row-menu, 40px);
    padding: 4px 8px 4px 12px; border-radius: 8px; cursor: pointer;
  }
  .row[aria-selected='true'] { background: var(--db-soft) }
  .face { position: relative; display: grid; place-items: center; inline-size: 20px; flex: none; color: var(--db-muted) }
  .words { display: flex; align-items: baseline; gap: 8px; flex: 1; min-inline-size: 0 }
  .words b { font-weight: 600 }
  .words .muted { flex: none; max-inline-size: 45% }
  .end { display: inline-flex; align-items: center; gap: 6px; flex: none; max-inline-size: 45%; color: var(--db-muted) }
  .end.over { color: var(--db-warn) }
  .end .icon { inline-size: 16px; block-size: 16px; color: var(--db-text) }
  :dir(rtl) .end .icon { scale: -1 1 }
  .caps { display: inline-flex; gap: 4px; color: var(--db-text) }
  .none { padding: 20px 12px; color: var(--db-muted) }
  .none b { display: block; font-weight: 600; color: var(--db-text) }
  footer {
    display: flex; align-items: center; gap: 16px; padding: 10px 16px; border-block-start: 1px solid var(--db-line);
    color: var(--db-muted);
  }
  footer span { display: inline-flex; align-items: center; gap: 4px }
  footer button { display: inline-flex; align-items: center; gap: 4px; min-block-size: 24px; margin-inline-start: auto; border-radius: 4px }
  footer button:hover { color: var(--db-text) }
  kbd { color: var(--db-text) }
  @media (max-width: 480px) {
    dialog { inline-size: 100vw; max-inline-size: none; block-size: 100dvh; max-block-size: none; margin: 0; border-radius: 0; padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom) }
    dialog[open] { animation: none }
    input { font-size: 16px }
    footer { display: none }
    .close { display: inline-grid; place-items: center; inline-size: 40px; block-size: 40px }
    .caps { display: none }
  }
  @media (forced-colors: active) {
    dialog { border: 1px solid }
    .row[aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px }
  }
`
