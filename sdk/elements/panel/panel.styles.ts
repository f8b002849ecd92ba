// What all views of the panel share: header, scrolling body, foot, rows, buttons, grey blocks while loading; fields are in form.styles.ts.

import { css } from 'lit'
import { iconStyles } from '../icon/icon.styles.ts'

const frame = css`
  :host { display: flex; flex-direction: column; min-block-size: 0; block-size: 100%; font: var(--db-body); color: var(--db-text); background: var(--db-surface); }
  :host([hidden]) { display: none; }
  * { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  button, input, textarea, select { font: inherit; color: inherit; letter-spacing: inherit; }
  .bar { flex: none; display: flex; align-items: center; gap: 12px; block-size: 56px; padding-inline: 20px 8px; }
  .bar > .tool:first-child { margin-inline-start: -12px; margin-inline-end: -4px; }
  .bar-text { flex: 1; min-inline-size: 0; }
  .bar-title { display: flex; align-items: center; gap: 8px; font-size: inherit; line-height: 20px; font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .bar-more { font: var(--db-small); line-height: 16px; color: var(--db-muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  /* The hairline under the header belongs to the scroll: a cover that moves with the content hides it at the top. */
  .body {
    flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: 0 20px 20px; outline: none;
    background:
      linear-gradient(var(--db-surface) 0 0) top / 100% 1px no-repeat local,
      linear-gradient(var(--db-line) 0 0) top / 100% 1px no-repeat scroll;
  }
  .foot { flex: none; border-block-start: 1px solid var(--db-line); }
  .label { font: var(--db-small); color: var(--db-muted); }
  .big { font: var(--db-title); letter-spacing: -0.01em; text-wrap: balance; }
  .small { font: var(--db-small); color: var(--db-muted); }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :host(:lang(ar)) .big { letter-spacing: 0; }
`

const controls = css`
  .tool { flex: none; display: grid; place-items: center; inline-size: 40px; block-size: 40px; padding: 0; border: 0; border-radius: var(--db-round-10); background: none; color: var(--db-muted); cursor: pointer; transition: background var(--db-fast); }
  .tool:hover { background: var(--db-fill); }
  .tool:active { background: var(--db-fill-2); }
  .row { display: flex; align-items: center; gap: 12px; inline-size: 100%; padding: 12px 0; border: 0; background: none; text-align: start; cursor: pointer; text-decoration: none; color: inherit; }
  .row > .icon { color: var(--db-accent); margin-inline: 6px; }
  .row > .turns { color: var(--db-line-2); margin-inline: 0; }
  .row-text { flex: 1; min-inline-size: 0; }
  .row-title { display: block; font-weight: 500; line-height: 20px; }
  .row-more { display: block; font: var(--db-small); color: var(--db-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .rows > * + * { border-block-start: 1px solid var(--db-line); }
  .row:hover .row-title { color: var(--db-accent); }
  .button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 40px; padding: 8px 16px; border: 0; border-radius: var(--db-round-10); background: var(--db-fill); font-weight: 500; line-height: 24px; cursor: pointer; }
  .button:hover { background: var(--db-fill-2); }
  .button.solid { background: var(--db-solid); color: var(--db-on-solid); }
  .button.solid:hover { filter: brightness(1.08); }
  .button.solid:active { filter: brightness(0.92); }
  .button:disabled { background: var(--db-fill); color: var(--db-muted); cursor: default; filter: none; }
  .link { display: inline; padding: 0; border: 0; border-block-end: 1px solid; background: none; color: var(--db-accent); font-weight: 500; cursor: pointer; text-decoration: none; }
  :is(.tool, .row, .button, .link):focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; border-radius: var(--db-round-10); }
  .row:focus-visible { outline-offset: -2px; }
  .grey { display: grid; gap: 8px; padding-block: 12px 20px; }
  .grey i { block-size: 12px; border-radius: 6px; background: var(--db-fill); inline-size: 90%; }
  .grey i:first-child { inline-size: 60%; }
  .grey i:last-child { inline-size: 38%; }
  /* Only for who waits longer than a blink. */
  .late { animation: late 0s 200ms both; }
  @keyframes late { from { visibility: hidden; } }
  @media (pointer: coarse) { .row { min-block-size: 44px; } }
  @media (forced-colors: active) { .button, .tool { border: 1px solid ButtonText; } }
`

/** For every view of the panel. */
export const panelStyles = [iconStyles, frame, controls]
