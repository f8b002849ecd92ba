// Look of a thread: a gutter of 24 + 12, AI on the page, people in bubbles, notes in amber.

import { css } from 'lit'
import { citedSourceStyles } from '../copilot/cited-source.ts'

export const threadStyles = [
  citedSourceStyles,
  css`
  :host { display: flex; flex-direction: column; min-inline-size: 0; min-block-size: 0; background: var(--db-surface) }
  header {
    position: relative; z-index: 1; display: flex; align-items: center; gap: 4px; flex: none; block-size: 56px;
    padding-inline: 24px 16px; border-block-end: 1px solid var(--db-line);
  }
  /* Where two columns are all there is room for, the subject goes before the words of the buttons. */
  header { container-type: inline-size }
  @container (max-width: 460px) {
    .wide, .holder .cut { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    .resolve { inline-size: 32px; padding: 0 }
  }
  h2 { font: 600 15px/20px system-ui, sans-serif }
  .titles p { font: var(--db-tiny); color: var(--db-muted) }
  .nobody { color: var(--db-muted) }
  .holder { max-inline-size: 180px; padding-inline: 8px }
  .holder .icon { inline-size: 16px; block-size: 16px }
  .snooze { color: var(--db-muted) }
  .snooze.on { color: var(--db-accent) }
  .viewers { display: inline-flex; align-items: center; gap: 4px; color: var(--db-muted); font: var(--db-tiny) }
  deskbell-console-menu .icon { display: block; inline-size: 18px; block-size: 18px }
  .scroll-frame { position: relative; flex: 1; min-block-size: 0 }
  .scroller {
    position: absolute; inset: 0; display: flex; flex-direction: column; overflow-y: auto; overflow-anchor: none;
    padding: 24px 24px 12px; outline-offset: -2px;
  }
  .log { margin-block-start: auto }
  .earlier { align-self: center; margin-block-end: 16px }
  .jump {
    position: absolute; inset-block-end: 12px; inset-inline: 0; margin-inline: auto; inline-size: max-content;
    background: var(--db-surface); box-shadow: var(--db-shadow); border-radius: 16px;
  }
  .message { display: grid; grid-template-columns: 24px minmax(0, 1fr); column-gap: 12px; margin-block-start: 4px }
  .message.first { margin-block-start: var(--db-gap-group, 16px) }
  /* On the page, two texts stand apart as paragraphs do. */
  .machine:not(.first) { margin-block-start: 12px }
  .message > * { grid-column: 2 }
  .message > .face { grid-column: 1; grid-row: 1 }
  .head { display: flex; align-items: center; gap: 6px; min-block-size: 24px; font: var(--db-small) }
  .head .name { font-weight: 600 }
  .after { margin-inline-start: auto; flex: none; color: var(--db-muted) }
  .body { justify-self: start; max-inline-size: 100%; font: var(--db-body); overflow-wrap: anywhere }
  .plain { white-space: pre-wrap }
  .customer .body, .team .body { margin-block-start: 4px; padding: 6px 12px; border-radius: 10px }
  .message:not(.first) .body { margin-block-start: 0 }
  .customer .body { background: var(--db-fill); border-start-start-radius: 4px }
  .team .body { background: var(--db-soft); border-start-start-radius: 4px }
  deskbell-thread-files { justify-self: start; margin-block-start: 4px }
  .at { color: inherit; text-decoration: none }
  .at:hover { text-decoration: underline }
  /* The time of a message that goes on stands in the gutter, for whoever points at it or comes by keys. */
  .message > .at { grid-column: 1; grid-row: 1; justify-self: end; white-space: nowrap; font: var(--db-tiny); line-height: 36px; color: var(--db-muted) }
  .machine > .at { line-height: 24px }
  .message:not(:hover, :focus-within, .target) > .at { opacity: 0 }
  .choose { grid-column: 1; grid-row: 2; justify-self: center; inline-size: 18px; block-size: 18px; accent-color: var(--db-solid) }
  .message:not(.first) > .choose { grid-row: 1 }
  .typing .body {
    margin-block-start: 4px; padding: 5px 11px; border: 1px dashed var(--db-line-2); border-radius: 10px;
    border-start-start-radius: 4px; color: var(--db-muted);
  }
  .typing .head { gap: 6px }
  .message .gone, .note .gone {
    padding: 5px 11px; border: 1px solid var(--db-line); border-radius: 10px; background: none; font: var(--db-small);
    color: var(--db-muted);
  }
  .note .gone { padding: 0; border: 0; color: var(--db-warn) }
  .has-tools > .body { max-inline-size: calc(100% - 40px) }
  .message > .tools-toggle { inset-inline-end: 0; inset-block-start: 2px }
  .message.first > .tools-toggle { inset-block-start: 28px }
  .note.has-tools > div:not(.head, .tools) { padding-inline-end: 36px }
  .note > .tools-toggle { inset-inline-end: 4px; inset-block-start: 28px }
  .note .tools button:not(.danger), .note .tools-toggle { color: var(--db-warn) }
  .chip { min-inline-size: 16px; block-size: 16px; font: 600 12px/16px system-ui, sans-serif; vertical-align: 2px }
  .team .chip { background: var(--db-surface) }
  .state {
    display: flex; align-items: center; flex-wrap: wrap; gap: 4px 12px; min-block-size: 24px; font: var(--db-tiny);
    color: var(--db-muted);
  }
  .failed { color: var(--db-danger); gap: 4px 8px }
  .failed .icon { inline-size: 16px; block-size: 16px }
  .state button { position: relative; padding-inline: 4px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px }
  .state button::after { content: ''; position: absolute; inset: -12px 0 }
  .offered { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0 0; padding: 0; list-style: none }
  .offered li { padding: 1px 8px; border: 1px solid var(--db-line-2); border-radius: 8px; font: var(--db-small); color: var(--db-muted); overflow-wrap: anywhere }
  .day { display: flex; align-items: center; gap: 12px; margin-block: 16px 4px; font: var(--db-tiny); color: var(--db-muted) }
  .day::before, .day::after { content: ''; flex: 1; border-block-start: 1px solid var(--db-line) }
  .day.new { color: var(--db-accent); font-weight: 600 }
  .day.new::before, .day.new::after { border-color: var(--db-accent) }
  .strip {
    display: flex; align-items: center; gap: 12px; flex: none; min-block-size: 44px; margin: 0 16px 8px; padding: 6px 6px 6px 12px;
    border-radius: 12px; background: var(--db-fill-2); font: var(--db-small);
  }
  .strip:dir(rtl) { padding: 6px 12px 6px 6px }
  .back:dir(rtl) .icon { scale: -1 1 }
  .strip > .icon { color: var(--db-muted) }
  .strip > .button:not(.solid) { background: var(--db-surface) }
  deskbell-reply-composer { flex: none; margin: 0 16px 16px }
  deskbell-draft-card { flex: none; margin: 0 16px 8px }
  .mend button { min-block-size: 24px; font: var(--db-tiny); color: var(--db-muted); text-decoration: underline; text-underline-offset: 3px }
  :host([phone]) .mend button { min-block-size: 40px }
  .empty { display: grid; gap: 4px; place-content: center; flex: 1; padding: 24px; text-align: center; font: var(--db-small) }
  .empty h2 { font: 600 15px/24px system-ui, sans-serif }
  .empty p { color: var(--db-muted) }
  .empty .button { margin-block-start: 8px }
  .blocks { display: grid; gap: 16px; padding: 24px; opacity: 0; animation: awaited 0s 200ms forwards }
  .blocks i { block-size: 56px; border-radius: 8px; background: var(--db-fill) }
  :host([phone]) header { gap: 0; padding-inline: 4px 8px; block-size: 60px }
  :host([phone]) .wide {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  }
  :host([phone]) :is(.button.square, .resolve) { inline-size: 40px; block-size: 40px; padding: 0; background: none }
  :host([phone]) deskbell-console-menu::part(button) { block-size: 40px }
  :host([phone]) .scroller { padding: 16px 16px 8px }
  :host([phone]) :is(.strip, .empty) .button { block-size: 40px }
  :host([phone]) .strip { margin: 0 12px 8px }
  :host([phone]) deskbell-draft-card { margin: 0 12px 8px }
  :host([phone]) deskbell-reply-composer { margin: 0 12px max(12px, env(safe-area-inset-bottom)) }
  @media (forced-colors: active) {
    .body, .note, .strip, .target { border: 1px solid }
    .typing .body { border-style: dashed }
  }
`,
]
