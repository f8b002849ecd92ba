// Look of the editor: the text at the start, what becomes of it beside; one below the other on a phone.

import { css } from 'lit'

export const editorStyles = css`
  :host { container: editor / inline-size; display: block; block-size: 100%; min-block-size: 0 }
  .editor { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; block-size: 100%; min-block-size: 0 }
  :host([beside]) .back { display: none }
  .head { padding: 16px 24px; margin: 0; align-items: center; border-block-end: 1px solid var(--db-line) }
  .head .back { inline-size: 40px; padding: 0; color: var(--db-muted) }
  .head h1 { font: 600 15px/24px system-ui, sans-serif }
  .middle { display: grid; grid-template-rows: minmax(0, 1fr); min-block-size: 0 }
  .middle:has(deskbell-article-conflict) { grid-template-rows: auto minmax(0, 1fr) }
  .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); min-block-size: 0 }
  .write { display: grid; grid-template-rows: auto auto minmax(240px, 1fr); gap: 16px; padding: 20px 24px; min-block-size: 0; overflow-y: auto }
  .write .big { font: 600 22px/28px system-ui, sans-serif; min-block-size: 48px }
  #summary { field-sizing: content; min-block-size: 60px; max-block-size: 160px }
  .write .body { block-size: 100%; min-block-size: 240px; resize: none; font: 400 14px/22px ui-monospace, SFMono-Regular, Menlo, monospace; tab-size: 2 }
  .field.fill { grid-template-rows: auto minmax(0, 1fr) auto; min-block-size: 0 }
  .beside { display: grid; grid-template-rows: auto minmax(0, 1fr); min-block-size: 0; border-inline-start: 1px solid var(--db-line); background: var(--db-surface) }
  .panes { display: flex; gap: 4px; padding: 12px 24px 0; border-block-end: 1px solid var(--db-line); overflow-x: auto }
  .panes button { flex: none; min-block-size: 40px; padding-inline: 12px; border-block-end: 2px solid transparent; color: var(--db-muted); font-weight: 500 }
  .panes button[aria-selected='true'] { border-color: var(--db-accent); color: var(--db-text) }
  .pane { padding: 20px 24px; overflow-y: auto; min-block-size: 0 }
  .pane:focus-visible { outline-offset: -2px }
  .preview { max-inline-size: 640px; font: 400 15px/24px system-ui, sans-serif }
  .preview > h2 { font: var(--db-title); padding-block-end: 8px; overflow-wrap: anywhere }
  .preview > .lead { color: var(--db-muted); padding-block-end: 16px }
  .preview .rich h2 { font: 600 18px/26px system-ui, sans-serif }
  .preview .rich ul { list-style: disc }
  .preview .rich ol { list-style: decimal }
  .settings { display: grid; gap: 20px; max-inline-size: 520px }
  .settings fieldset { display: grid; gap: 4px; margin: 0; padding: 0; border: 0; min-inline-size: 0 }
  .settings legend { padding: 0; font-weight: 600 }
  .translations { display: flex; flex-wrap: wrap; gap: 8px; align-items: center }
  .version { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: center; gap: 8px }
  .diff { display: grid; gap: 12px; padding-block: 16px; border-block-end: 1px solid var(--db-line); overflow-wrap: anywhere }
  .diff .text { white-space: pre-wrap; font: 400 14px/22px ui-monospace, SFMono-Regular, Menlo, monospace }
  footer { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-block-size: 56px; padding: 8px 24px; border-block-start: 1px solid var(--db-line) }
  footer .button { block-size: 40px; border-radius: 10px }
  footer .button:not(.solid, .bare) { background: var(--db-fill) }
  @container editor (max-width: 760px) {
    .editor, .middle { display: block; block-size: auto }
    .halves { grid-template-columns: minmax(0, 1fr) }
    .write { overflow: visible }
    .write .body { min-block-size: 320px }
    .beside { border: 0; border-block-start: 1px solid var(--db-line) }
    .pane { overflow: visible }
    .head { padding: 8px 16px }
    .write, .pane { padding: 16px }
    .panes { padding-inline: 16px }
    footer > p:not(:empty) { flex: 1 0 100% }
    .head > h1.grow { flex: 1 1 0 }
    .head .see { font-size: 0; gap: 0; inline-size: 40px; padding: 0 }
    footer { position: sticky; inset-block-end: 0; padding: 8px 16px max(8px, env(safe-area-inset-bottom)); background: var(--db-surface) }
  }
  @media (forced-colors: active) { .panes button { border-color: Canvas } .panes button[aria-selected='true'] { border-color: Highlight } }
`
