// Look of the search page: a field, tabs, rows with hairlines; nothing boxed.

import { css } from 'lit'

export const searchStyles = css`
  :host { block-size: 100%; min-block-size: 0; overflow-y: auto; background: var(--db-surface); font: var(--db-small) }
  .page { max-inline-size: 760px; margin-inline: auto; padding: 16px 24px 48px }
  h1 { font: 600 15px/24px system-ui, sans-serif; margin-block-end: 8px }
  .field { position: relative }
  .box { display: flex; align-items: center; gap: 8px; block-size: 40px; padding-inline: 12px 4px; border: 1px solid var(--db-line-2); border-radius: 8px }
  .box:focus-within { outline: 2px solid var(--db-accent); outline-offset: -1px }
  .box .icon { color: var(--db-muted); flex: none }
  input { flex: 1; min-inline-size: 0; block-size: 100%; padding: 0; border: 0; outline: none; background: none; font: 400 15px/24px system-ui, sans-serif }
  input:focus-visible { outline: none }
  input::placeholder { color: var(--db-muted); opacity: 1 }
  .options {
    position: absolute; z-index: 20; inset-block-start: calc(100% + 4px); inset-inline: 0; max-block-size: 320px; overflow-y: auto; padding: 4px;
    border-radius: 12px; background: var(--db-surface); box-shadow: var(--db-shadow);
  }
  .option { display: flex; align-items: center; gap: 12px; min-block-size: 32px; padding: 4px 8px; border-radius: 8px; cursor: pointer }
  .option[aria-selected='true'] { background: var(--db-soft) }
  .option code, .help code { font: 500 13px/20px ui-monospace, monospace }
  .tabs { display: flex; gap: 20px; margin-block-start: 12px; border-block-end: 1px solid var(--db-line); overflow-x: auto }
  .tabs button { flex: none; block-size: 40px; color: var(--db-muted); border-block-end: 2px solid transparent; outline-offset: -2px }
  .tabs button[aria-selected='true'] { color: var(--db-text); font-weight: 600; border-color: var(--db-accent) }
  .about { display: flex; flex-wrap: wrap; gap: 4px 12px; min-block-size: 32px; padding-block: 6px; color: var(--db-muted) }
  .about .fault { color: var(--db-warn) }
  .row { position: relative; display: flex; align-items: start; gap: 12px; inline-size: 100%; padding: 10px 8px; border-radius: 8px }
  .row + .row::before { content: ''; position: absolute; inset: -1px 8px auto; border-block-start: 1px solid var(--db-line) }
  .row:hover:not(:disabled) { background: var(--db-fill) }
  .row:focus-visible { outline-offset: -2px }
  .row .grow { display: grid }
  .first { display: flex; align-items: center; gap: 8px }
  .first > .grow { display: block }
  .face { display: grid; place-items: center; inline-size: 28px; block-size: 20px; flex: none; color: var(--db-muted) }
  .snippet { overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden }
  b { font-weight: 600 }
  mark { font-weight: 600; color: inherit; background: var(--db-soft); border-radius: 2px }
  .note, .ok { display: inline-flex; align-items: center; gap: 4px; font: var(--db-tiny) }
  .note { color: var(--db-warn) } .ok { color: var(--db-ok) }
  .note .icon, .ok .icon { inline-size: 14px; block-size: 14px }
  .more { margin-block-start: 12px }
  .none { display: grid; justify-items: start; gap: 4px; padding-block: 32px; color: var(--db-muted) }
  .none h2 { font: 600 15px/24px system-ui, sans-serif; color: var(--db-text) }
  .none .button { margin-block-start: 8px }
  .help { margin-block-start: 24px }
  .help h2, .recent h2 { font-weight: 600; margin-block-end: 4px }
  .help dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin-block-start: 8px }
  .help dl > div { display: contents }
  .help button { border-radius: 4px; color: var(--db-accent); min-block-size: 24px }
  .recent { margin-block-start: 20px }
  .recent ul { display: flex; flex-wrap: wrap; gap: 8px; margin-block: 4px 8px }
  @media (max-width: 700px) { .page { padding-inline: 16px } input { font-size: 16px } .row { min-block-size: 40px } }
  @media (forced-colors: active) { .tabs button { border-color: Canvas } .tabs button[aria-selected='true'] { border-color: Highlight } mark { text-decoration: underline } .option[aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px } .options { border: 1px solid } }
`
